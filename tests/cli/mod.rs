//! The real binary on the command line: exit codes, messages, and files of every bad kind.

mod check;
mod config;
mod csv;
mod dataset;
mod exit;
mod hostile;
mod imports;
mod install;
mod korean;
mod language;
mod log_file;
mod months;
mod mutations;
mod pack;
mod records;
mod report;
mod say;
mod snapshot;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for one test, with a configuration folder in it.
struct Desk(PathBuf);

/// What a run of the program gave.
#[derive(Debug)]
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new(name: &str) -> Desk {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
        _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("config/tradedeck")).unwrap();
        Desk(folder)
    }

    /// Writes a file, and the folders it lies in.
    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Desk {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Runs the program in the folder, without a terminal and without the user's own configuration.
    fn run(&self, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_tradedeck"))
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::null())
            .env("LC_ALL", "C.UTF-8")
            .env("HOME", &self.0)
            .env("XDG_CONFIG_HOME", self.0.join("config"))
            .env("XDG_DATA_HOME", self.0.join("data"))
            .env("XDG_CACHE_HOME", self.0.join("cache"))
            .env_remove("NO_COLOR")
            .env_remove("SOURCE_DATE_EPOCH")
            .output()
            .unwrap();
        Run::of(&output)
    }

    /// Runs a report that must fail, and gives its messages, one a line.
    fn problems(&self, source: &str) -> Vec<String> {
        let run = self.run(&["report", source]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{source}: {run:?}");
        run.err.lines().map(str::to_owned).collect()
    }
}

impl Run {
    fn of(output: &Output) -> Run {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Run { status: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

/// True where nothing in the text commands a terminal.
fn is_tame(text: &str) -> bool {
    text.chars().all(|letter| letter == '\n' || !letter.is_control())
}

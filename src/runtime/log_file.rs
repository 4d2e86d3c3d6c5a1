//! A log file, written only where one is asked for: when the program started, what it read, wrote and refused, and how long that took.
//! It holds names, counts and messages, and nothing of what stands in files beyond what a message quotes. It is in English whatever the
//! language of the screen, for it is read by those who look after the program, with the times of other logs.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;

use chrono::{SecondsFormat, Utc};
use log::{LevelFilter, Log, Metadata, Record};

use crate::domain::Problem;
use crate::{say, word};

/// The environment variable that names the file, where no option does.
pub const VARIABLE: &str = "TRADEDECK_LOG";

struct LogFile(Mutex<File>);

impl Log for LogFile {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // What libraries have to say is of no use to users but where something is wrong.
        metadata.target().starts_with(env!("CARGO_CRATE_NAME")) || metadata.level() <= log::Level::Warn
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let time = Utc::now().to_rfc3339_opts(SecondsFormat::Millis, true);
        let line = format!("{time} {:5} {}\n", record.level(), escaped(&record.args().to_string()));
        // A full disk must not stop a briefing.
        let _ = self.0.lock().map(|mut file| file.write_all(line.as_bytes()));
    }

    fn flush(&self) {}
}

/// One line, without what commands a terminal that shows the file.
fn escaped(text: &str) -> String {
    let escape =
        |letter: char| if letter.is_control() { letter.escape_default().to_string() } else { letter.to_string() };
    text.chars().map(escape).collect()
}

/// Appends to `path` from now on.
///
/// # Errors
/// A file that cannot be written.
pub fn to_file(path: &Path) -> Result<(), Problem> {
    let opened = OpenOptions::new().create(true).append(true).open(path);
    let file = opened.map_err(|error| {
        Problem::whole_file(
            path.display().to_string(),
            say!("runtime.cannot-written", error = error),
            word!("runtime.log-elsewhere"),
        )
    })?;
    // Where there is a log already, it stays: a process has one.
    if log::set_boxed_logger(Box::new(LogFile(Mutex::new(file)))).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
    Ok(())
}

//! Files change under the real binary: it shows what they say now, or that they cannot be read.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;

use super::deck::{BINARY, isolate};
use super::pty::{self, Pty};

/// A folder of its own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("live").join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Two months of a small country; the exports of the second are as given.
fn table(exports: &str) -> String {
    format!(
        "period,flow,value,unit,released\n2023-01,export,46.3,USD billion,2023-02-01\n2023-01,import,59.0,USD billion,2023-02-01\n\
         2023-02,export,{exports},USD billion,2023-03-01\n2023-02,import,55.4,USD billion,2023-03-01\n"
    )
}

pub(super) fn command(arguments: &[&str], home: &Path) -> CommandBuilder {
    let mut command = pty::command(BINARY, arguments);
    isolate(&mut command);
    command.env("HOME", home);
    command.cwd(home);
    command.env("XDG_CONFIG_HOME", home.join("config"));
    command.env("XDG_CACHE_HOME", home.join("cache"));
    command
}

fn start(arguments: &[&str], home: &Path) -> Pty {
    let pty = Pty::spawn(command(arguments, home), 120, 36);
    pty.wait_taken();
    pty.wait_for("FEB 2023");
    pty
}

/// Saves a file as editors do that never leave half of one.
fn replace(file: &Path, text: &str) {
    let beside = file.with_extension("new");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, file).unwrap();
}

#[test]
fn a_file_is_changed_replaced_broken_mended_deleted_and_restored() {
    let folder = folder("session");
    let file = folder.join("trade.csv");
    fs::write(&file, table("50.1")).unwrap();
    let mut pty = start(&[file.to_str().unwrap()], &folder);
    pty.wait_for("exports 50.10");
    fs::write(&file, table("50.2")).unwrap();
    pty.wait_for("February 2023: exports 50.20, was 50.10");
    replace(&file, &table("50.3"));
    pty.wait_for("exports 50.30, was 50.20");
    fs::write(&file, table("5x.4")).unwrap();
    pty.wait_for("trade.csv:4:16: `5x.4` is not a number");
    pty.wait_for("STALE");
    pty.wait_for("exports 50.30");
    replace(&file, &table("50.4"));
    pty.wait_for("exports 50.40, was 50.30");
    assert!(!pty.text().contains("STALE"), "{}", pty.text());
    fs::remove_file(&file).unwrap();
    pty.wait_for("STALE");
    pty.wait_for("there is no such file; put it back");
    // What is wrong is said in the language of the screen, also while it lasts.
    pty.send("g");
    pty.wait_for("파일을 제자리에 두면 바로 다시 읽습니다");
    pty.send("g");
    pty.wait_for("there is no such file; put it back");
    fs::write(&file, "").unwrap();
    pty.wait_for("the file is empty");
    fs::write(&file, table("50.4")).unwrap();
    pty.wait_for("the source is read again");
    // The folder goes, and another one comes.
    let away = folder.with_extension("away");
    _ = fs::remove_dir_all(&away);
    fs::rename(&folder, &away).unwrap();
    pty.wait_for("STALE");
    fs::create_dir_all(&folder).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    fs::write(&file, table("50.5")).unwrap();
    pty.wait_for("exports 50.50, was 50.40");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.wait_given_back();
}

#[test]
fn after_a_change_it_is_silent_again() {
    let folder = folder("silence");
    let file = folder.join("trade.csv");
    fs::write(&file, table("50.1")).unwrap();
    let mut pty = start(&[file.to_str().unwrap()], &folder);
    fs::write(&file, table("50.2")).unwrap();
    pty.wait_for("was 50.10");
    // A key ends what stands out.
    pty.send("h");
    pty.wait_for("JAN 2023");
    pty.wait_quiet(Duration::from_millis(200));
    let (bytes, ticks) = (pty.count(), pty.cpu_ticks());
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!((pty.count(), pty.cpu_ticks()), (bytes, ticks));
}

#[test]
fn the_configuration_is_read_again() {
    let home = folder("configuration");
    let file = home.join("trade.csv");
    fs::write(&file, table("50.1")).unwrap();
    let mut pty = start(&[file.to_str().unwrap()], &home);
    // The folder comes only now.
    let own = home.join("config/tradedeck");
    fs::create_dir_all(&own).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    fs::write(own.join("keymap.toml"), "[[bind]]\ncommand = \"notes\"\nkeys = [\"F9\"]\n").unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let end = Instant::now() + Duration::from_secs(20);
    while !pty.text().contains("Notes") {
        assert!(Instant::now() < end, "F9 never meant anything\n{}", pty.text());
        pty.send("\x1b[20~");
        std::thread::sleep(Duration::from_millis(400));
    }
    pty.send("\x1b");
    fs::write(own.join("keymap.toml"), "[[bind]]\ncommand = \"nots\"\nkeys = [\"F9\"]\n").unwrap();
    pty.wait_for("keymap.toml:2:11: unknown command `nots`");
    fs::remove_file(own.join("keymap.toml")).unwrap();
    pty.wait_until("the problem gone", |screen| !screen.contents().contains("unknown command"));
}

#[test]
fn a_command_is_a_source_that_runs_again() {
    let home = folder("command");
    let file = home.join("trade.csv");
    fs::write(&file, table("50.1")).unwrap();
    let own = home.join("config/tradedeck");
    fs::create_dir_all(&own).unwrap();
    let settings =
        format!("[source]\ncommand = [\"sh\", \"-c\", \"cat {} || exit 4\"]\nevery = \"1s\"\n", file.display());
    fs::write(own.join("config.toml"), settings).unwrap();
    let mut pty = start(&[], &home);
    fs::write(&file, table("50.2")).unwrap();
    pty.wait_for("exports 50.20, was 50.10");
    fs::remove_file(&file).unwrap();
    pty.wait_for("exit status 4: cat:");
    pty.wait_for("STALE");
    fs::write(&file, table("50.3")).unwrap();
    pty.wait_for("exports 50.30, was 50.20");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn a_slow_source_does_not_hold_up_the_first_frame_and_can_be_stopped() {
    let home = folder("slow");
    let own = home.join("config/tradedeck");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("config.toml"), "[source]\ncommand = [\"sh\", \"-c\", \"sleep 50\"]\n").unwrap();
    let mut pty = Pty::spawn(command(&[], &home), 100, 30);
    pty.wait_taken();
    pty.wait_for("Reading `sh -c sleep 50`");
    pty.send("\x1b");
    assert_eq!(pty.wait_exit(), 2);
    pty.wait_given_back();
    pty.wait_for("reading was stopped before the end");
}

/// A table in no known format: what was guessed is shown, corrected, and saved.
#[test]
fn a_table_that_was_guessed_is_corrected_and_the_correction_is_saved() {
    let folder = folder("map");
    let file = folder.join("handel.csv");
    let rows = "Monat;Ausfuhr in EUR million;Einfuhr in EUR million;Sonstige Ausfuhr\n2023-01;100,5;90,5;7,5\n2023-02;110,5;95,5;8,5\n";
    fs::write(&file, rows).unwrap();
    // By its name alone: the whole path would break lines where nobody knows.
    let mut pty = start(&["handel.csv"], &folder);
    pty.send(":map\r");
    pty.wait_for("what its columns are taken for");
    pty.wait_for("Columns: Monat | Ausfuhr in EUR million");
    pty.send(":map exprot = Monat\r");
    pty.wait_for("did you mean `export`?");
    pty.send(":map export = Sonstige Ausfuhr\r");
    // Its heading names no unit, without which it is no money.
    pty.wait_for("no exports are loaded");
    pty.send(":map unit = EUR million\r");
    pty.wait_for("exports 8500.0");
    pty.send(":map save\r");
    pty.wait_for("written to");
    let saved = fs::read_to_string(folder.join("handel.csv.map.toml")).unwrap();
    assert!(saved.contains("export = \"Sonstige Ausfuhr\""), "{saved}");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

/// Two tables in no known format: each can be shown and corrected.
#[test]
fn each_table_that_was_guessed_can_be_chosen() {
    let folder = folder("maps");
    let write = |name: &str, rows: &str| {
        let file = folder.join(name);
        fs::write(&file, rows).unwrap();
        name.to_owned()
    };
    let out = write("ausfuhr.csv", "Monat;Ausfuhr in EUR million\n2023-01;100,5\n2023-02;110,5\n");
    let back =
        write("einfuhr.csv", "Monat;Einfuhr in EUR million;Rest in EUR million\n2023-01;90,5;1,5\n2023-02;95,5;2,5\n");
    let mut pty = start(&[&out, &back], &folder);
    pty.wait_for("110.5");
    pty.send(":map\r");
    pty.wait_for("ausfuhr.csv is in no known format");
    pty.wait_for(":map file = NAME");
    pty.send(":map file = einfur.csv\r");
    pty.wait_for("no source that was guessed is called `einfur.csv`");
    pty.send(":map file = einfuhr.csv\r");
    pty.wait_for("einfuhr.csv is in no known format");
    pty.send(":map import = Rest in EUR million\r");
    pty.wait_for("imports 2.5");
    pty.send(":map save\r");
    pty.wait_for("written to");
    assert!(fs::read_to_string(folder.join(format!("{back}.map.toml"))).unwrap().contains("Rest in EUR million"));
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn a_file_that_comes_later_and_matches_joins() {
    let folder = folder("pattern");
    let table = |rows: &str| format!("Month,Exports (USD million),Imports (USD million)\n{rows}");
    fs::write(folder.join("trade-1.csv"), table("2023-01,100,90\n2023-02,110,90\n")).unwrap();
    let mut pty = start(&["trade-*.csv"], &folder);
    pty.wait_for("exports 110.0");
    replace(&folder.join("trade-3.csv"), &table("2023-03,120,90\n"));
    pty.wait_for("March 2023: exports 120.0");
    pty.wait_for("MAR 2023");
    fs::remove_file(folder.join("trade-3.csv")).unwrap();
    pty.wait_until("February again", |screen| !screen.contents().contains("MAR 2023"));
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

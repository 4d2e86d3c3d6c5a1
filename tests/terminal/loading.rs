//! A large file of customs records while it is read: months fill, keys work, and whatever happens to the file, no part of
//! it is taken for the whole.

use std::cell::Cell;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::live::command;
use super::pty::Pty;

/// Rows of a month: so many that a build for tests takes seconds to read all months.
const ROWS: usize = 27_000;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("loading").join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Thirty-six months in order.
fn text() -> String {
    let row = |row: usize| {
        let (flow, partner) = (["export", "import"][row % 2], ["CN", "US", "VN"][row % 3]);
        format!(",{flow},{},{partner},{}\n", 8_542_310_000 + row as u64 % 90, row + 1)
    };
    let rows: Vec<String> = (0..ROWS).map(row).collect();
    let mut text = "period,flow,hs10,partner,value_usd\n".to_owned();
    for month in 0..36 {
        let period = format!("{}-{:02}", 2022 + month / 12, month % 12 + 1);
        rows.iter().for_each(|row| text.extend([period.as_str(), row]));
    }
    text
}

/// Where all is read within this time of the first frame, there may have been no moment to show a part in.
const MOMENT: Duration = Duration::from_millis(800);

/// The program with some months of the file on the screen; nothing where the machine has read the file in a moment.
fn loading(name: &str) -> Option<(Pty, PathBuf)> {
    let home = folder(name);
    let file = home.join("trade.csv");
    fs::write(&file, text()).unwrap();
    let pty = Pty::spawn(command(&[file.to_str().unwrap()], &home), 140, 40);
    pty.wait_taken();
    let begun = Instant::now();
    let is_part = Cell::new(false);
    pty.wait_until("months while it loads", |screen| {
        let is_part_of = |line: &str| line.contains("LOADING") && line.contains("2022-01 to 202");
        is_part.set(screen.contents().lines().any(is_part_of));
        is_part.get() || screen.contents().contains("DEC 2024")
    });
    if !is_part.get() {
        assert!(begun.elapsed() < MOMENT, "no part was shown in {:?}", begun.elapsed());
        eprintln!("skipped: the file was read before a part of it could be seen");
        return None;
    }
    Some((pty, file))
}

fn ended(mut pty: Pty, name: &str) {
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    _ = fs::remove_dir_all(folder(name));
}

#[test]
fn months_fill_while_a_file_of_records_is_read() {
    let Some((mut pty, _)) = loading("fills") else { return };
    pty.send("5");
    pty.wait_for("85 Electrical machinery");
    pty.wait_for("DEC 2024");
    pty.wait_until("all is read", |screen| !screen.contents().contains("LOADING"));
    pty.wait_for("85 Electrical machinery");
    ended(pty, "fills");
}

#[test]
fn what_is_read_of_a_file_that_goes_away_stays_a_part() {
    let Some((pty, file)) = loading("goes") else { return };
    fs::remove_file(&file).unwrap();
    pty.wait_for("PART ONLY, 2022-01 to 202");
    pty.wait_until("no hint of more", |screen| !screen.contents().contains("LOADING"));
    ended(pty, "goes");
}

#[test]
fn a_file_that_is_cut_while_it_is_read_is_read_again() {
    let Some((pty, file)) = loading("cut") else { return };
    OpenOptions::new().write(true).open(&file).unwrap().set_len(fs::metadata(&file).unwrap().len() / 2).unwrap();
    // This is said only where it was said before that the file has changed.
    pty.wait_for("the source is read again");
    pty.wait_for("JUN 2023");
    pty.wait_until("what it is now", |screen| !screen.contents().contains("PART ONLY"));
    ended(pty, "cut");
}

#[test]
fn a_file_that_grows_while_it_is_read_is_read_again() {
    let Some((pty, file)) = loading("grows") else { return };
    let row = "2025-01,export,8542310000,CN,5\n2025-01,import,8542310000,CN,5\n";
    OpenOptions::new().append(true).open(&file).unwrap().write_all(row.as_bytes()).unwrap();
    // This is said only where it was said before that the file has changed.
    pty.wait_for("the source is read again");
    pty.wait_for("JAN 2025");
    pty.wait_until("what it is now", |screen| !screen.contents().contains("PART ONLY"));
    ended(pty, "grows");
}

#[test]
fn what_was_read_until_it_was_stopped_stays_a_part() {
    let Some((mut pty, _)) = loading("stops") else { return };
    pty.send("\x1b");
    pty.wait_for("PART ONLY, 2022-01 to 202");
    ended(pty, "stops");
}

//! Customs records under the real binary: looked into by goods and partner, and never half of a file as a whole.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::live::command;
use super::pty::Pty;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("records").join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Two years of four codes with three partners; the values make sums that can be told apart.
fn text(months: i32) -> String {
    let mut text = "period,flow,hs10,partner,value_usd\n".to_owned();
    for month in 0..months {
        for (code, size) in [("8542310000", 4), ("8542320000", 3), ("8541100000", 2), ("2709000000", 1)] {
            for (partner, share) in [("CN", 5), ("US", 3), ("VN", 2)] {
                for (flow, most) in [("export", 1_000_000), ("import", 900_000)] {
                    let value = most * size * share + month * 1_000;
                    let (year, month) = (2023 + month / 12, month % 12 + 1);
                    text += &format!("{year}-{month:02},{flow},{code},{partner},{value}\n");
                }
            }
        }
    }
    text
}

#[test]
fn enter_looks_into_goods_and_partners_and_backspace_comes_back() {
    let home = folder("levels");
    let file = home.join("trade.csv");
    fs::write(&file, text(24)).unwrap();
    let mut pty = Pty::spawn(command(&[file.to_str().unwrap()], &home), 140, 40);
    pty.wait_taken();
    pty.wait_for("DEC 2024");
    pty.send("5\r");
    pty.wait_for("85 Electrical machinery");
    pty.send("\r");
    pty.wait_for("› 85 ELECTRICAL MACHINERY");
    pty.wait_for("8542");
    pty.send("\r");
    pty.wait_for("› 8542");
    pty.wait_for("854231");
    pty.send("6");
    pty.wait_for("China");
    pty.send("\r");
    pty.wait_for("› 8542 › CHINA");
    pty.send("\x7f");
    pty.wait_until("the partner gone", |screen| !screen.contents().contains("CHINA"));
    pty.wait_for("› 8542");
    pty.send("\x7f");
    pty.wait_until("the heading gone", |screen| !screen.contents().contains("› 8542"));
    pty.send("\x7f");
    pty.wait_until("all trade", |screen| !screen.contents().contains("› 85"));
    pty.send("\x7f");
    pty.wait_for("nothing lies around it");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn a_sum_says_that_it_stands_on_no_line() {
    let home = folder("sums");
    let file = home.join("trade.csv");
    fs::write(&file, text(24)).unwrap();
    let mut pty = Pty::spawn(command(&[file.to_str().unwrap()], &home), 160, 50);
    pty.wait_taken();
    pty.wait_for("DEC 2024");
    pty.send("w");
    pty.wait_for("a sum over rows of");
    pty.wait_until("no line of the file", |screen| !screen.contents().contains("trade.csv:1"));
    pty.send("qq");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn a_file_of_records_that_is_cut_grows_or_goes_is_never_shown_half() {
    let home = folder("changes");
    let file = home.join("trade.csv");
    fs::write(&file, text(24)).unwrap();
    let mut pty = Pty::spawn(command(&[file.to_str().unwrap()], &home), 140, 40);
    pty.wait_taken();
    pty.wait_for("DEC 2024");
    OpenOptions::new().append(true).open(&file).unwrap().write_all(b"2025-01,export,\"8542310000,CN,5\n").unwrap();
    pty.wait_for("trade.csv:578:1: a record that begins here does not end");
    pty.wait_for("STALE");
    fs::write(&file, text(25)).unwrap();
    pty.wait_for("JAN 2025");
    fs::remove_file(&file).unwrap();
    pty.wait_for("STALE");
    pty.wait_for("there is no such file");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn what_the_columns_are_taken_for_is_shown_and_corrected() {
    let home = folder("map");
    let file = home.join("trade.csv");
    fs::write(&file, text(24)).unwrap();
    let mut pty = Pty::spawn(command(&[file.to_str().unwrap()], &home), 140, 40);
    pty.wait_taken();
    pty.wait_for("customs records, USD");
    pty.send(":map\r");
    pty.wait_for("value_usd");
    pty.send(":map unit = EUR\r");
    pty.wait_for("customs records, EUR");
    pty.send(":map save\r");
    pty.wait_for("written to");
    assert!(fs::read_to_string(home.join("trade.csv.map.toml")).unwrap().contains("unit = \"EUR\""));
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

//! The pictures of the documents are of the present screen: `UPDATE_DOCS=1 cargo test documents` makes them anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::document;

/// What the program is asked for.
const PICTURES: [(&str, &[&str]); 5] = [
    ("wall", &["--size", "200x56"]),
    ("main", &["--size", "120x36"]),
    ("targets", &["--size", "100x24", "--panel", "targets", "--theme", "light"]),
    ("items", &["--size", "120x30", "--panel", "items", "--theme", "light"]),
    ("claims", &["--size", "120x30", "--panel", "claims", "--theme", "light", "--as-of", "2023-03-03"]),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures")
}

fn snapshot(name: &str, arguments: &[&str]) -> String {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("document-pictures");
    fs::create_dir_all(&home).unwrap();
    let file = home.join(format!("{name}.svg"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_tradedeck"));
    command.args(["snapshot", "--lang", "en", "--glyphs", "unicode", "--out"]).arg(&file).args(arguments);
    if !arguments.contains(&"--as-of") {
        command.args(["--as-of", "2026-10-01", "--month", "2026-07"]);
    }
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(name, &home);
    }
    assert!(command.status().unwrap().success());
    fs::read_to_string(file).unwrap()
}

#[test]
fn pictures_are_of_the_present_screen() {
    for (name, arguments) in PICTURES {
        let (made, file) = (snapshot(name, arguments), folder().join(format!("{name}.svg")));
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(file, made).unwrap();
        } else {
            let is_fresh = fs::read_to_string(file).is_ok_and(|there| there == made);
            assert!(is_fresh, "assets/pictures/{name}.svg is stale: run `UPDATE_DOCS=1 cargo test documents`");
        }
    }
}

#[test]
fn every_picture_is_listed_and_shown() {
    let listed: BTreeSet<String> = PICTURES.iter().map(|(name, _)| format!("{name}.svg")).collect();
    let files = fs::read_dir(folder()).unwrap();
    let there: BTreeSet<String> = files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(there, listed);
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let text = readme + &document("guide.md");
    for picture in listed {
        assert!(text.contains(&format!("assets/pictures/{picture})")), "{picture} is shown nowhere");
    }
}

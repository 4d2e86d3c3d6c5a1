//! The morning pack: the same bytes for the same input, every hash right, and nothing of others touched.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use tradedeck::export::pack::digest;

use super::Desk;

/// All files below a folder, by name, with their content.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read(path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn pack(desk: &Desk, out: &str, more: &[&str]) -> String {
    let run = desk.run(&[&["pack", "--out", out], more].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    run.out
}

fn manifest(desk: &Desk, out: &str) -> Value {
    serde_json::from_str(&desk.read(&format!("{out}/manifest.json"))).unwrap()
}

const THEN: [&str; 2] = ["--as-of", "2023-03-03"];

#[test]
fn its_claims_follow_the_sign_of_negative_numbers() {
    let desk = Desk::new("pack-negative");
    pack(&desk, "minus", &THEN);
    pack(&desk, "triangle", &[&THEN[..], &["--negative", "triangle"]].concat());
    let [minus, triangle] = ["minus", "triangle"].map(|out| desk.read(&format!("{out}/claims.md")));
    assert!(minus.contains("-5.30") && !minus.contains('△'), "{minus}");
    assert!(triangle.contains("△5.30") && !triangle.contains("-5.30"), "{triangle}");
    assert_eq!(triangle.replace('△', "-"), minus);
    // What programs read keeps its sign.
    let [plain, marked] = ["minus", "triangle"].map(|out| desk.read(&format!("{out}/figures.csv")));
    assert_eq!(plain, marked);
}

#[test]
fn two_packs_are_the_same_in_other_folders_time_zones_and_moments() {
    let desk = Desk::new("pack-same");
    pack(&desk, "one", &THEN);
    let elsewhere = Command::new(env!("CARGO_BIN_EXE_tradedeck"))
        .args(["pack", "--as-of", "2023-03-03", "--out"])
        .arg(desk.0.join("deep/er/two"))
        .current_dir(std::env::temp_dir())
        .envs([("TZ", "Asia/Seoul"), ("LANG", "C"), ("COLUMNS", "40"), ("NO_COLOR", "1"), ("TERM", "dumb")])
        .env("HOME", &desk.0)
        .env("XDG_CONFIG_HOME", desk.0.join("config"))
        .env("XDG_DATA_HOME", desk.0.join("data"))
        .status();
    assert!(elsewhere.unwrap().success());
    let (one, two) = (files(&desk.0.join("one")), files(&desk.0.join("deep/er/two")));
    let names: Vec<&str> = one.iter().map(|(name, _)| name.as_str()).collect();
    for name in ["report.html", "report.md", "figures.csv", "figures.json", "claims.md", "changes.md", "manifest.json"]
    {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    for panel in tradedeck::ui::panels::names().into_iter().chain(["screen"]) {
        assert!(names.contains(&format!("pictures/{panel}.svg").as_str()), "{panel}: {names:?}");
        assert!(names.contains(&format!("pictures/{panel}.png").as_str()), "{panel}: {names:?}");
    }
    assert_eq!(one.len(), 7 + 2 * 9);
    for ((name, content), (other, same)) in one.iter().zip(&two) {
        assert!(name == other && content == same, "{name} differs from {other}");
    }
    assert_eq!(one.len(), two.len());
    // The same pack once more in the same place is the same, too.
    assert!(pack(&desk, "one", &THEN).contains("nothing is new since this pack was made"));
    assert!(files(&desk.0.join("one")) == one);
}

#[test]
fn the_manifest_has_the_hash_of_everything() {
    let desk = Desk::new("pack-manifest");
    let csv = "period,flow,value,unit\n2026-01,export,100,USD million\n2026-01,import,90,USD million\n";
    desk.write("mine/trade.csv", csv).write("said.toml", "").write("config/tradedeck/config.toml", "range = 12\n");
    pack(&desk, "out", &["mine/trade.csv", "--claims", "said.toml"]);
    let manifest = manifest(&desk, "out");
    assert_eq!(manifest["schema"], "tradedeck.pack/1");
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!((&manifest["month"], &manifest["since"]), (&Value::from("2026-01"), &Value::Null));
    assert!(manifest.get("made").is_none());
    let inputs: Vec<[&str; 3]> = manifest["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|input| ["role", "name", "sha256"].map(|key| input[key].as_str().unwrap()))
        .collect();
    let expected = [
        ["data", "trade.csv", &digest(csv.as_bytes())],
        ["claims", "said.toml", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
        ["configuration", "config.toml", &digest(b"range = 12\n")],
    ];
    assert_eq!(inputs, expected);
    let written = files(&desk.0.join("out"));
    let outputs = manifest["outputs"].as_array().unwrap();
    assert_eq!(outputs.len() + 1, written.len(), "all but the manifest itself");
    for output in outputs {
        let (_, content) = written.iter().find(|(name, _)| output["name"] == name.as_str()).unwrap();
        assert_eq!(output["sha256"], digest(content).as_str());
        assert_eq!(output["bytes"], content.len());
    }
}

#[test]
fn what_changed_since_the_pack_before_is_told() {
    let desk = Desk::new("pack-changes");
    let first = pack(&desk, "out", &THEN);
    assert!(first.contains("There is no pack before this one."), "{first}");
    fs::create_dir(desk.0.join("old")).unwrap();
    for (name, content) in files(&desk.0.join("out")) {
        desk.write(&format!("old/{name}"), content);
    }
    let second = pack(&desk, "out", &["--as-of", "2024-03-01", "--month", "2023-02"]);
    assert!(second.contains("changes since the pack on 2023-02, as known on 2023-03-03."), "{second}");
    let changes = desk.read("out/changes.md");
    for expected in
        ["| as known on | 2023-03-03 | 2024-03-01 |", "\n## Figures\n", "\n## Observations released in between"]
    {
        assert!(changes.contains(expected), "{expected}: {changes}");
    }
    assert_eq!(manifest(&desk, "out")["since"]["as_of"], "2023-03-03");
    // The same against the pack named.
    pack(&desk, "third", &["--as-of", "2024-03-01", "--month", "2023-02", "--since", "old"]);
    assert_eq!(desk.read("third/changes.md"), changes);
}

#[test]
fn files_of_others_are_left_alone() {
    let desk = Desk::new("pack-others");
    desk.write("full/letter.txt", "mine").write("torn/manifest.json", "{}");
    desk.write("file", "mine");
    for (out, expected) in [
        ("full", "full: this is a folder with other files, and no pack; choose an empty folder"),
        ("torn", "torn/figures.json: there is no such file"),
        ("file", "file: this is a folder with other files, and no pack"),
    ] {
        let run = desk.run(&["pack", "--out", out]);
        assert!(run.status == 2 && run.err.starts_with(expected), "{out}: {}", run.err);
    }
    assert_eq!(files(&desk.0.join("full")).len(), 1);
    // A manifest may name what it likes: nothing outside of the folder is removed, and what is not ours stays.
    pack(&desk, "out", &THEN);
    let named = desk.read("out/manifest.json").replace("\"name\": \"pictures/screen.svg\"", "\"name\": \"../file\"");
    desk.write("out/manifest.json", named.replace("pictures/screen.png", "gone.txt"));
    desk.write("out/gone.txt", "of an older version").write("out/notes.txt", "mine");
    pack(&desk, "out", &["--as-of", "2024-03-01"]);
    assert_eq!((desk.read("file"), desk.read("out/notes.txt")), ("mine".to_owned(), "mine".to_owned()));
    assert!(!desk.0.join("out/gone.txt").exists(), "no part of this pack");
}

#[test]
fn the_moment_is_told_where_it_is_given() {
    let desk = Desk::new("pack-moment");
    let run = |moment: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tradedeck"));
        command.args(["pack", "--out", "out"]).current_dir(&desk.0).env("SOURCE_DATE_EPOCH", moment);
        command.env("HOME", &desk.0).env("XDG_CONFIG_HOME", desk.0.join("config")).output().unwrap()
    };
    assert!(run("1677801600").status.success());
    assert_eq!(manifest(&desk, "out")["made"], "2023-03-03T00:00:00Z");
    let output = run("yesterday");
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        message.starts_with("SOURCE_DATE_EPOCH: SOURCE_DATE_EPOCH is no number of seconds since 1970; "),
        "{message}"
    );
}

#[test]
fn a_spreadsheet_runs_nothing_of_it() {
    let desk = Desk::new("pack-inert");
    desk.write(
        "mine/dataset.toml",
        "format = 1\n[dataset]\nid = \"x\"\nname = \"=1+1\"\ncurrency = \"USD\"\nfrequency = \"monthly\"\n\
         files = [\"trade.csv\"]\n[[items]]\nid = \"a\"\nname = \"@SUM(A1)\"\n[[items]]\nid = \"b\"\nname = \"+cmd\"\n",
    );
    desk.write(
        "mine/trade.csv",
        "period,flow,item,value,unit\n2026-01,export,,100,USD million\n2026-01,import,,90,USD million\n\
         2026-01,export,a,60,USD million\n2026-01,export,b,30,USD million\n",
    );
    let run = desk.run(&["pack", "mine", "--out", "out"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let table = desk.read("out/figures.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let place = reader.headers().unwrap().iter().position(|name| name == "value").unwrap();
    let mut cells = 0;
    for record in reader.records() {
        for (column, cell) in record.unwrap().iter().enumerate().filter(|(column, _)| *column != place) {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "column {column}: {cell}");
            cells += usize::from(cell.starts_with("'@SUM") || cell.starts_with("'+cmd"));
        }
    }
    assert!(cells > 4, "the names are in it: {table}");
}

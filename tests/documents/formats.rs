//! More of what `docs/formats.md` says: windows, the release rule, messages, and every key.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tradedeck::domain::{Flow, Period, SeriesKey, View, Window};
use tradedeck::import;
use tradedeck::indicators::Deck;
use tradedeck::indicators::FigureId;
use tradedeck::indicators::Lensed;

use super::{Examples, document, examples, load};

#[test]
fn windows_are_series_of_their_own() {
    let view = View::new(load("flash", "trade.csv"), None);
    let september = Period::month(2026, 9);
    let exports = |window| view.vintage(SeriesKey { window, ..SeriesKey::total(Flow::Export) }).value(september);
    assert_eq!(exports(Window::Whole), Some(65_950_000_000));
    assert_eq!(exports(Window::First20), Some(40_100_000_000));
    assert_eq!(exports(Window::First10), Some(19_200_000_000));
}

#[test]
fn settled_rows_follow_the_release_rule() {
    let dataset = load("folder", "dataset.toml");
    let figure = |as_of: &str, id: FigureId| {
        let view = View::new(Arc::clone(&dataset), Some(as_of.parse().unwrap()));
        let deck = Deck::compute(Arc::new(Lensed::plain(view)), Period::month(2024, 1));
        deck.figure(id).value.map(|value| value.rounded(2))
    };
    assert!(figure("2024-02-10", FigureId::Exports).is_ok());
    assert!(figure("2024-02-10", FigureId::FocusYoy).is_err());
    assert!(figure("2024-02-14", FigureId::FocusYoy).is_err());
    assert_eq!(figure("2024-02-15", FigureId::FocusYoy), Ok(2395));
    assert_eq!(figure("2024-02-15", FigureId::FocusShare), Ok(2582));
}

#[test]
fn the_messages_are_the_program_s() {
    let text = document("formats.md");
    let mut blocks = 0;
    for block in text.split("```messages file=").skip(1) {
        let (name, rest) = block.split_once('\n').unwrap();
        let expected: Vec<&str> = rest.split("```").next().unwrap().lines().collect();
        let (folder, main) = name.split_once('/').unwrap();
        let problems = import::load(&examples(folder), main).unwrap_err();
        let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{name}");
        blocks += 1;
    }
    assert_eq!(blocks, 3);
}

/// Where a key that nobody knows is put to learn which keys are known.
const SECTIONS: [(&str, &str); 12] = [
    ("top", "KEY\n[dataset]\n"),
    ("[dataset]", "[dataset]\nKEY\n"),
    ("[release_rule]", "[dataset]\n[release_rule]\nKEY\n"),
    ("[calendar]", "[dataset]\n[calendar]\nKEY\n"),
    ("[[schedule]]", "[dataset]\n[[schedule]]\nKEY\n"),
    ("[[items]]", "[dataset]\n[[items]]\nKEY\n"),
    ("[[partners]]", "[dataset]\n[[partners]]\nKEY\n"),
    ("[[targets]]", "[dataset]\n[[targets]]\nKEY\n"),
    ("[[policies]]", "[dataset]\n[[policies]]\nKEY\n"),
    ("[[claims]]", "[dataset]\n[[claims]]\nKEY\n"),
    ("[[decisions]]", "[dataset]\n[[decisions]]\nKEY\n"),
    ("[[series]]", "[dataset]\n[[series]]\nKEY\n"),
];

/// The keys that the reader asks for in a section.
fn known(toml: &str) -> BTreeSet<String> {
    let text = toml.replace("KEY", "zzzzzzzzzzzzzzzzzzzz = 1");
    let files = Examples(BTreeMap::from([("dataset.toml".to_owned(), format!("format = 1\n{text}"))]));
    let problems = import::load(&files, "dataset.toml").unwrap_err();
    let hint = problems.iter().find(|problem| problem.what == "unknown key `zzzzzzzzzzzzzzzzzzzz`");
    let hint = hint.unwrap_or_else(|| panic!("{problems:?}"));
    hint.hint.strip_prefix("known: ").unwrap().split(", ").map(str::to_owned).collect()
}

#[test]
fn every_key_is_documented_and_every_documented_key_is_read() {
    let text = document("formats.md");
    let mut documented: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let table = text.split("### Every key").nth(1).unwrap().split("\n## ").next().unwrap();
    for row in table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| section")) {
        let cells: Vec<&str> = row.trim_matches('|').splitn(3, " | ").map(str::trim).collect();
        let keys = cells[1].split(", ").map(|key| key.trim_matches(['`', '*']).to_owned());
        documented.entry(cells[0].trim_matches('`').to_owned()).or_default().extend(keys);
    }
    let event = "[dataset]\n[[policies]]\nid = \"x\"\nevents = [{ KEY, date = \"2023-01\" }]\n";
    for (section, toml) in SECTIONS.into_iter().chain([("events", event)]) {
        assert_eq!(documented.remove(section).unwrap_or_default(), known(toml), "{section}");
    }
    assert!(documented.is_empty(), "{documented:?}");
}

#[test]
fn the_readme_has_the_small_example() {
    let readme = std::fs::read_to_string(format!("{}/README.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let Examples(files) = examples("one");
    assert!(readme.contains(&files["trade.csv"]), "README.md and docs/formats.md differ");
}

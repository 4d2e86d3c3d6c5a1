//! What the documents say is what the program does.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use serde_json::Value;

use tradedeck::app::State;
use tradedeck::config::Range;
use tradedeck::domain::{Flow, Period, Problem, SeriesKey, View};
use tradedeck::export::Report;
use tradedeck::import::{self, Files};
use tradedeck::indicators::FigureId;
use tradedeck::indicators::figure::DEFINITIONS;
use tradedeck::ui::panels;

/// The files that a document gives as examples.
struct Examples(BTreeMap<String, String>);

impl Files for Examples {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let found = self.0.get(name).map(|text| Cow::Owned(text.clone().into_bytes()));
        found.ok_or_else(|| Problem::whole_file(name, "not among the examples", ""))
    }
}

fn document(name: &str) -> String {
    fs::read_to_string(format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The examples below `folder/`, without the folder in their names.
fn examples(folder: &str) -> Examples {
    let text = document("formats.md");
    let mut files = BTreeMap::new();
    for block in text.split("```").skip(1).step_by(2) {
        let (head, body) = block.split_once('\n').unwrap();
        let name = head.split_once("file=").map(|(_, name)| name.trim());
        if let Some(name) = name.and_then(|name| name.strip_prefix(folder)) {
            files.insert(name.trim_start_matches('/').to_owned(), body.to_owned());
        }
    }
    assert!(!files.is_empty(), "no example in {folder}");
    Examples(files)
}

fn load(folder: &str, main: &str) -> Arc<tradedeck::domain::Dataset> {
    Arc::new(import::load(&examples(folder), main).unwrap_or_else(|problems| panic!("{problems:?}")))
}

#[test]
fn the_small_example_loads() {
    let view = View::new(load("one", "trade.csv"), None);
    let exports = view.vintage(SeriesKey::total(Flow::Export));
    assert_eq!(exports.value(Period::month(2026, 1)), Some(65_850_000_000));
    assert_eq!(exports.reading(Period::month(2026, 1)).unwrap().rounding, 10_000_000);
}

#[test]
fn the_revised_example_has_the_balances_it_states() {
    let dataset = load("revised", "trade.csv");
    let balance = |as_of: &str| {
        let view = View::new(Arc::clone(&dataset), Some(as_of.parse().unwrap()));
        view.vintage(SeriesKey::total(Flow::Balance)).value(Period::month(2023, 1))
    };
    assert_eq!(balance("2023-02-15"), Some(-12_689_000_000));
    assert_eq!(balance("2023-03-03"), Some(-12_650_000_000));
}

#[test]
fn the_inline_example_is_quarterly_with_a_gap() {
    let dataset = load("inline", "country.toml");
    let exports = View::new(Arc::clone(&dataset), None).vintage(SeriesKey::total(Flow::Export));
    assert_eq!(exports.value(Period::quarter(2024, 1)), Some(1_200_500_000));
    assert_eq!(exports.value(Period::quarter(2024, 3)), None);
    assert_eq!(dataset.currency, "EUR");
}

#[test]
fn the_full_example_fills_the_deck() {
    let dataset = load("folder", "dataset.toml");
    let state = State::new(dataset, None, None, panels::names(), Range::Months(24)).unwrap();
    assert_eq!(state.month(), Period::month(2024, 1));
    let share = state.deck.figure(FigureId::FocusShare).value.unwrap();
    assert_eq!(share.rounded(1), 258);
    assert_eq!(state.deck.targets.len(), 1);
    assert!(state.deck.figure(FigureId::ExportsDailyAverage).is_known());
    assert_eq!((state.dataset().policies.len(), state.dataset().statements.len()), (1, 1));
}

fn korean_report() -> Value {
    let dataset = Arc::new(import::embedded::korea().unwrap());
    let state = State::new(dataset, None, None, panels::names(), Range::Months(24)).unwrap();
    serde_json::from_str(&Report::new(state.view(), &state.deck).to_json()).unwrap()
}

fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn every_field_of_the_report_is_documented() {
    let text = document("report.md");
    let mut found = BTreeSet::new();
    keys(&korean_report(), &mut found);
    let missing: Vec<&String> = found.iter().filter(|key| !text.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "not in docs/report.md: {missing:?}");
}

#[test]
fn money_is_an_integer_and_a_ratio_a_string() {
    let report = korean_report();
    for figure in report["figures"].as_array().unwrap() {
        let (id, value) = (&figure["id"], &figure["value"]);
        match figure["unit"].as_str().unwrap() {
            "USD" => assert!(value.is_i64(), "{id}"),
            _ => assert!(value.as_str().unwrap().parse::<f64>().is_ok(), "{id}"),
        }
    }
}

#[test]
fn the_table_of_figures_is_the_program_s() {
    let mut table = String::from("| id | decimals | formula |\n|---|---|---|\n");
    for definition in &DEFINITIONS {
        let name = definition.id.name("semiconductors");
        table.push_str(&format!("| `{name}` | {} | {} |\n", definition.decimals, definition.formula));
    }
    let text = document("report.md");
    let (before, after) = text.split_once("<!-- figures -->\n\n").unwrap();
    let end = after.find("\n\n").unwrap();
    let fresh = format!("{before}<!-- figures -->\n\n{}{}", table.trim_end(), &after[end..]);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(format!("{}/docs/report.md", env!("CARGO_MANIFEST_DIR")), &fresh).unwrap();
        return;
    }
    assert!(text == fresh, "docs/report.md is stale: run the tests with UPDATE_DOCS=1");
}

/// The order of the layers, from `src/lib.rs`.
fn layers() -> Vec<String> {
    let text = fs::read_to_string(format!("{}/src/lib.rs", env!("CARGO_MANIFEST_DIR"))).unwrap();
    text.lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
        .map(|name| name.trim_end_matches(';').to_owned())
        .collect()
}

fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn a_layer_names_only_layers_to_its_left() {
    let layers = layers();
    assert_eq!(layers, ["domain", "indicators", "import", "config", "app", "ui", "export", "runtime"]);
    let mut faults = Vec::new();
    for (place, layer) in layers.iter().enumerate() {
        let mut files = Vec::new();
        sources(std::path::Path::new(&format!("{}/src/{layer}", env!("CARGO_MANIFEST_DIR"))), &mut files);
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let mut forbidden: Vec<String> =
                layers[place + 1..].iter().map(|later| format!("crate::{later}")).collect();
            if place < 5 {
                forbidden.extend(["ratatui".to_owned(), "crossterm".to_owned()]);
            }
            if layer != "runtime" {
                forbidden.extend(["std::fs", "std::thread", "Instant::now", "SystemTime"].map(str::to_owned));
            }
            let used = |name: &String| {
                text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(name.as_str()))
            };
            faults.extend(forbidden.iter().filter(|name| used(name)).map(|name| format!("{}: {name}", file.display())));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

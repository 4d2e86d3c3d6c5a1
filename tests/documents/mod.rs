//! What the documents say is what the program does.

mod claims;
mod formats;
mod generated;
mod pictures;
mod report;
mod schema;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use tradedeck::app::State;
use tradedeck::config::Range;
use tradedeck::domain::{Flow, Period, Problem, SeriesKey, View};
use tradedeck::import::{self, Files};
use tradedeck::indicators::FigureId;
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
        let name =
            head.split_once("file=").filter(|(kind, _)| !kind.starts_with("messages")).map(|(_, name)| name.trim());
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

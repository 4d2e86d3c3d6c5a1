//! The figures of 3 March 2023 and of the last months, as a script reads them.

mod evidence;
mod replay;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use tradedeck::app::State;
use tradedeck::config::Range;
use tradedeck::domain::{Dataset, Period};
use tradedeck::export::Report;
use tradedeck::ui::panels;

/// Figures that scripts may rely on.
const IDS: [&str; 16] = [
    "exports",
    "imports",
    "balance",
    "exports_yoy",
    "imports_yoy",
    "exports_daily_average",
    "exports_daily_average_yoy",
    "exports_ytd",
    "imports_ytd",
    "balance_ytd",
    "semiconductor_exports",
    "semiconductor_yoy",
    "semiconductor_share",
    "semiconductor_contribution",
    "exports_ex_semiconductors_yoy",
    "balance_12m",
];

pub fn korea() -> Arc<Dataset> {
    static KOREA: OnceLock<Arc<Dataset>> = OnceLock::new();
    Arc::clone(KOREA.get_or_init(|| Arc::new(tradedeck::import::embedded::korea().unwrap())))
}

/// The report of a month as known on a date, or now.
pub fn report(as_of: Option<&str>, month: Option<&str>) -> Value {
    let month = month.map(|month| Period::parse(month).unwrap());
    let as_of = as_of.map(|date| date.parse().unwrap());
    let state = State::new(korea(), as_of, month, panels::names(), Range::Months(24)).unwrap();
    serde_json::from_str(&Report::new(state.view(), &state.deck).to_json()).unwrap()
}

pub fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap()
}

pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} of {value}"))
}

pub fn figure<'a>(report: &'a Value, id: &str) -> &'a Value {
    list(report, "figures").iter().find(|figure| figure["id"] == id).unwrap_or_else(|| panic!("no figure {id}"))
}

#[test]
fn the_ids_that_scripts_rely_on() {
    let report = report(None, None);
    let ids: BTreeSet<&str> = list(&report, "figures").iter().map(|figure| text(figure, "id")).collect();
    assert_eq!(ids.len(), list(&report, "figures").len(), "an id stands twice");
    for id in IDS {
        assert!(ids.contains(id), "{id}");
    }
}

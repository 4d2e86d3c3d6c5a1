//! What tests of several kinds start from.

use std::sync::{Arc, OnceLock};

use serde_json::Value;

use tradedeck::app::State;
use tradedeck::config::Range;
use tradedeck::domain::{Dataset, Period};
use tradedeck::export::Report;
use tradedeck::ui::panels;

/// The embedded dataset, loaded once.
pub fn korea() -> Arc<Dataset> {
    static KOREA: OnceLock<Arc<Dataset>> = OnceLock::new();
    Arc::clone(KOREA.get_or_init(|| Arc::new(tradedeck::import::embedded::korea().unwrap())))
}

/// A dataset at a month as known on a date; where they are not given, at the last complete one, as of now.
pub fn state(dataset: &Arc<Dataset>, as_of: Option<&str>, month: Option<&str>) -> State {
    let month = month.map(|month| Period::parse(month).unwrap());
    let as_of = as_of.map(|date| date.parse().unwrap());
    State::new(Arc::clone(dataset), as_of, month, panels::names(), Range::Months(24)).unwrap()
}

/// The report of a state, as a script reads it.
pub fn report_of(state: &State) -> Value {
    serde_json::from_str(&Report::new(state.view(), &state.deck).to_json()).unwrap()
}

/// The report of the embedded dataset.
pub fn report(as_of: Option<&str>, month: Option<&str>) -> Value {
    report_of(&state(&korea(), as_of, month))
}

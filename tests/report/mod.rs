//! The figures of 3 March 2023 and of the last months, as a script reads them.

mod copied;
mod evidence;
mod formats;
mod replay;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::report;

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

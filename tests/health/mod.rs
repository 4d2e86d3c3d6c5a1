//! Data health: the faults of a reference table, each check by itself, and no false alarm.

mod embedded;
mod planted;
mod reference;
mod withheld;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use tradedeck::domain::{Dataset, Problem, View};
use tradedeck::import::{self, Files};
use tradedeck::indicators::health::{Finding, inspect, words};

/// Files in memory.
struct Memory(BTreeMap<&'static str, String>);

impl Files for Memory {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let found = self.0.get(name).map(|text| Cow::Owned(text.clone().into_bytes()));
        found.ok_or_else(|| Problem::whole_file(name, "not there", ""))
    }
}

/// A dataset of one table, with some lines of TOML about it.
fn dataset(toml: &str, csv: &str) -> Arc<Dataset> {
    let toml = format!("format = 1\n{toml}\n[dataset]\nunit = \"USD\"\nfiles = [\"trade.csv\"]\n");
    let files = Memory(BTreeMap::from([("dataset.toml", toml), ("trade.csv", csv.to_owned())]));
    Arc::new(import::load(&files, "dataset.toml").unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// What is found, as `code period series`.
fn found(dataset: &Arc<Dataset>, as_of: Option<&str>) -> Vec<String> {
    let view = View::new(Arc::clone(dataset), as_of.map(|date| date.parse().unwrap()));
    inspect(&view).iter().map(|finding| line(finding, dataset)).collect()
}

fn line(finding: &Finding, dataset: &Dataset) -> String {
    assert!(words::what(finding, dataset).starts_with(&finding.period.to_string()));
    format!("{} {} {}", finding.check.code(), finding.period, dataset.series_name(finding.key))
}

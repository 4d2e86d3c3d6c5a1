//! Statements judged by the engine: the twelve of the embedded dataset, an independent reference table, every verdict.

mod bounds;
mod embedded;
mod figures;
mod language;
mod reference;
mod verdicts;

use std::sync::Arc;

use tradedeck::claims::{Judgement, judge_all};
use tradedeck::domain::{Dataset, Statement, View};
use tradedeck::import::native::read_claims;

use crate::support::korea;

/// The embedded dataset as known on a date.
fn view(as_of: &str) -> View {
    View::new(korea(), Some(as_of.parse().unwrap()))
}

/// One statement about a dataset, from the lines of its table.
fn statement(dataset: &Dataset, lines: &str) -> Statement {
    let toml = format!("[[claims]]\nid = \"it\"\n{lines}\n");
    let read = read_claims("said.toml", toml.as_bytes(), dataset);
    read.unwrap_or_else(|problems| panic!("{problems:?}\n{toml}")).remove(0)
}

/// The same, judged.
fn judged(view: &View, lines: &str) -> Judgement {
    let statement = statement(view.dataset(), lines);
    let mut judgements = judge_all(view, std::slice::from_ref(&statement));
    assert_eq!(judgements.len(), 1, "not said by {}", view.as_of());
    judgements.remove(0)
}

/// The statements of the embedded dataset, judged as known on a date.
fn embedded(as_of: &str) -> Vec<Judgement> {
    let view = view(as_of);
    let dataset = Arc::clone(view.dataset());
    judge_all(&view, &dataset.statements)
}

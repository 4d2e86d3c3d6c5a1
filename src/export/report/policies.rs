//! Measures as they stood on the date.

use serde::Serialize;

use crate::domain::{Dataset, PolicyEvent, View};
use crate::indicators::PolicyStanding;

/// One measure.
#[derive(Debug, Serialize)]
pub(in crate::export) struct PolicyEntry {
    pub(in crate::export) id: String,
    pub(in crate::export) name: String,
    pub(in crate::export) amount: String,
    pub(in crate::export) status: String,
    pub(in crate::export) overdue: bool,
    pub(in crate::export) due: Option<String>,
    pub(in crate::export) steps: Vec<StepEntry>,
}

/// A dated step.
#[derive(Debug, Serialize)]
pub(in crate::export) struct StepEntry {
    /// The day; the month where only that is known.
    pub(in crate::export) date: String,
    pub(in crate::export) status: String,
    pub(in crate::export) text: String,
    pub(in crate::export) source: Option<String>,
}

pub(super) fn entries(view: &View, standings: &[PolicyStanding<'_>]) -> Vec<PolicyEntry> {
    standings.iter().map(|standing| entry(view, standing)).collect()
}

fn entry(view: &View, standing: &PolicyStanding<'_>) -> PolicyEntry {
    let policy = standing.policy;
    PolicyEntry {
        id: policy.id.clone(),
        name: policy.name.here().to_owned(),
        amount: policy.amount_on(view.as_of()).here().to_owned(),
        status: standing.event.status.clone(),
        overdue: standing.overdue,
        due: standing.due.map(|due| due.to_string()),
        steps: policy.known_on(view.as_of()).map(|event| step(view.dataset(), event)).collect(),
    }
}

fn step(dataset: &Dataset, event: &PolicyEvent) -> StepEntry {
    let date = if event.day_unknown { event.date.format("%Y-%m").to_string() } else { event.date.to_string() };
    StepEntry {
        date,
        status: event.status.clone(),
        text: event.text.here().to_owned(),
        source: event.source.map(|source| dataset.source(source).id.clone()),
    }
}

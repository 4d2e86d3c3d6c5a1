//! Findings of the health checks as the report and `tradedeck check --health` write them for machines.

use serde::Serialize;

use crate::domain::{Dataset, Decision, View};
use crate::indicators::Deck;
use crate::indicators::health::{Finding, IdentityFailure, words};
use crate::say;
use crate::word;

use super::page::codes;

/// One finding.
#[derive(Debug, Serialize)]
pub(super) struct FindingEntry {
    pub(super) check: &'static str,
    /// What the check is called by people.
    #[serde(skip)]
    pub(super) name: &'static str,
    pub(super) severity: &'static str,
    pub(super) series: String,
    pub(super) period: String,
    last_period: String,
    pub(super) found: Option<i64>,
    pub(super) expected: Option<i64>,
    pub(super) file: Option<String>,
    pub(super) line: Option<u32>,
    pub(super) text: String,
}

impl FindingEntry {
    /// The entry of a finding.
    pub(super) fn of(finding: &Finding, dataset: &Dataset) -> FindingEntry {
        let place = finding.place(dataset);
        let has_numbers = finding.found != 0 || finding.expected != 0;
        FindingEntry {
            check: finding.check.code(),
            name: words::name(finding.check),
            severity: finding.severity().code(),
            series: dataset.series_name(finding.key),
            period: finding.period.to_string(),
            last_period: finding.last.to_string(),
            found: has_numbers.then_some(finding.found),
            expected: has_numbers.then_some(finding.expected),
            file: place.map(|(file, _)| file.to_owned()),
            line: place.map(|(_, line)| line).filter(|line| *line > 0),
            text: words::what(finding, dataset),
        }
    }
}

/// The health of a view, and of a month of it.
#[derive(Debug, Serialize)]
pub(super) struct HealthEntry {
    pub(super) identities_checked: usize,
    pub(super) identity_failures: Vec<IdentityEntry>,
    pub(super) provisional_periods: usize,
    gaps: Vec<String>,
    one_sided_periods: Vec<String>,
    pub(super) findings: Vec<ReportFinding>,
    pub(super) decisions: Vec<DecisionEntry>,
}

/// Something that was decided while the files were read.
#[derive(Debug, Serialize)]
pub(super) struct DecisionEntry {
    file: Option<String>,
    doubtful: bool,
    text: String,
}

impl DecisionEntry {
    fn of(decision: &Decision) -> DecisionEntry {
        let Decision { file, words, is_doubtful } = decision.clone();
        DecisionEntry { file: Some(file).filter(|file| !file.is_empty()), doubtful: is_doubtful, text: words }
    }

    /// The entry as a line for people.
    pub(super) fn line(&self) -> String {
        let text = self.file.as_ref().map_or_else(|| self.text.clone(), |file| format!("{file}: {}", self.text));
        if self.doubtful { say!("report.doubtful", what = text) } else { text }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct IdentityEntry {
    period: String,
    gap: i64,
}

/// A finding, with the figures of the month that rest on it.
#[derive(Debug, Serialize)]
pub(super) struct ReportFinding {
    #[serde(flatten)]
    pub(super) finding: FindingEntry,
    figures: Vec<String>,
}

impl HealthEntry {
    /// What was checked and found; `names` are those of the deck's figures, in their order.
    pub(super) fn of<'a>(view: &View, deck: &Deck, names: impl Iterator<Item = &'a str> + Clone) -> HealthEntry {
        let health = &deck.health;
        let failure =
            |failure: &IdentityFailure| IdentityEntry { period: failure.period.to_string(), gap: failure.gap };
        let finding = |finding: &Finding| {
            let figures = deck.figures().iter().zip(names.clone());
            let resting = figures.filter(|(figure, _)| finding.touches(&figure.inputs, view.dataset()));
            ReportFinding {
                finding: FindingEntry::of(finding, view.dataset()),
                figures: resting.map(|(_, name)| name.to_owned()).collect(),
            }
        };
        HealthEntry {
            identities_checked: health.identities_checked,
            identity_failures: health.identity_failures.iter().map(failure).collect(),
            provisional_periods: health.provisional,
            gaps: health.gaps.iter().map(ToString::to_string).collect(),
            one_sided_periods: health.one_sided.iter().map(ToString::to_string).collect(),
            findings: deck.lensed().findings().iter().map(finding).collect(),
            decisions: view.dataset().decisions.iter().map(DecisionEntry::of).collect(),
        }
    }
}

/// All findings as plain text, each with file and line.
pub(super) fn text(findings: &[Finding], dataset: &Dataset) -> String {
    let mut text = match findings.len() {
        0 => word!("report.health-none").to_owned() + "\n",
        count => say!("report.health-count", n = count) + "\n",
    };
    for finding in findings {
        let place = finding.placed(dataset).map_or_else(String::new, |place| format!("{place}: "));
        let (severity, what) = (codes::severity(finding.severity().code()), words::what(finding, dataset));
        text.push_str(&format!("{place}{severity}: {}: {what}\n", words::name(finding.check)));
    }
    text
}

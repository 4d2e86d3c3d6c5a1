//! Findings of the health checks as the report and `tradedeck check --health` write them for machines.

use serde::Serialize;

use crate::domain::{Dataset, ObservationId};
use crate::indicators::health::{Finding, words};

/// One finding.
#[derive(Debug, Serialize)]
pub(super) struct FindingEntry {
    check: &'static str,
    severity: &'static str,
    series: String,
    period: String,
    last_period: String,
    found: Option<i64>,
    expected: Option<i64>,
    file: Option<String>,
    line: Option<u32>,
    text: String,
}

impl FindingEntry {
    /// The entry of a finding.
    pub(super) fn of(finding: &Finding, dataset: &Dataset) -> FindingEntry {
        let place = finding.place(dataset);
        let has_numbers = finding.found != 0 || finding.expected != 0;
        FindingEntry {
            check: finding.check.code(),
            severity: finding.severity().code(),
            series: dataset.series_name(finding.key),
            period: finding.period.to_string(),
            last_period: finding.last.to_string(),
            found: has_numbers.then_some(finding.found),
            expected: has_numbers.then_some(finding.expected),
            file: place.map(|(file, _)| file.to_owned()),
            line: place.map(|(_, line)| line),
            text: words::what(finding, dataset),
        }
    }
}

/// A finding of the report, with the figures of the month that rest on it.
#[derive(Debug, Serialize)]
pub(super) struct ReportFinding {
    #[serde(flatten)]
    finding: FindingEntry,
    figures: Vec<String>,
}

impl ReportFinding {
    /// The entry of a finding; `figures` are the month's, by name, with their inputs.
    pub(super) fn of(finding: &Finding, dataset: &Dataset, figures: &[(String, Vec<ObservationId>)]) -> ReportFinding {
        let resting = figures.iter().filter(|(_, inputs)| finding.touches(inputs, dataset));
        ReportFinding {
            finding: FindingEntry::of(finding, dataset),
            figures: resting.map(|(name, _)| name.clone()).collect(),
        }
    }
}

/// All findings as plain text, each with file and line.
pub(super) fn text(findings: &[Finding], dataset: &Dataset) -> String {
    let mut text = match findings.len() {
        0 => "data health: nothing found\n".to_owned(),
        count => format!("data health: {count} found\n"),
    };
    for finding in findings {
        let place = finding.place(dataset).map_or_else(String::new, |(file, line)| format!("{file}:{line}: "));
        let (severity, what) = (finding.severity().code(), words::what(finding, dataset));
        text.push_str(&format!("{place}{severity}: {}: {what}\n", words::name(finding.check)));
    }
    text
}

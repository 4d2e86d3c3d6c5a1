//! What was checked, and what was found.

use crate::say;
use crate::word;

use super::super::health::DecisionEntry;
use super::super::report::Report;
use super::{Column, Section, Table, codes};

pub(super) fn section(report: &Report) -> Section {
    let health = &report.health;
    let mut section = Section::new(report, "health", word!("report.data-health"));
    section.sentence = say!(
        "report.health",
        checked = health.identities_checked,
        failures = health.identity_failures.len(),
        found = health.findings.len(),
        provisional = health.provisional_periods,
    );
    section.remarks.extend(health.decisions.iter().map(DecisionEntry::line));
    if health.findings.is_empty() {
        return section;
    }
    let columns = [
        Column::text(word!("report.severity")),
        Column::text(word!("report.check")),
        Column::text(word!("report.series")),
        Column::time(word!("report.period")),
        Column::text(word!("report.finding")),
        Column::text(word!("report.at")),
    ];
    let mut table = Table::new(word!("report.findings"), columns);
    for found in health.findings.iter().map(|finding| &finding.finding) {
        let place = found.file.as_ref().map_or_else(String::new, |file| match found.line {
            Some(line) => format!("{file}:{line}"),
            None => file.clone(),
        });
        table.push([codes::severity(found.severity), found.name, &found.series, &found.period, &found.text, &place]);
    }
    section.tables.push(table);
    section
}

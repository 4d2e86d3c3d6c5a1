//! What was checked, and what was found.

use super::super::report::Report;
use super::{Column, Section, Table};

pub(super) fn section(report: &Report) -> Section {
    let health = &report.health;
    let mut section = Section::new(report, "health", "Data health");
    section.sentence = format!(
        "{} published balances were compared with exports less imports of the same release; {} differ beyond rounding; \
         {} found by all checks; {} periods may still change",
        health.identities_checked,
        health.identity_failures.len(),
        health.findings.len(),
        health.provisional_periods
    );
    if health.findings.is_empty() {
        return section;
    }
    let columns = ["severity", "check", "series", "period", "finding", "at"].map(Column::text);
    let mut table = Table::new("Findings", columns);
    for found in health.findings.iter().map(|finding| &finding.finding) {
        let place = found.file.as_ref().map_or_else(String::new, |file| match found.line {
            Some(line) => format!("{file}:{line}"),
            None => file.clone(),
        });
        table.push([found.severity, found.check, &found.series, &found.period, &found.text, &place]);
    }
    section.tables.push(table);
    section
}

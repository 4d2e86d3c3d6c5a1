//! Measures, where they stand, and what is due.

use super::super::report::Report;
use super::{Column, Section, Table};

pub(super) fn section(report: &Report) -> Section {
    let mut section = Section::new(report, "policy", "Policy");
    if report.policies.is_empty() {
        return section;
    }
    let columns = ["measure", "amount", "status", "since", "due", "last step", "source"].map(Column::text);
    let mut table = Table::new("Measures", columns);
    for policy in &report.policies {
        let status = policy.status.replace('_', " ");
        let status = if policy.overdue { format!("OVERDUE ({status})") } else { status };
        let last = policy.steps.last();
        table.push([
            policy.name.as_str(),
            &policy.amount,
            &status,
            last.map_or("", |step| step.date.as_str()),
            policy.due.as_deref().unwrap_or(""),
            last.map_or("", |step| step.text.as_str()),
            last.and_then(|step| step.source.as_deref()).unwrap_or(""),
        ]);
    }
    section.tables.push(table);
    section
}

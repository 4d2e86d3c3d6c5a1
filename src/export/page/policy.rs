//! Measures, where they stand, and what is due.

use crate::say;
use crate::word;

use super::super::report::Report;
use super::{Column, Section, Table, codes};

pub(super) fn section(report: &Report) -> Section {
    let mut section = Section::new(report, "policy", word!("report.policy"));
    if report.policies.is_empty() {
        return section;
    }
    let columns = [
        Column::text(word!("report.measure")),
        Column::text(word!("report.amount")),
        Column::text(word!("report.status")),
        Column::time(word!("report.since")),
        Column::time(word!("report.due")),
        Column::text(word!("report.last-step")),
        Column::text(word!("report.source")),
    ];
    let mut table = Table::new(word!("report.measures"), columns);
    for policy in &report.policies {
        let status = codes::step(&policy.status);
        let status = if policy.overdue { say!("report.overdue", status = status) } else { status };
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

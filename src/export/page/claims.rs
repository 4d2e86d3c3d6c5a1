//! What was said, with both verdicts.

use crate::word;

use super::super::report::Report;
use super::{Column, Section, Table};

pub(super) fn section(report: &Report) -> Section {
    let mut section = Section::new(report, "claims", word!("report.claims"));
    if report.claims.is_empty() {
        return section;
    }
    let mut table = Table::new(
        word!("report.verdicts"),
        [
            Column::text(word!("report.claim")),
            Column::time(word!("report.said")),
            Column::number(word!("report.stated")),
            Column::text(word!("report.as-spoken")),
            Column::number(word!("report.computed")),
            Column::text(word!("report.as-known-now")),
            Column::number(word!("report.computed")),
        ],
    );
    for claim in &report.claims {
        let shown = &claim.shown;
        table.push([
            &claim.statement,
            &claim.said,
            &shown.stated,
            claim.then.verdict,
            &shown.then,
            claim.now.verdict,
            &shown.now,
        ]);
        section.remarks.extend(claim.remarks.iter().map(|remark| format!("{}: {remark}", claim.id)));
    }
    section.tables.push(table);
    section
}

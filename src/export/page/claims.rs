//! What was said, with both verdicts.

use super::super::report::Report;
use super::{Column, Section, Table};

pub(super) fn section(report: &Report) -> Section {
    let mut section = Section::new(report, "claims", "Claims");
    if report.claims.is_empty() {
        return section;
    }
    let mut table = Table::new(
        "Verdicts on the figures of the day it was said, and on those of the report's date",
        [
            Column::text("claim"),
            Column::text("said"),
            Column::number("stated"),
            Column::text("as spoken"),
            Column::number("computed"),
            Column::text("as known now"),
            Column::number("computed"),
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

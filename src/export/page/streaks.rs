//! Runs: those that go on, and the longest.

use super::super::report::{Report, RunEntry};
use super::{Column, Section, Table};

/// Runs of each kind that are listed: those up to this rank, and the current one.
const RANKS: u32 = 5;

pub(super) fn section(report: &Report) -> Section {
    let mut section = Section::new(report, "streaks", "Streaks");
    let mut table = Table::new(
        format!("Current runs, and the {RANKS} longest of each kind"),
        [
            Column::text("run of"),
            Column::number("periods"),
            Column::text("from"),
            Column::text("to"),
            Column::number("rank"),
            Column::text("now"),
        ],
    );
    let mut runs: Vec<&RunEntry> = report.streaks.iter().filter(|run| run.is_current || run.rank <= RANKS).collect();
    runs.sort_by_key(|run| (run.kind, run.rank));
    for run in runs {
        let least = if run.exactness == "exact" { "" } else { "at least " };
        table.push([
            run.kind.replace('_', " "),
            format!("{least}{}", run.length),
            run.start.clone(),
            run.end.clone(),
            run.rank.to_string(),
            (if run.is_current { "current" } else { "" }).to_owned(),
        ]);
    }
    section.tables.push(table);
    section
}

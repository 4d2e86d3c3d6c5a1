//! Runs: those that go on, and the longest.

use crate::say;
use crate::word;

use super::super::report::{Report, RunEntry};
use super::{Column, Section, Table, codes};

/// Runs of each kind that are listed: those up to this rank, and the current one.
const RANKS: u32 = 5;

pub(super) fn section(report: &Report) -> Section {
    let mut section = Section::new(report, "streaks", word!("report.streaks"));
    let mut table = Table::new(
        say!("report.runs", n = RANKS),
        [
            Column::text(word!("report.run-of")),
            Column::number(word!("report.periods")),
            Column::time(word!("report.from")),
            Column::time(word!("report.to")),
            Column::number(word!("report.rank")),
            Column::text(word!("report.now")),
        ],
    );
    let mut runs: Vec<&RunEntry> = report.streaks.iter().filter(|run| run.is_current || run.rank <= RANKS).collect();
    runs.sort_by_key(|run| (run.kind, run.rank));
    for run in runs {
        table.push([
            codes::run(run.kind).to_owned(),
            if run.exactness == "exact" { run.length.to_string() } else { say!("report.at-least", n = run.length) },
            run.start.clone(),
            run.end.clone(),
            run.rank.to_string(),
            (if run.is_current { word!("report.current") } else { "" }).to_owned(),
        ]);
    }
    section.tables.push(table);
    section
}

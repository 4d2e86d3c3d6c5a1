//! The figures of totals and of the focus item.

use crate::{say, word};

use super::super::report::{RecordEntry, Report, SeriesOf};
use super::{Chart, Column, Section, Table, codes};

/// Name of the record that is about the focus item.
const FOCUS_RECORD: &str = "focus_item_exports";

/// Exports, imports, balance.
pub(super) fn balance(report: &Report) -> Section {
    let mut section = Section::new(report, "balance", word!("report.balance"));
    section.charts = vec![Chart::Columns(SeriesOf::Balance), Chart::Lines];
    section.tables = vec![table(report, false), records(report, |record| record.series != FOCUS_RECORD)];
    section
}

/// The item that panel 3 is about.
pub(super) fn focus_item(report: &Report) -> Section {
    let title = if report.dataset.focus.is_empty() { word!("report.focus-item") } else { &report.dataset.focus };
    let mut section = Section::new(report, "focus_item", title);
    section.charts = vec![Chart::Columns(SeriesOf::Share)];
    section.tables = vec![table(report, true), records(report, |record| record.series == FOCUS_RECORD)];
    section
}

fn table(report: &Report, is_focus: bool) -> Table {
    let mut table = Table::new(
        word!("report.figures"),
        [
            Column::text(word!("report.figure")),
            Column::number(word!("report.value")),
            Column::text(word!("report.status")),
            Column::time(word!("report.released")),
            Column::text(word!("report.newest-source")),
            Column::code(word!("report.id")),
        ],
    );
    let has_lens = !report.lens.words.is_empty();
    table.columns.extend(has_lens.then(|| Column::text(word!("report.through-the-lens"))));
    for figure in report.figures.iter().filter(|figure| figure.is_focus() == is_focus) {
        let (released, source) = figure.newest_input().unwrap_or(("-", "-"));
        let lens = figure.lens.as_deref().filter(|_| has_lens);
        let shown = figure.shown();
        let cells = [&figure.name, shown.as_str(), codes::status(figure.status), released, source, &figure.id];
        table.push(cells.into_iter().chain(lens));
    }
    table
}

/// What the series of a record is called.
fn series(report: &Report, record: &RecordEntry) -> String {
    match record.series {
        "exports" => word!("figures.exports").to_owned(),
        "imports" => word!("figures.imports").to_owned(),
        "balance" => word!("figures.balance").to_owned(),
        FOCUS_RECORD => say!("figures.focus-exports", focus = report.dataset.focus),
        other => other.to_owned(),
    }
}

fn records(report: &Report, wanted: impl Fn(&RecordEntry) -> bool) -> Table {
    let mut table = Table::new(
        word!("report.standing"),
        [
            Column::text(word!("report.series")),
            Column::number(word!("report.rank")),
            Column::number(word!("report.of")),
            Column::number(word!("report.same-month")),
            Column::number(word!("report.of")),
            Column::text(word!("report.as-high-before")),
            Column::text(word!("report.as-low-before")),
        ],
    );
    for record in report.records.iter().filter(|record| wanted(record)) {
        table.push([
            series(report, record),
            record.rank.to_string(),
            record.count.to_string(),
            record.rank_same_month.to_string(),
            record.count_same_month.to_string(),
            record.highest.shown(),
            record.lowest.shown(),
        ]);
    }
    table
}

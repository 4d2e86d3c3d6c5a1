//! The report as tidy CSV: one row for each number or statement, so that a pivot or a filter reads all of it.

mod rows;

use csv::{Terminator, WriterBuilder};

use super::report::Report;

/// The columns.
const HEADER: [&str; 14] = [
    "section", "id", "name", "measure", "period", "value", "unit", "text", "reason", "status", "as_of", "released",
    "source", "lens",
];

/// One row. `value` is a number or empty; everything else is text.
#[derive(Debug, Clone, Default)]
struct Row {
    section: &'static str,
    id: String,
    name: String,
    measure: String,
    period: String,
    value: String,
    unit: String,
    text: String,
    reason: String,
    status: String,
    as_of: String,
    released: String,
    source: String,
    lens: String,
}

/// Writes the sections that reports show; of each it is told whether those are in it that are about no month.
pub(super) fn write<'a>(reports: impl IntoIterator<Item = (&'a Report, bool)>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = writer.write_record(HEADER);
    for (report, has_date) in reports {
        let is_shown = |section: &str| report.shows(section) && (has_date || !Report::is_of_the_date(section));
        for row in rows::all(report).into_iter().filter(|row| is_shown(row.section)) {
            let _ = writer.write_record(row.cells());
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

impl Row {
    fn cells(self) -> [String; 14] {
        let texts = [self.section.to_owned(), self.id, self.name, self.measure, self.period];
        let [section, id, name, measure, period] = texts.map(|text| inert(&text));
        let texts = [self.unit, self.text, self.reason, self.status, self.as_of, self.released, self.source, self.lens];
        let [unit, text, reason, status, as_of, released, source, lens] = texts.map(|text| inert(&text));
        [section, id, name, measure, period, self.value, unit, text, reason, status, as_of, released, source, lens]
    }
}

/// Text that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it.
pub(super) fn inert(text: &str) -> String {
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

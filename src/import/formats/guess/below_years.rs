//! Months and quarters that stand below their year in one column: `2023`, `Jan`, `Feb`; `2023.1`, `2`, `3`.

use std::borrow::Cow;

use crate::domain::Frequency;

use super::super::super::extract::{TimePeriod, dotted, span};
use super::super::super::rows::Row;
use super::super::words;
use super::cell;

/// The last period of a column.
#[derive(Clone, Copy)]
struct Last {
    /// The column.
    at: usize,
    year: i32,
    /// The month or quarter; 0 for the year itself.
    part: u32,
    /// Written with a point, as `2023.1`.
    is_dotted: bool,
}

/// Gives months and quarters the year above them, going down a sheet.
#[derive(Default)]
pub(super) struct BelowYears {
    last: Option<Last>,
    /// The line of the first row that was given one.
    pub first: Option<u32>,
}

impl BelowYears {
    /// The row with its period in full.
    pub fn fill<'r, 'a>(&mut self, row: Cow<'r, Row<'a>>) -> Cow<'r, Row<'a>> {
        let Some(at) = row.cells().position(|cell| !cell.is_empty()) else { return row };
        let cell = cell::unmarked(row.cell(at)).0;
        let Some((part, text)) = self.last.filter(|last| last.at == at).and_then(|last| in_year(cell, last)) else {
            // Sums stand between the months.
            if !words::is_of_no_period(cell) && !span::is_cumulative(cell) {
                self.last = period(cell, at);
            }
            return row;
        };
        self.last = self.last.map(|last| Last { part, ..last });
        self.first = self.first.or(Some(row.line));
        let start: Vec<String> = row.cells().take(at).map(str::to_owned).chain([text]).collect();
        Cow::Owned(row.begun(&start))
    }
}

/// A period that has its year.
fn period(cell: &str, at: usize) -> Option<Last> {
    let in_dots = dotted::read(cell);
    let period = in_dots.or_else(|| TimePeriod::parse(cell))?.period()?;
    let part = match period.frequency() {
        Frequency::Annual => 0,
        Frequency::Quarterly => period.first_month().div_ceil(3),
        Frequency::Monthly => period.first_month(),
    };
    Some(Last { at, year: period.year(), part, is_dotted: in_dots.is_some() })
}

/// The month or quarter that a cell names alone, and its period in full. A number may be anything but the next one.
fn in_year(cell: &str, last: Last) -> Option<(u32, String)> {
    let year = last.year;
    if let Some(quarter) = span::quarter(cell).filter(|quarter| *quarter > last.part) {
        return Some((quarter, format!("{year}-Q{quarter}")));
    }
    let is_number = cell.bytes().all(|byte| byte.is_ascii_digit());
    let is_next = |month: &u32| if is_number { *month == last.part + 1 } else { *month > last.part };
    let month = span::month(cell).filter(is_next)?;
    Some((month, if last.is_dotted { format!("{year}.{month}") } else { format!("{year}-{month:02}") }))
}

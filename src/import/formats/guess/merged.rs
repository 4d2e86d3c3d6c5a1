//! Cells that a spreadsheet has merged: the first row of a group alone has what is common to it, as `2023` stands above the rows of
//! its months.

use std::borrow::Cow;

use super::super::super::extract::{Mark, TimePeriod};
use super::super::super::rows::Row;
use super::super::words;
use super::cell;

/// Gives rows what stands above their blank cells, going down a sheet.
#[derive(Default)]
pub(super) struct Merged {
    /// The cells of the row above, where it has numbers.
    above: Vec<String>,
    /// The line of the first row that was given some.
    pub first: Option<u32>,
}

impl Merged {
    /// The row with what is common to it and to the one above.
    pub fn fill<'r, 'a>(&mut self, row: &'r Row<'a>) -> Cow<'r, Row<'a>> {
        let own = row.cells().position(|cell| !cell.is_empty()).unwrap_or(0);
        // A total alone may be of everything; among merged cells it is that of its group.
        let may_be = self.first.is_some() || !words::is_total(row.cell(own));
        let row = match own {
            0 => Cow::Borrowed(row),
            own if !may_be || !is_meant(row, own, &self.above) => Cow::Borrowed(row),
            blank => {
                self.first = self.first.or(Some(row.line));
                Cow::Owned(row.begun(&self.above[..blank]))
            }
        };
        let has_numbers = row.cells().skip(1).any(is_number);
        self.above = if has_numbers { row.cells().map(str::to_owned).collect() } else { Vec::new() };
        row
    }
}

/// True where the cells before a row's own are blank because those above are meant. The row above has all of them and the one behind,
/// which has its own text in this row too.
fn is_meant(row: &Row<'_>, own: usize, above: &[String]) -> bool {
    let cell = row.cell(own);
    let is_period = |cell: &str| TimePeriod::parse(cell).is_some();
    let month = |cell: &str| cell.parse::<u32>().ok().filter(|month| (1..=12).contains(month));
    let is_next_month = || {
        month(&above[own])
            .zip(month(cell))
            .is_some_and(|(before, month)| before + 1 == month && is_period(&above[own - 1]))
    };
    own < above.len()
        && above[..=own].iter().all(|cell| !cell.is_empty())
        && above[..own].iter().all(|cell| !is_number(cell) || is_period(cell))
        && row.cells().skip(own + 1).any(is_number)
        && (!is_number(cell) || is_period(cell) || is_next_month())
}

fn is_number(cell: &str) -> bool {
    cell::is_number(cell, Mark::Point) || cell::is_number(cell, Mark::Comma)
}

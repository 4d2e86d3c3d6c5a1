//! Lines below a table that are none of its rows: where it is from, what to know about it.

use super::extract::{Decimal, TimePeriod};
use super::rows::Row;

/// What such lines begin with, in lower case.
const BEGINNINGS: [&str; 33] = [
    "source",
    "note:",
    "notes",
    "note ",
    "footnote",
    "last updated",
    "updated:",
    "data extracted",
    "extracted on",
    "downloaded",
    "disclaimer",
    "legend",
    "copyright",
    "©",
    "(c) ",
    "quelle",
    "stand:",
    "hinweis",
    "anmerkung",
    "fuente",
    "nota:",
    "notas",
    "fonte",
    "출처",
    "자료",
    "주)",
    "주:",
    "※",
    "*",
    "注",
    "资料来源",
    "資料",
    "____",
];

/// Finds the notes on the way down a table.
pub(super) struct Notes {
    columns: usize,
    /// What stands alone behind a blank line is one.
    behind_blank: bool,
    /// The line behind the last row.
    next: Option<u32>,
    are_begun: bool,
}

impl Notes {
    /// Of a table with so many columns.
    pub fn below(columns: usize, behind_blank: bool) -> Notes {
        Notes { columns, behind_blank, next: None, are_begun: false }
    }

    /// True where the next row is a note. One that is merely short is not: a download that was cut off ends so.
    pub fn has(&mut self, row: &Row<'_>) -> bool {
        let is_behind_blank = self.next.is_some_and(|next| row.line > next);
        let is_first = self.next.replace(row.line + row.lines()).is_none();
        let width = row.width();
        let is_narrow = width == 1 || width * 2 <= self.columns;
        let first = row.cells().find(|cell| !cell.is_empty()).unwrap_or("");
        // Most rows begin with a digit, as no note does.
        let may_begin = !first.starts_with(|letter: char| letter.is_ascii_digit());
        let first = if may_begin { first.to_lowercase() } else { first.to_owned() };
        let has_numbers = || row.cells().any(|cell| Decimal::parse(cell).is_some());
        let begins = may_begin && BEGINNINGS.iter().any(|beginning| first.starts_with(beginning));
        let is_row = !is_narrow && (!begins || has_numbers());
        let is_data = is_first || is_row || TimePeriod::parse(&first).is_some();
        let is_alone = self.behind_blank && is_behind_blank && width <= 2 && self.columns > 3;
        self.are_begun = !is_data && (begins || is_alone || self.are_begun && (self.behind_blank || width == 1));
        self.are_begun
    }
}

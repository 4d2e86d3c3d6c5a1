//! What programs change where they save a table again: a column of row numbers, a decimal comma.

use super::extract::{Decimal, Mark};
use super::rows::{Row, TextRows};
use super::workbook::Sheet;

/// What was found to be changed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Saved {
    /// Columns before the table: the row numbers that pandas and R write.
    pub index_columns: usize,
    /// The decimal mark of the numbers.
    pub mark: Mark,
}

/// So many rows of a sheet are looked at.
const SHEET_ROWS: usize = 200;

/// Row numbers from 1 may be months; beyond these they are not.
const MONTHS: usize = 12;

impl Saved {
    /// Judges by the start of a text.
    pub fn of(head: &str, separator: u8) -> Saved {
        let rows = || TextRows::new("", head, separator);
        Saved { index_columns: usize::from(has_index(rows())), mark: mark(rows(), separator == b',') }
    }

    /// Judges by the first rows of a sheet.
    pub fn of_sheet(sheet: &Sheet) -> Saved {
        let rows = || sheet.rows.iter().take(SHEET_ROWS).map(|(line, cells)| Row::of_sheet("", *line, cells));
        let is_of_numbers = rows().any(|row| row.cells().any(has_point));
        let mark = if is_of_numbers { Mark::Point } else { mark(rows(), true) };
        Saved { index_columns: usize::from(has_index(rows())), mark }
    }
}

/// True where the first column has no name, or the one that pandas gives it, and numbers the rows.
fn has_index<'a>(rows: impl Iterator<Item = Row<'a>>) -> bool {
    // A title may stand above.
    let mut rows = rows.skip_while(|row| row.width() < 2);
    let Some(header) = rows.next().filter(|row| row.len() > 2) else { return false };
    let is_named = header.cell(0) == "Unnamed: 0";
    if !is_named && !header.cell(0).is_empty() || header.cell(1).is_empty() {
        return false;
    }
    // Notes below a short table are narrower.
    let below = rows.take(MONTHS + 8).take_while(|row| row.width() * 2 > header.len());
    let numbers: Vec<Option<usize>> = below.map(|row| row.cell(0).parse().ok()).collect();
    let from = |first: usize| numbers.iter().enumerate().all(|(at, number)| *number == Some(first + at));
    let are_numbers = numbers.iter().all(Option::is_some);
    !numbers.is_empty() && (from(0) || is_named && are_numbers || from(1) && numbers.len() > MONTHS)
}

/// The mark that is certain of some number: `1,5` and `1.234,5` have commas, `1,234.5` and `1,234,567` points. Where commas
/// separate cells, or in a sheet, such a number may be a list (`85,87`): most of those with a comma must then be certain.
fn mark<'a>(rows: impl Iterator<Item = Row<'a>>, is_rare: bool) -> Mark {
    let (mut commas, mut others) = (0_usize, 0_usize);
    for row in rows {
        // Points between thousands are as good: `1.234.567`.
        for cell in row.cells().filter(|cell| cell.contains(',') || cell.matches('.').count() > 1) {
            match (Decimal::parse(cell), Decimal::parse_with(cell, Mark::Comma)) {
                (Some(_), None) => return Mark::Point,
                (None, Some(_)) => commas += 1,
                (Some(_), Some(_)) => others += 1,
                (None, None) => {}
            }
        }
    }
    if commas > 0 && (!is_rare || commas >= others) { Mark::Comma } else { Mark::Point }
}

/// True for a number that has a point for certain: `12.4`, as a sheet has it where its cells are numbers.
fn has_point(cell: &str) -> bool {
    cell.contains('.') && Decimal::parse(cell).is_some() && Decimal::parse_with(cell, Mark::Comma).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_numbers_are_no_months_and_no_years() {
        let index = |text: &str| Saved::of(text, b',').index_columns;
        assert_eq!(index(",period,value\n0,2024-01,5\n1,2024-02,6\n"), 1);
        assert_eq!(index("Unnamed: 0,period,value\n7,2024-01,5\n3,2024-02,6\n"), 1);
        assert_eq!(index(",period,flow,value\n0,2024-01,x,5\n\nSource: x\n"), 1);
        assert_eq!(index(",2023,2024\n1,5,6\n2,7,8\n"), 0);
        assert_eq!(index(",Exports,Imports\n2023,5,6\n2024,7,8\n"), 0);
        assert_eq!(index("n,period,value\n0,2024-01,5\n"), 0);
    }

    #[test]
    fn a_comma_is_decimal_where_some_number_shows_it() {
        let mark = |text: &str| Saved::of(text, b';').mark;
        assert_eq!(mark("a;b\n1,234;5\n1000,4;x, y\n"), Mark::Comma);
        assert_eq!(mark("a;b\n1,234;5\n1,234,567;2\n"), Mark::Point);
        assert_eq!(mark("a;b\n1234.5;5\n"), Mark::Point);
        assert_eq!(mark("a;b\n1.234;5\n1.234.567;6\n"), Mark::Comma);
        assert_eq!(mark("a;b\n01.02.2024;5\n2024.01.02;6\n"), Mark::Point);
        let quoted = |text: &str| Saved::of(text, b',').mark;
        assert_eq!(quoted("a,b\n\"1000,4\",x\n\"2000,5\",y\n"), Mark::Comma);
        assert_eq!(quoted("a,b\n\"1,000\",\"85,87\"\n\"2,500\",z\n"), Mark::Point);
    }
}

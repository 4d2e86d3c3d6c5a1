//! Which decimal mark the numbers of a table have.

use super::super::super::extract::{Mark, TimePeriod};
use super::super::super::rows::Row;
use super::cell;

/// True where points stand between thousands: every number that has one is like `1.000`, and the others are below 1000.
fn are_thousands(rows: &[&Row<'_>], width: usize) -> bool {
    let cells = || {
        rows.iter().flat_map(|row| (0..width).map(|at| row.cell(at))).filter(|cell| cell::is_number(cell, Mark::Point))
    };
    let (marked, plain): (Vec<&str>, Vec<&str>) = cells().partition(|cell| cell.contains(['.', ',']));
    let is_small = |cell: &&str| cell.len() <= 3 && cell.bytes().all(|byte| byte.is_ascii_digit());
    // Years are no amounts.
    let mut amounts = plain.into_iter().filter(|cell| TimePeriod::parse(cell).is_none()).peekable();
    marked.len() > 1
        && marked.iter().all(|cell| cell.contains('.') && cell::is_doubtful(cell, b';'))
        && amounts.peek().is_some()
        && amounts.all(|cell| is_small(&cell))
}

/// A comma is the decimal mark where more cells can be read so.
pub(super) fn mark(rows: &[&Row<'_>], width: usize) -> Mark {
    let readable = |mark: Mark| {
        let cells = rows.iter().flat_map(|row| (0..width).map(|at| row.cell(at)));
        cells.filter(|cell| !cell.is_empty() && cell::is_number(cell, mark)).count()
    };
    let are_commas = readable(Mark::Comma) > readable(Mark::Point) || are_thousands(rows, width);
    if are_commas { Mark::Comma } else { Mark::Point }
}

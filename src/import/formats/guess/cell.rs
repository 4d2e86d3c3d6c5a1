//! Cells of tables that people wrote: numbers and periods with the mark of a footnote, or of what is provisional, behind them.

use crate::domain::{ObsStatus, Problem};

use super::super::super::extract::{Decimal, Mark};
use super::super::super::rows::Row;
use super::MISSING;

/// Marks of footnotes.
const FOOTNOTES: [char; 8] = ['*', '†', '‡', '¹', '²', '³', '§', '#'];

/// Marks of what kind a number is, with the status that they mean.
const KINDS: [(&str, ObsStatus); 12] = [
    ("(p)", ObsStatus::Provisional),
    ("(e)", ObsStatus::Estimated),
    ("(f)", ObsStatus::Forecast),
    ("(r)", ObsStatus::Normal),
    ("p)", ObsStatus::Provisional),
    ("e)", ObsStatus::Estimated),
    ("r)", ObsStatus::Normal),
    ("p", ObsStatus::Provisional),
    ("e", ObsStatus::Estimated),
    ("f", ObsStatus::Forecast),
    ("r", ObsStatus::Normal),
    ("월p", ObsStatus::Provisional),
];

/// A cell without the marks behind its last digit, and what they say.
pub(super) fn unmarked(cell: &str) -> (&str, ObsStatus) {
    if cell.is_empty() || cell.ends_with(|letter: char| letter.is_ascii_digit()) {
        return (cell, ObsStatus::Normal);
    }
    let bare = cell.trim_end_matches(FOOTNOTES).trim_end();
    let lower = bare.to_lowercase();
    let kind = KINDS.iter().find(|(mark, _)| lower.len() == bare.len() && lower.ends_with(mark));
    let (rest, status) =
        kind.map_or((bare, ObsStatus::Normal), |(mark, status)| (bare[..bare.len() - mark.len()].trim_end(), *status));
    let ends_well = rest.ends_with(|letter: char| letter.is_ascii_digit() || "월月)".contains(letter));
    if ends_well { (rest, status) } else { (cell, ObsStatus::Normal) }
}

/// True for a number, whatever mark is behind it.
pub(super) fn is_number(cell: &str, mark: Mark) -> bool {
    let parsed = || Decimal::parse_with(cell, mark).or_else(|| Decimal::parse_with(unmarked(cell).0, mark));
    !cell.is_empty() && parsed().is_some()
}

/// The number in a cell, and its status.
///
/// # Errors
/// A problem with the cell.
pub(super) fn number(row: &Row<'_>, at: usize, mark: Mark) -> Result<(Option<Decimal>, ObsStatus), Problem> {
    let (bare, status) = unmarked(row.cell(at));
    let marked = if bare == row.cell(at) { None } else { Decimal::parse_with(bare, mark) };
    match marked {
        Some(number) => Ok((Some(number), status)),
        None => Ok((row.number_with(at, &MISSING, mark)?, ObsStatus::Normal)),
    }
}

/// True for a number of which nobody can say whether its mark stands before decimals or between thousands: `1.234`.
pub(super) fn is_doubtful(cell: &str, separator: u8) -> bool {
    // Behind a comma between cells, a comma in one is between thousands.
    let may_be = cell.contains('.') || separator == b';' && cell.contains(',');
    let readings = [Mark::Point, Mark::Comma].map(|mark| Decimal::parse_with(cell, mark));
    may_be && readings[0].zip(readings[1]).is_some_and(|(one, other)| one != other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_behind_numbers_and_periods() {
        assert_eq!(unmarked("1,000.5*"), ("1,000.5", ObsStatus::Normal));
        assert_eq!(unmarked("1,100.2 p"), ("1,100.2", ObsStatus::Provisional));
        assert_eq!(unmarked("1,200 (r)"), ("1,200", ObsStatus::Normal));
        assert_eq!(unmarked("Mar-24p"), ("Mar-24", ObsStatus::Provisional));
        assert_eq!(unmarked("2024.3월p)"), ("2024.3월", ObsStatus::Provisional));
        for cell in ["Sep", "p", "", "*", "Europe", "3 of", "수출"] {
            assert_eq!(unmarked(cell), (cell, ObsStatus::Normal));
        }
    }

    #[test]
    fn doubtful_numbers() {
        assert!(is_doubtful("1.234", b',') && is_doubtful("1,234", b';'));
        assert!(!is_doubtful("1,234", b',') && !is_doubtful("1.5", b',') && !is_doubtful("1.234.567", b','));
    }
}

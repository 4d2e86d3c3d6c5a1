//! Months such as `2024.1`: January where months are written without a nought, and October where a spreadsheet has taken the
//! nought behind. What stands with it in a column tells.

use crate::domain::Period;

use super::time_period::TimePeriod;

/// True for a column in which months have no nought before them: it has one of the second to the ninth, `2024.2`.
pub fn is_unpadded<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let mut is_told = false;
    for month in cells.filter_map(month_of) {
        match month.len() {
            1 => is_told |= month != "1",
            _ if month.starts_with('0') => return false,
            _ => {}
        }
    }
    is_told
}

/// A month of such a column.
pub fn read(cell: &str) -> Option<TimePeriod> {
    let month = month_of(cell)?.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some(TimePeriod::Period(Period::month(cell[..4].parse().ok()?, month)))
}

fn month_of(cell: &str) -> Option<&str> {
    let (year, month) = cell.split_once('.')?;
    let are_digits = [year, month].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_year = matches!(year.parse::<u32>(), Ok(1900..=2100)) && year.len() == 4;
    (are_digits && is_year && matches!(month.len(), 1 | 2)).then_some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_tells_what_its_first_month_is() {
        assert!(is_unpadded(["2024.1", "2024.2", "2024.10"].into_iter()));
        assert!(!is_unpadded(["2024.1", "2024.11"].into_iter()));
        assert!(!is_unpadded(["2023.09", "2023.1", "2023.11"].into_iter()));
        assert_eq!(read("2024.1"), Some(TimePeriod::Period(Period::month(2024, 1))));
        assert_eq!(read("2024.13"), None);
        assert_eq!(read("1234.5"), None);
    }
}

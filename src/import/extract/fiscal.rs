//! Years that do not begin in January: `2019-20`, `FY2020`, `2020年度`.

use crate::domain::Period;

use super::spelling::of_two_digits;
use super::time_period::TimePeriod;

/// What stands with the year of such a one, in lower case.
const MARKS: [&str; 6] = ["fy", "fiscal year", "financial year", "年度", "회계연도", "회계년도"];

/// True for a column, or for headings, of such years. `2010-11` may be a month as well: all must be years, and there must be two.
pub fn are_years<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let (mut are_marked, mut count, mut first) = (true, 0, None);
    for cell in cells {
        let Some(year) = year_of(cell) else { return false };
        are_marked &= mark_of(&cell.to_lowercase()).is_some();
        count += usize::from(first != Some(year));
        first = first.or(Some(year));
    }
    count > 1 || count > 0 && are_marked
}

/// Such a year, under that of its name, or the first of two.
pub fn read(cell: &str) -> Option<TimePeriod> {
    year_of(cell).map(|year| TimePeriod::Period(Period::annual(year)))
}

fn mark_of(lower: &str) -> Option<&'static str> {
    MARKS.iter().find(|mark| lower.contains(**mark)).copied()
}

fn year_of(cell: &str) -> Option<i32> {
    let lower = cell.trim().to_lowercase();
    let mark = mark_of(&lower);
    let rest = mark.map_or(lower.clone(), |mark| lower.replace(mark, ""));
    let rest = rest.trim_matches([' ', '.', '(', ')', '\'']);
    let number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<i32>().ok())?;
    let years = match rest.split_once(['-', '/', '–']) {
        Some((first, last)) => {
            let (first, last) = (first.trim(), last.trim());
            let year = number(first).filter(|_| first.len() == 4)?;
            let is_next = match last.len() {
                2 => number(last)? == (year + 1) % 100,
                4 => number(last)? == year + 1,
                _ => false,
            };
            is_next.then_some(year)
        }
        None => match (number(rest)?, rest.len()) {
            (year, 4) => Some(year),
            (year, 2) => i32::try_from(of_two_digits(year.unsigned_abs())).ok(),
            _ => None,
        }
        .filter(|_| mark.is_some()),
    };
    years.filter(|year| (1900..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_that_begin_within_a_year() {
        for (cell, year) in [
            ("2019-20", 2019),
            ("2019/20", 2019),
            ("2019–2020", 2019),
            ("1999-00", 1999),
            ("FY2020", 2020),
            ("FY 2019-20", 2019),
            ("FY20", 2020),
            ("2020年度", 2020),
            ("2020 회계연도", 2020),
        ] {
            assert_eq!(year_of(cell), Some(year), "{cell}");
        }
        for cell in ["2019-21", "2019-12", "2020", "20-21", "", "FY", "2019-2", "FY2020Q1"] {
            assert_eq!(year_of(cell), None, "{cell}");
        }
        assert!(are_years(["2009-10", "2010-11", "2011-12"].into_iter()));
        assert!(!are_years(["2011-12", "2012-01"].into_iter()));
        assert!(!are_years(["2011-12"].into_iter()) && are_years(["FY2011"].into_iter()));
    }
}

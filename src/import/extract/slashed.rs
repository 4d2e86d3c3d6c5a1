//! Dates with slashes: `31/01/2023`, `1/31/2023`, `1/1/92`. One alone may leave doubt; a column of them seldom does.

use chrono::{Datelike, NaiveDate};

use super::spelling::of_two_digits;
use super::time_period::TimePeriod;

/// Which of the two numbers before the year is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// `31/01/2023`.
    DayFirst,
    /// `1/31/2023`.
    MonthFirst,
}

/// The order that a column of dates has: the number that is above twelve somewhere is the day, else the one that is the
/// same in all rows, for tables of months have one date in each. Nothing where cells are no such dates, or doubt is left.
pub fn order_of<'t>(cells: impl Iterator<Item = &'t str>) -> Option<DayOrder> {
    let dates: Option<Vec<[u32; 3]>> = cells.filter(|cell| !cell.is_empty()).map(parts).collect();
    let dates = dates.filter(|dates| dates.len() > 1)?;
    let is_over = |at: usize| dates.iter().any(|date| date[at] > 12);
    let is_same = |at: usize| dates.iter().all(|date| date[at] == dates[0][at]);
    let order = match ((is_over(0), is_over(1)), (is_same(0), is_same(1))) {
        ((true, false), _) | ((false, false), (true, false)) => DayOrder::DayFirst,
        ((false, true), _) | ((false, false), (false, true)) => DayOrder::MonthFirst,
        _ => return None,
    };
    let days: Option<Vec<NaiveDate>> = dates.iter().map(|date| day(*date, order)).collect();
    days.filter(|days| dates.iter().all(|date| date[2] > 99) || are_first_days(days)).map(|_| order)
}

/// True for the first days of months that are evenly apart: years of two digits leave doubt in other dates.
fn are_first_days(days: &[NaiveDate]) -> bool {
    let months: Vec<i32> = days.iter().map(|day| day.year() * 12 + day.month0() as i32).collect();
    let step = months[1] - months[0];
    step != 0 && days.iter().all(|day| day.day() == 1) && months.windows(2).all(|pair| pair[1] - pair[0] == step)
}

/// A date whose order is known.
pub fn read(text: &str, order: DayOrder) -> Option<TimePeriod> {
    day(parts(text)?, order).map(TimePeriod::Day)
}

fn parts(text: &str) -> Option<[u32; 3]> {
    let (first, rest) = text.trim().split_once('/')?;
    let (second, year) = rest.split_once('/')?;
    let is_number =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = is_number(first, 2) && is_number(second, 2) && matches!(year.len(), 2 | 4) && is_number(year, 4);
    is_date.then(|| [first, second, year].map(|part| part.parse().unwrap_or(0)))
}

fn day([first, second, year]: [u32; 3], order: DayOrder) -> Option<NaiveDate> {
    let (day, month) = match order {
        DayOrder::DayFirst => (first, second),
        DayOrder::MonthFirst => (second, first),
    };
    let year = if year < 100 { of_two_digits(year) } else { year };
    NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| (1500..=2200).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_tells_which_number_is_the_day() {
        let order = |cells: &[&str]| order_of(cells.iter().copied());
        assert_eq!(order(&["31/01/2023", "28/02/2023"]), Some(DayOrder::DayFirst));
        assert_eq!(order(&["1/31/2023", "2/28/2023"]), Some(DayOrder::MonthFirst));
        assert_eq!(order(&["01/01/2023", "01/02/2023", ""]), Some(DayOrder::DayFirst), "the first of each month");
        assert_eq!(order(&["1/1/2023", "2/1/2023"]), Some(DayOrder::MonthFirst));
        assert_eq!(order(&["1/1/92", "2/1/92", "3/1/92"]), Some(DayOrder::MonthFirst));
        assert_eq!(read("12/1/91", DayOrder::MonthFirst).unwrap().to_string(), "1991-12-01");
        assert_eq!(read("02/03/2023", DayOrder::DayFirst).unwrap().to_string(), "2023-03-02");
    }

    #[test]
    fn doubt_and_other_texts_are_none() {
        let order = |cells: &[&str]| order_of(cells.iter().copied());
        for cells in [
            &["01/02/2023", "03/04/2023"][..],
            &["01/01/2023", "01/01/2024"],
            &["01/01/2023"],
            &["31/31/2023", "1/1/2023"],
            &["31/02/2023", "28/02/2023"],
            &["1/2/23", "2/2/23"],
            &["1/1/92", "2/1/92", "5/1/92"],
            &["a/b/2023", "1/1/2023"],
            &[],
        ] {
            assert_eq!(order(cells), None, "{cells:?}");
        }
    }
}

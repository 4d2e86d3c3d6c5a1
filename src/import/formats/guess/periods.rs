//! How the periods of a column, or of a header, are written.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::Period;

use super::super::super::extract::slashed::{self, DayOrder};
use super::super::super::extract::{TimePeriod, dotted, fiscal, span};
use super::super::words;
use super::cell;

/// What leaves doubt in one cell, and none in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// `2023-01`: each tells by itself.
    Plain,
    /// `31/01/2023`.
    Slashed(DayOrder),
    /// `2024.1` is January.
    Unpadded,
    /// `2019-20`.
    Fiscal,
    /// `43831`: days since 1899-12-30, as spreadsheets count them.
    Serial,
}

/// Columns whose whole numbers may be days.
const OF_DAYS: [&str; 14] =
    ["date", "month", "period", "time", "날짜", "일자", "년월", "연월", "월", "기간", "시점", "fecha", "datum", "日付"];

/// Days of the years 1950 to 2099.
const DAYS: std::ops::RangeInclusive<u32> = 18_264..=73_050;

impl Spelling {
    /// How the cells of a column are written, where they are periods only together.
    pub(super) fn of_column(name: &str, cells: &[&str]) -> Option<Spelling> {
        let lower = name.to_lowercase();
        let told = || cells.iter().copied().filter(|cell| !words::is_of_no_period(cell) && !span::is_cumulative(cell));
        if fiscal::are_years(told()) {
            return Some(Spelling::Fiscal);
        }
        if let Some(order) = slashed::order_of(cells.iter().copied()) {
            return Some(Spelling::Slashed(order));
        }
        if told().all(|cell| dotted::read(cell).is_some()) && dotted::is_unpadded(told()) {
            return Some(Spelling::Unpadded);
        }
        let are_days = OF_DAYS.iter().any(|word| lower.contains(word)) && told().all(|cell| serial(cell).is_some());
        (are_days && told().next().is_some()).then_some(Spelling::Serial)
    }

    /// How the headings of the columns are written: years of their own, or days a month, a quarter or a year apart.
    pub(super) fn of_header(names: &[String]) -> Spelling {
        let years: Vec<&str> =
            names.iter().map(|name| cell::unmarked(name).0).filter(|name| fiscal::read(name).is_some()).collect();
        if years.len() > 1 && fiscal::are_years(years.into_iter()) {
            return Spelling::Fiscal;
        }
        let days: Vec<NaiveDate> = names.iter().filter_map(|name| serial(name)).collect();
        let are_apart = |least: i64, most: i64| {
            days.len() > 2 && days.windows(2).all(|pair| (least..=most).contains(&(pair[1] - pair[0]).num_days()))
        };
        let are_periods = are_apart(28, 31) || are_apart(89, 92) || are_apart(365, 366);
        if are_periods { Spelling::Serial } else { Spelling::Plain }
    }

    /// The period in a cell.
    pub(super) fn read(self, cell: &str) -> Option<TimePeriod> {
        let cell = cell::unmarked(cell).0.trim_end_matches(".0");
        match self {
            Spelling::Fiscal => fiscal::read(cell),
            Spelling::Serial => serial(cell).map(TimePeriod::Day),
            Spelling::Plain => TimePeriod::parse(cell),
            Spelling::Slashed(order) => TimePeriod::parse(cell).or_else(|| slashed::read(cell, order)),
            Spelling::Unpadded => TimePeriod::parse(cell).or_else(|| dotted::read(cell)),
        }
    }

    /// The period that a heading is, of a column of values: a day stands for its month.
    pub(super) fn heading(self, name: &str) -> Option<TimePeriod> {
        match self.read(name)? {
            TimePeriod::Day(day) if self == Spelling::Serial => {
                Some(TimePeriod::Period(Period::month(day.year(), day.month())))
            }
            other => Some(other),
        }
    }
}

/// The day that a spreadsheet's number stands for.
fn serial(cell: &str) -> Option<NaiveDate> {
    let days = cell.trim_end_matches(".0").parse::<u32>().ok().filter(|days| DAYS.contains(days))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(u64::from(days)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_spreadsheets() {
        assert_eq!(serial("43831"), NaiveDate::from_ymd_opt(2020, 1, 1));
        assert_eq!(Spelling::of_column("Date", &["43831", "43862"]), Some(Spelling::Serial));
        assert_eq!(Spelling::of_column("Exports", &["43831", "43862"]), None);
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(Spelling::of_header(&names(&["Country", "43831", "43862", "43891"])), Spelling::Serial);
        assert_eq!(Spelling::of_header(&names(&["Country", "43831", "43832", "43833"])), Spelling::Plain);
    }
}

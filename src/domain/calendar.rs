//! Working days: a weekday that is no holiday counts one, a Saturday what the dataset says, the rest none.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Frequency, Period, Ratio, Window};

/// Where a day count comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DaysBasis {
    /// Worked out from the holidays.
    Computed,
    /// Printed by the statistical office.
    Published,
}

/// Working days of a period. Half days are kept exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCount {
    /// Twice the number of days.
    pub half_days: u32,
    /// Published counts win over computed ones.
    pub basis: DaysBasis,
}

impl DayCount {
    /// The number of days.
    pub fn days(self) -> Ratio {
        Ratio::new(i128::from(self.half_days), 2).unwrap_or(Ratio::whole(0))
    }
}

/// Working days of a country.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// What a Saturday counts, in half days: 0, 1 or 2.
    pub saturday_half_days: u32,
    /// Public holidays, with their names.
    pub holidays: BTreeMap<NaiveDate, String>,
    /// Days (month, day) off in every year beside the holidays.
    pub every_year: BTreeSet<(u32, u32)>,
    /// Counts given by the dataset.
    pub counts: BTreeMap<(Period, Window), DayCount>,
}

impl Calendar {
    /// Working days of a period, given or computed; `None` where neither counts nor holidays reach.
    pub fn days(&self, period: Period, window: Window) -> Option<DayCount> {
        let given = self.counts.get(&(period, window)).copied();
        given.or_else(|| self.computed(period, window))
    }

    /// Working days by the rule alone; `None` outside the years of the holiday list.
    pub fn computed(&self, period: Period, window: Window) -> Option<DayCount> {
        let months = Period::month(period.year(), period.first_month());
        let last = period.last_day();
        if !self.covers(period.year()) || (window != Window::Whole && period.frequency() != Frequency::Monthly) {
            return None;
        }
        let last_day = match window {
            Window::Whole | Window::YearToDate => last,
            Window::First10 => last.with_day(10)?,
            Window::First20 => last.with_day(20)?,
        };
        let first_month = if window == Window::YearToDate { 1 } else { months.first_month() };
        let first = NaiveDate::from_ymd_opt(months.year(), first_month, 1)?;
        let half_days = first.iter_days().take_while(|day| *day <= last_day).map(|day| self.half_days(day)).sum();
        Some(DayCount { half_days, basis: DaysBasis::Computed })
    }

    fn covers(&self, year: i32) -> bool {
        let first = self.holidays.keys().next().map(Datelike::year);
        let last = self.holidays.keys().next_back().map(Datelike::year);
        first.zip(last).is_some_and(|(first, last)| (first..=last).contains(&year))
    }

    fn half_days(&self, day: NaiveDate) -> u32 {
        if self.holidays.contains_key(&day) || self.every_year.contains(&(day.month(), day.day())) {
            return 0;
        }
        match day.weekday() {
            Weekday::Sun => 0,
            Weekday::Sat => self.saturday_half_days,
            _ => 2,
        }
    }
}

//! Values per working day.

use crate::domain::{Calendar, Period, Vintage, Window};

use super::{Measured, Undefined, growth};

/// Working days of a whole period.
pub fn working_days(calendar: &Calendar, period: Period) -> Measured {
    match calendar.days(period, Window::Whole) {
        Some(days) => Measured::exact(days.days()),
        None => Measured::undefined(Undefined::NoWorkingDays),
    }
}

/// `value / working days`.
pub fn daily_average(vintage: &Vintage, calendar: &Calendar, period: Period) -> Measured {
    Measured::of(vintage.reading(period))
        .with(working_days(calendar, period), |value, days| value.over(days).ok_or(Undefined::NoWorkingDays))
}

/// Growth of the daily average on the same period of the year before.
pub fn year_on_year(vintage: &Vintage, calendar: &Calendar, period: Period) -> Measured {
    growth::rate(daily_average(vintage, calendar, period), daily_average(vintage, calendar, period.year_ago()))
}

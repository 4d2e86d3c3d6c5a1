//! Sums over several periods.

use crate::domain::{Period, Vintage};

use super::Measured;

/// Sum from the first period of the year to `period`; incomplete where one is missing.
pub fn year_to_date(vintage: &Vintage, period: Period) -> Measured {
    over(vintage, period.first_of_year(), period)
}

/// Sum of the whole year; incomplete where a period is missing.
pub fn annual(vintage: &Vintage, year: Period) -> Measured {
    over(vintage, year.first_of_year(), year.last_of_year())
}

fn over(vintage: &Vintage, first: Period, last: Period) -> Measured {
    Measured::sum(Period::span(first, last).map(|period| vintage.reading(period)))
}

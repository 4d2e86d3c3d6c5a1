//! How a value stands among those before it: rank, "highest since", best for that month of the year.

use crate::domain::{Period, Vintage};

/// When something as extreme was last seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Last matched or passed at `period`.
    Since {
        /// The latest earlier period with a value at least as extreme.
        period: Period,
        /// That value is the same.
        tied: bool,
        /// A period in between is missing, so that it may have been passed there.
        gap: bool,
    },
    /// Never matched since the data start.
    Record {
        /// First period of the data.
        start: Period,
        /// A period in between is missing.
        gap: bool,
    },
}

/// The standing of one period's value among all values up to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// The period.
    pub period: Period,
    /// Its value.
    pub value: i64,
    /// 1 for the highest so far; ties share a rank (1, 2, 2, 4).
    pub rank: u32,
    /// 1 for the lowest so far.
    pub rank_from_lowest: u32,
    /// Number of values, this one included.
    pub count: u32,
    /// Another period up to now has the same value.
    pub tied: bool,
    /// Rank among the same month (quarter) of all years.
    pub rank_same_month: u32,
    /// Number of those.
    pub count_same_month: u32,
    /// Since when there was nothing as high.
    pub highest: Standing,
    /// Since when there was nothing as low.
    pub lowest: Standing,
    /// The highest value before this one, and when.
    pub best_before: Option<(Period, i64)>,
}

/// The standing of `period` in a vintage; `None` where it has no value then.
pub fn record(vintage: &Vintage, period: Period) -> Option<Record> {
    let value = vintage.value(period)?;
    let start = vintage.first()?;
    let known = || vintage.iter().take_while(move |(other, _)| *other <= period);
    let values = || known().filter_map(|(other, reading)| Some((other, reading?.value)));
    let same_month = || values().filter(|(other, _)| other.index() == period.index());
    let count_where = |test: &dyn Fn(i64) -> bool| values().filter(|(_, v)| test(*v)).count() as u32;
    let best_before = values().filter(|(other, _)| *other < period).max_by_key(|(other, v)| (*v, -other.since(start)));
    Some(Record {
        period,
        value,
        rank: count_where(&|v| v > value) + 1,
        rank_from_lowest: count_where(&|v| v < value) + 1,
        count: values().count() as u32,
        tied: count_where(&|v| v == value) > 1,
        rank_same_month: same_month().filter(|(_, v)| *v > value).count() as u32 + 1,
        count_same_month: same_month().count() as u32,
        highest: standing(vintage, start, period, |v| v >= value, value),
        lowest: standing(vintage, start, period, |v| v <= value, value),
        best_before,
    })
}

fn standing(vintage: &Vintage, start: Period, period: Period, matches: impl Fn(i64) -> bool, value: i64) -> Standing {
    let mut gap = false;
    for other in Period::span(start, period.minus(1)).rev() {
        match vintage.value(other) {
            None => gap = true,
            Some(v) if matches(v) => return Standing::Since { period: other, tied: v == value, gap },
            Some(_) => {}
        }
    }
    Standing::Record { start, gap }
}

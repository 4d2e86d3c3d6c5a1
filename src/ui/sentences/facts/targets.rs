//! Whether the year's target is in reach.

use std::cmp::Ordering;

use crate::domain::Ratio;
use crate::indicators::Attainment;

use super::super::Wording;

/// What is told of a target. Amounts are in whole units of the currency.
pub(in super::super) enum Reach {
    /// The year to date is incomplete.
    Incomplete,
    /// There is nothing left to do; whether that may still change.
    Reached(bool),
    /// The year is over, and so much was missing; whether that may still change.
    Missed(Ratio, bool),
    /// Ahead of, on or behind the seasonal pace, where there is one; and what is needed.
    Pace(Option<Ordering>, Option<Needed>),
}

/// What is needed from now on.
pub(in super::super) enum Needed {
    /// So much on every working day.
    Day(Ratio),
    /// So much in every period left, and its growth on last year's, in percent.
    Period(Ratio, Option<Ratio>),
}

pub(in super::super) fn reach(wording: &Wording<'_>, target: &Attainment) -> Reach {
    let Some(remaining) = target.remaining.value.ok() else { return Reach::Incomplete };
    let is_open = target.done.status.is_open();
    if remaining.signum() <= 0 {
        return Reach::Reached(is_open);
    }
    if target.period == target.period.last_of_year() {
        return Reach::Missed(remaining, is_open);
    }
    Reach::Pace(target.gap.value.ok().map(|gap| gap.signum().cmp(&0)), needed(wording, target))
}

fn needed(wording: &Wording<'_>, target: &Attainment) -> Option<Needed> {
    let per_day = wording.lens().per_day.then(|| target.needed_per_day.value.ok()).flatten();
    per_day.map(Needed::Day).or_else(|| {
        let each = target.needed_per_period.value.ok()?;
        Some(Needed::Period(each, target.needed_growth.value.ok()))
    })
}

//! Where policy measures stand on a date, and how exports grew around them. A date is no explanation.

use crate::domain::{Date, Period, Policy, PolicyEvent, View};

use super::lens::Net;
use super::lensed::Lensed;
use super::{Measured, Undefined, growth};

/// Periods before and after a measure that are compared.
pub const WINDOW: i32 = 6;

/// A measure as it stood on a date.
#[derive(Debug, Clone, Copy)]
pub struct PolicyStanding<'a> {
    /// The measure.
    pub policy: &'a Policy,
    /// Its letter on charts, by its place in the dataset; `+` beyond `z`.
    pub letter: char,
    /// The last step by the date.
    pub event: &'a PolicyEvent,
    /// When it is to be done, by the last step that says so.
    pub due: Option<Date>,
    /// It was to be done before the date, and was not.
    pub overdue: bool,
    /// The day that stands for it on charts: that of the last step by which it came about, else of the first.
    pub marked: Date,
}

/// All measures of which something had happened by the view's date: overdue ones first, then by what is due next,
/// then the latest.
pub fn standings(view: &View) -> Vec<PolicyStanding<'_>> {
    let policies = view.dataset().policies.iter().enumerate();
    let mut standings: Vec<PolicyStanding<'_>> =
        policies.filter_map(|(place, policy)| standing(policy, place, view.as_of())).collect();
    standings.sort_by_key(|it| {
        (!it.overdue, it.due.is_none() || it.event.is_done(), it.due, std::cmp::Reverse(it.event.date))
    });
    standings
}

fn standing(policy: &Policy, place: usize, as_of: Date) -> Option<PolicyStanding<'_>> {
    let known: Vec<&PolicyEvent> = policy.known_on(as_of).collect();
    let event = *known.last()?;
    let due = known.iter().rev().find_map(|event| event.due);
    let done = known.iter().rev().find(|event| event.is_done());
    Some(PolicyStanding {
        policy,
        letter: u8::try_from(place).ok().filter(|place| *place < 26).map_or('+', |place| char::from(b'a' + place)),
        event,
        due,
        overdue: !event.is_done() && due.is_some_and(|due| due < as_of),
        marked: done.map_or(known[0].date, |event| event.date),
    })
}

/// Growth of a series in the periods before and after a day, on the same periods of the year before.
#[derive(Debug, Clone)]
pub struct Window {
    /// The last [`WINDOW`] periods that ended before the day's own.
    pub before: Measured,
    /// The [`WINDOW`] periods after the day's own.
    pub after: Measured,
    /// How many of the periods after are known.
    pub known_after: i32,
}

/// Growth of `series` around the period of `day`, without the period itself.
pub fn window(lensed: &Lensed, series: Net<'_>, day: Date) -> Window {
    let at = Period::containing(day, lensed.view().dataset().frequency);
    let after = Period::span(at.plus(1), at.plus(WINDOW));
    Window {
        before: grown(lensed, series, at.minus(WINDOW), at.minus(1)),
        known_after: after.filter(|period| series.at(*period).value.is_ok()).count() as i32,
        after: grown(lensed, series, at.plus(1), at.plus(WINDOW)),
    }
}

/// Growth of the sum from `first` to `last` on that of the same periods of the year before; per working day where
/// the lens is.
fn grown(lensed: &Lensed, series: Net<'_>, first: Period, last: Period) -> Measured {
    let sum = |first: Period, last: Period| {
        let sum = Measured::total(Period::span(first, last).map(|period| series.at(period)));
        if !lensed.lens().per_day {
            return sum;
        }
        let days = Measured::total(
            Period::span(first, last)
                .map(|period| lensed.lens().over(super::Span::Single).days(lensed.calendar(), period)),
        );
        sum.with(days, |sum, days| sum.over(days).ok_or(Undefined::NoWorkingDays))
    };
    growth::rate(sum(first, last), sum(first.year_ago(), last.year_ago()))
}

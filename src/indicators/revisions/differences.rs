//! What is another in a dataset that was read again than in the one before.

use std::collections::BTreeSet;

use crate::domain::{Flow, Matching, Observation, Period, Reading, SeriesKey, View, Vintage, Window};

use super::keys;

/// A value that is another, new or gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The series, as the later dataset numbers it.
    pub key: SeriesKey,
    /// The period.
    pub period: Period,
    /// What was known before; `None` where nothing was.
    pub before: Option<Reading>,
    /// What is known after; `None` where nothing is.
    pub after: Option<Reading>,
}

impl Difference {
    /// True for a total of whole periods.
    pub fn is_of_total(&self) -> bool {
        self.key == SeriesKey::total(self.key.flow)
    }

    /// True where the value is of a whole period, not of a flash window.
    pub fn is_whole(&self) -> bool {
        self.key.window == Window::Whole
    }
}

/// Every value that is not the same, or not of the same status, as known through both views. Series of items and
/// partners that the later dataset does not have are not among them. Ordered by series and period.
pub fn differences(before: &View, after: &View) -> Vec<Difference> {
    let to_after = Matching::between(before.dataset(), after.dataset());
    let to_before = Matching::between(after.dataset(), before.dataset());
    let kept = keys(before.dataset()).into_iter().filter_map(|key| to_after.key(key));
    let all: BTreeSet<SeriesKey> = keys(after.dataset()).into_iter().chain(kept).collect();
    let sees_all = before.is_newest() && after.is_newest() || before.as_of() == after.as_of();
    let of_key = |key: SeriesKey| {
        let earlier = to_before.key(key);
        if sees_all && earlier.is_some_and(|earlier| is_untouched((before, earlier), (after, key))) {
            return Vec::new();
        }
        let was = earlier.map(|earlier| before.vintage(earlier)).unwrap_or_default();
        of_series(key, &was, &after.vintage(key))
    };
    all.into_iter().flat_map(of_key).collect()
}

fn of_series(key: SeriesKey, before: &Vintage, after: &Vintage) -> Vec<Difference> {
    let firsts = [before.first(), after.first()];
    let Some(first) = firsts.into_iter().flatten().min() else { return Vec::new() };
    let last = before.last().max(after.last()).unwrap_or(first);
    let difference = |period: Period| {
        let (before, after) = (before.reading(period).copied(), after.reading(period).copied());
        let told = |reading: Option<Reading>| reading.map(|reading| (reading.value, reading.status));
        (told(before) != told(after)).then_some(Difference { key, period, before, after })
    };
    Period::span(first, last).filter_map(difference).collect()
}

/// True where the files have the same rows for a series: most series of a dataset that was read again.
fn is_untouched((before, earlier): (&View, SeriesKey), (after, later): (&View, SeriesKey)) -> bool {
    let flows: &[Flow] = if later.flow == Flow::Balance { &Flow::ALL } else { &[later.flow] };
    flows.iter().all(|flow| {
        let (earlier, later) = (SeriesKey { flow: *flow, ..earlier }, SeriesKey { flow: *flow, ..later });
        let [was, is] = [(before, earlier), (after, later)].map(|(view, key)| rows(view, key));
        was.len() == is.len() && was.iter().zip(is).all(|(was, is)| told(was) == told(is))
    })
}

fn rows(view: &View, key: SeriesKey) -> &[Observation] {
    view.dataset().series(key).map_or(&[], |(_, series)| &series.observations)
}

/// What a row says, wherever it stands.
fn told(row: &Observation) -> impl PartialEq + use<> {
    (row.period, row.value, row.rounding, row.status, row.release)
}

//! What is another on one date than on an earlier one.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::domain::{Dataset, Date, Period, Reading, SeriesKey, View};

use super::keys;

/// A value that a release brought or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The series.
    pub key: SeriesKey,
    /// The period.
    pub period: Period,
    /// What was known before; `None` where nothing was.
    pub before: Option<Reading>,
    /// What is known after.
    pub after: Reading,
}

impl Change {
    /// By how much, in units of the currency; `None` where it is the first value.
    pub fn by(&self) -> Option<i64> {
        self.before.map(|before| self.after.value - before.value)
    }

    /// True where the value is the same and only its precision or status is another.
    pub fn is_confirmation(&self) -> bool {
        self.by() == Some(0)
    }

    /// Revisions before first values, the largest first.
    pub(super) fn rank(&self) -> (bool, Reverse<u64>, SeriesKey, Period) {
        let size = self.by().unwrap_or(self.after.value).unsigned_abs();
        (self.before.is_none(), Reverse(size), self.key, self.period)
    }
}

/// What changed from the evening of `from` to that of `to`: revisions first, then what is new, the largest first.
/// Balances that follow from exports and imports are among it. What is the same to the digit is not.
pub fn changes(dataset: &Arc<Dataset>, from: Date, to: Date) -> Vec<Change> {
    let [earlier, later] = [from, to].map(|date| View::new(Arc::clone(dataset), Some(date)));
    let mut changes: Vec<Change> = keys(dataset).into_iter().flat_map(|key| of_series(&earlier, &later, key)).collect();
    changes.sort_by_key(Change::rank);
    changes
}

fn of_series(earlier: &View, later: &View, key: SeriesKey) -> Vec<Change> {
    let before = earlier.vintage(key);
    let after = later.vintage(key);
    let change = |(period, reading): (Period, Option<&Reading>)| {
        let (before, after) = (before.reading(period).copied(), *reading?);
        let is_same = before.is_some_and(|before| (before.value, before.status) == (after.value, after.status));
        (!is_same).then_some(Change { key, period, before, after })
    };
    after.iter().filter_map(change).collect()
}

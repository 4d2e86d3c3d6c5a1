//! The days on which something was released, and what each changed.

use std::collections::BTreeMap;

use crate::domain::{Date, Period, Reading, SeriesKey, View};

use super::{Change, keys};

/// One day of releases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseDay {
    /// The day.
    pub date: Date,
    /// True where the day follows only from the dataset's release rule.
    pub presumed: bool,
    /// What it changed: revisions first, then what is new, the largest first.
    pub changes: Vec<Change>,
}

impl ReleaseDay {
    /// How many values were revised.
    pub fn revised(&self) -> usize {
        self.changes.iter().filter(|change| change.by().is_some_and(|by| by != 0)).count()
    }

    /// How many values are the first of their period.
    pub fn first_values(&self) -> usize {
        self.changes.iter().filter(|change| change.before.is_none()).count()
    }
}

/// Every day up to the view's date on which a value became known or changed, oldest first. A print that only
/// confirms what was known changes nothing.
pub fn releases(view: &View) -> Vec<ReleaseDay> {
    let mut days: BTreeMap<Date, ReleaseDay> = BTreeMap::new();
    for key in keys(view.dataset()) {
        for period in periods(view, key) {
            let mut before: Option<Reading> = None;
            for revision in view.revisions(key, period) {
                if let Some(date) = revision.release.date {
                    let new = || ReleaseDay { date, presumed: true, changes: Vec::new() };
                    let day = days.entry(date).or_insert_with(new);
                    day.presumed &= revision.release.presumed;
                    day.changes.push(Change { key, period, before, after: revision.reading });
                }
                before = Some(revision.reading);
            }
        }
    }
    for day in days.values_mut() {
        day.changes.sort_by_key(Change::rank);
    }
    days.into_values().collect()
}

fn periods(view: &View, key: SeriesKey) -> impl Iterator<Item = Period> {
    let vintage = view.vintage(key);
    let span = vintage.first().zip(vintage.last());
    span.into_iter().flat_map(|(first, last)| Period::span(first, last))
}

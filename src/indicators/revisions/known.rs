//! How well the vintages of a period are known.

use crate::domain::{Date, Flow, Period, SeriesKey, View};

/// What stands behind a period on the view's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Its prints are there, with the days on which they came out.
    Printed,
    /// Only a settled value is there, and the day it came out is presumed: what was known before is not.
    SettledOnly {
        /// The presumed day.
        since: Date,
    },
    /// A value without any date: it counts as known on every date.
    Undated,
    /// Nothing is known, though the period was over: its first print is not in the data.
    NotCollected {
        /// The day from which on its settled value is presumed to be known.
        settled_from: Date,
    },
    /// Nothing is known, and nothing of it was collected by this date.
    NotYet,
}

/// How well a period is known on the view's date. Nothing of a later value is told but that it was presumed settled, and
/// only of periods that were over.
pub fn known(view: &View, key: SeriesKey, period: Period) -> Known {
    let Some(first) = view.revisions(key, period).first().map(|print| print.release) else {
        let over = period.last_day() < view.as_of();
        let settled_from = presumed_day(view, key, period).filter(|_| over);
        return settled_from.map_or(Known::NotYet, |settled_from| Known::NotCollected { settled_from });
    };
    match (first.date, first.presumed) {
        (None, _) => Known::Undated,
        (Some(since), true) => Known::SettledOnly { since },
        (Some(_), false) => Known::Printed,
    }
}

/// The day that the dataset's rule presumes for a settled value of the period.
fn presumed_day(view: &View, key: SeriesKey, period: Period) -> Option<Date> {
    let flow = if key.flow == Flow::Balance { Flow::Export } else { key.flow };
    let (_, series) = view.dataset().series(SeriesKey { flow, ..key })?;
    let of_period = series.observations.iter().filter(|observation| observation.period == period);
    of_period
        .filter(|observation| observation.release.presumed)
        .filter_map(|observation| observation.release.date)
        .min()
}

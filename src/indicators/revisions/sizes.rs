//! How large the revisions of a series were, from one kind of print to another.

use crate::domain::view::Revision as Print;
use crate::domain::{Flow, Observation, Period, Ratio, SeriesKey, View};

use super::statistics::{Statistics, statistics};

/// With fewer revisions they are listed, not summed up.
pub const ENOUGH: usize = 12;

/// From which print to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// From the first print to the last that was still provisional.
    FirstToRevised,
    /// From the last provisional print to the settled value.
    RevisedToSettled,
    /// From the first print to the settled value.
    FirstToSettled,
    /// From the first print to the newest value that is known.
    FirstToNewest,
}

/// What became of one period's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// The period.
    pub period: Period,
    /// The earlier value, in units of the currency.
    pub first: i64,
    /// The later value.
    pub later: i64,
}

impl Revision {
    /// In units of the currency.
    pub fn by(&self) -> i64 {
        self.later - self.first
    }

    /// In percent of the earlier value; `None` where that is not above zero, as most balances are not.
    pub fn percent(&self) -> Option<Ratio> {
        Ratio::new(100 * i128::from(self.by()), i128::from(self.first)).filter(|_| self.first > 0)
    }
}

/// All revisions of a series by this step, as known on the view's date, oldest first. A later print that confirms the
/// earlier one is a revision of zero. Periods whose first print is not dated, or only presumed to be, are left out:
/// what is known of them is not their first print.
pub fn revisions(view: &View, key: SeriesKey, step: Step) -> Vec<Revision> {
    let vintage = view.vintage(key);
    let revision = |period: Period| {
        let prints = view.revisions(key, period);
        let (first, later) = ends(view, key, period, &prints, step)?;
        Some(Revision { period, first, later })
    };
    vintage.iter().filter_map(|(period, _)| revision(period)).collect()
}

fn ends(view: &View, key: SeriesKey, period: Period, prints: &[Print], step: Step) -> Option<(i64, i64)> {
    let is_dated = |print: &&Print| print.release.date.is_some() && !print.release.presumed;
    let first = prints.first().filter(is_dated).filter(|first| first.reading.status.is_open())?;
    let revised = prints.iter().rev().find(|print| print.reading.status.is_open())?;
    let settled = prints.iter().rev().find(|print| !print.reading.status.is_open());
    let value = |print: &Print| print.reading.value;
    match step {
        Step::FirstToRevised => (open_prints(view, key, period) > 1).then(|| (value(first), value(revised))),
        Step::RevisedToSettled => Some((value(revised), value(settled?))),
        Step::FirstToSettled => Some((value(first), value(settled?))),
        Step::FirstToNewest => {
            let is_printed_again = settled.is_some() || open_prints(view, key, period) > 1;
            prints.last().filter(|_| is_printed_again).map(|last| (value(first), value(last)))
        }
    }
}

/// How many releases up to the date gave a provisional value, confirmations among them.
fn open_prints(view: &View, key: SeriesKey, period: Period) -> usize {
    let flows: &[Flow] = match key.flow {
        Flow::Balance => &[Flow::Export, Flow::Import, Flow::Balance],
        Flow::Export => &[Flow::Export],
        Flow::Import => &[Flow::Import],
    };
    let series = flows.iter().filter_map(|flow| view.dataset().series(SeriesKey { flow: *flow, ..key }));
    let is_open = |print: &&Observation| {
        print.period == period && print.status.is_open() && print.release.is_known_on(view.as_of())
    };
    let prints = series.flat_map(|(_, series)| series.observations.iter().filter(is_open));
    let mut dates: Vec<_> = prints.map(|print| print.release.date).collect();
    dates.sort_unstable();
    dates.dedup();
    dates.len()
}

/// What is to be expected of a provisional value.
#[derive(Debug, Clone, PartialEq)]
pub enum Usual {
    /// Enough revisions to sum up: in percent, or of a balance in units of the currency.
    Summed {
        /// In percent of the first print; else in units of the currency.
        is_percent: bool,
        /// Of all of them.
        statistics: Statistics,
    },
    /// Too few: all of them, oldest first.
    Listed(Vec<Revision>),
}

/// How large the revisions of a series usually are, from the first print to the newest value known on the view's date.
pub fn usual(view: &View, key: SeriesKey) -> Usual {
    let all = revisions(view, key, Step::FirstToNewest);
    if all.len() < ENOUGH {
        return Usual::Listed(all);
    }
    let is_percent = all.iter().all(|revision| revision.percent().is_some());
    let size = |revision: &Revision| match revision.percent() {
        Some(percent) if is_percent => percent.approximate(),
        _ => revision.by() as f64,
    };
    match statistics(&all.iter().map(size).collect::<Vec<_>>()) {
        Some(statistics) => Usual::Summed { is_percent, statistics },
        None => Usual::Listed(all),
    }
}

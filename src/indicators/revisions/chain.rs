//! A month from its first flash to its settled value.

use crate::domain::{Period, Reading, Release, SeriesKey, View, Window};

/// What a value of the chain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Days 1 to 10.
    First10,
    /// Days 1 to 20.
    First20,
    /// The first print of the whole month.
    FirstPrint,
    /// A later provisional print.
    Revised,
    /// The settled value.
    Settled,
}

/// One value on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// What it is.
    pub stage: Stage,
    /// The value.
    pub reading: Reading,
    /// When it became known.
    pub release: Release,
    /// By how much it differs from the link before: of the month's prints the size of the revision, of the days what
    /// the further days added. `None` for the first.
    pub step: Option<i64>,
}

/// The values of one month in the order of their release, as known on the view's date. `key` is that of the whole month.
pub fn chain(view: &View, key: SeriesKey, period: Period) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for window in [Window::First10, Window::First20, Window::Whole] {
        let prints = view.revisions(SeriesKey { window, ..key }, period);
        // Of a flash the newest print stands for it: the days are compared, not their revisions.
        let skipped = if window == Window::Whole { 0 } else { prints.len().saturating_sub(1) };
        for (place, print) in prints.iter().enumerate().skip(skipped) {
            links.push(Link {
                stage: stage(window, place, &print.reading),
                reading: print.reading,
                release: print.release,
                step: links.last().map(|before| print.reading.value - before.reading.value),
            });
        }
    }
    links
}

fn stage(window: Window, place: usize, reading: &Reading) -> Stage {
    match window {
        Window::First10 => Stage::First10,
        Window::First20 => Stage::First20,
        Window::Whole | Window::YearToDate => match (place, reading.status.is_open()) {
            (_, false) => Stage::Settled,
            (0, true) => Stage::FirstPrint,
            (_, true) => Stage::Revised,
        },
    }
}

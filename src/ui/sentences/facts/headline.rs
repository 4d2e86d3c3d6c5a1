//! The headline: exports, and the balance with its run.

use crate::domain::{Period, Ratio};
use crate::indicators::record::Record;
use crate::indicators::{Comparison, FigureId, Run, RunKind};

use super::super::Wording;
use super::{LEAST_HISTORY, Missing, missing, opposite};

/// What is told of exports.
pub(in super::super) struct Exports {
    /// In whole units of the currency.
    pub amount: Ratio,
    /// In percent, on the base of the lens.
    pub growth: Option<Ratio>,
    /// Growth in total, where the lens shows it per working day and it went the other way.
    pub in_total: Option<Ratio>,
    /// How the amount stands among all.
    pub place: Option<Place>,
    /// The run of falls that the month is in: longer than one, and whether its length is certain.
    pub falls: Option<(u32, bool)>,
}

/// A place worth telling.
pub(in super::super) enum Place {
    /// The highest of all.
    Highest,
    /// The second or third highest of all.
    Nth(u32),
    /// The highest for this month of the year.
    HighestForMonth,
}

/// What is told of the balance.
pub(in super::super) enum Balance {
    /// A side of it is missing.
    Unknown,
    /// Exports and imports were equal.
    Zero,
    /// A surplus or a deficit.
    Known {
        /// Which of the two.
        kind: RunKind,
        /// With its sign.
        amount: Ratio,
        /// Its place in the run, where it can be told.
        place: Option<PlaceInRun>,
    },
}

/// A month's place in the run of surpluses or deficits.
pub(in super::super) enum PlaceInRun {
    /// It ends that many of the other kind.
    Ends(u32),
    /// It is the first since then.
    FirstSince(Period),
    /// It is the n-th; whether that is certain, or at least so.
    Nth(u32, bool),
}

pub(in super::super) fn exports(wording: &Wording<'_>) -> Option<Exports> {
    let record = wording.deck.records.exports.as_ref().filter(|_| wording.is_complete(&wording.deck.vintages.exports));
    let growth = wording.figure(FigureId::ExportsYoy).value.ok();
    Some(Exports {
        amount: wording.figure(FigureId::Exports).value.ok()?,
        growth,
        in_total: wording.other_growth().filter(|_| wording.lens().per_day),
        place: record.and_then(|record| place(wording, record)),
        falls: growth.filter(|rate| rate.rounded(1) < 0).and_then(|_| falls(wording)),
    })
}

/// Imports and their growth in percent, where the dataset has no exports to be told of.
pub(in super::super) fn imports_alone(wording: &Wording<'_>) -> Option<(Ratio, Option<Ratio>)> {
    let imports = wording.figure(FigureId::Imports).value.ok()?;
    let growth = wording.figure(FigureId::ImportsYoy).value.ok();
    matches!(missing(wording), Missing::ExportsNotLoaded).then_some((imports, growth))
}

fn place(wording: &Wording<'_>, record: &Record) -> Option<Place> {
    if record.tied || record.count < LEAST_HISTORY {
        return None;
    }
    match record.rank {
        1 if wording.has_runs() => Some(Place::Highest),
        2 | 3 if wording.has_runs() => Some(Place::Nth(record.rank)),
        _ if record.rank_same_month == 1 && record.count_same_month > 5 => Some(Place::HighestForMonth),
        _ => None,
    }
}

/// Where the run is of the growth that is spoken of.
fn falls(wording: &Wording<'_>) -> Option<(u32, bool)> {
    let of_growth = matches!(wording.lens().comparison, Comparison::YearAgo | Comparison::PeriodBefore);
    let run = wording.deck.streaks.current(RunKind::ExportDecline).filter(|_| of_growth && wording.has_runs())?;
    (run.length > 1).then_some((run.length, run.exact))
}

pub(in super::super) fn balance(wording: &Wording<'_>) -> Balance {
    let Some(amount) = wording.figure(FigureId::Balance).value.ok() else { return Balance::Unknown };
    let kind = match amount.signum() {
        1 => RunKind::Surplus,
        -1 => RunKind::Deficit,
        _ => return Balance::Zero,
    };
    let run = wording.deck.streaks.current(kind).filter(|_| wording.has_runs());
    Balance::Known { kind, amount, place: run.and_then(|run| place_in_run(wording, run)) }
}

/// Nothing where a single month's place cannot be told for want of the months before it.
fn place_in_run(wording: &Wording<'_>, run: &Run) -> Option<PlaceInRun> {
    match run.length {
        1 if run.exact => match last_opposite(wording, run) {
            Some(length) if length > 1 => Some(PlaceInRun::Ends(length)),
            _ => wording.last_of_kind_before(run).map(PlaceInRun::FirstSince),
        },
        1 => None,
        n => Some(PlaceInRun::Nth(n, run.exact)),
    }
}

/// Length of the run of the other sign that ended the month before, if it is known exactly.
fn last_opposite(wording: &Wording<'_>, run: &Run) -> Option<u32> {
    let mut others = wording.deck.streaks.of(opposite(run.kind));
    others.find(|earlier| earlier.end == run.start.minus(1) && earlier.exact).map(|earlier| earlier.length)
}

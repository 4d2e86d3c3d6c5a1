//! The current run, how it compares with earlier ones, what would end it, what makes it doubtful.

use crate::domain::{Flow, Period, Ratio};
use crate::indicators::{FigureId, Run, RunKind, Span};

use super::super::Wording;

/// What is told of surpluses and deficits in a row.
pub(in super::super) enum Streak {
    /// Exports and imports were equal.
    Zero,
    /// No balance is known.
    NothingKnown,
    /// The month's balance is not known yet; the run that ended last.
    Last(Run),
    /// The month is in a run.
    Current(Current),
}

/// The run that the month is in.
pub(in super::super) struct Current {
    /// Surplus or deficit.
    pub kind: RunKind,
    /// How long it is.
    pub length: Length,
    /// How it compares.
    pub beside: Option<Beside>,
    /// Whether the latest month, or another one, may still change.
    pub provisional: Option<Provisional>,
}

/// How long a run is.
pub(in super::super) enum Length {
    /// One month, the first since then.
    FirstSince(Period),
    /// One month, the first since the data start in that year.
    FirstSinceStart(i32),
    /// One month, and the one before was none.
    NotBefore,
    /// One month, and the one before is not known.
    BeforeUnknown,
    /// That many; whether exactly, or at least.
    InARow(u32, bool),
}

/// How a run compares with earlier ones.
pub(in super::super) enum Beside {
    /// As long as the one that ended then.
    AsLongAsTo(Period),
    /// The longest since one that ended in that year.
    LongestSince(i32),
    /// The longest of all.
    Longest,
}

/// What may still change.
pub(in super::super) enum Provisional {
    /// The latest month.
    Latest,
    /// An earlier one.
    Earlier,
}

pub(in super::super) fn streak(wording: &Wording<'_>) -> Streak {
    let Some(run) = wording.deck.streaks.current_balance() else {
        return match wording.figure(FigureId::Balance).value {
            Ok(_) => Streak::Zero,
            Err(_) => last_known(wording),
        };
    };
    let latest = wording.deck.lensed().by_period().balance.reading(run.end);
    let provisional = match run.provisional {
        0 => None,
        _ if latest.is_some_and(|latest| latest.status.is_open()) => Some(Provisional::Latest),
        _ => Some(Provisional::Earlier),
    };
    let (length, beside) = (length(wording, run), beside(wording, run));
    Streak::Current(Current { kind: run.kind, length, beside, provisional })
}

fn last_known(wording: &Wording<'_>) -> Streak {
    let streaks = &wording.deck.streaks;
    let last = streaks.of(RunKind::Deficit).chain(streaks.of(RunKind::Surplus)).max_by_key(|run| run.end);
    last.map_or(Streak::NothingKnown, |run| Streak::Last(*run))
}

fn length(wording: &Wording<'_>, run: &Run) -> Length {
    match (run.length, run.exact) {
        (1, true) => single(wording, run),
        (1, false) => Length::BeforeUnknown,
        (n, exact) => Length::InARow(n, exact),
    }
}

/// A run of one that followed something else.
fn single(wording: &Wording<'_>, run: &Run) -> Length {
    let balance = &wording.deck.lensed().by_period().balance;
    match (wording.last_of_kind_before(run), balance.first()) {
        (Some(last), _) => Length::FirstSince(last),
        (None, Some(first)) if wording.is_complete(balance) => Length::FirstSinceStart(first.year()),
        _ => Length::NotBefore,
    }
}

fn beside(wording: &Wording<'_>, run: &Run) -> Option<Beside> {
    if run.length == 1 || !run.exact || !wording.is_complete(&wording.deck.lensed().by_period().balance) {
        return None;
    }
    Some(match wording.deck.streaks.last_as_long(run) {
        Some(earlier) if earlier.length == run.length => Beside::AsLongAsTo(earlier.end),
        Some(earlier) => Beside::LongestSince(earlier.end.year()),
        None => Beside::Longest,
    })
}

/// What would end the run: its kind, the exports at which it ends, and how far they are, in percent.
pub(in super::super) fn ender(wording: &Wording<'_>) -> Option<(RunKind, Ratio, Ratio)> {
    let run = wording.deck.streaks.current_balance()?;
    // With a part taken out of exports alone, or over more than one month, the sum is another one.
    let lensed = wording.deck.lensed();
    if lensed.excludes(Flow::Export) != lensed.excludes(Flow::Balance) || wording.lens().span != Span::Single {
        return None;
    }
    let exports = wording.figure(FigureId::Exports).value.ok()?;
    let imports = wording.figure(FigureId::Imports).value.ok()?;
    Some((run.kind, imports, imports.minus(exports).times(100).over(exports)?))
}

/// A month of the run so close to zero that a revision may change its sign, its balance, and how many more there are.
pub(in super::super) fn doubt(wording: &Wording<'_>) -> Option<(Period, Ratio, usize)> {
    let month = *wording.deck.fragile_months.first()?;
    let value = wording.deck.lensed().by_period().balance.value(month)?;
    Some((month, Ratio::whole(i128::from(value)), wording.deck.fragile_months.len() - 1))
}

/// The run of falling or rising exports, longer than one, and whether it alone is the longest of all.
pub(in super::super) fn exports_run(wording: &Wording<'_>) -> Option<(Run, bool)> {
    let streaks = &wording.deck.streaks;
    let run = streaks.current(RunKind::ExportDecline).or_else(|| streaks.current(RunKind::ExportRise))?;
    let is_longest = run.rank == 1 && run.exact && wording.is_complete(&wording.deck.lensed().by_period().exports);
    let alone = is_longest && streaks.of(run.kind).filter(|other| other.rank == 1).count() == 1;
    (run.length > 1).then_some((*run, alone))
}

//! Runs of months in which something was true: deficits, surpluses, falling or rising exports.

use crate::domain::{Period, Reading, Vintage};

/// What is true throughout a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RunKind {
    /// Balance below zero.
    Deficit,
    /// Balance above zero. A balance of exactly zero is neither.
    Surplus,
    /// Exports below what they are compared with: mostly those of the year before.
    ExportDecline,
    /// Exports above what they are compared with.
    ExportRise,
}

impl RunKind {
    /// A stable word for machines.
    pub const fn code(self) -> &'static str {
        match self {
            RunKind::Deficit => "deficit",
            RunKind::Surplus => "surplus",
            RunKind::ExportDecline => "export_decline",
            RunKind::ExportRise => "export_rise",
        }
    }

    /// -1 for deficits and declines, 1 for surpluses and rises.
    pub const fn sign(self) -> i32 {
        match self {
            RunKind::Deficit | RunKind::ExportDecline => -1,
            RunKind::Surplus | RunKind::ExportRise => 1,
        }
    }
}

/// A run that cannot be made longer in either direction with what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// What is true throughout.
    pub kind: RunKind,
    /// First period.
    pub start: Period,
    /// Last period.
    pub end: Period,
    /// Number of periods.
    pub length: u32,
    /// False where a gap or the start of the data bounds it: then it is "at least" that long.
    pub exact: bool,
    /// 1 for the longest of its kind; equal lengths share a rank.
    pub rank: u32,
    /// True where it includes the month looked at.
    pub is_current: bool,
    /// Number of periods in it that rest on provisional or estimated values.
    pub provisional: u32,
}

/// All runs up to a month, oldest first within each kind.
#[derive(Debug, Clone, Default)]
pub struct Streaks {
    /// Deficits, then surpluses, export declines, export rises.
    pub runs: Vec<Run>,
}

/// What is known of a period: whether the condition held, and whether the values may still change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag {
    /// The condition held.
    pub holds: bool,
    /// It rests on a provisional or estimated value.
    pub provisional: bool,
}

impl Streaks {
    /// All runs up to `month` in a balance, and in exports compared with the year before.
    pub fn find(balance: &Vintage, exports: &Vintage, month: Period) -> Streaks {
        Streaks::find_on(balance, exports, |period| exports.reading(period.year_ago()).copied(), month)
    }

    /// The same with exports compared with another base.
    pub fn find_on(
        balance: &Vintage,
        exports: &Vintage,
        base: impl Fn(Period) -> Option<Reading>,
        month: Period,
    ) -> Streaks {
        let mut runs = Vec::new();
        for kind in [RunKind::Deficit, RunKind::Surplus] {
            let sign = i64::from(kind.sign());
            let flag = |period| {
                balance.reading(period).map(|reading| Flag {
                    holds: reading.value.signum() == sign,
                    provisional: reading.status.is_open(),
                })
            };
            runs.extend(balance.first().map(|first| runs_of(kind, first, month, flag)).unwrap_or_default());
        }
        for kind in [RunKind::ExportDecline, RunKind::ExportRise] {
            let sign = i64::from(kind.sign());
            let flag = |period: Period| {
                let (now, before) = (exports.reading(period)?, base(period)?);
                let provisional = now.status.max(before.status).is_open();
                Some(Flag { holds: (now.value - before.value).signum() == sign, provisional })
            };
            runs.extend(exports.first().map(|first| runs_of(kind, first, month, flag)).unwrap_or_default());
        }
        Streaks { runs }
    }

    /// All runs of one kind, oldest first.
    pub fn of(&self, kind: RunKind) -> impl DoubleEndedIterator<Item = &Run> {
        self.runs.iter().filter(move |run| run.kind == kind)
    }

    /// The run of this kind that includes the month looked at.
    pub fn current(&self, kind: RunKind) -> Option<&Run> {
        self.of(kind).find(|run| run.is_current)
    }

    /// The current deficit or surplus run.
    pub fn current_balance(&self) -> Option<&Run> {
        self.current(RunKind::Deficit).or_else(|| self.current(RunKind::Surplus))
    }

    /// The longest run of this kind; of equals, the earliest.
    pub fn longest(&self, kind: RunKind) -> Option<&Run> {
        self.of(kind).find(|run| run.rank == 1)
    }

    /// The last run of this kind before `run` that was at least as long.
    pub fn last_as_long(&self, run: &Run) -> Option<&Run> {
        self.of(run.kind).rev().find(|earlier| earlier.end < run.start && earlier.length >= run.length)
    }
}

/// The runs of consecutive periods from `first` to `last` in which `flag` holds. `None` means unknown:
/// it neither continues a run nor ends one exactly.
pub fn runs_of(kind: RunKind, first: Period, last: Period, flag: impl Fn(Period) -> Option<Flag>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<Flag> = None;
    for period in Period::span(first, last) {
        let now = flag(period);
        let continues = before.is_some_and(|flag| flag.holds);
        match now {
            Some(Flag { holds: true, provisional }) => match runs.last_mut().filter(|_| continues) {
                Some(run) => extend(run, period, provisional),
                None => runs.push(start(kind, period, before.is_some(), provisional)),
            },
            None if continues => {
                if let Some(run) = runs.last_mut() {
                    run.exact = false;
                }
            }
            _ => {}
        }
        before = now;
    }
    for run in &mut runs {
        run.is_current = run.end == last;
    }
    rank(&mut runs);
    runs
}

fn start(kind: RunKind, period: Period, exact: bool, provisional: bool) -> Run {
    let provisional = u32::from(provisional);
    Run { kind, start: period, end: period, length: 1, exact, rank: 0, is_current: false, provisional }
}

fn extend(run: &mut Run, period: Period, provisional: bool) {
    run.end = period;
    run.length += 1;
    run.provisional += u32::from(provisional);
}

fn rank(runs: &mut [Run]) {
    let mut lengths: Vec<u32> = runs.iter().map(|run| run.length).collect();
    lengths.sort_unstable_by(|a, b| b.cmp(a));
    for run in runs {
        run.rank = lengths.partition_point(|length| *length > run.length) as u32 + 1;
    }
}

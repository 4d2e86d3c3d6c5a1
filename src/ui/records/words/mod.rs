//! Standings, runs and coverage in words. Nothing here says more than what is known: a tie is said, a gap is
//! said, a run that a gap bounds is "at least".

mod english;
mod korean;

use crate::domain::{Period, Vintage};
use crate::indicators::{Record, Run, RunKind, Standing};
use crate::words::{Language, language};

/// What the last value as extreme was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passed {
    /// Above the present one.
    Higher,
    /// Below it.
    Lower,
}

/// `2nd highest of 398`; `of the 85 known` where the series has gaps.
pub fn rank(record: &Record, has_gaps: bool) -> String {
    match language() {
        Language::English => english::rank(record, has_gaps),
        Language::Korean => korean::rank(record, has_gaps),
    }
}

/// `2nd highest of 33`: among the same month of all years.
pub fn rank_same_month(record: &Record, tied: bool, has_gaps: bool) -> String {
    match language() {
        Language::English => english::rank_same_month(record, tied, has_gaps),
        Language::Korean => korean::rank_same_month(record, tied, has_gaps),
    }
}

/// Since when there was nothing as extreme: `Jun 2022 (57.7)`, `the start in Jan 1990`.
pub fn standing(record: &Record, standing: Standing, passed: Passed, value_then: Option<String>) -> String {
    match language() {
        Language::English => english::standing(record, standing, passed, value_then),
        Language::Korean => korean::standing(record, standing, passed, value_then),
    }
}

/// What runs of a kind are called.
pub fn runs_name(kind: RunKind) -> &'static str {
    match language() {
        Language::English => english::runs_name(kind),
        Language::Korean => korean::runs_name(kind),
    }
}

/// The longest run of a kind, and how many are as long; of equals the earliest is named.
pub fn longest(runs: &[&Run]) -> Option<String> {
    match language() {
        Language::English => english::longest(runs),
        Language::Korean => korean::longest(runs),
    }
}

/// `14 rises since Jun 2025; 8th longest; 7 provisional`. `runs` are all of the kind; where any of them may be
/// longer than what is known of it, so is the place.
pub fn current(run: &Run, runs: &[&Run], has_gaps: bool) -> String {
    match language() {
        Language::English => english::current(run, runs, has_gaps),
        Language::Korean => korean::current(run, runs, has_gaps),
    }
}

/// What is on record: `Jan 1990 to Feb 2023, 398 months without a gap`.
pub fn coverage(vintage: &Vintage, month: Period) -> Option<String> {
    match language() {
        Language::English => english::coverage(vintage, month),
        Language::Korean => korean::coverage(vintage, month),
    }
}

/// True where a gap or the start of the data cuts off a run, which may so have been the longest.
pub fn is_doubtful(runs: &[&Run]) -> bool {
    runs.iter().any(|run| !run.exact && run.rank > 1)
}

/// Periods up to the month, from the first on, of which nothing is known; not counted is what comes after the last.
pub fn missing(vintage: &Vintage, month: Period) -> usize {
    let known = vintage.iter().take_while(|(period, _)| *period <= month);
    known.filter(|(_, reading)| reading.is_none()).count()
}

//! Standings, runs and coverage in English.

use crate::domain::{Period, Vintage};
use crate::indicators::{Record, Run, RunKind, Standing};

use super::super::super::format::{self, counted, ordinal_digits};
use super::{Passed, is_doubtful, missing};

/// `2nd highest of 398`; `of the 85 known` where the series has gaps.
pub fn rank(record: &Record, has_gaps: bool) -> String {
    if record.count == 1 {
        return format!("the only known {}", format::period_word(record.period.frequency()));
    }
    let of = if has_gaps { format!("of the {} known", record.count) } else { format!("of {}", record.count) };
    let tied = if record.tied { ", equal with another" } else { "" };
    let halfway = record.rank <= record.rank_from_lowest;
    match (halfway, record.rank, record.rank_from_lowest) {
        (true, 1, _) => format!("highest {of}{tied}"),
        (true, rank, _) => format!("{} highest {of}{tied}", ordinal_digits(rank)),
        (false, _, 1) => format!("lowest {of}{tied}"),
        (false, _, rank) => format!("{} lowest {of}{tied}", ordinal_digits(rank)),
    }
}

/// `2nd highest of 33`: among the same month of all years.
pub fn rank_same_month(record: &Record, tied: bool, has_gaps: bool) -> String {
    if record.count_same_month == 1 {
        return "the only one known".to_owned();
    }
    let place = if record.rank_same_month == 1 {
        "highest".to_owned()
    } else {
        format!("{} highest", ordinal_digits(record.rank_same_month))
    };
    let tied = if tied { ", equal with another" } else { "" };
    let known = if has_gaps { " known" } else { "" };
    format!("{place} of {}{known}{tied}", record.count_same_month)
}

/// Since when there was nothing as extreme: `Jun 2022 (57.7)`, `the start in Jan 1990`. `passed` is what the last
/// one as extreme was.
pub fn standing(record: &Record, standing: Standing, passed: Passed, value_then: Option<String>) -> String {
    let passed = if passed == Passed::Higher { "higher" } else { "lower" };
    let among = |gap: bool| if gap { ", of those known" } else { "" };
    match standing {
        Standing::Record { .. } if record.count == 1 => "nothing earlier is known".to_owned(),
        Standing::Record { start, gap } => format!("the start in {}{}", format::period(start), among(gap)),
        Standing::Since { period, tied, gap } => {
            let then = value_then.map(|value| format!(" ({value})")).unwrap_or_default();
            let before = format!("the {} before", format::period_word(period.frequency()));
            match (period == record.period.minus(1), tied) {
                (true, true) => format!("{before} was equal"),
                (true, false) => format!("{before} was {passed}{then}"),
                (false, true) => format!("{}, equal{}", format::period(period), among(gap)),
                (false, false) => format!("{}{then}{}", format::period(period), among(gap)),
            }
        }
    }
}

/// What runs of a kind are called.
pub const fn runs_name(kind: RunKind) -> &'static str {
    match kind {
        RunKind::Deficit => "deficits",
        RunKind::Surplus => "surpluses",
        RunKind::ExportDecline => "declines",
        RunKind::ExportRise => "rises",
    }
}

/// `12 months, Mar 2022 to Feb 2023`.
pub fn run(run: &Run) -> String {
    let at_least = if run.exact { "" } else { "at least " };
    let when = match run.length {
        1 => format::period(run.start),
        _ => format!("{} to {}", format::period(run.start), format::period(run.end)),
    };
    let open = match run.provisional {
        0 => String::new(),
        n if n == run.length => ", provisional".to_owned(),
        n => format!(", {n} provisional"),
    };
    format!("{at_least}{}, {when}{open}", counted(run.length as usize, run.end.frequency()))
}

/// The longest run of a kind, and how many are as long; of equals the earliest is named.
pub fn longest(runs: &[&Run]) -> Option<String> {
    let longest = runs.iter().find(|run| run.rank == 1)?;
    let equals = runs.iter().filter(|run| run.rank == 1).count() - 1;
    let also = match equals {
        0 => String::new(),
        1 => "; one more as long".to_owned(),
        n => format!("; {n} more as long"),
    };
    Some(format!("{}{also}", run(longest)))
}

/// `14 rises since Jun 2025; 8th longest; 7 provisional`. `runs` are all of the kind; where any of them may be
/// longer than what is known of it, so is the place.
pub fn current(run: &Run, runs: &[&Run], has_gaps: bool) -> String {
    let at_least = if run.exact { "" } else { "at least " };
    let known = if has_gaps || is_doubtful(runs) { " known" } else { "" };
    let is_tied = runs.iter().filter(|other| other.rank == run.rank).count() > 1;
    let place = match (run.rank, is_tied) {
        _ if !run.exact => String::new(),
        (1, false) => format!("; the longest{known}"),
        (1, true) => format!("; as long as the longest{known}"),
        (rank, false) => format!("; {} longest{known}", ordinal_digits(rank)),
        (rank, true) => format!("; equal {} longest{known}", ordinal_digits(rank)),
    };
    let open = if run.provisional == 0 { String::new() } else { format!("; {} provisional", run.provisional) };
    let since = if run.length == 1 { "in" } else { "since" };
    let name = if run.length == 1 { run_name(run.kind) } else { runs_name(run.kind) };
    format!("{at_least}{} {name} {since} {}{place}{open}", run.length, format::period(run.start))
}

const fn run_name(kind: RunKind) -> &'static str {
    match kind {
        RunKind::Deficit => "deficit",
        RunKind::Surplus => "surplus",
        RunKind::ExportDecline => "decline",
        RunKind::ExportRise => "rise",
    }
}

/// What is on record: `Jan 1990 to Feb 2023, 398 months without a gap`.
pub fn coverage(vintage: &Vintage, month: Period) -> Option<String> {
    let first = vintage.first()?;
    let last = vintage.last().map_or(month, |last| last.min(month));
    if last < first {
        return None;
    }
    let span = format!("{} to {}", format::period(first), format::period(last));
    Some(match missing(vintage, month) {
        0 => {
            let all = (last.since(first) + 1) as usize;
            format!("on record: {span}, {} without a gap", counted(all, first.frequency()))
        }
        gaps => format!("on record: {span}, {} missing", counted(gaps, first.frequency())),
    })
}

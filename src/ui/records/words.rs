//! Standings, runs and coverage in words. Nothing here says more than what is known: a tie is said, a gap is
//! said, a run that a gap bounds is "at least".

use crate::domain::{Period, Vintage};
use crate::indicators::{Record, Run, RunKind, Standing};

use super::super::format::{self, counted, ordinal_digits};

/// `2nd highest of 398 months`.
pub fn rank(record: &Record) -> String {
    if record.count == 1 {
        return format!("the only known {}", format::period_word(record.period.frequency()));
    }
    let of = format!("of {}", counted(record.count as usize, record.period.frequency()));
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
pub fn rank_same_month(record: &Record, tied: bool) -> String {
    if record.count_same_month == 1 {
        return "the only one known".to_owned();
    }
    let place = if record.rank_same_month == 1 {
        "highest".to_owned()
    } else {
        format!("{} highest", ordinal_digits(record.rank_same_month))
    };
    let tied = if tied { ", equal with another" } else { "" };
    format!("{place} of {}{tied}", record.count_same_month)
}

/// Since when there was nothing as extreme: `since Jun 2022`, `ever since Jan 1990`.
pub fn standing(record: &Record, standing: Standing, value_then: Option<String>) -> String {
    let among = |gap: bool| if gap { ", of the known ones" } else { "" };
    match standing {
        Standing::Record { .. } if record.count == 1 => "nothing earlier is known".to_owned(),
        Standing::Record { start, gap } => format!("since the data start in {}{}", format::period(start), among(gap)),
        Standing::Since { period, tied, gap } => {
            let then = value_then.map(|value| format!(" ({value})")).unwrap_or_default();
            let before = format!("the {} before", format::period_word(period.frequency()));
            match (period == record.period.minus(1), tied) {
                (true, true) => format!("no: equal to {before}"),
                (true, false) => format!("no: {before} passed it{then}"),
                (false, true) => format!("equal to {}{}", format::period(period), among(gap)),
                (false, false) => format!("since {}{then}{}", format::period(period), among(gap)),
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
    // One that a gap or the start of the data cuts off may have been longer.
    let doubt = runs.iter().any(|run| !run.exact && run.rank > 1 && run.length > 1);
    let doubt = if doubt { "; one cut off by a gap or the start may be longer" } else { "" };
    Some(format!("{}{also}{doubt}", run(longest)))
}

/// `known: 398 of 400 months from Jan 1990 to Feb 2023`.
pub fn coverage(vintage: &Vintage, month: Period) -> Option<String> {
    let first = vintage.first()?;
    let last = vintage.last().map_or(month, |last| last.min(month));
    if last < first {
        return None;
    }
    let all = (last.since(first) + 1) as usize;
    let known = Period::span(first, last).filter(|period| vintage.reading(*period).is_some()).count();
    let span = format!("{} to {}", format::period(first), format::period(last));
    Some(match all - known {
        0 => format!("on record: {span}, {} without a gap", counted(known, first.frequency())),
        gaps => format!("on record: {span}, {} missing; only known ones are ranked", counted(gaps, first.frequency())),
    })
}

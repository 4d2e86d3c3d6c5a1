//! Standings, runs and coverage in Korean.

use crate::domain::{Frequency, Period, Vintage};
use crate::indicators::{Record, Run, RunKind, Standing};

use super::super::super::format::{self, counted};
use super::{Passed, is_doubtful, missing};

/// `398개월 중 2위`; of the lower half `398개월 중 하위 3위`.
pub fn rank(record: &Record, has_gaps: bool) -> String {
    let frequency = record.period.frequency();
    if record.count == 1 {
        return "자료가 있는 유일한 기간".to_owned();
    }
    let known = if has_gaps { "자료가 있는 " } else { "" };
    let of = format!("{known}{} 중", counted(record.count as usize, frequency));
    let tied = if record.tied { "(동률)" } else { "" };
    match (record.rank <= record.rank_from_lowest, record.rank, record.rank_from_lowest) {
        (true, 1, _) => format!("{of} 최고{tied}"),
        (true, rank, _) => format!("{of} {rank}위{tied}"),
        (false, _, 1) => format!("{of} 최저{tied}"),
        (false, _, rank) => format!("{of} 하위 {rank}위{tied}"),
    }
}

/// `33개 중 2위`: among the same month of all years.
pub fn rank_same_month(record: &Record, tied: bool, has_gaps: bool) -> String {
    if record.count_same_month == 1 {
        return "자료가 있는 유일한 해".to_owned();
    }
    let known = if has_gaps { "자료가 있는 " } else { "" };
    let tied = if tied { "(동률)" } else { "" };
    let place = match record.rank_same_month {
        1 => "최고".to_owned(),
        rank => format!("{rank}위"),
    };
    format!("{known}{}개년 중 {place}{tied}", record.count_same_month)
}

/// `'22.6월(577.0) 이후`, `자료 시작('90.1월) 이후`.
pub fn standing(record: &Record, standing: Standing, passed: Passed, value_then: Option<String>) -> String {
    let among = |gap: bool| if gap { ", 자료가 있는 기간 중" } else { "" };
    match standing {
        Standing::Record { .. } if record.count == 1 => "이전 자료 없음".to_owned(),
        Standing::Record { start, gap } => format!("자료 시작({}) 이후{}", format::period(start), among(gap)),
        Standing::Since { period, tied, gap } => {
            let then = value_then.map(|value| format!("({value})")).unwrap_or_default();
            let before = match period.frequency() {
                Frequency::Monthly => "전월",
                Frequency::Quarterly => "전분기",
                Frequency::Annual => "전년",
            };
            match (period == record.period.minus(1), tied, passed) {
                (true, true, _) => format!("{before} 수치와 같음"),
                (true, false, Passed::Higher) => format!("{before} 수치{then}가 더 높음"),
                (true, false, Passed::Lower) => format!("{before} 수치{then}가 더 낮음"),
                (false, true, _) => format!("{} 이후, 같은 수치{}", format::period(period), among(gap)),
                (false, false, _) => format!("{}{then} 이후{}", format::period(period), among(gap)),
            }
        }
    }
}

/// `적자`, as in `연속 적자`.
pub const fn runs_name(kind: RunKind) -> &'static str {
    match kind {
        RunKind::Deficit => "적자",
        RunKind::Surplus => "흑자",
        RunKind::ExportDecline => "감소",
        RunKind::ExportRise => "증가",
    }
}

/// `12개월, '22.3월~'23.2월`.
fn run(run: &Run) -> String {
    let at_least = if run.exact { "" } else { "최소 " };
    let when = match run.length {
        1 => format::period(run.start),
        _ => format!("{}~{}", format::period(run.start), format::period(run.end)),
    };
    let open = match run.provisional {
        0 => String::new(),
        n if n == run.length => ", 잠정".to_owned(),
        n => format!(", 잠정 {} 포함", counted(n as usize, run.end.frequency())),
    };
    format!("{at_least}{}, {when}{open}", counted(run.length as usize, run.end.frequency()))
}

/// The longest run of a kind, and how many are as long; of equals the earliest is named.
pub fn longest(runs: &[&Run]) -> Option<String> {
    let longest = runs.iter().find(|run| run.rank == 1)?;
    let also = match runs.iter().filter(|run| run.rank == 1).count() - 1 {
        0 => String::new(),
        n => format!(", 같은 길이 {n}회 더 있음"),
    };
    Some(format!("{}{also}", run(longest)))
}

/// `'25.6월부터 14개월 연속 증가, 역대 8위, 잠정 7개월 포함`.
pub fn current(run: &Run, runs: &[&Run], has_gaps: bool) -> String {
    let at_least = if run.exact { "" } else { "최소 " };
    let known = if has_gaps || is_doubtful(runs) { "자료가 있는 기간 중" } else { "역대" };
    let is_tied = runs.iter().filter(|other| other.rank == run.rank).count() > 1;
    let place = match (run.rank, is_tied) {
        _ if !run.exact => String::new(),
        (1, false) => format!(", {known} 최장"),
        (1, true) => format!(", {known} 최장과 같음"),
        (rank, false) => format!(", {known} {rank}위"),
        (rank, true) => format!(", {known} 공동 {rank}위"),
    };
    let open = match run.provisional {
        0 => String::new(),
        n if n == run.length => ", 잠정".to_owned(),
        n => format!(", 잠정 {} 포함", counted(n as usize, run.end.frequency())),
    };
    let (name, start) = (runs_name(run.kind), format::period(run.start));
    match run.length {
        1 => format!("{at_least}{start} {name}{place}{open}"),
        length => {
            let length = counted(length as usize, run.end.frequency());
            format!("{start}부터 {at_least}{length} 연속 {name}{place}{open}")
        }
    }
}

/// `수록 기간 '90.1월~'23.2월, 398개월 누락 없음`.
pub fn coverage(vintage: &Vintage, month: Period) -> Option<String> {
    let first = vintage.first()?;
    let last = vintage.last().map_or(month, |last| last.min(month));
    if last < first {
        return None;
    }
    let span = format!("{}~{}", format::period(first), format::period(last));
    Some(match missing(vintage, month) {
        0 => {
            let all = counted((last.since(first) + 1) as usize, first.frequency());
            format!("수록 기간 {span}, {all} 누락 없음")
        }
        gaps => format!("수록 기간 {span}, {} 누락", counted(gaps, first.frequency())),
    })
}

//! The sentences about runs: `12개월 연속 적자, 1997년 이후 최장, 최근월 잠정`.

use crate::indicators::{Comparison, RunKind};

use super::super::super::format::{Sign, counted, period_long};
use super::super::Wording;
use super::super::facts::streaks::{Beside, Current, Length, Provisional, Streak, doubt, ender, exports_run, streak};
use super::{balance_noun, in_a_row, record_of};
use crate::domain::Frequency;

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    let frequency = wording.deck.month.frequency();
    match streak(wording) {
        Streak::Zero => "연속 기록 없음: 수출과 수입이 같음".to_owned(),
        Streak::NothingKnown => "연속 기록 없음: 무역수지 자료 없음".to_owned(),
        Streak::Last(run) => {
            let run_words = in_a_row(run.length, run.exact, frequency);
            format!(
                "{}까지 {run_words} {}; {} 무역수지 미집계",
                period_long(run.end),
                balance_noun(run.kind),
                this(frequency)
            )
        }
        Streak::Current(current) => {
            let provisional = match current.provisional {
                None => "",
                Some(Provisional::Latest) => match frequency {
                    Frequency::Monthly => ", 최근월 잠정",
                    _ => ", 최근치 잠정",
                },
                Some(Provisional::Earlier) => ", 일부 잠정",
            };
            let beside = current.beside.as_ref().map(|beside| beside_words(wording, beside)).unwrap_or_default();
            format!("{}{beside}{provisional}", length(&current, frequency))
        }
    }
}

fn this(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "이달",
        Frequency::Quarterly => "이번 분기",
        Frequency::Annual => "올해",
    }
}

/// `전월`: the period before.
fn before(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "전월",
        Frequency::Quarterly => "전분기",
        Frequency::Annual => "전년",
    }
}

fn length(current: &Current, frequency: Frequency) -> String {
    let noun = balance_noun(current.kind);
    match current.length {
        Length::FirstSince(last) => format!("{} 이후 첫 {noun}", period_long(last)),
        Length::FirstSinceStart(year) => format!("{year}년 통계 시작 이후 첫 {noun}"),
        Length::NotBefore => format!("{noun}, {}에는 {noun} 아님", before(frequency)),
        Length::BeforeUnknown => format!("{noun}, {} 미상", before(frequency)),
        Length::InARow(n, exact) => format!("{} {noun}", in_a_row(n, exact, frequency)),
    }
}

fn beside_words(wording: &Wording<'_>, beside: &Beside) -> String {
    match beside {
        Beside::AsLongAsTo(end) => format!(", {}까지의 연속 기록과 같은 길이", period_long(*end)),
        Beside::LongestSince(year) => format!(", {year}년 이후 최장"),
        Beside::Longest => format!(", {} 최장", record_of(wording.balance_begins())),
    }
}

pub(in super::super) fn run_ender(wording: &Wording<'_>) -> Option<String> {
    let (kind, needed, change) = ender(wording)?;
    let needed = wording.money(needed, wording.decimals());
    let change = wording.style.growth(change, 1, Sign::Always);
    Some(match kind {
        RunKind::Deficit => format!("현 수입 기준 수출 {needed}({change}) 초과 시 종료"),
        _ => format!("현 수입 기준 수출 {needed}({change}) 이하면 종료"),
    })
}

pub(in super::super) fn run_doubt(wording: &Wording<'_>) -> Option<String> {
    let (month, value, more) = doubt(wording)?;
    let others = match more {
        0 => String::new(),
        more => format!(" 외 {}", counted(more, month.frequency())),
    };
    let amount = wording.style.amount(value, 1 + wording.decimals(), Sign::Always);
    Some(format!("수정에 민감: {}({amount}){others}", period_long(month)))
}

pub(in super::super) fn run_of_exports(wording: &Wording<'_>) -> Option<String> {
    let (run, is_longest) = exports_run(wording)?;
    let falls = run.kind == RunKind::ExportDecline;
    let in_a_row = in_a_row(run.length, run.exact, run.end.frequency());
    let course = match (wording.lens().comparison, falls) {
        (Comparison::YearAgo | Comparison::PeriodBefore, true) => "감소",
        (Comparison::YearAgo | Comparison::PeriodBefore, false) => "증가",
        (_, true) => "하회",
        (_, false) => "상회",
    };
    let rank = if is_longest { format!(", {} 최장", record_of(wording.exports_begin())) } else { String::new() };
    Some(format!("수출: {} {in_a_row} {course}{rank}", wording.on_base_ko()))
}

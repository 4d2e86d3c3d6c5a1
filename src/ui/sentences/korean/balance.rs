//! The balance's sentence: `흑자 303.2억 달러, 6월(359.1억 달러)에 이어 역대 2위`.

use crate::domain::{Flow, Frequency, Period};
use crate::words::with_particle;

use super::super::super::format::period_long;
use super::super::Wording;
use super::super::facts::balance::{Balance, Beside, balance};

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    let (value, beside) = match balance(wording) {
        Balance::Unknown => return format!("무역수지 없음: {}", wording.missing_side_ko()),
        Balance::Zero => return "수출과 수입이 같음".to_owned(),
        Balance::Known(value, beside) => (value, beside),
    };
    let noun = if value.signum() > 0 { "흑자" } else { "적자" };
    let amount = wording.money(value, wording.decimals());
    let beside = beside.map(|beside| format!(", {}", words(wording, &beside))).unwrap_or_default();
    format!("{} {amount}{beside}", wording.subject_ko(noun, Flow::Balance))
}

fn words(wording: &Wording<'_>, beside: &Beside) -> String {
    match beside {
        Beside::LargestOfAll(year) => format!("{year}년 통계 시작 이후 최대"),
        Beside::LargestSince(since) => format!("{} 이후 최대", period_long(*since)),
        Beside::SecondTo(best, value) => {
            let value = wording.style.money_of(*value, wording.decimals());
            format!("{}({value})에 이어 역대 2위", wording.near(*best))
        }
        Beside::Before(before, then) => earlier(wording, *before, *then),
    }
}

/// `전월은 126.5억 달러 적자`.
fn earlier(wording: &Wording<'_>, before: Period, then: i64) -> String {
    let when = match (wording.has_runs(), before.frequency()) {
        (true, Frequency::Monthly) => "전월",
        (true, Frequency::Quarterly) => "전분기",
        (true, Frequency::Annual) => "전년",
        (false, _) => "전년동기",
    };
    let when = with_particle(when, "은");
    match then {
        0 => format!("{when} 수출입 같음"),
        _ => {
            let amount = wording.style.money_of(then.saturating_abs(), wording.decimals());
            format!("{when} {amount} {}", if then < 0 { "적자" } else { "흑자" })
        }
    }
}

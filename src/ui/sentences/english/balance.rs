//! The balance's sentence.

use crate::domain::{Flow, Period, Ratio};

use super::super::super::format::{period, period_long};
use super::super::Wording;
use super::super::facts::balance::{Balance, Beside, balance};

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    let (value, beside) = match balance(wording) {
        Balance::Unknown => return format!("No balance: {}", wording.missing_side()),
        Balance::Zero => return "Exports and imports were equal".to_owned(),
        Balance::Known(value, beside) => (value, beside),
    };
    let word = if value.signum() > 0 { "Surplus" } else { "Deficit" };
    let subject = wording.subject(word, Flow::Balance);
    let amount = wording.money(value, wording.decimals());
    let beside = beside.map(|beside| words(wording, value, &beside)).unwrap_or_default();
    format!("{subject}{} of {amount}{beside}", wording.of_all_goods())
}

fn words(wording: &Wording<'_>, value: Ratio, beside: &Beside) -> String {
    match beside {
        Beside::LargestOfAll(year) => format!(", the largest since the data start in {year}"),
        Beside::LargestSince(since) => format!(", the largest since {}", period_long(*since)),
        Beside::SecondTo(best, value) => {
            let value = wording.style.money_of(*value, wording.decimals());
            format!(", second only to {} ({value})", period_long(*best))
        }
        Beside::Before(before, then) => after(wording, value, (*before, *then)),
    }
}

/// `, after a deficit of $12.7bn in Jan 2023`.
fn after(wording: &Wording<'_>, value: Ratio, (before, then): (Period, i64)) -> String {
    let when = match wording.has_runs() {
        true => format!("in {}", period(before)),
        false => "a year earlier".to_owned(),
    };
    if then == 0 {
        return format!(", after a balance of zero {when}");
    }
    let same = (then < 0) == (value.signum() < 0);
    let noun = match (same, then < 0) {
        (true, _) => "",
        (false, true) => "a deficit of ",
        (false, false) => "a surplus of ",
    };
    format!(", after {noun}{} {when}", wording.style.money_of(then.saturating_abs(), wording.decimals()))
}

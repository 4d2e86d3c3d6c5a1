//! The sentences about runs.

use crate::domain::Ratio;
use crate::indicators::{Comparison, RunKind};

use super::super::super::format::{Sign, period, period_word, periods_word};
use super::super::super::lens_words::the_base;
use super::super::Wording;
use super::super::facts::streaks::{Beside, Current, Length, Provisional, Streak, doubt, ender, exports_run, streak};
use super::balance_noun;

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    let each = period_word(wording.deck.month.frequency());
    match streak(wording) {
        Streak::Zero => "No run: exports and imports were equal".to_owned(),
        Streak::NothingKnown => "No run: no balance is known".to_owned(),
        Streak::Last(run) => {
            let word = balance_noun(run.kind, run.length);
            format!("{} {word} to {}; this {each}'s balance is not known yet", run.length, period(run.end))
        }
        Streak::Current(current) => {
            let provisional = match current.provisional {
                None => "",
                Some(Provisional::Latest) => ", latest provisional",
                Some(Provisional::Earlier) => ", partly provisional",
            };
            format!("{}{}{provisional}", length(&current, each), beside(wording, current.beside.as_ref()))
        }
    }
}

/// `12 deficits in a row`, `At least 12 deficits in a row`.
fn length(current: &Current, each: &str) -> String {
    let noun = |length| balance_noun(current.kind, length);
    match current.length {
        Length::FirstSince(last) => format!("First {} since {}", noun(1), period(last)),
        Length::FirstSinceStart(year) => format!("First {} since the data start in {year}", noun(1)),
        Length::NotBefore => format!("A {}; there was none the {each} before", noun(1)),
        Length::BeforeUnknown => format!("A {}; the {each} before is not known", noun(1)),
        Length::InARow(n, true) => format!("{n} {} in a row", noun(n)),
        Length::InARow(n, false) => format!("At least {n} {} in a row", noun(n)),
    }
}

fn beside(wording: &Wording<'_>, beside: Option<&Beside>) -> String {
    match beside {
        None => String::new(),
        Some(Beside::AsLongAsTo(end)) => format!(", as many as to {}", period(*end)),
        Some(Beside::LongestSince(year)) => format!(", the longest run since {year}"),
        Some(Beside::Longest) => format!(", the longest run{}", wording.balance_on_record()),
    }
}

pub(in super::super) fn run_ender(wording: &Wording<'_>) -> Option<String> {
    let (kind, needed, change) = ender(wording)?;
    let needed = wording.money(needed, wording.decimals());
    let change = wording.style.growth(change, 1, Sign::Always);
    let pass = if kind == RunKind::Deficit { "pass" } else { "fall to" };
    Some(format!("Ends if exports {pass} {needed} at these imports ({change})"))
}

pub(in super::super) fn run_doubt(wording: &Wording<'_>) -> Option<String> {
    let (month, value, more) = doubt(wording)?;
    let others = if more == 0 { String::new() } else { format!(" and {more} more") };
    Some(format!("Sensitive to revision: {} ({}){others}", period(month), doubtful(wording, value)))
}

fn doubtful(wording: &Wording<'_>, value: Ratio) -> String {
    wording.style.amount(value, 1 + wording.decimals(), Sign::Always)
}

pub(in super::super) fn run_of_exports(wording: &Wording<'_>) -> Option<String> {
    let (run, is_longest) = exports_run(wording)?;
    let frequency = run.end.frequency();
    let falls = run.kind == RunKind::ExportDecline;
    let (word, base) = match (wording.lens().comparison, falls) {
        (Comparison::YearAgo, true) => ("falling", "on the year"),
        (Comparison::YearAgo, false) => ("rising", "on the year"),
        (Comparison::PeriodBefore, true) => ("falling", "from period to period"),
        (Comparison::PeriodBefore, false) => ("rising", "from period to period"),
        (other, true) => ("below", the_base(other, frequency)),
        (other, false) => ("above", the_base(other, frequency)),
    };
    let at_least = if run.exact { "" } else { "at least " };
    let rank = if is_longest { format!(", the longest{}", wording.on_record()) } else { String::new() };
    Some(format!("Exports: {at_least}{} {} {word} {base}{rank}", run.length, periods_word(frequency)))
}

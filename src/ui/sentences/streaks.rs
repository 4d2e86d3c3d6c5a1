//! The current run, how it compares with earlier ones, what would end it, what makes it doubtful.

use crate::domain::{Flow, Ratio};
use crate::indicators::{Comparison, FigureId, Run, RunKind, Span};

use super::super::format::{Sign, period, period_word, periods_word};
use super::super::lens_words::the_base;
use super::Wording;

pub(super) fn sentence(wording: &Wording<'_>) -> String {
    let Some(run) = wording.deck.streaks.current_balance() else {
        return match wording.figure(FigureId::Balance).value {
            Ok(_) => "No run: exports and imports were equal".to_owned(),
            Err(_) => last_known(wording),
        };
    };
    let latest = wording.deck.lensed().by_period().balance.reading(run.end);
    let provisional = match run.provisional {
        0 => "",
        _ if latest.is_some_and(|latest| latest.status.is_open()) => ", latest provisional",
        _ => ", partly provisional",
    };
    format!("{}{}{provisional}", counted(wording, run), comparison(wording, run))
}

/// `12 deficits in a row`, `At least 12 deficits in a row`.
fn counted(wording: &Wording<'_>, run: &Run) -> String {
    let word = noun(run);
    match (run.length, run.exact) {
        (1, true) => single(wording, run),
        (1, false) => format!("A {word}; the {} before is not known", period_word(run.end.frequency())),
        (n, true) => format!("{n} {word} in a row"),
        (n, false) => format!("At least {n} {word} in a row"),
    }
}

/// A run of one that followed something else.
fn single(wording: &Wording<'_>, run: &Run) -> String {
    let (word, balance) = (noun(run), &wording.deck.lensed().by_period().balance);
    match (wording.last_of_kind_before(run), balance.first()) {
        (Some(last), _) => format!("First {word} since {}", period(last)),
        (None, Some(first)) if wording.is_complete(balance) => {
            format!("First {word} since the data start in {}", first.year())
        }
        _ => format!("A {word}; there was none the {} before", period_word(run.end.frequency())),
    }
}

const fn noun(run: &Run) -> &'static str {
    match (run.kind, run.length) {
        (RunKind::Deficit, 1) => "deficit",
        (RunKind::Deficit, _) => "deficits",
        (_, 1) => "surplus",
        _ => "surpluses",
    }
}

fn comparison(wording: &Wording<'_>, run: &Run) -> String {
    let streaks = &wording.deck.streaks;
    if run.length == 1 || !run.exact || !wording.is_complete(&wording.deck.lensed().by_period().balance) {
        return String::new();
    }
    match streaks.last_as_long(run) {
        Some(earlier) if earlier.length == run.length => format!(", as many as to {}", period(earlier.end)),
        Some(earlier) => format!(", the longest run since {}", earlier.end.year()),
        None => format!(", the longest run{}", wording.balance_on_record()),
    }
}

fn last_known(wording: &Wording<'_>) -> String {
    let streaks = &wording.deck.streaks;
    let last = streaks.of(RunKind::Deficit).chain(streaks.of(RunKind::Surplus)).max_by_key(|run| run.end);
    match last {
        None => "No run: no balance is known".to_owned(),
        Some(run) => {
            let word = noun(run);
            format!(
                "{} {word} to {}; this {}'s balance is not known yet",
                run.length,
                period(run.end),
                period_word(run.end.frequency())
            )
        }
    }
}

pub(super) fn run_ender(wording: &Wording<'_>) -> Option<String> {
    let run = wording.deck.streaks.current_balance()?;
    // With a part taken out of exports alone, or over more than one month, the sum is another one.
    let lensed = wording.deck.lensed();
    if lensed.excludes(Flow::Export) != lensed.excludes(Flow::Balance) || wording.lens().span != Span::Single {
        return None;
    }
    let exports = wording.figure(FigureId::Exports).value.ok()?;
    let imports = wording.figure(FigureId::Imports).value.ok()?;
    let change = imports.minus(exports).times(100).over(exports)?;
    let needed = wording.money(imports, wording.decimals());
    let change = wording.style.growth(change, 1, Sign::Always);
    Some(match run.kind {
        RunKind::Deficit => format!("Ends if exports pass {needed} at these imports ({change})"),
        _ => format!("Ends if exports fall to {needed} at these imports ({change})"),
    })
}

pub(super) fn run_doubt(wording: &Wording<'_>) -> Option<String> {
    let month = wording.deck.fragile_months.first()?;
    let value = wording.deck.lensed().by_period().balance.value(*month)?;
    let amount = wording.style.amount(Ratio::whole(i128::from(value)), 1 + wording.decimals(), Sign::Always);
    let more = wording.deck.fragile_months.len() - 1;
    let others = if more == 0 { String::new() } else { format!(" and {more} more") };
    Some(format!("Sensitive to revision: {} ({amount}){others}", period(*month)))
}

pub(super) fn exports_run(wording: &Wording<'_>) -> Option<String> {
    let streaks = &wording.deck.streaks;
    let run = streaks.current(RunKind::ExportDecline).or_else(|| streaks.current(RunKind::ExportRise))?;
    let word = if run.kind == RunKind::ExportDecline { "falling" } else { "rising" };
    let periods = periods_word(run.end.frequency());
    let (word, base) = match wording.lens().comparison {
        Comparison::YearAgo => (word, "on the year"),
        Comparison::PeriodBefore => (word, "from period to period"),
        other if run.kind == RunKind::ExportDecline => ("below", the_base(other, run.end.frequency())),
        other => ("above", the_base(other, run.end.frequency())),
    };
    let at_least = if run.exact { "" } else { "at least " };
    let is_longest = run.rank == 1 && run.exact && wording.is_complete(&wording.deck.lensed().by_period().exports);
    let rank = if is_longest && streaks.of(run.kind).filter(|other| other.rank == 1).count() == 1 {
        format!(", the longest{}", wording.on_record())
    } else {
        String::new()
    };
    (run.length > 1).then(|| format!("Exports: {at_least}{} {periods} {word} {base}{rank}", run.length))
}

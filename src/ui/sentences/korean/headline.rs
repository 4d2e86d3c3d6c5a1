//! The sentence at the top: `7월 수출 988.9억 달러(+62.8%)로 역대 2위, 무역수지 303.2억 달러 흑자로 18개월 연속 흑자`.

use crate::domain::{Flow, Ratio};
use crate::indicators::RunKind;
use crate::words::with_particle;

use super::super::super::format::{Sign, month_name_long, period_long};
use super::super::Wording;
use super::super::facts::headline::{Balance, Exports, Place, PlaceInRun, balance, exports, imports_alone};
use super::super::facts::opposite;
use super::{balance_noun, in_a_row, record_of};
use crate::indicators::Span;

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    let balance = balance_clause(wording);
    match exports(wording) {
        Some(exports) => format!("{} {}, {balance}", wording.periods(), exports_clause(wording, &exports)),
        None => without_exports(wording, &balance),
    }
}

/// `7월 수출 988.9억 달러(+62.8%), 무역수지 303.2억 달러 흑자(18개월 연속)`.
pub(in super::super) fn short(wording: &Wording<'_>) -> String {
    let balance = short_balance(wording);
    match exports(wording) {
        Some(exports) => format!("{} {}, {balance}", wording.periods(), amount(wording, &exports)),
        None => without_exports(wording, &balance),
    }
}

/// `2024년 수입 244.3억 달러(+24.7%), 무역수지 없음(수출 자료 없음)`.
fn without_exports(wording: &Wording<'_>, balance: &str) -> String {
    let imports = imports_alone(wording).map(|(amount, growth)| {
        let rates = growth.into_iter().map(|rate| wording.rate(rate)).collect();
        format!("{}, ", with_rates(wording, "수입", Flow::Import, amount, rates))
    });
    format!("{} {}{balance}", wording.periods(), imports.unwrap_or_default())
}

/// `수출 988.9억 달러(+62.8%)`.
fn amount(wording: &Wording<'_>, exports: &Exports) -> String {
    let growth = exports.growth.map(|rate| wording.rate(rate));
    let in_total = exports.in_total.map(|rate| format!("총액 {}", wording.style.growth(rate, 1, Sign::Always)));
    with_rates(wording, "수출", Flow::Export, exports.amount, growth.into_iter().chain(in_total).collect())
}

fn with_rates(wording: &Wording<'_>, word: &str, flow: Flow, amount: Ratio, rates: Vec<String>) -> String {
    let amount = wording.money(amount, wording.decimals());
    let rates = if rates.is_empty() { String::new() } else { format!("({})", rates.join(", ")) };
    format!("{} {amount}{rates}", wording.subject_ko(word, flow))
}

fn exports_clause(wording: &Wording<'_>, exports: &Exports) -> String {
    let frequency = wording.deck.month.frequency();
    let record = || record_of(wording.exports_begin());
    let place = exports.place.as_ref().map(|place| match place {
        Place::Highest => format!("{} 최대", record()),
        Place::Nth(rank) => format!("{} {rank}위", record()),
        Place::HighestForMonth => format!("역대 {} 중 최대", same_periods(wording)),
    });
    let falls = exports.falls.map(|(length, exact)| format!("{} 감소", in_a_row(length, exact, frequency)));
    let standing: Vec<String> = place.into_iter().chain(falls).collect();
    match standing.is_empty() {
        true => amount(wording, exports),
        false => format!("{} {}", with_particle(&amount(wording, exports), "으로"), standing.join(", ")),
    }
}

/// `7월`; of a year to date `1~7월`.
fn same_periods(wording: &Wording<'_>) -> String {
    let month = wording.deck.month;
    match wording.lens().span {
        Span::YearToDate if month != month.first_of_year() => wording.year_to_date(),
        _ => month_name_long(month),
    }
}

/// `무역수지 303.2억 달러 흑자로 18개월 연속 흑자`.
fn balance_clause(wording: &Wording<'_>) -> String {
    let Balance::Known { kind, place, .. } = balance(wording) else { return short_balance(wording) };
    match place.map(|place| in_run(wording, &place, kind)) {
        Some(place) => format!("{} {place}", with_particle(&balance_amount(wording), "으로")),
        None => balance_amount(wording),
    }
}

fn in_run(wording: &Wording<'_>, place: &PlaceInRun, kind: RunKind) -> String {
    let (noun, frequency) = (balance_noun(kind), wording.deck.month.frequency());
    match place {
        PlaceInRun::Ends(length) => {
            format!("{} {} 후 {noun} 전환", in_a_row(*length, true, frequency), balance_noun(opposite(kind)))
        }
        PlaceInRun::FirstSince(period) => format!("{} 이후 첫 {noun}", period_long(*period)),
        PlaceInRun::Nth(n, exact) => format!("{} {noun}", in_a_row(*n, *exact, frequency)),
    }
}

/// `무역수지 303.2억 달러 흑자`.
fn balance_amount(wording: &Wording<'_>) -> String {
    let subject = wording.subject_ko("무역수지", Flow::Balance);
    match balance(wording) {
        Balance::Unknown => format!("{subject} 없음({})", wording.missing_side_ko()),
        Balance::Zero => format!("{subject} 균형(수출입 같음)"),
        Balance::Known { kind, amount, .. } => {
            format!("{subject} {} {}", wording.money(amount, wording.decimals()), balance_noun(kind))
        }
    }
}

/// `무역수지 303.2억 달러 흑자(18개월 연속)`.
fn short_balance(wording: &Wording<'_>) -> String {
    let amount = balance_amount(wording);
    match balance(wording) {
        Balance::Known { place: Some(PlaceInRun::Nth(n, exact)), .. } => {
            format!("{amount}({})", in_a_row(n, exact, wording.deck.month.frequency()))
        }
        _ => amount,
    }
}

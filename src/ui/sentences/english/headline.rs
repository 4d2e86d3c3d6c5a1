//! The sentence at the top.

use crate::domain::{Flow, Ratio};
use crate::indicators::{FigureId, RunKind};

use super::super::super::format::{ordinal, ordinal_digits, period_long, periods_word};
use super::super::Wording;
use super::super::facts::headline::{Balance, Exports, Place, PlaceInRun, balance, exports, imports_alone};
use super::super::facts::opposite;
use super::{balance_noun, capitalised};

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    let balance = balance_clause(wording);
    match exports(wording) {
        Some(exports) => format!("{}; {balance}.", exports_clause(wording, &exports)),
        None => without_exports(wording, &balance),
    }
}

pub(in super::super) fn short(wording: &Wording<'_>) -> String {
    let balance = short_balance(wording);
    let Some(Exports { amount, growth, .. }) = exports(wording) else { return without_exports(wording, &balance) };
    format!("{} {}; {balance}.", wording.subject("Exports", Flow::Export), moved(wording, amount, growth))
}

/// `Imports rose 24.7% to $24.4bn; no balance: no exports are loaded.`
fn without_exports(wording: &Wording<'_>, balance: &str) -> String {
    match imports_alone(wording) {
        Some((amount, growth)) => {
            format!("{} {}; {balance}.", wording.subject("Imports", Flow::Import), moved(wording, amount, growth))
        }
        None => capitalised(&format!("{balance}.")),
    }
}

/// `rose 62.8% to $98.9bn`.
fn moved(wording: &Wording<'_>, amount: Ratio, growth: Option<Ratio>) -> String {
    let amount = wording.money(amount, wording.decimals());
    growth.map_or_else(|| format!("were {amount}"), |rate| wording.moved_to(rate, &amount))
}

fn exports_clause(wording: &Wording<'_>, exports: &Exports) -> String {
    let in_total = exports.in_total.map(|rate| {
        let verb = if rate.signum() > 0 { "rose" } else { "fell" };
        format!(" (in total they {verb} {})", wording.percent(rate))
    });
    let falls = exports.falls.map(|(length, exact)| {
        let at_least = if exact { "" } else { "at least " };
        format!(", {at_least}the {} fall in a row", ordinal(length))
    });
    let place = exports.place.as_ref().map(|place| match place {
        Place::Highest => format!(", the highest {}{}", wording.one_of(), wording.on_record()),
        Place::Nth(rank) => format!(", the {}-highest {}{}", ordinal(*rank), wording.one_of(), wording.on_record()),
        Place::HighestForMonth => format!(", the highest for {}", wording.any_same_period()),
    });
    let subject = wording.subject("Exports", Flow::Export);
    let parts = [in_total, place, falls].into_iter().flatten().collect::<String>();
    format!("{subject} {}{parts}", moved(wording, exports.amount, exports.growth))
}

/// `the surplus of $30.3bn is the 18th in a row`.
fn balance_clause(wording: &Wording<'_>) -> String {
    let (kind, amount, place) = match balance(wording) {
        Balance::Unknown => return format!("no balance: {}", wording.missing_side()),
        Balance::Zero => return "exports and imports were equal".to_owned(),
        Balance::Known { kind, amount, place } => (kind, wording.money(amount, wording.decimals()), place),
    };
    let subject = subject(wording, kind);
    match place {
        None => format!("the {subject} was {amount}"),
        Some(place) => format!("the {subject} of {amount} {}", in_run(wording, &place, kind)),
    }
}

/// What exports and balance have in common was said of exports.
fn subject(wording: &Wording<'_>, kind: RunKind) -> String {
    let word = balance_noun(kind, 1);
    let alike = wording.deck.lensed().excludes(Flow::Export) == wording.deck.lensed().excludes(Flow::Balance);
    match (alike && wording.figure(FigureId::Exports).is_known(), wording.of_all_goods()) {
        (true, _) => word.to_owned(),
        (false, "") => wording.subject(word, Flow::Balance),
        (false, all) => format!("{word}{all}"),
    }
}

fn in_run(wording: &Wording<'_>, place: &PlaceInRun, kind: RunKind) -> String {
    match place {
        PlaceInRun::Ends(length) => {
            let periods = periods_word(wording.deck.month.frequency());
            format!("ends {length} {periods} of {}", balance_noun(opposite(kind), 1))
        }
        PlaceInRun::FirstSince(period) => format!("is the first since {}", period_long(*period)),
        PlaceInRun::Nth(n, true) => format!("is the {} in a row", ordinal(*n)),
        PlaceInRun::Nth(n, false) => format!("is at least the {} in a row", ordinal(*n)),
    }
}

/// `surplus $30.3bn, 18th in a row`.
fn short_balance(wording: &Wording<'_>) -> String {
    let Balance::Known { kind, amount, place } = balance(wording) else { return balance_clause(wording) };
    let place = match place {
        Some(PlaceInRun::Nth(n, true)) => format!(", {} in a row", ordinal_digits(n)),
        Some(PlaceInRun::Nth(n, false)) => format!(", at least {} in a row", ordinal_digits(n)),
        _ => String::new(),
    };
    format!("{} {}{place}", balance_noun(kind, 1), wording.money(amount, wording.decimals()))
}

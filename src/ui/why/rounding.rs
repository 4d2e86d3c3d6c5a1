//! From the exact number to what is shown, step by step; or why there is no number.

use crate::domain::Ratio;
use crate::indicators::{Derivation, Lensed, Operand, Quantity, Undefined};
use crate::{say, word};

use super::super::format;
use super::super::scene::Scene;
use super::exact::Exact;
use super::numbers::Number;
use super::terms;

/// The number before rounding, in the unit that it is shown in.
pub fn before(scene: &Scene<'_>, exact: &Exact, number: &Number, value: Ratio) -> String {
    let unit = scene.numbers.unit();
    match number.quantity {
        Quantity::Money | Quantity::MoneyPerDay | Quantity::Balance | Quantity::MoneyChange => {
            let scaled = value.over(Ratio::whole(10_i128.pow(scene.numbers.power))).unwrap_or(value);
            format!("{} {unit}", exact.quotient(scaled))
        }
        Quantity::Growth | Quantity::Share => format!("{}%", exact.quotient(value)),
        Quantity::Points => say!("why.points", n = exact.quotient(value)),
        Quantity::Days => exact.quotient(value),
    }
}

/// How it became what is shown.
pub fn step(scene: &Scene<'_>, number: &Number, value: Ratio) -> String {
    if number.quantity == Quantity::Growth && !number.shown(scene).ends_with('%') {
        return word!("why.as-multiple").to_owned();
    }
    let decimals = match number.quantity {
        Quantity::Money | Quantity::MoneyPerDay | Quantity::Balance | Quantity::MoneyChange => {
            number.decimals.saturating_sub(scene.numbers.fewer_decimals)
        }
        _ => number.decimals,
    };
    let scale = match number.quantity {
        Quantity::Money | Quantity::MoneyPerDay | Quantity::Balance | Quantity::MoneyChange => scene.numbers.power,
        _ => 0,
    };
    let places = match decimals {
        0 => word!("why.no-decimals").to_owned(),
        n => say!("why.decimals", n = n),
    };
    let half = Ratio::new(1, 2 * 10_i128.pow(decimals)).map(|half| half.times(10_i128.pow(scale)));
    let cut = half.and_then(|half| value.over(half.times(2)));
    match cut {
        Some(steps) if steps.den() == 1 => say!("why.not-rounded", places = places),
        Some(steps) if steps.den() == 2 => say!("why.rounded-half", places = places),
        _ => say!("why.rounded", places = places),
    }
}

/// Why there is no number, and what is missing.
pub fn undefined(scene: &Scene<'_>, derivation: &Derivation, reason: Undefined) -> String {
    let words = match reason {
        Undefined::Missing | Undefined::Incomplete if lacks_profile(derivation) => word!("why.no-profile"),
        Undefined::Missing | Undefined::Incomplete => {
            return missing(scene, derivation, scene.deck().lensed(), reason);
        }
        Undefined::NewFromZero => word!("why.from-zero"),
        Undefined::ZeroToZero => word!("why.zero-to-zero"),
        Undefined::NotMeaningful if is_of_target(derivation) => word!("why.nothing-left"),
        Undefined::NotMeaningful => word!("why.not-meaningful"),
        Undefined::NoWorkingDays => word!("why.no-working-days"),
        Undefined::NotLoaded => word!("why.no-series"),
        Undefined::NoPlan => word!("why.no-plan"),
    };
    words.to_owned()
}

fn is_of_target(derivation: &Derivation) -> bool {
    derivation.terms.iter().any(|term| matches!(term.of, Operand::Goal | Operand::Pace))
}

fn lacks_profile(derivation: &Derivation) -> bool {
    let is_pace = |of| matches!(of, Operand::Profile | Operand::Pace);
    derivation.terms.iter().any(|term| is_pace(term.of) && term.value.value.is_err())
}

fn missing(scene: &Scene<'_>, derivation: &Derivation, lensed: &Lensed, reason: Undefined) -> String {
    let dataset = scene.state.dataset();
    let mut absent: Vec<String> = Vec::new();
    for term in derivation.terms.iter().filter(|term| term.value.value.is_err()) {
        let missing = terms::missing(term, lensed);
        let periods = match missing.as_slice() {
            [] => terms::periods(term),
            [one] => format::period(*one),
            [first, .., last] => {
                let span = say!("why.span", first = format::period(*first), last = format::period(*last));
                say!("why.some-of", count = format::counted(missing.len(), first.frequency()), span = span)
            }
        };
        let words = say!("why.of", operand = terms::operand(term, dataset), periods = periods);
        if !absent.contains(&words) {
            absent.push(words);
        }
    }
    let date = format::date(scene.state.view().as_of());
    let absent = match absent.is_empty() {
        true => word!("why.an-input").to_owned(),
        false => absent.join(word!("why.and")),
    };
    match reason {
        Undefined::Incomplete => say!("why.no-partial-sum", absent = absent, date = date),
        _ => say!("why.no-number", absent = absent, date = date),
    }
}

//! From the exact number to what is shown, step by step; or why there is no number.

use crate::domain::Ratio;
use crate::indicators::{Derivation, Lensed, Operand, Quantity, Undefined};

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
        Quantity::Points => format!("{}pp", exact.quotient(value)),
        Quantity::Days => exact.quotient(value),
    }
}

/// How it became what is shown.
pub fn step(scene: &Scene<'_>, number: &Number, value: Ratio) -> String {
    let shown = number.shown(scene);
    if shown.starts_with('x') {
        return "shown as a multiple of the base, to whole numbers: a percentage would be unreadable".to_owned();
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
        0 => "no decimals".to_owned(),
        1 => "1 decimal".to_owned(),
        n => format!("{n} decimals"),
    };
    let half = Ratio::new(1, 2 * 10_i128.pow(decimals)).map(|half| half.times(10_i128.pow(scale)));
    let cut = half.and_then(|half| value.over(half.times(2)));
    match cut {
        Some(steps) if steps.den() == 1 => format!("{places} say all of it: nothing is rounded"),
        Some(steps) if steps.den() == 2 => format!("rounded once, to {places}: exactly half, so away from zero"),
        _ => format!("rounded once, to {places}, halves away from zero"),
    }
}

/// Why there is no number, and what is missing.
pub fn undefined(scene: &Scene<'_>, derivation: &Derivation, reason: Undefined) -> String {
    let lensed = scene.deck().lensed();
    match reason {
        Undefined::Missing | Undefined::Incomplete if lacks_profile(derivation) => {
            "There is no seasonal pace: fewer than two years before are complete.".to_owned()
        }
        Undefined::Missing | Undefined::Incomplete => missing(scene, derivation, lensed, reason),
        Undefined::NewFromZero => "The base is zero: growth from nothing has no percentage.".to_owned(),
        Undefined::ZeroToZero => "Both values are zero: there is nothing to grow from.".to_owned(),
        Undefined::NotMeaningful if is_of_target(derivation) => {
            "Nothing is left to reach, or nothing of the year is left.".to_owned()
        }
        Undefined::NotMeaningful => {
            "A percentage of something negative, or on a base of zero or less, would mean nothing.".to_owned()
        }
        Undefined::NoWorkingDays => {
            "The working days are not known: the dataset has neither a count nor holidays for that year.".to_owned()
        }
        Undefined::NotLoaded => "The dataset has no such series.".to_owned(),
        Undefined::NoPlan => "There is no target with a seasonal pace to compare this series with.".to_owned(),
    }
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
            [first, .., last] => format!(
                "{} of {} to {}",
                format::counted(missing.len(), first.frequency()),
                format::period(*first),
                format::period(*last)
            ),
        };
        let words = format!("{} of {periods}", terms::operand(term, dataset));
        if !absent.contains(&words) {
            absent.push(words);
        }
    }
    let known = format!("not known on {}", format::date(scene.state.view().as_of()));
    let absent = match absent.is_empty() {
        true => "an input".to_owned(),
        false => absent.join(" and "),
    };
    match reason {
        Undefined::Incomplete => format!("There is no partial sum: {absent} {known}."),
        _ => format!("There is no number: {absent} {known}."),
    }
}

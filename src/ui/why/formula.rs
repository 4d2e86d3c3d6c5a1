//! The formula of a number: in words, in symbols, with the values put in.

use crate::domain::{Dataset, Period};
use crate::indicators::{Derivation, Form, Operand, Term};
use crate::say;

use super::exact::Exact;
use super::terms;

/// In symbols: `100 × (X[t] − X[t−12]) / X[t−12]`.
pub fn symbols(derivation: &Derivation, month: Period, exact: &Exact) -> String {
    let symbols: Vec<String> = derivation.terms.iter().map(|term| terms::symbol(term, month, exact)).collect();
    put_in(derivation.form, &symbols, exact)
}

/// With the values of the terms: `100 × (50,100 − 54,160) / 54,160`.
pub fn values(derivation: &Derivation, exact: &Exact) -> String {
    let values = derivation.terms.iter().map(|term| value(term, exact)).enumerate();
    let values: Vec<String> =
        values.map(|(index, value)| if index == 0 { value } else { bracketed(value, exact) }).collect();
    put_in(derivation.form, &values, exact)
}

/// A term's value: money in the exact unit, or days.
pub fn value(term: &Term, exact: &Exact) -> String {
    match term.of {
        Operand::Profile | Operand::RecentGrowth => {
            term.value.value.map_or_else(|_| "..".to_owned(), |value| exact.quotient(value))
        }
        of if of.is_money() => exact.money(&term.value),
        _ => exact.days(&term.value),
    }
}

/// Its unit: `$mn`, `%`.
pub fn unit(term: &Term, exact: &Exact) -> String {
    match term.of {
        Operand::Profile => "%".to_owned(),
        of if of.is_money() => format!(" {}", exact.unit()),
        _ => String::new(),
    }
}

fn bracketed(value: String, exact: &Exact) -> String {
    if value.starts_with(exact.minus()) { format!("({value})") } else { value }
}

fn put_in(form: Form, terms: &[String], exact: &Exact) -> String {
    let term = |index: usize| terms.get(index).map_or("..", String::as_str);
    let (a, b, c, d) = (term(0), term(1), term(2), term(3));
    let (x, minus) = (exact.times(), exact.less());
    match form {
        Form::Value => a.to_owned(),
        Form::Change | Form::Rest => format!("{a} {minus} {b}"),
        Form::Growth => format!("100 {x} ({a} {minus} {b}) / {b}"),
        Form::Share | Form::Ratio => format!("100 {x} {a} / {b}"),
        Form::ShareChange => format!("100 {x} {a} / {b} {minus} 100 {x} {c} / {d}"),
        Form::Contribution => format!("100 {x} ({a} {minus} {b}) / {c}"),
        Form::RestGrowth => format!("100 {x} (({a} {minus} {b}) {minus} ({c} {minus} {d})) / ({c} {minus} {d})"),
        Form::PercentOf => format!("{a} {x} {b} / 100"),
        Form::RestOver => format!("({a} {minus} {b}) / {c}"),
        Form::PlusTimes => format!("{a} + {b} {x} {c}"),
    }
}

fn is_of_target(derivation: &Derivation) -> bool {
    derivation.terms.iter().any(|term| term.of == Operand::Goal)
}

/// In words.
pub fn words(derivation: &Derivation, dataset: &Dataset) -> String {
    let term = |index: usize| derivation.terms.get(index);
    let of = |index: usize| term(index).map(|term| terms::in_words(term, dataset)).unwrap_or_default();
    let what = |index: usize| term(index).map(|term| terms::operand(term, dataset)).unwrap_or_default();
    let when = |index: usize| term(index).map(terms::periods).unwrap_or_default();
    let words = match derivation.form {
        Form::Value => format!("{}.", of(0)),
        Form::Change | Form::Rest => say!("why.less", a = of(0), b = of(1)),
        Form::Growth => say!("why.growth", a = of(0), base = when(1)),
        Form::Share | Form::Ratio => say!("why.share", part = what(0), whole = what(1), when = when(0)),
        Form::ShareChange => {
            say!("why.share-change", part = what(0), whole = what(1), when = when(0), base = when(2))
        }
        Form::Contribution => {
            say!("why.contribution", part = what(0), from = when(1), to = when(0), whole = what(2), base = when(2))
        }
        Form::PercentOf => say!("why.percent-of", a = what(0), b = what(1)),
        Form::RestOver => say!("why.rest-over", a = what(0), b = of(1), n = what(2)),
        Form::PlusTimes => say!("why.plus-times", a = of(0), b = what(1), c = what(2)),
        Form::RestGrowth if is_of_target(derivation) => {
            say!("why.growth-needed", target = what(0), last_year = of(2), month = when(3))
        }
        Form::RestGrowth => {
            say!("why.growth-without", whole = what(0), part = what(1), when = when(0), base = when(2))
        }
    };
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

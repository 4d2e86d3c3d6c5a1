//! The formula of a number: in words, in symbols, with the values put in.

use crate::domain::Dataset;
use crate::indicators::{Derivation, Form, Operand, Term};

use super::exact::Exact;
use super::terms;

/// In symbols: `100 × (X[t] − X[t−12]) / X[t−12]`.
pub fn symbols(derivation: &Derivation, exact: &Exact) -> String {
    let symbols: Vec<String> = derivation.terms.iter().map(|term| terms::symbol(term, exact)).collect();
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
    if term.of == Operand::Days { exact.days(&term.value) } else { exact.money(&term.value) }
}

fn bracketed(value: String, exact: &Exact) -> String {
    if value.starts_with(exact.minus()) { format!("({value})") } else { value }
}

fn put_in(form: Form, terms: &[String], exact: &Exact) -> String {
    let term = |index: usize| terms.get(index).map_or("..", String::as_str);
    let (a, b, c, d) = (term(0), term(1), term(2), term(3));
    let (x, minus) = (exact.times(), exact.minus());
    match form {
        Form::Value => a.to_owned(),
        Form::Change | Form::Rest => format!("{a} {minus} {b}"),
        Form::Growth => format!("100 {x} ({a} {minus} {b}) / {b}"),
        Form::Share | Form::Ratio => format!("100 {x} {a} / {b}"),
        Form::ShareChange => format!("100 {x} {a} / {b} {minus} 100 {x} {c} / {d}"),
        Form::Contribution => format!("100 {x} ({a} {minus} {b}) / {c}"),
        Form::RestGrowth => format!("100 {x} (({a} {minus} {b}) {minus} ({c} {minus} {d})) / ({c} {minus} {d})"),
    }
}

/// In words.
pub fn words(derivation: &Derivation, dataset: &Dataset) -> String {
    let term = |index: usize| derivation.terms.get(index);
    let of = |index: usize| term(index).map(|term| terms::in_words(term, dataset)).unwrap_or_default();
    let what = |index: usize| term(index).map(|term| terms::operand(term, dataset)).unwrap_or_default();
    let when = |index: usize| term(index).map(terms::periods).unwrap_or_default();
    let words = match derivation.form {
        Form::Value => format!("{}.", of(0)),
        Form::Change | Form::Rest => format!("{}, less {}.", of(0), of(1)),
        Form::Growth => {
            format!("how far {} lie from those of {}, in percent of the latter.", of(0), when(1))
        }
        Form::Share | Form::Ratio => format!("{} in percent of {}, {}.", what(0), what(1), when(0)),
        Form::ShareChange => format!(
            "{} in percent of {}, {}, less the same of {}: a difference of percentages, in percentage points (pp).",
            what(0),
            what(1),
            when(0),
            when(2)
        ),
        Form::Contribution => format!(
            "the change of {} from {} to {}, in percent of all {} of {}: the points of total growth that it accounts for.",
            what(0),
            when(1),
            when(0),
            what(2),
            when(2)
        ),
        Form::RestGrowth => format!(
            "growth of {} without {}, {} on {}. It is not total growth less the contribution.",
            what(0),
            what(1),
            when(0),
            when(2)
        ),
    };
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

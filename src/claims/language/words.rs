//! The functions of the language: their names, and what each makes of what it is given.

use crate::domain::{Among, Expression, Extreme, Shift, Span};

use super::Kind;

/// What a function of one expression makes.
pub(super) struct Function {
    /// Its name.
    pub name: &'static str,
    /// What it makes of the expression.
    pub make: fn(Box<Expression>) -> Expression,
    /// What it counts, given what its expression counts; `None` where it cannot be applied.
    pub kind: fn(Kind) -> Option<Kind>,
}

fn same(kind: Kind) -> Option<Kind> {
    kind.is_amount().then_some(kind)
}

fn sum(kind: Kind) -> Option<Kind> {
    matches!(kind, Kind::Money | Kind::Number).then_some(kind)
}

fn percent(kind: Kind) -> Option<Kind> {
    sum(kind).map(|_| Kind::Percent)
}

fn rank(kind: Kind) -> Option<Kind> {
    kind.is_amount().then_some(Kind::Rank)
}

fn periods(kind: Kind) -> Option<Kind> {
    kind.is_amount().then_some(Kind::Periods)
}

/// The functions of one expression.
pub(super) const FUNCTIONS: [Function; 12] = [
    Function { name: "ytd", make: |of| Expression::Total(Span::YearToDate, of), kind: sum },
    Function { name: "year", make: |of| Expression::Total(Span::Year, of), kind: sum },
    Function { name: "year_ago", make: |of| Expression::Shifted(Shift::YearAgo, of), kind: same },
    Function { name: "previous", make: |of| Expression::Shifted(Shift::Previous, of), kind: same },
    Function { name: "per_day", make: Expression::PerDay, kind: sum },
    Function { name: "growth", make: |of| Expression::Growth(Shift::YearAgo, of), kind: percent },
    Function { name: "growth_on_previous", make: |of| Expression::Growth(Shift::Previous, of), kind: percent },
    Function { name: "since_low", make: |of| Expression::Since(Extreme::Lowest, of), kind: periods },
    Function { name: "rank", make: |of| Expression::Rank(Extreme::Highest, Among::All, of), kind: rank },
    Function { name: "rank_low", make: |of| Expression::Rank(Extreme::Lowest, Among::All, of), kind: rank },
    Function { name: "rank_in_month", make: |of| Expression::Rank(Extreme::Highest, Among::SameMonth, of), kind: rank },
    Function {
        name: "rank_low_in_month",
        make: |of| Expression::Rank(Extreme::Lowest, Among::SameMonth, of),
        kind: rank,
    },
];

/// Functions that take something else than one expression.
pub(super) const SPECIAL: [&str; 7] = ["share", "last", "at", "streak", "since", "printed", "target"];

/// Names of all functions.
pub fn function_names() -> Vec<&'static str> {
    FUNCTIONS.iter().map(|function| function.name).chain(SPECIAL).collect()
}

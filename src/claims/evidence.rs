//! What the figures of one date say for or against a statement.

use crate::domain::{Among, Expression, Extreme, Period, Qualifier, Ratio, Stated, StatedUnit, Statement, View};

use super::evaluate::{Evaluation, Unknown, evaluate};
use super::exact::Interval;
use super::fit::{Fit, compare, loose_bounds, stated_bounds};

/// The evidence on one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What the figures give, and the figures.
    pub evaluation: Evaluation,
    /// Where a record was claimed: the rank of the value, 1 for the most extreme.
    pub rank: Option<Evaluation>,
    /// All numbers that may be stated so; `None` where no number was said.
    pub allowed: Option<Interval>,
    /// The same where the zeros at the end only fill places.
    pub loosely_allowed: Option<Interval>,
    /// How the two compare.
    pub fit: Fit,
}

impl Evidence {
    /// True where it is off by the printed digits but not if the zeros at the end only fill places.
    pub fn fits_loosely(&self) -> bool {
        !self.fit.holds() && self.loosely_allowed.is_some_and(|loose| loose.overlaps(&self.evaluation.bounds))
    }
}

/// The evidence for a statement on one view.
///
/// # Errors
/// What is missing.
pub fn evidence(view: &View, statement: &Statement) -> Result<Evidence, Unknown> {
    let indicator = statement.indicator.as_ref().ok_or(Unknown::NoIndicator)?;
    let period = statement.period.ok_or(Unknown::NoPeriod)?;
    let is_foreign = |stated: &Stated| match &stated.unit {
        StatedUnit::Money(scale) => scale.currency != view.dataset().currency,
        _ => false,
    };
    if statement.stated.as_ref().is_some_and(is_foreign) {
        return Err(Unknown::OtherCurrency);
    }
    against(view, statement, indicator, period)
}

/// What `expression` in `period` gives, against what was stated.
pub(super) fn against(
    view: &View,
    statement: &Statement,
    expression: &Expression,
    period: Period,
) -> Result<Evidence, Unknown> {
    let evaluation = evaluate(view, expression, period)?;
    let stated = statement.stated.as_ref();
    let number = match stated {
        Some(stated) => number_fit(&evaluation, stated, statement.qualifier)?,
        None if statement.qualifier == Qualifier::Record => Fit::Reproduced,
        None => first_ever(&evaluation, statement.qualifier)?,
    };
    let rank = match statement.qualifier {
        Qualifier::Record => Some(rank(view, &evaluation, expression, period)?),
        _ => None,
    };
    Ok(Evidence {
        fit: rank.as_ref().map_or(number, |rank| with_rank(number, rank)),
        rank,
        allowed: stated.map(|stated| stated_bounds(stated, statement.qualifier)),
        loosely_allowed: stated.and_then(|stated| loose_bounds(stated, statement.qualifier)),
        evaluation,
    })
}

/// A count that is cut may be larger: then only a smaller number is off.
fn number_fit(evaluation: &Evaluation, stated: &Stated, qualifier: Qualifier) -> Result<Fit, Unknown> {
    if evaluation.at_least && stated.value >= evaluation.value {
        return Err(Unknown::Cut(evaluation.value));
    }
    compare(&evaluation.bounds, stated, qualifier).ok_or(Unknown::TooLarge)
}

/// "The first ever" holds where nothing of the kind was found back to the start of the data.
fn first_ever(evaluation: &Evaluation, qualifier: Qualifier) -> Result<Fit, Unknown> {
    match qualifier {
        Qualifier::First if evaluation.at_least => Ok(Fit::Reproduced),
        Qualifier::First => Ok(Fit::Off(evaluation.value)),
        _ => Err(Unknown::NoNumber),
    }
}

/// The rank in the direction in which the value is extreme: a deficit is a record when none is lower.
fn rank(view: &View, evaluation: &Evaluation, expression: &Expression, period: Period) -> Result<Evaluation, Unknown> {
    let extreme = if evaluation.value.signum() < 0 { Extreme::Lowest } else { Extreme::Highest };
    evaluate(view, &Expression::Rank(extreme, Among::All, Box::new(expression.clone())), period)
}

fn with_rank(number: Fit, rank: &Evaluation) -> Fit {
    let first = Ratio::whole(1);
    match (number, rank.bounds.low > first, rank.bounds.high > first) {
        (Fit::Off(_), ..) => number,
        (_, true, _) => Fit::Off(rank.bounds.low.minus(first)),
        (_, false, true) => Fit::WithinRounding,
        _ => number,
    }
}

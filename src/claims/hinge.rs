//! The months on which a run hangs: "12 months in a row" may be 11 in another vintage of one of them.

use crate::domain::{Date, Expression, Operator, Period, Ratio, View};

use super::evaluate::evaluate;
use super::history::history;
use super::language::Kind;

/// A period in which a condition held in some vintages and not in others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hinge {
    /// The period.
    pub period: Period,
    /// What the numbers below count.
    pub kind: Kind,
    /// What the condition compares with zero (left less right), by the release that brought it.
    pub steps: Vec<(Date, Ratio)>,
}

/// Runs longer than this are not looked through.
const LONGEST: i32 = 120;

/// The periods of a run, and the one before it, whose condition changed from release to release up to the view's
/// date; none where the expression counts no run.
pub fn hinges(view: &View, expression: &Expression, at: Period) -> Vec<Hinge> {
    let Expression::Streak(condition) = expression else { return Vec::new() };
    let Ok(run) = evaluate(view, expression, at) else { return Vec::new() };
    let length = i32::try_from(run.value.rounded(0)).unwrap_or(LONGEST).min(LONGEST);
    let kind = Kind::of(&condition.left);
    let left = Box::new(condition.left.clone());
    let difference = Expression::Binary(Operator::Minus, left, Box::new(condition.right.clone()));
    let hinge = |period: Period| {
        let steps = history(view, &difference, period, Date::MIN);
        let steps: Vec<(Date, Ratio)> =
            steps.into_iter().filter_map(|step| Some((step.from, step.result.ok()?.value))).collect();
        let first = steps.first()?.1.signum();
        steps.iter().any(|(_, value)| value.signum() != first).then_some(Hinge { period, kind, steps })
    };
    Period::span(at.minus(length), at).filter_map(hinge).collect()
}

//! The same figure over other periods: the year instead of the month, the year before, up to the last flash.

use crate::domain::{Expression, Operator, Period, SeriesKey, Shift, Span, Window};

use super::{Candidate, Difference};

/// So many months make the usual moving sum.
const MOVING: u16 = 12;

/// The figure over other periods.
pub(super) fn candidates(expression: &Expression, at: Period) -> Vec<Candidate> {
    let mut found = Vec::new();
    for window in [Window::First20, Window::First10] {
        for period in [at, at.plus(1)] {
            let expression = with_amounts(expression, &|amount| flash(amount, window, period));
            found.push(Candidate { difference: Difference::Flash, expression, period });
        }
    }
    let year = at.frequency().per_year();
    let year_end = at.minus(year).last_of_year();
    for period in [at.year_ago(), at.year_ago().year_ago()] {
        found.push(Candidate { difference: Difference::Year, expression: expression.clone(), period });
    }
    let other_reference = further_back(expression);
    if other_reference != *expression {
        found.push(Candidate { difference: Difference::Year, expression: other_reference, period: at });
    }
    for span in [Some(Span::Year), Some(Span::YearToDate), Some(Span::Last(MOVING)), None] {
        let other = with_amounts(expression, &|amount| over(amount, span));
        let periods = match span {
            Some(Span::Year) => vec![at, year_end, year_end.minus(year)],
            _ => vec![at, at.minus(1)],
        };
        for period in periods {
            let is_own = other == *expression && period == at;
            if !is_own && (span.is_some() || period == at || other == *expression) {
                found.push(Candidate { difference: Difference::Window, expression: other.clone(), period });
            }
        }
    }
    found
}

/// A sum of the year as it was printed, where it is one.
pub(super) fn printed(expression: &Expression, at: Period) -> Option<Candidate> {
    let Expression::Total(span @ (Span::Year | Span::YearToDate), of) = expression else { return None };
    let Expression::Level(key) = **of else { return None };
    let printed = Expression::Level(SeriesKey { window: Window::YearToDate, ..key });
    let (_, period) = span.periods(at);
    Some(Candidate { difference: Difference::Printed, expression: printed, period })
}

/// The expression with what it is compared with taken from a year further back.
fn further_back(expression: &Expression) -> Expression {
    match expression {
        Expression::Shifted(Shift::YearAgo, _) => Expression::Shifted(Shift::YearAgo, Box::new(expression.clone())),
        Expression::Share(part, whole) => {
            Expression::Share(Box::new(further_back(part)), Box::new(further_back(whole)))
        }
        Expression::Binary(operator, left, right) => {
            Expression::Binary(*operator, Box::new(further_back(left)), Box::new(further_back(right)))
        }
        other => other.clone(),
    }
}

/// The expression with every amount of money (a level, or a sum of one) replaced; conditions stay as they are.
fn with_amounts(expression: &Expression, replace: &impl Fn(&Expression) -> Expression) -> Expression {
    let inner = |of: &Expression| Box::new(with_amounts(of, replace));
    match expression {
        Expression::Level(_) => replace(expression),
        Expression::Total(_, of) if matches!(**of, Expression::Level(_)) => replace(expression),
        Expression::Shifted(shift, of) => Expression::Shifted(*shift, inner(of)),
        Expression::PerDay(of) => Expression::PerDay(inner(of)),
        Expression::Growth(shift, of) => Expression::Growth(*shift, inner(of)),
        Expression::Share(part, whole) => Expression::Share(inner(part), inner(whole)),
        Expression::Binary(operator, left, right) => Expression::Binary(*operator, inner(left), inner(right)),
        other => other.clone(),
    }
}

/// An amount over other periods; a whole year stays one, for it is what others are compared with.
fn over(amount: &Expression, span: Option<Span>) -> Expression {
    match (amount, span) {
        (Expression::Total(Span::Year, _), _) => amount.clone(),
        (Expression::Total(_, level), None) => (**level).clone(),
        (Expression::Total(_, level), Some(span)) => Expression::Total(span, level.clone()),
        (level, Some(span)) => Expression::Total(span, Box::new(level.clone())),
        (level, None) => level.clone(),
    }
}

/// An amount up to the flash: a month's value becomes that of its first days, a sum of the year ends with them.
fn flash(amount: &Expression, window: Window, at: Period) -> Expression {
    match amount {
        Expression::Level(key) => Expression::Level(SeriesKey { window, ..*key }),
        Expression::Total(Span::YearToDate, level) => {
            let days = flash(level, window, at);
            if at == at.first_of_year() {
                return days;
            }
            let before = Expression::Shifted(Shift::Previous, Box::new(amount.clone()));
            Expression::Binary(Operator::Plus, Box::new(before), Box::new(days))
        }
        other => other.clone(),
    }
}

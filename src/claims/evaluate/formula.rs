//! From an expression to a quotient of weighted sums of observations.

use crate::domain::{Expression, Operator, Period, Ratio, Span, View};

use super::super::exact::{Form, Interval};
use super::Unknown;
use super::cells::Cells;

/// So many steps are enough for any statement about a month; more would be an attack on the reader's patience.
const MOST_STEPS: u32 = 100_000;

/// Works an expression out, step by step.
pub(super) struct Evaluator<'a> {
    pub cells: Cells<'a>,
    /// A count met a gap or the start of the data.
    pub at_least: bool,
    steps: u32,
}

impl<'a> Evaluator<'a> {
    pub fn new(view: &'a View) -> Evaluator<'a> {
        Evaluator { cells: Cells::new(view), at_least: false, steps: 0 }
    }

    /// The expression in the period `at`.
    pub fn form(&mut self, expression: &Expression, at: Period) -> Result<Form, Unknown> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return Err(Unknown::TooLarge);
        }
        match expression {
            Expression::Number(value) | Expression::Money(value) => Ok(Form::constant(*value)),
            Expression::Printed { value, step } => Ok(self.cells.number(*value, Interval::rounded(*value, *step))),
            Expression::Level(key) => self.cells.level(*key, at),
            Expression::Target(key) => self.cells.target(*key, at),
            Expression::Total(span, of) => self.total(*span, of, at),
            Expression::Shifted(shift, of) => self.form(of, shift.from(at)),
            Expression::PerDay(of) => {
                let days = self.days(of, at)?;
                let one = Ratio::whole(1).checked_over(days).ok_or(Unknown::NoWorkingDays(at))?;
                Ok(self.form(of, at)?.times(&Form::constant(one), &mut self.cells.variables)?)
            }
            Expression::Growth(shift, of) => {
                let (now, before) = (self.form(of, at)?, self.form(of, shift.from(at))?);
                self.growth(&now, &before)
            }
            Expression::Share(part, whole) => {
                let (part, whole) = (self.form(part, at)?, self.form(whole, at)?);
                let hundred = Form::constant(Ratio::whole(100));
                let variables = &mut self.cells.variables;
                Ok(part.over(&whole, variables)?.times(&hundred, variables)?)
            }
            Expression::Binary(operator, left, right) => {
                let (left, right) = (self.form(left, at)?, self.form(right, at)?);
                let variables = &mut self.cells.variables;
                Ok(match operator {
                    Operator::Plus => left.plus(&right, Ratio::whole(1), variables)?,
                    Operator::Minus => left.plus(&right, Ratio::whole(-1), variables)?,
                    Operator::Times => left.times(&right, variables)?,
                    Operator::Over => left.over(&right, variables)?,
                })
            }
            Expression::Streak(condition) => self.streak(condition, at),
            Expression::SinceHeld(condition) => self.since_held(condition, at),
            Expression::Since(extreme, of) => self.since(*extreme, of, at),
            Expression::Rank(extreme, among, of) => self.rank(*extreme, *among, of, at),
        }
    }

    /// A sum over several periods; all that are missing are named, for a partial sum is no sum.
    fn total(&mut self, span: Span, of: &Expression, at: Period) -> Result<Form, Unknown> {
        let (first, last) = span.periods(at);
        let mut sum = Form::constant(Ratio::whole(0));
        let mut missing: Option<Unknown> = None;
        for period in Period::span(first, last) {
            match (self.form(of, period), &mut missing) {
                (Ok(form), _) => sum = sum.plus(&form, Ratio::whole(1), &mut self.cells.variables)?,
                (Err(Unknown::Missing(key, more)), Some(Unknown::Missing(same, periods))) if key == *same => {
                    periods.extend(more);
                }
                (Err(reason @ Unknown::Missing(..)), None) => missing = Some(reason),
                (Err(Unknown::Missing(..)), Some(_)) => {}
                (Err(reason), _) => return Err(reason),
            }
        }
        missing.map_or(Ok(sum), Err)
    }

    /// `100 * (now / before - 1)`; of and on values below zero it means nothing.
    fn growth(&mut self, now: &Form, before: &Form) -> Result<Form, Unknown> {
        let variables = &mut self.cells.variables;
        for form in [now, before] {
            if form.value(variables)?.signum() < 0 {
                return Err(Unknown::NotMeaningful);
            }
        }
        let hundred = Form::constant(Ratio::whole(100));
        let quotient = now.over(before, variables)?.times(&hundred, variables)?;
        Ok(quotient.plus(&hundred, Ratio::whole(-1), variables)?)
    }

    /// Working days of the periods that an expression covers.
    fn days(&mut self, expression: &Expression, at: Period) -> Result<Ratio, Unknown> {
        match expression {
            Expression::Level(key) => self.cells.working_days(*key, at),
            Expression::Total(span, of) => {
                let (first, last) = span.periods(at);
                Period::span(first, last).try_fold(Ratio::whole(0), |sum, period| {
                    self.days(of, period).and_then(|days| sum.checked_plus(days).ok_or(Unknown::TooLarge))
                })
            }
            Expression::Shifted(shift, of) => self.days(of, shift.from(at)),
            Expression::Binary(_, left, right) => self.days(left, at).or_else(|_| self.days(right, at)),
            _ => Err(Unknown::NoWorkingDays(at)),
        }
    }
}

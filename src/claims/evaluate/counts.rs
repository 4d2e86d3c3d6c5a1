//! Counting: for how long, since when, of which rank. A month that rounding leaves undecided widens the count.

use crate::domain::{Among, Comparison, Condition, Expression, Extreme, Period, Ratio};

use super::super::exact::{Form, Interval};
use super::Unknown;
use super::formula::Evaluator;

/// How something stands in one period.
#[derive(Clone, Copy)]
struct Truth {
    /// By the printed numbers.
    printed: bool,
    /// Whatever the numbers were before they were rounded; `None` where that decides.
    certain: Option<bool>,
}

impl Truth {
    /// Whether the numbers from `bounds`, printed as `value`, are above zero.
    fn above_zero(value: Ratio, bounds: &Interval) -> Truth {
        let certain = match (bounds.low.signum() > 0, bounds.high.signum() > 0) {
            (true, _) => Some(true),
            (_, false) => Some(false),
            _ => None,
        };
        Truth { printed: value.signum() > 0, certain }
    }

    fn may_hold(self) -> bool {
        self.certain != Some(false)
    }
}

/// A count by the printed numbers, and the smallest and largest that rounding allows.
struct Count {
    low: Option<i32>,
    printed: Option<i32>,
    high: Option<i32>,
}

impl Evaluator<'_> {
    fn first_period(&self, at: Period) -> Period {
        self.cells.view.dataset().span().map_or(at, |(first, _)| first)
    }

    fn truth(&mut self, condition: &Condition, at: Period) -> Result<Truth, Unknown> {
        let (left, right) = (self.form(&condition.left, at)?, self.form(&condition.right, at)?);
        let variables = &mut self.cells.variables;
        let difference = match condition.comparison {
            Comparison::Above => left.plus(&right, Ratio::whole(-1), variables)?,
            Comparison::Below => right.plus(&left, Ratio::whole(-1), variables)?,
        };
        Ok(Truth::above_zero(difference.value(variables)?, &difference.range(variables)?))
    }

    /// For how many periods in a row up to `at` the condition has held.
    pub(super) fn streak(&mut self, condition: &Condition, at: Period) -> Result<Form, Unknown> {
        let mut count = Count { low: None, printed: None, high: None };
        let mut truth = Ok(self.truth(condition, at)?);
        for (held, period) in Period::span(self.first_period(at).minus(1), at).rev().enumerate() {
            let held = held as i32;
            if period != at {
                truth = self.truth(condition, period);
            }
            let Ok(known) = &truth else {
                self.at_least |= count.printed.is_none();
                return self.counted(&count, held);
            };
            end_at(&mut count.low, held, known.certain != Some(true));
            end_at(&mut count.printed, held, !known.printed);
            end_at(&mut count.high, held, !known.may_hold());
            if count.high.is_some() {
                break;
            }
        }
        let most = at.since(self.first_period(at)) + 1;
        self.at_least |= count.printed.is_none();
        self.counted(&count, most)
    }

    /// How many periods ago the condition last held, where it holds at `at`.
    pub(super) fn since_held(&mut self, condition: &Condition, at: Period) -> Result<Form, Unknown> {
        if !self.truth(condition, at)?.printed {
            return Ok(Form::constant(Ratio::whole(0)));
        }
        self.back(at, |evaluator, period| evaluator.truth(condition, period))
    }

    /// How many periods ago the value was last at least as high (or low).
    pub(super) fn since(&mut self, extreme: Extreme, of: &Expression, at: Period) -> Result<Form, Unknown> {
        let value = self.form(of, at)?;
        self.back(at, |evaluator, period| {
            let before = evaluator.form(of, period)?;
            evaluator.at_least_as(extreme, &before, &value)
        })
    }

    /// Whether `other` is at least as extreme as `value`.
    fn at_least_as(&mut self, extreme: Extreme, other: &Form, value: &Form) -> Result<Truth, Unknown> {
        let outwards = Form::constant(Ratio::whole(if extreme == Extreme::Highest { 1 } else { -1 }));
        let variables = &mut self.cells.variables;
        // Whether the value is beyond the other; then the contrary.
        let beyond = value.plus(other, Ratio::whole(-1), variables)?.times(&outwards, variables)?;
        let Truth { printed, certain } = Truth::above_zero(beyond.value(variables)?, &beyond.range(variables)?);
        Ok(Truth { printed: !printed, certain: certain.map(|certain| !certain) })
    }

    /// Steps back to the last period before `at` in which something was true. A missing period in between
    /// leaves it unknown: it may have been true there.
    fn back(
        &mut self,
        at: Period,
        mut truth: impl FnMut(&mut Self, Period) -> Result<Truth, Unknown>,
    ) -> Result<Form, Unknown> {
        let mut count = Count { low: None, printed: None, high: None };
        let first = self.first_period(at);
        for period in Period::span(first, at.minus(1)).rev() {
            let known = match truth(self, period) {
                Ok(known) => known,
                Err(_) if self.is_before_all(period, at, &mut truth) => break,
                Err(reason) => return Err(reason),
            };
            let steps = at.since(period);
            end_at(&mut count.low, steps, known.may_hold());
            end_at(&mut count.printed, steps, known.printed);
            end_at(&mut count.high, steps, known.certain == Some(true));
            if count.high.is_some() {
                break;
            }
        }
        self.at_least |= count.printed.is_none();
        self.counted(&count, at.since(first))
    }

    /// True where nothing is known in `period` nor in the year before it: the data begin there.
    fn is_before_all(
        &mut self,
        period: Period,
        at: Period,
        truth: &mut impl FnMut(&mut Self, Period) -> Result<Truth, Unknown>,
    ) -> bool {
        let year = at.frequency().per_year();
        Period::span(period.minus(year), period).all(|earlier| truth(self, earlier).is_err())
    }

    /// The rank of the value among all up to `at`; a missing period may hide a more extreme one.
    pub(super) fn rank(
        &mut self,
        extreme: Extreme,
        among: Among,
        of: &Expression,
        at: Period,
    ) -> Result<Form, Unknown> {
        let value = self.form(of, at)?;
        let step = if among == Among::SameMonth { at.frequency().per_year() } else { 1 };
        let (mut low, mut printed, mut high) = (1, 1, 1);
        let mut unseen = 0;
        let mut period = at.minus(step);
        let first = self.first_period(at);
        while period >= first {
            match self.form(of, period) {
                Err(Unknown::TooLarge) => return Err(Unknown::TooLarge),
                Err(_) => unseen += 1,
                Ok(other) => {
                    high += std::mem::take(&mut unseen);
                    // More extreme is what the value is not at least as extreme as.
                    let passed = self.at_least_as(extreme, &value, &other)?;
                    low += i128::from(passed.certain == Some(false));
                    printed += i128::from(!passed.printed);
                    high += i128::from(passed.certain != Some(true));
                }
            }
            period = period.minus(step);
        }
        Ok(self.cells.number(Ratio::whole(printed), Interval { low: Ratio::whole(low), high: Ratio::whole(high) }))
    }

    fn counted(&mut self, count: &Count, open: i32) -> Result<Form, Unknown> {
        let whole = |count: Option<i32>| Ratio::whole(i128::from(count.unwrap_or(open)));
        let bounds = Interval::between(whole(count.low), whole(count.high));
        Ok(self.cells.number(whole(count.printed), bounds))
    }
}

/// Ends a count that is still open.
fn end_at(count: &mut Option<i32>, length: i32, ends: bool) {
    if ends {
        count.get_or_insert(length);
    }
}

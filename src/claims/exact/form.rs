//! One weighted sum over another: growth, shares and ratios with the tightest bounds there are.
//!
//! Interval arithmetic takes a number that stands twice in a formula for two numbers and so widens the
//! result. A quotient of weighted sums over a box has its extremes at corners of the box, and Dinkelbach's
//! method finds them: raise `best` to the quotient at the corner where `above - best * below` is largest,
//! until nothing is larger.

use std::collections::BTreeSet;

use crate::domain::Ratio;

use super::{Interval, Linear, Unbounded, Variable};

/// `above / below`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    above: Linear,
    below: Linear,
}

/// The method doubles its digits in each round; a handful is enough for any formula.
const MOST_ROUNDS: usize = 200;

impl Form {
    /// A weighted sum by itself.
    pub fn linear(above: Linear) -> Form {
        Form { above, below: Linear::constant(Ratio::whole(1)) }
    }

    /// A number that is known exactly.
    pub fn constant(value: Ratio) -> Form {
        Form::linear(Linear::constant(value))
    }

    /// The weighted sum, where nothing is divided.
    pub fn as_linear(&self) -> Option<&Linear> {
        (self.below.as_constant() == Some(Ratio::whole(1))).then_some(&self.above)
    }

    /// `self + other * factor`.
    ///
    /// # Errors
    /// [`Unbounded`].
    pub fn plus(&self, other: &Form, factor: Ratio, variables: &mut Vec<Variable>) -> Result<Form, Unbounded> {
        if self.below == other.below {
            return Ok(Form { above: self.above.plus(&other.above, factor)?, below: self.below.clone() });
        }
        if let Some(constant) = other.above.as_constant().filter(|_| other.as_linear().is_some()) {
            let factor = constant.checked_by(factor).ok_or(Unbounded::TooLarge)?;
            return Ok(Form { above: self.above.plus(&self.below, factor)?, below: self.below.clone() });
        }
        let (left, right) = (self.opaque(variables)?, other.opaque(variables)?);
        Ok(Form::linear(left.plus(&right, factor)?))
    }

    /// `self * other`.
    ///
    /// # Errors
    /// [`Unbounded`].
    pub fn times(&self, other: &Form, variables: &mut Vec<Variable>) -> Result<Form, Unbounded> {
        let factor = |form: &Form| form.as_linear().and_then(Linear::as_constant);
        match (factor(self), factor(other)) {
            (_, Some(factor)) => Ok(Form { above: self.above.times(factor)?, below: self.below.clone() }),
            (Some(factor), None) => Ok(Form { above: other.above.times(factor)?, below: other.below.clone() }),
            (None, None) => {
                let bounds = self.range(variables)?.times(&other.range(variables)?).ok_or(Unbounded::TooLarge)?;
                let (left, right) = (self.value(variables)?, other.value(variables)?);
                let value = left.checked_by(right).ok_or(Unbounded::TooLarge)?;
                Ok(Form::linear(add(Variable { value, bounds }, variables)))
            }
        }
    }

    /// `self / other`.
    ///
    /// # Errors
    /// [`Unbounded`].
    pub fn over(&self, other: &Form, variables: &mut Vec<Variable>) -> Result<Form, Unbounded> {
        let one = |form: &Form| form.as_linear().cloned();
        let (above, below) = match (one(self), one(other)) {
            _ if self.below == other.below => (self.above.clone(), other.above.clone()),
            (Some(above), Some(below)) => (above, below),
            (above, below) => {
                (above.map_or_else(|| self.opaque(variables), Ok)?, below.map_or_else(|| other.opaque(variables), Ok)?)
            }
        };
        let form = Form { above, below };
        form.positive(variables).map(|(above, below)| Form { above, below })
    }

    /// The value with every variable as printed.
    ///
    /// # Errors
    /// [`Unbounded`].
    pub fn value(&self, variables: &[Variable]) -> Result<Ratio, Unbounded> {
        let at = |index: usize| variables[index].value;
        let (above, below) = (self.above.value(at)?, self.below.value(at)?);
        if below.signum() == 0 {
            return Err(Unbounded::ZeroDivisor);
        }
        above.checked_over(below).ok_or(Unbounded::TooLarge)
    }

    /// Smallest and largest value.
    ///
    /// # Errors
    /// [`Unbounded`].
    pub fn range(&self, variables: &[Variable]) -> Result<Interval, Unbounded> {
        if let Some(linear) = self.as_linear() {
            return linear.range(variables);
        }
        let (above, below) = self.positive(variables)?;
        let high = largest(&above, &below, variables)?;
        let low = largest(&above.times(Ratio::whole(-1))?, &below, variables)?.negated();
        Ok(Interval { low, high })
    }

    /// Both parts with signs turned so that the lower one is above zero.
    fn positive(&self, variables: &[Variable]) -> Result<(Linear, Linear), Unbounded> {
        let range = self.below.range(variables)?;
        match (range.low.signum(), range.high.signum()) {
            (1, _) => Ok((self.above.clone(), self.below.clone())),
            (_, -1) => {
                let minus = Ratio::whole(-1);
                Ok((self.above.times(minus)?, self.below.times(minus)?))
            }
            _ => Err(Unbounded::ZeroDivisor),
        }
    }

    /// A variable of its own that stands for the whole: what it shares with others is forgotten.
    fn opaque(&self, variables: &mut Vec<Variable>) -> Result<Linear, Unbounded> {
        if let Some(linear) = self.as_linear() {
            return Ok(linear.clone());
        }
        let (value, bounds) = (self.value(variables)?, self.range(variables)?);
        Ok(add(Variable { value, bounds }, variables))
    }
}

fn add(variable: Variable, variables: &mut Vec<Variable>) -> Linear {
    variables.push(variable);
    Linear::variable(variables.len() - 1)
}

/// The largest quotient; `below` is above zero everywhere.
fn largest(above: &Linear, below: &Linear, variables: &[Variable]) -> Result<Ratio, Unbounded> {
    let quotient =
        |at: &dyn Fn(usize) -> Ratio| above.value(at)?.checked_over(below.value(at)?).ok_or(Unbounded::TooLarge);
    let mut best = quotient(&|index| variables[index].value)?;
    for _ in 0..MOST_ROUNDS {
        let upper = upper_ends(above, below, best).ok_or(Unbounded::TooLarge)?;
        let better = quotient(&|index| {
            let bounds = variables[index].bounds;
            if upper.contains(&index) { bounds.high } else { bounds.low }
        })?;
        if better <= best {
            return Ok(best);
        }
        best = better;
    }
    Ok(best)
}

/// The variables that stand at their upper ends where `above - best * below` is largest.
fn upper_ends(above: &Linear, below: &Linear, best: Ratio) -> Option<BTreeSet<usize>> {
    let weight = |linear: &Linear, index: usize| linear.weights.get(&index).copied().unwrap_or(Ratio::whole(0));
    let mut upper = BTreeSet::new();
    for index in above.weights.keys().chain(below.weights.keys()).copied() {
        let (up, down) = (weight(above, index), weight(below, index));
        // The sign of `up - best * down`, by comparing quotients: no product can overflow.
        let rises = match down.signum() {
            0 => up.signum() > 0,
            sign => (up.checked_over(down)? > best) == (sign > 0),
        };
        if rises {
            upper.insert(index);
        }
    }
    Some(upper)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(value: i128, half: i128) -> Variable {
        let value = Ratio::whole(value);
        Variable {
            value,
            bounds: Interval { low: value.minus(Ratio::whole(half)), high: value.plus(Ratio::whole(half)) },
        }
    }

    fn form(index: usize) -> Form {
        Form::linear(Linear::variable(index))
    }

    fn ratio(num: i128, den: i128) -> Ratio {
        Ratio::new(num, den).unwrap()
    }

    #[test]
    fn a_part_of_its_own_total_is_not_two_numbers() {
        let mut variables = vec![variable(30, 1), variable(70, 1)];
        let total = form(0).plus(&form(1), Ratio::whole(1), &mut variables).unwrap();
        let share = form(0).over(&total, &mut variables).unwrap();
        let range = share.range(&variables).unwrap();
        assert_eq!((range.low, range.high), (ratio(29, 29 + 71), ratio(31, 31 + 69)));
        assert_eq!(total.over(&total, &mut variables).unwrap().range(&variables), Ok(Interval::point(Ratio::whole(1))));
    }

    #[test]
    fn independent_numbers_range_over_all_corners() {
        let mut variables = vec![variable(-18, 1), variable(-48, 2)];
        let share = form(0).over(&form(1), &mut variables).unwrap();
        let range = share.range(&variables).unwrap();
        assert_eq!((range.low, range.high), (ratio(17, 50), ratio(19, 46)));
    }

    #[test]
    fn a_divisor_that_may_be_zero_gives_nothing() {
        let mut variables = vec![variable(5, 1), variable(1, 2)];
        assert_eq!(form(0).over(&form(1), &mut variables), Err(Unbounded::ZeroDivisor));
    }

    #[test]
    fn products_and_sums_of_quotients_hold_every_corner() {
        let mut variables = vec![variable(6, 1), variable(3, 1), variable(10, 2)];
        let quotient = form(0).over(&form(1), &mut variables).unwrap();
        let product = quotient.times(&form(2), &mut variables).unwrap();
        let range = product.range(&variables).unwrap();
        assert_eq!((range.low, range.high), (ratio(5 * 8, 4), ratio(7 * 12, 2)));
        let sum = quotient.plus(&form(2), Ratio::whole(-1), &mut variables).unwrap();
        let range = sum.range(&variables).unwrap();
        assert_eq!((range.low, range.high), (ratio(5, 4).minus(Ratio::whole(12)), ratio(7, 2).minus(Ratio::whole(8))));
    }
}

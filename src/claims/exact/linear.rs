//! Weighted sums of numbers that are known within bounds.

use std::collections::BTreeMap;

use crate::domain::Ratio;

use super::{Interval, Unbounded};

/// A number known within bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variable {
    /// As printed.
    pub value: Ratio,
    /// What it may have been before it was rounded.
    pub bounds: Interval,
}

/// `constant + sum of weight * variable`. A variable that stands in it twice is one number, not two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linear {
    /// What is added.
    pub constant: Ratio,
    /// Weights by the index of the variable; none is zero.
    pub weights: BTreeMap<usize, Ratio>,
}

impl Linear {
    /// A number that is known exactly.
    pub fn constant(value: Ratio) -> Linear {
        Linear { constant: value, weights: BTreeMap::new() }
    }

    /// One variable.
    pub fn variable(index: usize) -> Linear {
        Linear { constant: Ratio::whole(0), weights: BTreeMap::from([(index, Ratio::whole(1))]) }
    }

    /// The number, where it depends on no variable.
    pub fn as_constant(&self) -> Option<Ratio> {
        self.weights.is_empty().then_some(self.constant)
    }

    /// `self + other * factor`.
    ///
    /// # Errors
    /// [`Unbounded::TooLarge`].
    pub fn plus(&self, other: &Linear, factor: Ratio) -> Result<Linear, Unbounded> {
        let add = |to: Ratio, weight: Ratio| {
            weight.checked_by(factor).and_then(|weight| to.checked_plus(weight)).ok_or(Unbounded::TooLarge)
        };
        let mut sum = self.clone();
        sum.constant = add(sum.constant, other.constant)?;
        for (index, weight) in &other.weights {
            let entry = sum.weights.entry(*index).or_insert(Ratio::whole(0));
            *entry = add(*entry, *weight)?;
        }
        sum.weights.retain(|_, weight| weight.signum() != 0);
        Ok(sum)
    }

    /// `self * factor`.
    ///
    /// # Errors
    /// [`Unbounded::TooLarge`].
    pub fn times(&self, factor: Ratio) -> Result<Linear, Unbounded> {
        Linear::constant(Ratio::whole(0)).plus(self, factor)
    }

    /// The value where each variable has the one that `at` gives it.
    ///
    /// # Errors
    /// [`Unbounded::TooLarge`].
    pub fn value(&self, at: impl Fn(usize) -> Ratio) -> Result<Ratio, Unbounded> {
        let add = |sum: Ratio, (index, weight): (&usize, &Ratio)| sum.checked_plus(weight.checked_by(at(*index))?);
        self.weights.iter().try_fold(self.constant, add).ok_or(Unbounded::TooLarge)
    }

    /// Smallest and largest value.
    ///
    /// # Errors
    /// [`Unbounded::TooLarge`].
    pub fn range(&self, variables: &[Variable]) -> Result<Interval, Unbounded> {
        let end = |upper: bool| {
            self.value(|index| {
                let bounds = variables[index].bounds;
                if (self.weights[&index].signum() > 0) == upper { bounds.high } else { bounds.low }
            })
        };
        Ok(Interval { low: end(false)?, high: end(true)? })
    }
}

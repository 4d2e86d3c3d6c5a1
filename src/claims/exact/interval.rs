//! All numbers from one bound to another.

use crate::domain::Ratio;

/// All numbers from `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Smallest.
    pub low: Ratio,
    /// Largest; never below `low`.
    pub high: Ratio,
}

impl Interval {
    /// Between two bounds, in either order.
    pub fn between(a: Ratio, b: Ratio) -> Interval {
        if a <= b { Interval { low: a, high: b } } else { Interval { low: b, high: a } }
    }

    /// One number.
    pub const fn point(value: Ratio) -> Interval {
        Interval { low: value, high: value }
    }

    /// What rounds to `value` when the last digit is worth `step`; the bounds included.
    pub fn rounded(value: Ratio, step: Ratio) -> Interval {
        let half = step.by(HALF);
        Interval { low: value.minus(half), high: value.plus(half) }
    }

    /// True where it is one number.
    pub fn is_point(&self) -> bool {
        self.low == self.high
    }

    /// True where `value` lies in it.
    pub fn contains(&self, value: Ratio) -> bool {
        self.low <= value && value <= self.high
    }

    /// True where every number of `other` is one of it.
    pub fn covers(&self, other: &Interval) -> bool {
        self.low <= other.low && other.high <= self.high
    }

    /// True where they have more in common than an end.
    pub fn overlaps(&self, other: &Interval) -> bool {
        self.low < other.high && other.low < self.high
    }

    /// How far it lies beyond `other`: positive above, negative below, zero where they touch; `None` where the
    /// distance has too many digits.
    pub fn gap_to(&self, other: &Interval) -> Option<Ratio> {
        if self.low > other.high {
            self.low.checked_plus(other.high.negated())
        } else if self.high < other.low {
            self.high.checked_plus(other.low.negated())
        } else {
            Some(Ratio::whole(0))
        }
    }

    /// All products; `None` where they have too many digits.
    pub fn times(&self, other: &Interval) -> Option<Interval> {
        let products = [(self.low, other.low), (self.low, other.high), (self.high, other.low), (self.high, other.high)];
        let products: Option<Vec<Ratio>> = products.into_iter().map(|(a, b)| a.checked_by(b)).collect();
        let products = products?;
        Some(Interval { low: *products.iter().min()?, high: *products.iter().max()? })
    }
}

const HALF: Ratio = Ratio::half();

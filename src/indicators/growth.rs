//! Rates of growth and plain changes.

use crate::domain::Ratio;

use super::{Measured, Undefined};

/// `100 * (current - base) / base`, in percent. Undefined for negative values (balances) and for a
/// base of zero.
pub fn rate(current: Measured, base: Measured) -> Measured {
    current.with(base, |current, base| {
        if current.signum() < 0 || base.signum() < 0 {
            return Err(Undefined::NotMeaningful);
        }
        match (current.minus(base).times(100).over(base), current.signum()) {
            (Some(rate), _) => Ok(rate),
            (None, 0) => Err(Undefined::ZeroToZero),
            (None, _) => Err(Undefined::NewFromZero),
        }
    })
}

/// `((end / start)^(1/years) - 1) * 100`, the compound annual rate; irrational, so approximate.
/// `None` unless both are positive and `years` is at least 1.
pub fn compound_annual_rate(start: Ratio, end: Ratio, years: i32) -> Option<f64> {
    let ratio = end.over(start).filter(|_| start.signum() > 0 && end.signum() > 0 && years > 0)?;
    Some((ratio.approximate().powf(1.0 / f64::from(years)) - 1.0) * 100.0)
}

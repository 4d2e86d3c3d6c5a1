//! Arithmetic on numbers that are known only to their printed digits: exact bounds, nothing rounded.

mod form;
mod interval;
mod linear;

pub use form::Form;
pub use interval::Interval;
pub use linear::{Linear, Variable};

/// Why bounds cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unbounded {
    /// The divisor is zero, or may be within its rounding.
    ZeroDivisor,
    /// Numbers of more digits than are reckoned with.
    TooLarge,
}

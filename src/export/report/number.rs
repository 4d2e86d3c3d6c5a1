//! How numbers are written for machines.

use crate::domain::Ratio;
use crate::indicators::{Quantity, Undefined};

/// Decimals of ratios: enough to tell any two fractions of real figures apart.
const DIGITS: usize = 15;

/// Money that is a whole number of currency units as an integer; every other number as a decimal
/// string, for JSON numbers are floats to most readers.
pub(super) fn number(value: Result<Ratio, Undefined>, quantity: Quantity) -> serde_json::Value {
    let is_money = matches!(quantity, Quantity::Money | Quantity::MoneyChange | Quantity::Balance);
    match value {
        Err(_) => serde_json::Value::Null,
        Ok(value) if is_money && value.den() == 1 => {
            i64::try_from(value.num()).map_or(serde_json::Value::Null, Into::into)
        }
        Ok(value) => value.decimal(DIGITS).into(),
    }
}

/// The unit of a kind of number, for machines. Through a lens per working day amounts are such averages.
pub(super) fn unit(quantity: Quantity, currency: &str, per_day: bool) -> String {
    match quantity {
        Quantity::Money | Quantity::MoneyChange | Quantity::Balance if !per_day => currency.to_owned(),
        Quantity::Money | Quantity::MoneyChange | Quantity::Balance | Quantity::MoneyPerDay => {
            format!("{currency} per working day")
        }
        Quantity::Growth | Quantity::Share => "percent".to_owned(),
        Quantity::Points => "percentage points".to_owned(),
        Quantity::Days => "working days".to_owned(),
    }
}

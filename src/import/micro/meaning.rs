//! What the texts of a row mean. Each text of a column is asked about once, so that none of this need be fast.

use std::borrow::Cow;

use crate::domain::{Flow, Frequency, Period};

use super::super::extract::{Decimal, Extent, TimePeriod};
use super::super::formats::{areas, words};
use super::columns::Columns;
use super::names;
use super::table::FRACTIONS;
use super::vocabulary::Meaning;

impl Columns {
    /// A text in letters, without spaces around it, and with its doubled quotes made single.
    pub fn text<'t>(&self, bytes: &'t [u8]) -> Cow<'t, str> {
        match self.encoding.decode_without_bom_handling(bytes).0 {
            Cow::Borrowed(text) if !text.contains('"') => Cow::Borrowed(text.trim()),
            text => Cow::Owned(text.trim().replace("\"\"", "\"")),
        }
    }
}

/// A month, quarter or year; of a day the month.
pub fn period(text: &str) -> Meaning<Period> {
    match TimePeriod::parse(text.trim_end_matches(".0")) {
        Some(TimePeriod::Period(period)) => Meaning::This(period),
        Some(TimePeriod::Day(day)) => Meaning::This(Period::containing(day, Frequency::Monthly)),
        _ => Meaning::Bad,
    }
}

/// Exports or imports. A balance follows from them.
pub fn flow(text: &str) -> Meaning<Flow> {
    match words::flow_of_code(text).or_else(|| words::flow_of_heading(text)) {
        Some(Flow::Balance) => Meaning::Total,
        Some(flow) => Meaning::This(flow),
        None => Meaning::Bad,
    }
}

/// A country as the file calls it. The world and groups of countries are sums of others.
pub fn partner(text: &str) -> Meaning<String> {
    match areas::area(text, "").extent {
        _ if text.is_empty() || text.chars().any(char::is_control) => Meaning::Bad,
        _ if is_total(text) => Meaning::Total,
        Extent::Part => Meaning::This(text.to_owned()),
        // `AW` is Aruba, and the world elsewhere.
        _ if names::country(text).is_some() => Meaning::This(text.to_owned()),
        _ => Meaning::Total,
    }
}

/// The code of goods: digits, of even number; a nought that a spreadsheet has taken from its start comes back.
pub fn product(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, '.' | ' ' | '\'')).collect();
    let is_code = (1..=16).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| if digits.len() % 2 == 1 { format!("0{digits}") } else { digits })
}

/// True for words such as `total`.
pub fn is_total(text: &str) -> bool {
    words::is_total(text)
}

/// Whole units, and parts of one in [`FRACTIONS`], both with the sign.
pub fn amount(text: &str, columns: &Columns) -> Option<(i128, i128)> {
    let Decimal { digits, exponent } = Decimal::parse_with(text, columns.mark)?;
    if exponent >= 0 {
        return Some((digits.checked_mul(10_i128.checked_pow(exponent.unsigned_abs())?)?, 0));
    }
    match 10_i128.checked_pow(exponent.unsigned_abs()) {
        Some(unit) if unit <= FRACTIONS => Some((digits / unit, digits % unit * (FRACTIONS / unit))),
        Some(unit) => Some((digits / unit, digits % unit / (unit / FRACTIONS))),
        None => Some((0, 0)),
    }
}

//! One value of a TOML document and its place.

use super::{Place, Table};
use crate::domain::Problem;
use crate::say;
use crate::word;

/// A calendar date as written; TOML has checked that it exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// A value and its place.
#[derive(Debug, Clone)]
pub struct Value {
    place: Place,
    kind: Kind,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    Text(String),
    Integer(i64),
    Float(f64),
    Truth(bool),
    Date(Date),
    /// A time, or a date with a time: nothing asks for one yet.
    Moment,
    Array(Vec<Value>),
    Table(Table),
}

impl Value {
    pub(super) fn new(place: Place, kind: Kind) -> Self {
        Self { place, kind }
    }

    /// Where the value stands.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// A problem at this value.
    pub fn problem(&self, what: impl Into<String>, hint: impl Into<String>) -> Problem {
        self.place.problem(what, hint)
    }

    /// A problem `at` bytes into this string.
    pub fn problem_within(&self, at: usize, what: impl Into<String>, hint: impl Into<String>) -> Problem {
        self.place.within(self.as_str().unwrap_or(""), at).problem(what, hint)
    }

    /// The value as a `T`; a wrong type is reported, with `name` for the value's name.
    pub fn read<'a, T: FromValue<'a>>(&'a self, name: &str, problems: &mut Vec<Problem>) -> Option<T> {
        let read = T::from_value(self);
        if read.is_none() {
            let what = say!("domain.is-2", name = name, describe = self.describe());
            problems.push(self.problem(what, say!("domain.write", value = T::wanted())));
        }
        read
    }

    /// The text, if this is a string.
    pub fn as_str(&self) -> Option<&str> {
        FromValue::from_value(self)
    }

    /// The number, if this is a whole number.
    pub fn as_integer(&self) -> Option<i64> {
        FromValue::from_value(self)
    }

    /// What kind of value this is, for messages: "a string".
    pub fn describe(&self) -> &'static str {
        match self.kind {
            Kind::Text(_) => word!("domain.string"),
            Kind::Integer(_) => word!("domain.whole-number"),
            Kind::Float(_) => word!("domain.number-decimal-point"),
            Kind::Truth(_) => word!("domain.true-false"),
            Kind::Date(_) => word!("domain.date"),
            Kind::Moment => word!("domain.time"),
            Kind::Array(_) => word!("domain.array-2"),
            Kind::Table(_) => word!("domain.table-2"),
        }
    }
}

/// What a reader may want of a [`Value`].
pub trait FromValue<'a>: Sized {
    /// What to write, for messages: "a string in double quotes".
    fn wanted() -> String;

    /// The value, if it is of this type.
    fn from_value(value: &'a Value) -> Option<Self>;
}

impl<'a> FromValue<'a> for &'a Value {
    fn wanted() -> String {
        word!("domain.value").to_owned()
    }

    fn from_value(value: &'a Value) -> Option<Self> {
        Some(value)
    }
}

impl<'a> FromValue<'a> for &'a str {
    fn wanted() -> String {
        word!("domain.string-double-quotes").to_owned()
    }

    fn from_value(value: &'a Value) -> Option<Self> {
        if let Kind::Text(text) = &value.kind { Some(text) } else { None }
    }
}

impl FromValue<'_> for i64 {
    fn wanted() -> String {
        word!("domain.whole-number-without-quotes").to_owned()
    }

    fn from_value(value: &Value) -> Option<Self> {
        if let Kind::Integer(number) = value.kind { Some(number) } else { None }
    }
}

impl FromValue<'_> for f64 {
    fn wanted() -> String {
        word!("domain.number-without-quotes").to_owned()
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value.kind {
            Kind::Float(number) => Some(number),
            Kind::Integer(number) => Some(number as f64),
            _ => None,
        }
    }
}

impl FromValue<'_> for bool {
    fn wanted() -> String {
        word!("domain.true-false-without-quotes").to_owned()
    }

    fn from_value(value: &Value) -> Option<Self> {
        if let Kind::Truth(truth) = value.kind { Some(truth) } else { None }
    }
}

impl FromValue<'_> for Date {
    fn wanted() -> String {
        word!("domain.date-such-2023-03").to_owned()
    }

    fn from_value(value: &Value) -> Option<Self> {
        if let Kind::Date(date) = value.kind { Some(date) } else { None }
    }
}

impl<'a> FromValue<'a> for &'a [Value] {
    fn wanted() -> String {
        word!("domain.array").to_owned()
    }

    fn from_value(value: &'a Value) -> Option<Self> {
        if let Kind::Array(items) = &value.kind { Some(items) } else { None }
    }
}

impl<'a> FromValue<'a> for &'a Table {
    fn wanted() -> String {
        say!("domain.table", example = "{ key = value }")
    }

    fn from_value(value: &'a Value) -> Option<Self> {
        if let Kind::Table(table) = &value.kind { Some(table) } else { None }
    }
}

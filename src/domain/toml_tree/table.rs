//! A table of a TOML document, which remembers the keys it was asked for.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::{Date, FromValue, Place, Value};
use crate::domain::{Problem, spelling};
use crate::say;

/// One `key = value`.
#[derive(Debug, Clone)]
pub struct Entry {
    key: String,
    place: Place,
    value: Value,
}

impl Entry {
    pub(super) fn new(key: String, place: Place, value: Value) -> Self {
        Self { key, place, value }
    }

    /// The key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Where the key stands.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The value.
    pub fn value(&self) -> &Value {
        &self.value
    }
}

/// A table, its entries in the order of the file, and the keys it was asked for.
#[derive(Debug, Clone)]
pub struct Table {
    place: Place,
    entries: Vec<Entry>,
    asked: RefCell<BTreeSet<String>>,
}

impl Table {
    pub(super) fn new(place: Place, entries: Vec<Entry>) -> Self {
        Self { place, entries, asked: RefCell::default() }
    }

    /// Where the table begins.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// A problem of the table as a whole.
    pub fn problem(&self, what: impl Into<String>, hint: impl Into<String>) -> Problem {
        self.place.problem(what, hint)
    }

    /// A problem of one key's value; of the table, if the key is absent.
    pub fn problem_at(&self, key: &str, what: impl Into<String>, hint: impl Into<String>) -> Problem {
        let place = self.find(key).map_or(&self.place, |entry| entry.value.place());
        place.problem(what, hint)
    }

    /// All entries, for tables whose keys are names chosen by the user. Counts as asking for every key.
    pub fn entries(&self) -> &[Entry] {
        self.asked.borrow_mut().extend(self.entries.iter().map(|entry| entry.key.clone()));
        &self.entries
    }

    /// The value of a key, of any type.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.asked.borrow_mut().insert(key.to_owned());
        self.find(key).map(Entry::value)
    }

    /// The value of a key that may be absent; a wrong type is reported.
    pub fn optional<'a, T: FromValue<'a>>(&'a self, key: &str, problems: &mut Vec<Problem>) -> Option<T> {
        self.get(key)?.read(key, problems)
    }

    /// The value of a key that must be there; absence and a wrong type are reported.
    pub fn required<'a, T: FromValue<'a>>(&'a self, key: &str, problems: &mut Vec<Problem>) -> Option<T> {
        let Some(value) = self.get(key) else {
            problems.push(self.missing(key, &T::wanted()));
            return None;
        };
        value.read(key, problems)
    }

    /// A string that must be there.
    pub fn required_str(&self, key: &str, problems: &mut Vec<Problem>) -> Option<&str> {
        self.required(key, problems)
    }

    /// A string that may be absent.
    pub fn optional_str(&self, key: &str, problems: &mut Vec<Problem>) -> Option<&str> {
        self.optional(key, problems)
    }

    /// A whole number that must be there.
    pub fn required_integer(&self, key: &str, problems: &mut Vec<Problem>) -> Option<i64> {
        self.required(key, problems)
    }

    /// A whole number that may be absent.
    pub fn optional_integer(&self, key: &str, problems: &mut Vec<Problem>) -> Option<i64> {
        self.optional(key, problems)
    }

    /// A number, with or without a decimal point, that may be absent.
    pub fn optional_float(&self, key: &str, problems: &mut Vec<Problem>) -> Option<f64> {
        self.optional(key, problems)
    }

    /// True or false, that may be absent.
    pub fn optional_bool(&self, key: &str, problems: &mut Vec<Problem>) -> Option<bool> {
        self.optional(key, problems)
    }

    /// A date that must be there.
    pub fn required_date(&self, key: &str, problems: &mut Vec<Problem>) -> Option<Date> {
        self.required(key, problems)
    }

    /// A date that may be absent.
    pub fn optional_date(&self, key: &str, problems: &mut Vec<Problem>) -> Option<Date> {
        self.optional(key, problems)
    }

    /// A table that must be there.
    pub fn required_table(&self, key: &str, problems: &mut Vec<Problem>) -> Option<&Table> {
        self.required(key, problems)
    }

    /// A table that may be absent.
    pub fn optional_table(&self, key: &str, problems: &mut Vec<Problem>) -> Option<&Table> {
        self.optional(key, problems)
    }

    /// An array that must be there.
    pub fn required_array(&self, key: &str, problems: &mut Vec<Problem>) -> Option<&[Value]> {
        self.required(key, problems)
    }

    /// An array that may be absent.
    pub fn optional_array(&self, key: &str, problems: &mut Vec<Problem>) -> Option<&[Value]> {
        self.optional(key, problems)
    }

    /// The elements of an array as `T`s with their places; none if the key is absent. Wrong ones are reported.
    pub fn list<'a, T: FromValue<'a>>(&'a self, key: &str, problems: &mut Vec<Problem>) -> Vec<(T, &'a Place)> {
        let items = self.optional_array(key, problems).unwrap_or_default();
        items.iter().filter_map(|item| Some((item.read(key, problems)?, item.place()))).collect()
    }

    /// The tables of `[[key]]`; none if the key is absent.
    pub fn tables(&self, key: &str, problems: &mut Vec<Problem>) -> Vec<&Table> {
        self.list::<&Table>(key, problems).into_iter().map(|(table, _)| table).collect()
    }

    /// A whole number within a range, that may be absent.
    pub fn integer_in(&self, key: &str, range: RangeInclusive<i64>, problems: &mut Vec<Problem>) -> Option<i64> {
        let number = self.optional_integer(key, problems)?;
        if range.contains(&number) {
            return Some(number);
        }
        let hint = say!("domain.use", start = range.start(), end = range.end());
        problems.push(self.problem_at(key, say!("domain.is", key = key, number = number), hint));
        None
    }

    /// A string out of a known list, that may be absent.
    pub fn one_of(&self, key: &str, known: &[&str], problems: &mut Vec<Problem>) -> Option<&str> {
        let word = self.optional_str(key, problems)?;
        if known.contains(&word) {
            return Some(word);
        }
        let what = say!("domain.cannot", key = key, word = word);
        problems.push(self.problem_at(key, what, spelling::suggestion(word, known)));
        None
    }

    /// Reports every key that nobody asked for.
    pub fn finish(&self, problems: &mut Vec<Problem>) {
        let asked = self.asked.borrow();
        let known: Vec<&str> = asked.iter().map(String::as_str).collect();
        let strangers = self.entries.iter().filter(|entry| !asked.contains(&entry.key));
        problems.extend(strangers.map(|entry| {
            let what = say!("domain.unknown-key", key = entry.key);
            entry.place.problem(what, spelling::suggestion(&entry.key, &known))
        }));
    }

    fn find(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    fn missing(&self, key: &str, wanted: &str) -> Problem {
        self.problem(say!("domain.missing", key = key), say!("domain.add", key = key, wanted = wanted))
    }
}

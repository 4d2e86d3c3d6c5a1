//! A JSON document in little memory: records with the same members share their names, and short texts that come again are
//! kept once.

use std::collections::HashSet;
use std::fmt;
use std::rc::Rc;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Longer texts are seldom met again, in bytes.
const LONGEST_SHARED: usize = 64;

/// So many texts are looked for; a document of more has few that come again.
const MOST_SHARED: usize = 100_000;

/// A value of a document.
#[derive(Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// `true`.
    Bool(bool),
    /// A number without a fraction.
    Whole(i64),
    /// Any other number.
    Real(f64),
    /// A text.
    String(Rc<str>),
    /// A list.
    Array(Box<[Value]>),
    /// Members by name.
    Object(Box<Object>),
}

/// Members in the order of their names; the last of one name.
#[derive(Debug, PartialEq)]
pub struct Object {
    names: Rc<[Rc<str>]>,
    values: Box<[Value]>,
}

impl Object {
    /// Names and values.
    pub fn members(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.names.iter().map(|name| &**name).zip(&self.values)
    }

    /// The member of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let at = self.names.binary_search_by(|other| (**other).cmp(name)).ok()?;
        self.values.get(at)
    }
}

impl Value {
    /// The elements of a list.
    pub fn as_array(&self) -> Option<&[Value]> {
        match self {
            Value::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// The members of an object.
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Value::Object(object) => Some(object),
            _ => None,
        }
    }

    /// A whole number from 0 on.
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Value::Whole(number) => u64::try_from(*number).ok(),
            _ => None,
        }
    }

    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.get(name)
    }

    /// What `/a/0/b` leads to: names of members and places in lists.
    pub fn pointer(&self, path: &str) -> Option<&Value> {
        path.split('/').skip(1).try_fold(self, |value, step| match value {
            Value::Array(elements) => elements.get(step.parse::<usize>().ok()?),
            other => other.get(step),
        })
    }
}

/// Reads a document; several one behind the other, a record on each line, are a list.
///
/// # Errors
/// What is wrong with it, and where.
pub fn read(text: impl std::io::Read) -> serde_json::Result<Value> {
    let mut source = serde_json::Deserializer::from_reader(text);
    let mut shared = Shared::default();
    let first = Seed(&mut shared).deserialize(&mut source)?;
    let Err(trailing) = source.end() else { return Ok(first) };
    if !matches!(first, Value::Object(_)) {
        return Err(trailing);
    }
    let mut records = vec![first];
    while source.end().is_err() {
        records.push(Seed(&mut shared).deserialize(&mut source)?);
    }
    Ok(Value::Array(records.into()))
}

/// What comes again in a document.
#[derive(Default)]
struct Shared {
    texts: HashSet<Rc<str>>,
    names: HashSet<Rc<[Rc<str>]>>,
}

impl Shared {
    fn text(&mut self, text: &str) -> Rc<str> {
        if let Some(known) = self.texts.get(text) {
            return Rc::clone(known);
        }
        let new: Rc<str> = Rc::from(text);
        if text.len() <= LONGEST_SHARED && self.texts.len() < MOST_SHARED {
            self.texts.insert(Rc::clone(&new));
        }
        new
    }

    fn object(&mut self, mut members: Vec<(Rc<str>, Value)>) -> Object {
        // The last of one name stays: it is the first from behind.
        members.reverse();
        members.sort_by(|(one, _), (other, _)| one.cmp(other));
        members.dedup_by(|(one, _), (other, _)| one == other);
        let (names, values): (Vec<Rc<str>>, Vec<Value>) = members.into_iter().unzip();
        let known = self.names.get(names.as_slice()).cloned();
        let names = known.unwrap_or_else(|| {
            let new: Rc<[Rc<str>]> = names.into();
            if self.names.len() < MOST_SHARED {
                self.names.insert(Rc::clone(&new));
            }
            new
        });
        Object { names, values: values.into() }
    }
}

/// Reads the next value.
struct Seed<'s>(&'s mut Shared);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Whole(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or(Value::Real(number as f64), Value::Whole))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Real(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(self.0.text(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = list.next_element_seed(Seed(&mut *self.0))? {
            elements.push(element);
        }
        Ok(Value::Array(elements.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key_seed(Name(&mut *self.0))? {
            members.push((name, map.next_value_seed(Seed(&mut *self.0))?));
        }
        Ok(Value::Object(Box::new(self.0.object(members))))
    }
}

/// Reads the next name.
struct Name<'s>(&'s mut Shared);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Rc<str>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Rc<str>, D::Error> {
        source.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name<'_> {
    type Value = Rc<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Rc<str>, E> {
        Ok(self.0.text(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_and_the_last_of_one_name_holds() {
        let text = r#"{"b": [1, -2.5, "x", null, true], "a": {"x": 1, "y": 18446744073709551615}, "b2": {"x": 2, "y": 3, "x": 4}}"#;
        let value = read(text.as_bytes()).unwrap();
        assert_eq!(value.pointer("/b/1"), Some(&Value::Real(-2.5)));
        assert_eq!(value.pointer("/b2/x").and_then(Value::as_u64), Some(4));
        assert_eq!(value.pointer("/b/9"), None);
        assert_eq!(value.get("a").and_then(|a| a.get("y")), Some(&Value::Real(18_446_744_073_709_551_615.0)));
        let names: Vec<&str> = value.as_object().unwrap().members().map(|(name, _)| name).collect();
        assert_eq!(names, ["a", "b", "b2"]);
    }

    #[test]
    fn records_share_their_names_and_errors_have_places() {
        let value = read(r#"[{"x": "one", "y": 1}, {"y": 2, "x": "one"}]"#.as_bytes()).unwrap();
        let [first, second] = value.as_array().unwrap() else { panic!() };
        assert!(Rc::ptr_eq(&first.as_object().unwrap().names, &second.as_object().unwrap().names));
        let error = read("{\"a\":\n  }".as_bytes()).unwrap_err();
        assert_eq!((error.line(), error.column()), (2, 3));
        assert!(read("[] {}".as_bytes()).is_err() && read("{} x".as_bytes()).is_err());
        assert_eq!(read("{\"x\": 1}\n{\"x\": 2}\n".as_bytes()).unwrap().pointer("/1/x"), Some(&Value::Whole(2)));
    }
}

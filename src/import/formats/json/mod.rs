//! JSON documents, bounded in size, with what is wrong told by line and column.

mod tree;

use std::io::BufReader;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::super::document::Document;
use super::super::extract::Decimal;
use super::super::progress::{Counted, Progress};

pub(super) use tree::{Object, Value};

/// A parsed document takes about one and a half times its size in memory where records share their members, and some ten times in the worst case.
const LARGEST: u64 = 192 * 1024 * 1024;

/// Bytes that are read at a time.
const BLOCK: usize = 64 * 1024;

/// Parses the document, telling how far it is.
pub(super) fn parse(document: &Document<'_>) -> Result<Value, Problem> {
    if document.length() > LARGEST {
        return Err(document.problem(word!("import.json-larger-than-192"), word!("import.ask-less-time-csv")));
    }
    let text = BufReader::with_capacity(BLOCK, Counted::new(document.reader(), document.progress));
    let parsed = tree::read(text).or_else(|error| {
        if error.is_syntax()
            && let Some(text) = document.whole().ok().and_then(|text| without_not_numbers(&text))
        {
            return parse_text(&text);
        }
        Err(error)
    });
    parsed.map(unwrapped).map_err(|error| problem(document, error))
}

/// The text with null in the place of `NaN` and `Infinity`, which JSON has not and programs write; `None` where there is neither.
fn without_not_numbers(text: &str) -> Option<String> {
    let mut mended = String::with_capacity(text.len());
    let mut kept = 0;
    let (mut is_string, mut is_escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        let word = ["NaN", "-Infinity", "Infinity"]
            .into_iter()
            .find(|word| text.as_bytes()[at..].starts_with(word.as_bytes()));
        if let Some(word) = word.filter(|_| !is_string && at >= kept) {
            mended.extend([&text[kept..at], "null"]);
            kept = at + word.len();
        }
        is_string ^= byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
    }
    mended.push_str(&text[kept..]);
    (kept > 0).then_some(mended)
}

/// A document that a program has put into a list of one, as it was. A record alone has no lists and no objects in it.
fn unwrapped(document: Value) -> Value {
    let is_nested = |value: &Value| matches!(value, Value::Array(_) | Value::Object(_));
    let is_document = |value: &Value| match value {
        Value::Object(object) => object.members().any(|(_, value)| is_nested(value)),
        Value::Array(elements) => elements.first().is_some_and(is_nested),
        _ => false,
    };
    match document {
        Value::Array(elements) if elements.len() == 1 && is_document(&elements[0]) => {
            elements.into_iter().next().unwrap_or(Value::Null)
        }
        other => other,
    }
}

/// The same of a text that is at hand.
pub(super) fn parse_text(text: &str) -> serde_json::Result<Value> {
    tree::read(text.as_bytes())
}

/// What is wrong with a document that could not be parsed.
fn problem(document: &Document<'_>, error: serde_json::Error) -> Problem {
    if document.progress.is_some_and(Progress::is_cancelled) {
        return Progress::stopped(document.name);
    }
    if error.is_io() {
        return document.unreadable(&error.into());
    }
    let what = say!("import.not-valid-json", error = error);
    Problem::new(document.name, error.line(), error.column(), what, word!("import.download-file-again"))
}

/// A member as text: strings as they are, numbers as printed, nothing as an empty one.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Whole(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}

/// A member of an object as text; empty where there is none.
pub(super) fn member(object: &Value, key: &str) -> String {
    object.get(key).map(text).unwrap_or_default()
}

/// A number, or a string that holds one; `None` for null and for a mark that means missing.
pub(super) fn number(value: Option<&Value>, missing: &[&str]) -> Result<Option<Decimal>, String> {
    let text = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => text(value),
    };
    if text.is_empty() || missing.contains(&text.as_str()) {
        return Ok(None);
    }
    Decimal::parse(&text).map(Some).ok_or_else(|| say!("import.not-number", text = text.escape_debug()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_missing_and_texts_stay() {
        let text = r#"[{"a": NaN, "b": "NaN \" Infinity", "c": -Infinity}]"#;
        let meant = r#"[{"a": null, "b": "NaN \" Infinity", "c": null}]"#;
        assert_eq!(without_not_numbers(text).as_deref(), Some(meant));
        assert_eq!(without_not_numbers("[1]"), None);
    }
}

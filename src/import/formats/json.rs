//! JSON documents, bounded in size, with what is wrong told by line and column.

use std::io::BufReader;

use serde_json::Value;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::super::document::Document;
use super::super::extract::Decimal;
use super::super::progress::{Counted, Progress};

/// A parsed document takes some ten times its size in memory.
const LARGEST: u64 = 96 * 1024 * 1024;

/// Bytes that are read at a time.
const BLOCK: usize = 64 * 1024;

/// Parses the document, telling how far it is.
pub(super) fn parse(document: &Document<'_>) -> Result<Value, Problem> {
    if document.length() > LARGEST {
        return Err(document.problem(word!("import.json-larger-than-96"), word!("import.ask-less-time-csv")));
    }
    let text = BufReader::with_capacity(BLOCK, Counted::new(document.reader(), document.progress));
    serde_json::from_reader(text).map(unwrapped).map_err(|error| problem(document, error))
}

/// A document that a program has put into a list of one, as it was. A record alone has no lists and no objects in it.
fn unwrapped(document: Value) -> Value {
    let is_nested = |value: &Value| value.is_array() || value.is_object();
    let is_document = |value: &Value| match value {
        Value::Object(members) => members.values().any(is_nested),
        Value::Array(elements) => elements.first().is_some_and(is_nested),
        _ => false,
    };
    match document {
        Value::Array(mut elements) if elements.len() == 1 && is_document(&elements[0]) => elements.remove(0),
        other => other,
    }
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
        // Whole numbers that were written as fractions: `6804128143.0`.
        Value::Number(number) => number.to_string().trim_end_matches(".0").to_owned(),
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

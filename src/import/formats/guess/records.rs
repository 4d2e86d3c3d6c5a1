//! JSON of no known format as the rows of a sheet: records, columns, rows below names, values by period.

use std::collections::BTreeSet;

use chrono::DateTime;

use super::super::super::document::{Document, Sample};
use super::super::super::extract::TimePeriod;
use super::super::super::workbook::Rows;
use super::super::json::{self, Object, Value};
use crate::domain::Problem;
use crate::word;

/// Tables lie so deep within a document at most.
const DEEPEST: usize = 4;

/// What the cells may take in memory, in bytes.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// What names of columns, and their rows, are called beside each other.
const NAMES: [&str; 5] = ["columns", "fields", "headers", "header", "names"];

/// What columns of milliseconds are called.
const OF_TIMES: [&str; 5] = ["date", "time", "month", "period", "index"];

/// True for JSON in which some text or number is a period.
pub(super) fn has_periods(sample: &Sample<'_>) -> bool {
    let is_json = sample.head.trim_start().starts_with(['{', '[']);
    let mut words = sample.head.split(['"', ',', ':', '[', ']', '{', '}', '\n']).map(str::trim);
    is_json && words.any(|word| word.len() > 3 && (TimePeriod::parse(word).is_some() || time(word).is_some()))
}

/// The rows of the tables of a document, below the texts that stand beside them.
///
/// # Errors
/// What is wrong with the JSON, or that no table is in it.
pub(super) fn rows(document: &Document<'_>) -> Result<Rows, Problem> {
    let value = json::parse(document)?;
    let rows = table(&value, 0).ok_or_else(|| {
        document.problem(word!("import.no-column-periods-no"), word!("import.tradedeck-formats-lists-what"))
    })?;
    let taken: usize = rows.iter().flatten().map(|cell| size_of::<String>() + cell.len()).sum();
    if taken > MOST_BYTES {
        return Err(document.problem(word!("import.json-larger-than-192"), word!("import.ask-less-time-csv")));
    }
    Ok(rows.into_iter().enumerate().map(|(at, cells)| (at as u32 + 1, cells)).collect())
}

/// The rows of a value, its names first.
fn table(value: &Value, depth: usize) -> Option<Vec<Vec<String>>> {
    match value {
        Value::Array(elements) if elements.iter().all(|element| element.as_object().is_some()) => records(elements),
        Value::Array(elements) if elements.len() > 1 && elements.iter().all(|element| element.as_array().is_some()) => {
            Some(elements.iter().map(cells).collect())
        }
        Value::Object(object) => {
            let found = named_rows(object).or_else(|| columns(object)).or_else(|| by_name(object));
            let rows = found.or_else(|| values(object)).or_else(|| within(object, depth))?;
            Some(beside(object).chain(rows).collect())
        }
        _ => None,
    }
}

/// `[{"period": "2023-01", "exports": 1}, …]`
fn records(elements: &[Value]) -> Option<Vec<Vec<String>>> {
    let mut names: Vec<String> = Vec::new();
    let flat: Vec<Vec<(String, String)>> = elements.iter().filter_map(Value::as_object).map(flat).collect();
    for (name, _) in flat.iter().flatten() {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    if flat.is_empty() || names.len() < 2 || names.len() > 1000 {
        return None;
    }
    let row = |record: Vec<(String, String)>| {
        let mut cells = vec![String::new(); names.len()];
        for (name, text) in record {
            if let Some(at) = names.iter().position(|other| *other == name) {
                cells[at] = text;
            }
        }
        cells
    };
    let rows: Vec<Vec<String>> = flat.into_iter().map(row).collect();
    Some([names.clone()].into_iter().chain(rows).collect())
}

/// Members of a record, those of an object in it by both names: `country.id`.
fn flat(object: &Object) -> Vec<(String, String)> {
    let of = |(name, value): (&str, &Value)| match value {
        Value::Object(inner) => {
            inner.members().map(|(own, value)| (format!("{name}.{own}"), text(own, value))).collect()
        }
        value => vec![(name.to_owned(), text(name, value))],
    };
    object.members().flat_map(of).collect()
}

/// `{"columns": ["period", "exports"], "data": [["2023-01", 1], …]}`
fn named_rows(object: &Object) -> Option<Vec<Vec<String>>> {
    let names = NAMES.iter().find_map(|name| object.get(name)?.as_array())?;
    let name = |value: &Value| match value {
        Value::Object(_) => ["name", "label", "title", "id", "key"]
            .iter()
            .map(|key| json::member(value, key))
            .find(|name| !name.is_empty())
            .unwrap_or_default(),
        value => json::text(value),
    };
    let names: Vec<String> = names.iter().map(name).collect();
    let rows = object.members().filter_map(|(_, value)| value.as_array());
    let rows = rows.filter(|rows| !rows.is_empty() && rows.iter().all(|row| row.as_array().is_some()));
    let rows = rows.max_by_key(|rows| rows.len())?;
    // pandas has the names of the rows beside them.
    let index = object.get("index").and_then(Value::as_array).filter(|index| index.len() == rows.len());
    let row = |(at, row): (usize, &Value)| -> Vec<String> {
        let index = index.map(|index| text("index", &index[at]));
        let cells = row.as_array().unwrap_or(&[]).iter().zip(&names).map(|(value, name)| text(name, value));
        index.into_iter().chain(cells).collect()
    };
    let below: Vec<Vec<String>> = rows.iter().enumerate().map(row).collect();
    let names = index.map(|_| "index".to_owned()).into_iter().chain(names.iter().cloned()).collect();
    Some([names].into_iter().chain(below).collect())
}

/// True for what has no values within.
fn is_plain(value: &Value) -> bool {
    !matches!(value, Value::Array(_) | Value::Object(_))
}

/// `{"period": ["2023-01", …], "exports": [1, …]}`
fn columns(object: &Object) -> Option<Vec<Vec<String>>> {
    let columns: Vec<(&str, &[Value])> =
        object.members().filter_map(|(name, value)| Some((name, value.as_array()?))).collect();
    let (_, first) = columns.first()?;
    let are_alike = columns.iter().all(|(_, values)| values.len() == first.len() && values.iter().all(is_plain));
    if columns.len() < 2 || !are_alike {
        return None;
    }
    let names = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
    let row = |at: usize| columns.iter().map(|(name, values)| text(name, &values[at])).collect();
    Some([names].into_iter().chain((0..first.len()).map(row)).collect())
}

/// `{"2023-01": {"exports": 1, …}, …}`, and turned round as pandas writes it: `{"exports": {"2023-01": 1, …}, …}`.
fn by_name(object: &Object) -> Option<Vec<Vec<String>>> {
    let members: Vec<(&str, &Object)> =
        object.members().filter_map(|(name, value)| Some((name, value.as_object()?))).collect();
    let names: BTreeSet<&str> = members.iter().flat_map(|(_, inner)| inner.members()).map(|(name, _)| name).collect();
    if names.is_empty() || !members.iter().all(|(_, inner)| inner.members().all(|(_, value)| is_plain(value))) {
        return None;
    }
    let cell =
        |inner: &Object, name: &str, column: &str| inner.get(name).map_or_else(String::new, |it| text(column, it));
    if members.iter().all(|(name, _)| is_period(name)) {
        let row = |(period, inner): &(&str, &Object)| {
            [period_of(period)].into_iter().chain(names.iter().map(|name| cell(inner, name, name))).collect()
        };
        let header = ["index"].iter().chain(&names).map(|name| (*name).to_owned()).collect();
        return Some([header].into_iter().chain(members.iter().map(row)).collect());
    }
    if names.len() < 2 {
        return None;
    }
    let header = ["index"].into_iter().chain(members.iter().map(|(name, _)| *name)).map(str::to_owned).collect();
    let row = |name: &&str| {
        [period_of(name)].into_iter().chain(members.iter().map(|(column, inner)| cell(inner, name, column))).collect()
    };
    Some([header].into_iter().chain(names.iter().map(row)).collect())
}

/// `{"2023-01": 1, …}`
fn values(object: &Object) -> Option<Vec<Vec<String>>> {
    let values: Vec<(&str, &Value)> = object.members().filter(|(name, _)| is_period(name)).collect();
    let is_table = values.len() > 1 && values.len() * 2 > object.members().count();
    let row = |(period, value): &(&str, &Value)| vec![period_of(period), json::text(value)];
    let header = vec!["period".to_owned(), "value".to_owned()];
    is_table.then(|| [header].into_iter().chain(values.iter().map(row)).collect())
}

/// The tables among the members, each below its name.
fn within(object: &Object, depth: usize) -> Option<Vec<Vec<String>>> {
    if depth >= DEEPEST {
        return None;
    }
    let has_periods = |rows: &Vec<Vec<String>>| rows.iter().take(20).flatten().any(|cell| is_period(cell));
    let tables = object.members().filter_map(|(name, value)| Some((name, table(value, depth + 1)?)));
    let tables: Vec<(&str, Vec<Vec<String>>)> = tables.filter(|(_, rows)| has_periods(rows)).collect();
    let below = |(name, rows): (&str, Vec<Vec<String>>)| [vec![name.to_owned()]].into_iter().chain(rows);
    (!tables.is_empty()).then(|| tables.into_iter().flat_map(below).collect())
}

/// The texts that stand beside a table: they may be its title and unit.
fn beside(object: &Object) -> impl Iterator<Item = Vec<String>> + '_ {
    object.members().filter_map(|(_, value)| match value {
        Value::String(text) => Some(vec![text.to_string()]),
        _ => None,
    })
}

fn cells(row: &Value) -> Vec<String> {
    row.as_array().unwrap_or(&[]).iter().map(json::text).collect()
}

fn text(name: &str, value: &Value) -> String {
    let text = json::text(value);
    let lower = name.to_lowercase();
    match OF_TIMES.iter().any(|word| lower.contains(word)) {
        true => period_of(&text),
        false => text,
    }
}

fn is_period(name: &str) -> bool {
    TimePeriod::parse(name).is_some() || time(name).is_some()
}

/// A period, and the day of milliseconds since 1970.
fn period_of(text: &str) -> String {
    time(text).unwrap_or_else(|| text.to_owned())
}

/// The day that pandas means by milliseconds since 1970.
fn time(text: &str) -> Option<String> {
    const DAY: i64 = 86_400_000;
    let number = text.parse::<i64>().ok().filter(|number| text.len() >= 11 && number % DAY == 0)?;
    DateTime::from_timestamp_millis(number).map(|time| time.date_naive().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table_of(text: &str) -> Vec<String> {
        let rows = table(&json::parse_text(text).unwrap(), 0).unwrap_or_default();
        rows.iter().map(|row| row.join(",")).collect()
    }

    #[test]
    fn tables_in_json() {
        for (text, rows) in [
            (r#"[{"m":"2023-01","x":1},{"m":"2023-02","x":2,"y":{"id":3}}]"#, "m,x,y.id|2023-01,1,|2023-02,2,3"),
            (r#"{"m":["2023-01","2023-02"],"x":[1,null]}"#, "m,x|2023-01,1|2023-02,"),
            (r#"{"title":"Exports","data":[{"m":"2023-01","x":1.5}]}"#, "Exports|data|m,x|2023-01,1.5"),
            (r#"{"columns":["m","x"],"index":[0],"data":[["2023-01",1]]}"#, "index,m,x|0,2023-01,1"),
            (r#"{"fields":[{"name":"m"},{"name":"x"}],"records":[["2023-01",1]]}"#, "m,x|2023-01,1"),
            (r#"[["m","x"],["2023-01",1]]"#, "m,x|2023-01,1"),
            (r#"{"2023-01":1,"2023-02":2}"#, "period,value|2023-01,1|2023-02,2"),
            (r#"{"2023-01":{"x":1},"2023-02":{"x":2}}"#, "index,x|2023-01,1|2023-02,2"),
            (r#"{"x":{"1672531200000":1,"1675209600000":2}}"#, "index,x|2023-01-01,1|2023-02-01,2"),
            (
                r#"{"unit":"EUR","x":{"2023-01":1,"2023-02":2},"y":{"2023-01":3}}"#,
                "EUR|index,x,y|2023-01,1,3|2023-02,2,",
            ),
            (r#"{"x":[{"m":"2023-01","v":1}],"y":[{"m":"2023-01","v":2}]}"#, "x|m,v|2023-01,1|y|m,v|2023-01,2"),
            (r#"{"a":1}"#, ""),
            (r#"{"a":[1,2]}"#, ""),
            ("[]", ""),
        ] {
            assert_eq!(table_of(text).join("|"), rows, "{text}");
        }
    }
}

//! `docs/report.schema.json` is made from the fields of `docs/report.md`, and real reports satisfy it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use tradedeck::app::Action;
use tradedeck::export::SCHEMA;

use super::{document, load};
use crate::support::{korea, report, report_of, state};

const FILE: &str = "report.schema.json";

/// A field of the document: name, types, what it holds.
pub(super) type Field = (String, Vec<String>, String);

/// The fields of each path, in the order of the document.
pub(super) fn fields() -> BTreeMap<String, Vec<Field>> {
    let mut found: BTreeMap<String, Vec<Field>> = BTreeMap::new();
    let mut paths: Vec<String> = Vec::new();
    for line in document("report.md").lines() {
        if let Some(heading) = line.strip_prefix("### report") {
            paths = format!("report{heading}").split(", ").map(str::to_owned).collect();
        } else if line.starts_with("## ") {
            paths.clear();
        } else if let Some(row) = line.strip_prefix("| `").filter(|_| !paths.is_empty()) {
            let (name, rest) = row.split_once("` | ").unwrap();
            let (types, holds) = rest.split_once(" | ").unwrap();
            let types: Vec<String> = types.replace(" or ", ", ").split(", ").map(str::to_owned).collect();
            for path in &paths {
                let field = (name.to_owned(), types.clone(), holds.trim_end_matches(" |").replace('`', ""));
                found.entry(path.clone()).or_default().push(field);
            }
        }
    }
    found
}

/// The schema of the object at a path.
fn object(path: &str, fields: &BTreeMap<String, Vec<Field>>) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, types, holds) in &fields[path] {
        let inner = format!("{path}.{name}");
        let mut schema = Map::new();
        if fields.contains_key(&inner) {
            schema = object(&inner, fields);
        }
        if fields.contains_key(&format!("{inner}[]")) {
            let mut items = object(&format!("{inner}[]"), fields);
            items.insert("type".to_owned(), json!("object"));
            schema.insert("items".to_owned(), Value::Object(items));
        }
        let types = if types.len() == 1 { json!(types[0]) } else { json!(types) };
        schema.insert("type".to_owned(), types);
        schema.insert("description".to_owned(), json!(holds));
        properties.insert(name.clone(), Value::Object(schema));
        if !holds.contains("only where") {
            required.push(json!(name));
        }
    }
    let mut schema = Map::new();
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("required".to_owned(), Value::Array(required));
    schema
}

fn made() -> String {
    let mut schema = object("report", &fields());
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(SCHEMA));
    schema.insert("type".to_owned(), json!("object"));
    schema["properties"]["schema"]["const"] = json!(SCHEMA);
    serde_json::to_string_pretty(&schema).unwrap() + "\n"
}

/// Where a value is not what the schema says, by the keywords that are used in it.
fn faults(path: &str, schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let is_a = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("`{other}` is no type of JSON"),
    };
    let types: Vec<&str> = match &schema["type"] {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().map(|name| name.as_str().unwrap()).collect(),
        other => panic!("{path}: {other}"),
    };
    if !types.iter().any(|name| is_a(name)) {
        found.push(format!("{path}: {value} is none of {types:?}"));
    }
    if schema.get("const").is_some_and(|only| only != value) {
        found.push(format!("{path}: {value}"));
    }
    if let Value::Object(object) = value {
        let required = schema["required"].as_array().into_iter().flatten().map(|name| name.as_str().unwrap());
        found.extend(
            required.filter(|name| !object.contains_key(*name)).map(|name| format!("{path}.{name} is missing")),
        );
        for (name, inner) in object {
            if let Some(schema) = schema["properties"].get(name) {
                found.extend(faults(&format!("{path}.{name}"), schema, inner));
            }
        }
    }
    if let (Value::Array(items), Some(schema)) = (value, schema.get("items")) {
        found.extend(items.iter().flat_map(|item| faults(&format!("{path}[]"), schema, item)));
    }
    found
}

#[test]
fn the_schema_is_that_of_the_document() {
    let made = made();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(format!("{}/docs/{FILE}", env!("CARGO_MANIFEST_DIR")), &made).unwrap();
        return;
    }
    assert!(document(FILE) == made, "docs/{FILE} is stale: run `UPDATE_DOCS=1 cargo test documents`");
}

#[test]
fn reports_satisfy_the_schema() {
    let schema: Value = serde_json::from_str(&made()).unwrap();
    let mut lensed = state(&korea(), None, None);
    tradedeck::app::update(&mut lensed, Action::PerDay);
    tradedeck::app::update(&mut lensed, Action::Without);
    let own = load("folder", "dataset.toml");
    for report in [
        report(None, None),
        report(Some("2023-03-03"), Some("2023-02")),
        report(Some("1996-03-01"), None),
        report_of(&lensed),
        report_of(&state(&own, None, None)),
    ] {
        assert_eq!(faults("report", &schema, &report), Vec::<String>::new());
    }
}

/// The check is one: what breaks the promise is found.
#[test]
fn a_report_that_breaks_the_schema_is_found() {
    let schema: Value = serde_json::from_str(&made()).unwrap();
    let good = report(Some("2023-03-03"), Some("2023-02"));
    let broken = |change: fn(&mut Value)| {
        let mut report = good.clone();
        change(&mut report);
        faults("report", &schema, &report)
    };
    assert_eq!(broken(|report| report["schema"] = json!("other/1")).len(), 1);
    assert_eq!(broken(|report| drop(report.as_object_mut().unwrap().remove("leagues"))), ["report.leagues is missing"]);
    assert_eq!(broken(|report| report["figures"][0]["value"] = json!(1.5)).len(), 1);
    assert_eq!(broken(|report| drop(report["streaks"][0].as_object_mut().unwrap().remove("rank"))).len(), 1);
    assert!(broken(|report| report["new_field"] = json!(1)).is_empty(), "fields may be added");
}

//! `docs/report.md` lists every field of the report with its type, and no other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use tradedeck::app::Action;
use tradedeck::domain::Dataset;
use tradedeck::export::SCHEMA;

use super::schema::{Field, fields};
use super::{Examples, document, load};
use crate::support::{korea, report, report_of, state};

/// Object paths, their fields, and what types each may have.
type Schema = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_i64() => "integer",
        Value::Number(_) => "float",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Adds the fields and types found in a value.
fn observe(path: &str, value: &Value, schema: &mut Schema) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| observe(&format!("{path}[]"), item, schema)),
        Value::Object(object) => {
            for (key, value) in object {
                let fields = schema.entry(path.to_owned()).or_default();
                fields.entry(key.clone()).or_default().insert(type_of(value).to_owned());
                observe(&format!("{path}.{key}"), value, schema);
            }
        }
        _ => {}
    }
}

/// The fields and types that the document lists below its headings of paths.
fn documented() -> Schema {
    let of_path = |fields: Vec<Field>| fields.into_iter().map(|(name, types, _)| (name, types.into_iter().collect()));
    fields().into_iter().map(|(path, fields)| (path, of_path(fields).collect())).collect()
}

/// A table that leaves something to decide: what its columns are, and the total.
fn foreign() -> Arc<Dataset> {
    let table = "Month,Partner,Exports (USD million)\n2024-01,China,5\n2024-01,Chile,3\n";
    let files = Examples([("table.csv".to_owned(), table.to_owned())].into());
    Arc::new(tradedeck::import::load(&files, "table.csv").unwrap())
}

/// Reports that between them show every field.
fn observed() -> Schema {
    let mut schema = Schema::new();
    for (as_of, month) in
        [(None, None), (None, Some("2026-09")), (Some("2023-03-03"), Some("2023-02")), (Some("1996-03-01"), None)]
    {
        observe("report", &report(as_of, month), &mut schema);
    }
    for (folder, main) in [("one", "trade.csv"), ("inline", "country.toml"), ("folder", "dataset.toml")] {
        observe("report", &report_of(&state(&load(folder, main), None, None)), &mut schema);
    }
    let mut lensed = state(&korea(), None, None);
    tradedeck::app::update(&mut lensed, Action::PerDay);
    tradedeck::app::update(&mut lensed, Action::Without);
    observe("report", &report_of(&lensed), &mut schema);
    for dataset in [load("identity", "trade.csv"), foreign()] {
        observe("report", &report_of(&state(&dataset, None, None)), &mut schema);
    }
    schema
}

#[test]
fn every_field_is_documented_and_every_documented_field_exists() {
    let (documented, observed) = (documented(), observed());
    let fields = |schema: &Schema| -> BTreeSet<String> {
        schema.iter().flat_map(|(path, fields)| fields.keys().map(move |field| format!("{path}.{field}"))).collect()
    };
    let (known, found) = (fields(&documented), fields(&observed));
    assert!(known == found, "undocumented: {:?}\ninvented: {:?}", &found - &known, &known - &found);
    for (path, fields) in &observed {
        for (field, types) in fields {
            let allowed = &documented[path][field];
            assert!(types.is_subset(allowed), "{path}.{field}: {types:?}, documented {allowed:?}");
        }
    }
}

#[test]
fn every_report_has_every_field() {
    for (as_of, month) in [(None, Some("2026-09")), (Some("1991-03-01"), None)] {
        let report = report(as_of, month);
        for figure in report["figures"].as_array().unwrap() {
            let object = figure.as_object().unwrap();
            for field in
                documented()["report.figures[]"].keys().filter(|field| !["undefined", "lens"].contains(&field.as_str()))
            {
                assert!(object.contains_key(field), "{field}");
            }
            assert_eq!(object["value"].is_null(), object.contains_key("undefined"), "{figure}");
        }
    }
}

#[test]
fn the_schema_has_its_name() {
    assert!(document("report.md").contains(&format!("The schema is `{SCHEMA}`")));
    assert_eq!(report(None, None)["schema"], SCHEMA);
}

#[test]
fn the_example_is_real() {
    let text = document("report.md");
    let example = text.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let example: Value = serde_json::from_str(example).unwrap();
    let report = report(Some("2023-03-03"), Some("2023-02"));
    let real = report["figures"].as_array().unwrap().iter().find(|figure| figure["id"] == example["id"]).unwrap();
    assert_eq!(&example, real);
}

#[test]
fn money_is_an_integer_and_other_numbers_are_decimal_strings() {
    for figure in report(None, None)["figures"].as_array().unwrap() {
        let (id, value) = (&figure["id"], &figure["value"]);
        match figure["unit"].as_str().unwrap() {
            "USD" => assert!(value.is_i64(), "{id}"),
            _ => assert!(value.as_str().unwrap().parse::<f64>().is_ok(), "{id}"),
        }
    }
}

#[test]
fn every_code_that_occurs_is_documented() {
    let text = document("report.md");
    let report = report(None, None);
    let listed = |list: &str, key: &str| -> BTreeSet<String> {
        report[list].as_array().unwrap().iter().map(|entry| entry[key].as_str().unwrap().to_owned()).collect()
    };
    for code in
        listed("streaks", "kind").into_iter().chain(listed("streaks", "exactness")).chain(listed("records", "series"))
    {
        assert!(text.contains(&format!("`{code}`")), "{code}");
    }
    for code in
        ["missing", "new_from_zero", "zero_to_zero", "not_meaningful", "incomplete", "no_working_days", "not_loaded"]
    {
        assert!(text.contains(&format!("`{code}`")), "{code}");
    }
}

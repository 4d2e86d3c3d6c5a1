//! UN Comtrade, JSON of the API: `{"data": [{…}]}`, the fields of the CSV; codes may be numbers.

use std::borrow::Cow;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::reading::Reading;
use super::json::Value;
use super::{Importer, comtrade, json};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "comtrade-json",
    title: || word!("formats.comtrade-json-title"),
    publisher: || word!("publishers.un"),
    known_by: || word!("formats.comtrade-json"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    sample.is_json_with(&["\"flowCode\"", "\"primaryValue\""])
}

fn read(reading: &mut Reading<'_>) {
    let document = match json::parse(reading.document) {
        Ok(document) => document,
        Err(problem) => return reading.problems.push(problem),
    };
    let records: Vec<&Value> = match (document.get("data").and_then(Value::as_array), document.as_array()) {
        (Some(records), _) | (None, Some(records)) => records.iter().collect(),
        // One record alone, as documentation shows it.
        (None, None) => vec![&document],
    };
    for (at, record) in records.into_iter().enumerate() {
        let field = |index: usize| Cow::<str>::Owned(json::member(record, comtrade::FIELDS[index]));
        if let Err((index, what)) = comtrade::add(&mut reading.extract, &field, at as u32 + 1) {
            let what = say!("import.record", at = at + 1, index = comtrade::FIELDS[index], what = what);
            reading.problems.push(Problem::whole_file(
                reading.document.name,
                what,
                word!("import.download-file-again"),
            ));
        }
    }
    comtrade::finish(&mut reading.extract);
}

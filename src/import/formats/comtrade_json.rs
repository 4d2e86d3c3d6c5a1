//! UN Comtrade, JSON of the API: `{"data": [{…}]}`, the fields of the CSV; codes may be numbers. Until 2022 it was
//! `{"validation": {…}, "dataset": [{…}]}`, with names of its own.

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

/// What the API called its fields until 2022, in the order of the fields of today.
const BEFORE: [&str; comtrade::FIELDS.len()] = [
    "period",
    "rt3ISO",
    "rtCode",
    "rtTitle",
    "",
    "ptCode",
    "ptTitle",
    "ptCode2",
    "pfCode",
    "cmdCode",
    "cmdDescE",
    "cstCode",
    "",
    "motCode",
    "TradeValue",
    "pt3ISO",
    "rgDesc",
    "yr",
    "",
];

fn detect(sample: &Sample<'_>) -> bool {
    let is_answer =
        [&["\"elapsedTime\"", "\"count\""], &["\"validation\"", "\"dataset\""], &["\"statusCode\"", "\"message\""]];
    sample.is_json_with(&["\"flowCode\"", "\"primaryValue\""])
        || sample.is_json_with(&["\"rgDesc\"", "\"TradeValue\""])
        || sample.head.len() < 1000 && is_answer.iter().any(|keys| sample.is_json_with(*keys))
}

fn read(reading: &mut Reading<'_>) {
    let document = match json::parse(reading.document) {
        Ok(document) => document,
        Err(problem) => return reading.problems.push(problem),
    };
    let list = ["data", "dataset"].iter().find_map(|key| document.get(key).and_then(Value::as_array));
    if let Some(said) = refusal(&document, list) {
        let what = say!("import.service-answered-message-instead", said = said.escape_debug());
        return reading.problems.push(reading.document.problem(what, word!("import.check-key-request-ask")));
    }
    let records: Vec<&Value> = match (list, document.as_array()) {
        (Some(records), _) | (None, Some(records)) => records.iter().collect(),
        // One record alone, as documentation shows it.
        (None, None) => vec![&document],
    };
    for (at, record) in records.into_iter().enumerate() {
        let names = if record.get("TradeValue").is_some() { BEFORE } else { comtrade::FIELDS };
        let field = |index: usize| Cow::<str>::Owned(json::member(record, names[index]));
        if let Err((index, what)) = comtrade::add(&mut reading.extract, &field, at as u32 + 1) {
            let what = say!("import.record", at = at + 1, index = names[index], what = what);
            reading.problems.push(Problem::whole_file(
                reading.document.name,
                what,
                word!("import.download-file-again"),
            ));
        }
    }
    comtrade::finish(&mut reading.extract);
}

/// What the service says in place of data.
fn refusal(document: &Value, list: Option<&[Value]>) -> Option<String> {
    let said = ["/message", "/error", "/validation/message", "/validation/status/name"];
    let said = said.iter().filter_map(|path| document.pointer(path)).map(json::text).find(|text| !text.is_empty());
    said.filter(|_| list.map_or(document.get("statusCode").is_some(), <[Value]>::is_empty))
}

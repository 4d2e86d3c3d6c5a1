//! World Bank JSON, version 2 of the API: `[about, rows]`; missing is null, the date a string.

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::TimePeriod;
use super::super::reading::Reading;
use super::json::Value;
use super::{Importer, areas, json, world_bank};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "world-bank-json",
    title: || word!("formats.world-bank-json-title"),
    publisher: || word!("publishers.world-bank"),
    known_by: || word!("formats.world-bank-json"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    sample.is_json_with(&["\"countryiso3code\"", "\"indicator\""])
}

fn read(reading: &mut Reading<'_>) {
    let document = match json::parse(reading.document) {
        Ok(document) => document,
        Err(problem) => return reading.problems.push(problem),
    };
    let pages = document.pointer("/0/pages").and_then(Value::as_u64).unwrap_or(1);
    if pages > 1 {
        reading.extract.doubt(say!("import.one-page-ask-service", pages = pages));
    }
    for (at, record) in document.pointer("/1").and_then(Value::as_array).into_iter().flatten().enumerate() {
        let text = |path: &str| record.pointer(path).map(json::text).unwrap_or_default();
        let iso3 = text("/countryiso3code");
        let code = if iso3.is_empty() { text("/country/id") } else { iso3 };
        let date = text("/date");
        let problem = |what: String| {
            let what = say!("import.record-2", at = at + 1, what = what);
            Problem::whole_file(reading.document.name, what, word!("import.ask-service-again"))
        };
        let value = json::number(record.get("value"), &[]);
        match (TimePeriod::parse(&date), value) {
            (Some(period), Ok(value)) => {
                let country = areas::area(&code, &text("/country/value"));
                let subject = world_bank::subject(&text("/indicator/value"), &text("/indicator/id"), country);
                reading.extract.add(subject, period, value, at as u32 + 1);
            }
            (None, _) => {
                let problem = problem(say!("import.not-period-5", date = date.escape_debug()));
                reading.problems.push(problem);
            }
            (_, Err(what)) => {
                let problem = problem(what);
                reading.problems.push(problem);
            }
        }
    }
}

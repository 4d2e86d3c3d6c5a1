//! FRED JSON of `series/observations`: values are strings, `.` is missing, dates are the first day of the period.

use crate::domain::{Flow, Problem};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Subject, TimePeriod, Unit};
use super::super::reading::Reading;
use super::json::Value;
use super::{Importer, fred, json};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "fred-json",
    title: || word!("formats.fred-json-title"),
    publisher: || word!("publishers.fed-st-louis"),
    known_by: || word!("formats.fred-json"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    sample.is_json_with(&["\"observations\"", "\"realtime_start\"", "\"date\""])
}

fn read(reading: &mut Reading<'_>) {
    let document = match json::parse(reading.document) {
        Ok(document) => document,
        Err(problem) => return reading.problems.push(problem),
    };
    let observations = document.get("observations").and_then(Value::as_array).unwrap_or(&[]);
    let subject = subject(reading);
    for (at, observation) in observations.iter().enumerate() {
        let bad = |what: String| {
            let what = say!("import.observation", at = at + 1, what = what);
            Problem::whole_file(reading.document.name, what, word!("import.download-file-again"))
        };
        let date = json::member(observation, "date");
        let Some(day) = fred::date(&date) else {
            let problem = bad(say!("import.not-date-2", date = date.escape_debug()));
            reading.problems.push(problem);
            continue;
        };
        match json::number(observation.get("value"), &["."]) {
            Ok(value) => reading.extract.add(subject.clone(), TimePeriod::Day(day), value, at as u32 + 1),
            Err(what) => {
                let problem = bad(what);
                reading.problems.push(problem);
            }
        }
    }
    reading.extract.days_to_periods();
}

/// The payload does not name its series; the file's name may be its id, and the user may say the flow.
fn subject(reading: &mut Reading<'_>) -> Subject {
    let name = std::path::Path::new(reading.document.name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let known = fred::subject(&name.unwrap_or_default());
    if known.flow().is_some() {
        return known;
    }
    reading.extract.doubt(word!("import.payload-does-not-say"));
    let flow: Option<Flow> = reading.choices.flow;
    flow.map_or(known, |flow| Subject::total(flow, Unit::Unknown))
}

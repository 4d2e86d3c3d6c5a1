//! FRED JSON of `series/observations`: values are strings, `.` is missing, dates are the first day of the period.

use std::collections::BTreeMap;

use crate::domain::{Flow, Problem};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Subject, TimePeriod, Unit};
use super::super::reading::Reading;
use super::json::{Object, Value};
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
    let subject = subject(reading, observations.first());
    let last = last_vintages(observations);
    if last.len() < observations.len() || observations.first().is_some_and(|first| vintages(first).count() > 1) {
        reading.extract.remark(word!("import.last-vintage-read"));
    }
    for (at, observation) in last {
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
        match json::number(value(observation), &["."]) {
            Ok(value) => reading.extract.add(subject.clone(), TimePeriod::Day(day), value, at as u32 + 1),
            Err(what) => {
                let problem = bad(what);
                reading.problems.push(problem);
            }
        }
    }
    reading.extract.days_to_periods();
}

/// Of each day the observation that was published last, with its place.
fn last_vintages(observations: &[Value]) -> Vec<(usize, &Value)> {
    let mut last: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for (at, observation) in observations.iter().enumerate() {
        let published = (json::member(observation, "realtime_start"), at);
        let of_day = last.entry(json::member(observation, "date")).or_default();
        *of_day = published.max(of_day.clone());
    }
    let mut places: Vec<usize> = last.into_values().map(|(_, at)| at).collect();
    places.sort_unstable();
    places.into_iter().filter_map(|at| Some((at, observations.get(at)?))).collect()
}

/// Values by vintage, where an observation has one member for each: `"BOPGSTB_20230207": "-61509"`.
fn vintages(observation: &Value) -> impl Iterator<Item = (&str, &str, &Value)> {
    let members = observation.as_object().into_iter().flat_map(Object::members);
    members.filter_map(|(name, value)| fred::vintage(name).map(|(id, day)| (id, day, value)))
}

fn value(observation: &Value) -> Option<&Value> {
    let is_known = |value: &Value| json::text(value) != ".";
    let last = || vintages(observation).filter(|(.., value)| is_known(value)).max_by_key(|(_, day, _)| *day);
    observation.get("value").or_else(|| last().map(|(.., value)| value))
}

/// The payload does not name its series, but for one by vintages; the file's name may be its id, and the user may say the flow.
fn subject(reading: &mut Reading<'_>, first: Option<&Value>) -> Subject {
    let name = std::path::Path::new(reading.document.name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let named = first.and_then(|first| vintages(first).next()).map(|(id, ..)| id.to_owned());
    let known = fred::subject(&named.or(name).unwrap_or_default());
    if known.flow().is_some() {
        return known;
    }
    reading.extract.doubt(word!("import.payload-does-not-say"));
    let flow: Option<Flow> = reading.choices.flow;
    flow.map_or(known, |flow| Subject::total(flow, Unit::Unknown))
}

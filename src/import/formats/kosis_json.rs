//! KOSIS JSON of the open API: a flat list, all strings; `PRD_DE` is `2025`, `202606`, or with `PRD_SE` Q `20261`.
//! Errors come as `{"err": …}`; without `jsonVD=Y` the keys are not quoted.

use std::collections::BTreeSet;

use crate::domain::{Period, Problem};
use crate::say;
use crate::word;

use super::super::document::{Document, Sample};
use super::super::extract::{Area, Measure, Subject, TimePeriod, Unit};
use super::super::reading::Reading;
use super::json::Value;
use super::{Importer, json, kosis, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "kosis-json",
    title: || word!("formats.kosis-json-title"),
    publisher: || word!("publishers.statistics-korea"),
    known_by: || word!("formats.kosis-json"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    let is_error = sample.is_json_with(&["err", "errMsg"]) && sample.head.len() < 1000;
    is_error || sample.is_json_with(&["PRD_DE", "DT", "ITM_NM"])
}

fn read(reading: &mut Reading<'_>) {
    let document = match parse(reading.document) {
        Ok(document) => document,
        Err(problem) => return reading.problems.push(problem),
    };
    if document.get("err").is_some() {
        let said = format!("{}: {}", json::member(&document, "err"), json::member(&document, "errMsg"));
        let what = say!("import.service-answered-error-said", said = said.escape_debug());
        return reading.problems.push(reading.document.problem(what, word!("import.check-key-request-ask")));
    }
    let mut broken_down = BTreeSet::new();
    for (at, record) in document.as_array().into_iter().flatten().enumerate() {
        if let Err(what) = add(reading, record, at as u32 + 1, &mut broken_down) {
            let what = say!("import.record-2", at = at + 1, what = what);
            reading.problems.push(Problem::whole_file(reading.document.name, what, word!("import.ask-service-again")));
        }
    }
    kosis::settle(&mut reading.extract, &broken_down);
}

fn parse(document: &Document<'_>) -> Result<Value, Problem> {
    json::parse(document)
        .or_else(|problem| json::parse_text(&with_quoted_keys(&document.whole()?)).map_err(|_| problem))
}

/// `{err:"20"}` as `{"err":"20"}`. What stands in strings stays as it is.
fn with_quoted_keys(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() * 5 / 4);
    let mut rest = text;
    let (mut in_string, mut is_escaped) = (false, false);
    while let Some(letter) = rest.chars().next() {
        let word = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(rest.len());
        if !in_string && word > 0 {
            let is_key = rest[word..].trim_start().starts_with(':');
            let mark = if is_key { "\"" } else { "" };
            quoted.extend([mark, &rest[..word], mark]);
            rest = &rest[word..];
            continue;
        }
        if letter == '"' && !is_escaped {
            in_string = !in_string;
        }
        is_escaped = letter == '\\' && !is_escaped;
        quoted.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    quoted
}

/// Adds a record, and to `broken_down` what its classes lie within.
fn add(reading: &mut Reading<'_>, record: &Value, line: u32, broken_down: &mut BTreeSet<String>) -> Result<(), String> {
    let field = |key: &str| json::member(record, key);
    let (printed, frequency) = (field("PRD_DE"), field("PRD_SE"));
    let period =
        period(&printed, &frequency).ok_or_else(|| say!("import.not-period", printed = printed.escape_debug()))?;
    let value = match field("DT").as_str() {
        "-" => Some(super::super::extract::Decimal::whole(0)),
        _ => json::number(record.get("DT"), &["X", "x", "...", "…"])?,
    };
    let classes: Vec<(String, String)> = (1..=8)
        .map(|n| (field(&format!("C{n}_OBJ_NM")), field(&format!("C{n}_NM"))))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    let keys: Vec<(&str, &str)> = classes.iter().map(|(class, value)| (class.as_str(), value.as_str())).collect();
    let mut subject: Subject = kosis::subject(&field("ITM_NM"), &keys);
    subject.unit = match Unit::parse(&field("UNIT_NM")) {
        Unit::Unknown => subject.unit,
        unit => unit,
    };
    broken_down.extend(kosis::wholes(&keys));
    let title = field("TBL_NM");
    // Its item may be called an amount, and the table after its flow.
    if subject.flow().is_none() && subject.unit.as_currency().is_some() {
        let told = words::flow_of_heading(&title).filter(|_| words::is_amount(&field("ITM_NM")));
        if let Some(flow) = told {
            subject = Subject { measure: Measure::Flow(flow), ..subject }.by(Area::country("KR", "South Korea"));
        }
    }
    if reading.extract.title.is_empty() {
        reading.extract.title = title;
    }
    reading.extract.add(subject, period, value, line);
    Ok(())
}

fn period(printed: &str, frequency: &str) -> Option<TimePeriod> {
    let quarter = |year: &str, quarter: &str| {
        let number = quarter.parse::<u32>().ok().filter(|quarter| (1..=4).contains(quarter))?;
        Some(TimePeriod::Period(Period::quarter(year.parse().ok()?, number)))
    };
    match (frequency, printed.len()) {
        ("Q", 5 | 6) if printed.is_ascii() => quarter(&printed[..4], &printed[4..]),
        ("H" | "S", 5) if printed.is_ascii() => {
            Some(TimePeriod::Half(printed[..4].parse().ok()?, printed[4..].parse().ok()?))
        }
        _ => TimePeriod::parse(printed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_without_quotes_get_them() {
        let strict = with_quoted_keys("[{ORG_ID:\"101\",  DT : \"1,2:3\", \"A\":\"x{y:\"},{B:\"\"}]");
        let meant = "[{\"ORG_ID\":\"101\",  \"DT\" : \"1,2:3\", \"A\":\"x{y:\"},{\"B\":\"\"}]";
        assert_eq!(strict, meant);
    }

    #[test]
    fn quarters_are_not_months() {
        assert_eq!(period("20261", "Q").map(|p| p.to_string()).as_deref(), Some("2026-Q1"));
        assert_eq!(period("202602", "Q").map(|p| p.to_string()).as_deref(), Some("2026-Q2"));
        assert_eq!(period("202606", "M").map(|p| p.to_string()).as_deref(), Some("2026-06"));
    }
}

//! ECB Data Portal, the wide CSV: `"DATE","TIME PERIOD","title (series key)",…`. `DATE` is the end of the period. Missing
//! cells at the end of a row are left out.

use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Subject, TimePeriod, Unit};
use super::super::reading::{Reading, Width};
use super::{Importer, areas, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "ecb-portal",
    title: || word!("formats.ecb-portal-title"),
    publisher: || word!("publishers.ecb"),
    known_by: || word!("formats.ecb-portal"),
    detect,
    read,
};

const COLUMNS: [&str; 2] = ["DATE", "TIME PERIOD"];

fn detect(sample: &Sample<'_>) -> bool {
    sample.has_row_with(&COLUMNS)
}

fn read(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&COLUMNS) else { return };
    let [date, Some(time)] = COLUMNS.map(|name| header.find(name)) else { return };
    let is_series = |(at, name): &(usize, &String)| Some(*at) != date && *at != time && !name.is_empty();
    let series = header.names.iter().enumerate().filter(is_series);
    let series: Vec<(usize, Subject)> = series.map(|(at, name)| (at, subject(name))).collect();
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        let period = TimePeriod::parse(row.cell(time));
        let period = period.ok_or_else(|| {
            row.problem(time, say!("import.not-period-2", cell = row.quoted(time)), word!("import.download-file-again"))
        })?;
        for (at, subject) in &series {
            extract.add(subject.clone(), period, row.number(*at, &["-", "NaN"])?, row.line);
        }
        Ok(())
    });
}

/// A heading such as `Government debt, percent of GDP (GFS.A.N.AT.W0…)`; the key tells series with one title apart.
fn subject(heading: &str) -> Subject {
    let (title, key) = match heading.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((title, key)) if key.contains('.') => (title.trim(), key),
        _ => (heading.trim(), ""),
    };
    // `…, percent of GDP` or `… (as % of GDP)`.
    let bracket = title
        .strip_suffix(')')
        .and_then(|title| title.rsplit_once('('))
        .map(|(_, unit)| unit.trim_start_matches("as "));
    let unit = Unit::parse(bracket.or(title.rsplit_once(',').map(|(_, unit)| unit)).unwrap_or(""));
    let mut subject = match words::flow_of_heading(title) {
        // Titles of trade may end with how often it is published, and name no unit.
        Some(flow) if is_frequency(&unit) => Subject::total(flow, Unit::Unknown),
        Some(flow) => Subject::total(flow, unit),
        None => Subject::other(title, unit),
    };
    subject.reporter = reporter(key);
    if !key.is_empty() {
        subject.dimensions.push(("KEY".to_owned(), key.to_owned()));
    }
    subject
}

fn is_frequency(unit: &Unit) -> bool {
    matches!(unit, Unit::Other(word) if ["monthly", "quarterly", "annual"].contains(&word.to_lowercase().as_str()))
}

/// The first part of a series key behind data set, frequency and adjustment that looks like a country.
fn reporter(key: &str) -> Area {
    let is_country = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    key.split('.').skip(2).find(is_country).map(|code| areas::area(code, "")).unwrap_or_default()
}

//! World Bank CSV of an indicator: a preamble, then countries and indicators down and years across; rows end with a
//! comma. Groups of countries stand among the countries.

use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Subject, TimePeriod, Unit};
use super::super::reading::{Reading, Width};
use super::{Importer, areas, words, world_bank_rows};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "world-bank",
    title: || word!("formats.world-bank-title"),
    publisher: || word!("publishers.world-bank"),
    known_by: || word!("formats.world-bank"),
    detect,
    read,
};

/// Columns of names and codes in a download of one indicator, in one of DataBank, and as the Python package wbgapi writes.
const COLUMNS: [[&str; 4]; 3] = [
    ["Country Name", "Country Code", "Indicator Name", "Indicator Code"],
    ["Country Name", "Country Code", "Series Name", "Series Code"],
    ["economy", "economy", "series", "series"],
];

fn detect(sample: &Sample<'_>) -> bool {
    COLUMNS.iter().any(|columns| sample.has_row_with(columns)) || world_bank_rows::detect(sample)
}

fn read(reading: &mut Reading<'_>) {
    if world_bank_rows::read(reading) {
        return;
    }
    let found = COLUMNS.iter().find(|columns| reading.document.rows().take(20).any(|row| row.has_all(&columns[..])));
    let columns = *found.unwrap_or(&COLUMNS[0]);
    let Some(header) = reading.header(&columns) else { return };
    let [Some(name), Some(code), Some(indicator), Some(indicator_code)] = columns.map(|name| header.find(name)) else {
        return;
    };
    let year = |cell: &str| TimePeriod::parse(cell.split(" [").next().unwrap_or(cell).trim_start_matches("YR"));
    let years: Vec<(usize, TimePeriod)> =
        header.names.iter().enumerate().filter_map(|(at, name)| Some((at, year(name)?))).collect();
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        if row.cell(code).is_empty() {
            extract.skip(word!("import.rows-notes"), row.line);
            return Ok(());
        }
        let country = areas::area(row.cell(code), row.cell(name));
        let subject = match (row.cell(indicator), row.cell(indicator_code)) {
            (name, code) if name == code => world_bank_rows::of_code(code).by(country),
            (name, code) => subject(name, code, country),
        };
        for (at, period) in &years {
            extract.add(subject.clone(), *period, row.number(*at, &[".."])?, row.line);
        }
        Ok(())
    });
}

/// What an indicator is about: `Merchandise exports (current US$)`, `Exports of goods and services (% of GDP)`.
pub(super) fn subject(name: &str, code: &str, country: Area) -> Subject {
    let bracket = name.rsplit_once('(').map_or("", |(_, unit)| unit.trim_end_matches(')'));
    let unit = match Unit::parse(bracket) {
        Unit::Unknown => Unit::Other("number".to_owned()),
        // The bank gives money in units of it.
        Unit::Money { currency, .. } => Unit::money(&currency, 0),
        other => other,
    };
    let mut subject = match words::flow_of_heading(name) {
        Some(flow) => Subject::total(flow, unit),
        None => Subject::other(name, unit),
    };
    let kind = if subject.flow().is_some() { words::without_flow(name) } else { code.to_owned() };
    subject.dimensions.push(("INDICATOR".to_owned(), kind));
    subject.by(country)
}

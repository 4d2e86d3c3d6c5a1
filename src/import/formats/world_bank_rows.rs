//! The World Bank's indicators with a country and a year in each row and the indicators across, as DataBank, the R package
//! WDI and the Python packages write them.

use crate::domain::Flow;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{areas, words, world_bank};

const COUNTRIES: [&str; 3] = ["Country Name", "country", "economy"];
const CODES: [&str; 3] = ["Country Code", "iso3c", "iso2c"];
const TIMES: [&str; 4] = ["Time", "year", "date", "Year Code"];

fn is_header(row: &Row<'_>) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| row.has_all(&[name]));
    has(&COUNTRIES) && has(&TIMES) && row.cells().any(|cell| indicator(cell).is_some())
}

/// True for tables of this shape.
pub(super) fn detect(sample: &Sample<'_>) -> bool {
    sample.rows.iter().take(5).any(is_header)
}

/// Reads a table of this shape; false where the document has another one.
pub(super) fn read(reading: &mut Reading<'_>) -> bool {
    let Some((at, first)) = reading.document.rows().take(5).enumerate().find(|(_, row)| is_header(row)) else {
        return false;
    };
    let header = Header { names: first.cells().map(str::to_owned).collect(), rows: at + 1 };
    let (country, code, time) = (header.any(&COUNTRIES), header.any(&CODES), header.any(&TIMES));
    let columns = header.names.iter().enumerate();
    let columns: Vec<(usize, Subject)> = columns.filter_map(|(at, name)| Some((at, indicator(name)?))).collect();
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        let Some(period) = TimePeriod::parse(row.at(time).trim_start_matches("YR").trim_end_matches(".0")) else {
            extract.skip(word!("import.rows-notes"), row.line);
            return Ok(());
        };
        let reporter = areas::area(row.at(code), row.at(country));
        for (at, subject) in &columns {
            extract.add(subject.clone().by(reporter.clone()), period, row.number(*at, &["..", "NA", "nan"])?, row.line);
        }
        Ok(())
    });
    true
}

/// What a column is of: `Exports of goods and services (current US$) [NE.EXP.GNFS.CD]`, or the code alone.
fn indicator(heading: &str) -> Option<Subject> {
    let (name, code) = match heading.trim_end_matches(']').rsplit_once(" [") {
        Some((name, code)) => (name, code),
        None => ("", heading),
    };
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit());
    if code.split('.').count() < 3 || !code.split('.').all(is_part) {
        return None;
    }
    Some(if name.is_empty() { of_code(code) } else { world_bank::subject(name, code, Area::default()) })
}

/// What a code alone tells of an indicator: `NE.EXP.GNFS.CD` are exports of goods and services in current dollars.
pub(super) fn of_code(code: &str) -> Subject {
    let unit = if code.contains(".CD") { Unit::money("USD", 0) } else { Unit::Other(code.to_owned()) };
    let has = |part: &str| code.contains(part);
    let flow = match () {
        () if has(".EXP.") || code.starts_with("TX.VAL.") || code.starts_with("BX.GSR.") => Some(Flow::Export),
        () if has(".IMP.") || code.starts_with("TM.VAL.") || code.starts_with("BM.GSR.") => Some(Flow::Import),
        () if has(".RSB.") => Some(Flow::Balance),
        () => words::flow_of_heading(code),
    };
    let mut subject = match flow {
        Some(flow) => Subject::total(flow, unit),
        None => Subject::other(code, unit),
    };
    let kind = code.splitn(3, '.').nth(2).unwrap_or(code);
    subject.dimensions.push(("INDICATOR".to_owned(), kind.to_owned()));
    subject
}

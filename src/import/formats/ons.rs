//! Time series of the UK's Office for National Statistics: rows about the series, then one column of periods in which
//! years, quarters and months follow each other.

use crate::domain::Flow;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "ons",
    title: || word!("formats.ons-title"),
    publisher: || word!("publishers.ons"),
    known_by: || word!("formats.ons"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    let first = |name: &str| sample.rows.iter().take(12).any(|row| row.cell(0).eq_ignore_ascii_case(name));
    first("Title") && first("CDID") && first("Release date")
}

/// Some titles are made of codes: `BOP:EX:BPM6:Total goods`.
fn flow_of_codes(title: &str) -> Option<Flow> {
    title.split(':').find_map(|code| match code.trim().to_uppercase().as_str() {
        "EX" => Some(Flow::Export),
        "IM" => Some(Flow::Import),
        "BAL" => Some(Flow::Balance),
        _ => None,
    })
}

fn read(reading: &mut Reading<'_>) {
    let rows: Vec<Row<'_>> = reading.document.rows().take(60).collect();
    let data = rows.iter().position(|row| TimePeriod::parse(row.cell(0)).is_some()).unwrap_or(rows.len());
    let about = |name: &str, at: usize| {
        let row = rows[..data].iter().find(|row| row.cell(0).eq_ignore_ascii_case(name));
        row.map_or("", |row| row.cell(at)).to_owned()
    };
    let width = rows[..data].iter().map(Row::len).max().unwrap_or(2);
    let subjects: Vec<(usize, Subject)> = (1..width)
        .map(|at| {
            let (title, unit) = (about("Title", at), format!("{} {}", about("PreUnit", at), about("Unit", at)));
            let unit = Unit::parse(&unit);
            let named = words::flow_of_heading(&title)
                .or_else(|| flow_of_codes(&title))
                .filter(|_| unit.as_currency().is_some());
            let mut subject = match named {
                Some(flow) => Subject::total(flow, unit),
                None => Subject::other(&title, unit),
            };
            subject.dimensions.push(("SERIES".to_owned(), words::without_flow(&title)));
            (at, subject.by(Area::country("GB", "United Kingdom")))
        })
        .collect();
    reading.extract.title = about("Title", 1);
    let header = Header { names: vec!["-".to_owned(); width], rows: data };
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        let Some(period) = TimePeriod::parse(row.cell(0)) else {
            return Err(row.problem(
                0,
                say!("import.not-period-2", cell = row.quoted(0)),
                word!("import.download-file-again"),
            ));
        };
        for (at, subject) in &subjects {
            extract.add(subject.clone(), period, row.number(*at, &["-", ".."])?, row.line);
        }
        Ok(())
    });
}

//! OECD before the Data Explorer: `LOCATION,INDICATOR,SUBJECT,MEASURE,FREQUENCY,TIME,Value,Flag Codes` of the data
//! portal, and the export of stats.oecd.org with a column of names beside each column of codes.

use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::sdmx::concept::{self, Concept};
use super::sdmx::role::{Role, role};
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "oecd-legacy",
    title: || word!("formats.oecd-legacy-title"),
    publisher: || word!("publishers.oecd"),
    known_by: || word!("formats.oecd-legacy"),
    detect,
    read,
};

/// Columns of names, each with the column of codes that it belongs to; a column of codes is written in capitals.
const NAMES: [(&str, &str); 4] = [
    ("Country", "LOCATION"),
    ("Unit", "Unit Code"),
    ("PowerCode", "PowerCode Code"),
    ("Reference Period", "Reference Period Code"),
];

/// Columns that are read for themselves.
const OWN: [&str; 3] = ["Value", "Flag Codes", "Flags"];

const COLUMNS: [&str; 3] = ["LOCATION", "TIME", "Value"];

/// Of these there is one at least.
const MEASURED: [&str; 4] = ["MEASURE", "SUBJECT", "INDICATOR", "PowerCode Code"];

fn detect(sample: &Sample<'_>) -> bool {
    // Other tables may have a place, a time and a value.
    let is_header = |row: &Row<'_>| row.has_all(&COLUMNS) && MEASURED.iter().any(|name| row.has_all(&[name]));
    sample.rows.iter().any(is_header)
}

fn read(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&COLUMNS) else { return };
    let (Some(time), Some(value)) = (header.find("TIME"), header.find("Value")) else { return };
    let flags = header.find("Flag Codes");
    let columns = columns(&header);
    reading.rows(&header, Width::Full, |row, extract| {
        let concepts: Vec<Concept> = columns.iter().map(|column| column.concept(row)).collect();
        let period = concept::period(row.cell(time), &concepts).ok_or_else(|| {
            row.problem(time, say!("import.not-period-2", cell = row.quoted(time)), word!("import.download-file-again"))
        })?;
        let subject = concept::subject(&concepts, "value");
        if !extract.is_scale_assumed && concept::lacks_scale(&concepts, &subject) {
            extract.assume_whole_units();
        }
        let number = row.number(value, &[".."])?;
        extract.add_with(subject, period, number, words::status(row.at(flags)), row.line);
        Ok(())
    });
}

/// A column of codes with its column of names.
struct Column {
    id: String,
    at: usize,
    label_at: Option<usize>,
}

impl Column {
    fn concept(&self, row: &Row<'_>) -> Concept {
        Concept { id: self.id.clone(), code: row.cell(self.at).to_owned(), label: row.at(self.label_at).to_owned() }
    }
}

fn columns(header: &Header) -> Vec<Column> {
    let codes: Vec<Option<usize>> = (0..header.names.len()).map(|at| code_of(header, at)).collect();
    let label_at = |code: usize| codes.iter().position(|of| *of == Some(code));
    let is_read = |(at, name): &(usize, &String)| {
        !OWN.iter().any(|own| own.eq_ignore_ascii_case(name)) && codes[*at].is_none() && role(name) != Role::Time
    };
    let column = |(at, name): (usize, &String)| Column { id: name.to_uppercase(), at, label_at: label_at(at) };
    header.names.iter().enumerate().filter(is_read).map(column).collect()
}

/// The column of codes that a column of names belongs to: the one that [`NAMES`] has for it, or that is called the same,
/// in capitals; where another program has changed the case of letters, the first of two.
fn code_of(header: &Header, at: usize) -> Option<usize> {
    let name = &header.names[at];
    if let Some((_, code)) = NAMES.iter().find(|(label, _)| label.eq_ignore_ascii_case(name)) {
        return header.find(code);
    }
    let twin = (0..header.names.len()).find(|other| *other != at && header.names[*other].eq_ignore_ascii_case(name))?;
    let is_name = match (is_code(name), is_code(&header.names[twin])) {
        (true, false) => false,
        (false, true) => true,
        _ => twin < at,
    };
    is_name.then_some(twin)
}

/// True for the heading of codes: `LOCATION`, `Unit Code`.
fn is_code(name: &str) -> bool {
    name.ends_with(" Code") || name.chars().all(|letter| !letter.is_lowercase())
}

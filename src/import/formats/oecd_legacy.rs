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

fn detect(sample: &Sample<'_>) -> bool {
    // Codes and names are told apart by their capitals.
    let has = |row: &Row<'_>, name: &str| row.cells().any(|cell| cell == name);
    sample.rows.iter().any(|row| ["LOCATION", "TIME", "Value"].iter().all(|name| has(row, name)))
}

fn read(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&["LOCATION", "TIME", "Value"]) else { return };
    let (Some(time), Some(value)) = (header.find("TIME"), header.find("Value")) else { return };
    let flags = header.find("Flag Codes");
    let columns = columns(&header);
    reading.rows(&header, Width::Full, |row, extract| {
        let concepts: Vec<Concept> = columns.iter().map(|column| column.concept(row)).collect();
        let period = concept::period(row.cell(time), &concepts).ok_or_else(|| {
            row.problem(time, say!("import.not-period-2", cell = row.quoted(time)), word!("import.download-file-again"))
        })?;
        let subject = concept::subject(&concepts, "value");
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
    let name_of = |code: &str| {
        let named = NAMES.iter().find(|(_, of)| *of == code).map(|(name, _)| *name);
        let twin = |name: &String| named.map_or(name != code && name.eq_ignore_ascii_case(code), |named| name == named);
        header.names.iter().position(twin)
    };
    let labels: Vec<usize> = header.names.iter().filter_map(|name| is_code(name).then(|| name_of(name))?).collect();
    let is_read = |(at, name): &(usize, &String)| {
        !OWN.contains(&name.as_str()) && !labels.contains(at) && role(name) != Role::Time
    };
    let column = |(at, name): (usize, &String)| Column { id: name.to_uppercase(), at, label_at: name_of(name) };
    header.names.iter().enumerate().filter(is_read).map(column).collect()
}

/// True for the heading of codes: `LOCATION`, `Unit Code`.
fn is_code(name: &str) -> bool {
    name.ends_with(" Code") || name.chars().all(|letter| !letter.is_lowercase())
}

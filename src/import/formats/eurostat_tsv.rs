//! Eurostat TSV: the first column holds all dimensions but time, `unit,geo\time`, the others are periods. Numbers may
//! carry flags: `12345.6 p`; `:` is missing. A copy saved as CSV has the dimensions in one quoted column.

use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Decimal, TimePeriod};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::sdmx::concept::{self, Concept};
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "eurostat-tsv",
    title: || word!("formats.eurostat-tsv-title"),
    publisher: || word!("publishers.eurostat"),
    known_by: || word!("formats.eurostat-tsv"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    let first = sample.first_cell().to_lowercase();
    let column = first.rsplit_once('\\').map(|(_, column)| column.trim().to_owned());
    column.is_some_and(|column| ["time", "time_period"].contains(&column.as_str()))
}

fn read(reading: &mut Reading<'_>) {
    let Some(first) = reading.document.rows().next() else { return };
    let header = Header { names: first.cells().map(str::to_owned).collect(), rows: 1 };
    let keys = header.names[0].rsplit_once('\\').map_or(header.names[0].as_str(), |(keys, _)| keys).to_uppercase();
    let ids: Vec<&str> = keys.split(',').map(str::trim).collect();
    let mut periods: Vec<(usize, TimePeriod)> = Vec::new();
    for (at, name) in header.names.iter().enumerate().skip(1).filter(|(_, name)| !name.is_empty()) {
        match TimePeriod::parse(name) {
            Some(period) => periods.push((at, period)),
            None => reading.problems.push(first.problem(
                at,
                say!("import.not-period-2", cell = first.quoted(at)),
                word!("import.download-file-again"),
            )),
        }
    }
    reading.rows(&header, Width::Full, |row, extract| {
        let codes: Vec<&str> = row.cell(0).split(',').map(str::trim).collect();
        if codes.len() != ids.len() {
            return Err(row.problem(
                0,
                say!("import.has-other-dimensions-than", cell = row.quoted(0)),
                word!("import.download-file-again"),
            ));
        }
        let concept = |(id, code): (&&str, &&str)| Concept {
            id: (*id).to_owned(),
            code: (*code).to_owned(),
            label: String::new(),
        };
        let concepts: Vec<Concept> = ids.iter().zip(&codes).map(concept).collect();
        let subject = concept::subject(&concepts, "value");
        for (at, period) in &periods {
            if *at >= row.len() {
                break;
            }
            let (value, flags) = cell(row, *at)?;
            extract.add_with(subject.clone(), *period, value, words::status(flags), row.line);
        }
        Ok(())
    });
}

/// The number and the flags of a cell.
fn cell<'r>(row: &'r Row<'_>, at: usize) -> Result<(Option<Decimal>, &'r str), crate::domain::Problem> {
    let text = row.cell(at);
    if let Some(flags) = text.strip_prefix(':') {
        return Ok((None, flags.trim()));
    }
    let (number, flags) = text.split_once(' ').unwrap_or((text, ""));
    if number.is_empty() {
        return Ok((None, ""));
    }
    let value = Decimal::parse(number);
    let problem = || {
        row.problem(at, say!("import.not-number-2", cell = row.quoted(at)), word!("import.numbers-carry-most-flags"))
    };
    Ok((Some(value.ok_or_else(problem)?), flags.trim()))
}

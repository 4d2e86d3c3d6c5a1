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

/// The last column of dimensions, whose heading names that of time too: `geo\TIME_PERIOD`. It is the first, unless another
/// program has taken the commas in it for separators.
fn key_column(row: &Row<'_>) -> Option<usize> {
    let is_key = |cell: &str| {
        let lower = cell.to_lowercase();
        lower.rsplit_once('\\').is_some_and(|(_, column)| ["time", "time_period"].contains(&column.trim()))
    };
    row.cells().position(is_key)
}

fn detect(sample: &Sample<'_>) -> bool {
    sample.rows.first().and_then(key_column).is_some()
}

/// The dimensions of a row, in as many cells as there are columns of them.
fn keys(row: &Row<'_>, last: usize) -> Vec<String> {
    row.cells().take(last + 1).flat_map(|cell| cell.split(',')).map(|key| key.trim().to_owned()).collect()
}

fn read(reading: &mut Reading<'_>) {
    let Some(first) = reading.document.rows().next() else { return };
    let Some(last) = key_column(&first) else { return };
    let header = Header { names: first.cells().map(str::to_owned).collect(), rows: 1 };
    let without_time = |id: String| id.rsplit_once('\\').map_or(id.clone(), |(key, _)| key.to_owned()).to_uppercase();
    let ids: Vec<String> = keys(&first, last).into_iter().map(without_time).collect();
    let mut periods: Vec<(usize, TimePeriod)> = Vec::new();
    for (at, name) in header.names.iter().enumerate().skip(last + 1).filter(|(_, name)| !name.is_empty()) {
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
        let codes = keys(row, last);
        if codes.len() != ids.len() {
            return Err(row.problem(
                0,
                say!("import.has-other-dimensions-than", cell = row.quoted(0)),
                word!("import.download-file-again"),
            ));
        }
        let concept =
            |(id, code): (&String, &String)| Concept { id: id.clone(), code: code.clone(), label: String::new() };
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
    let value = Decimal::parse_with(number, row.mark()).or_else(|| Decimal::parse(number));
    let problem = || {
        row.problem(at, say!("import.not-number-2", cell = row.quoted(at)), word!("import.numbers-carry-most-flags"))
    };
    Ok((Some(value.ok_or_else(problem)?), flags.trim()))
}

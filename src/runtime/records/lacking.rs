//! Rows that are not in the sums: what is wrong with the first of each kind, and where it stands.

use std::io::{self, Read};

use crate::domain::Problem;
use crate::import::micro::faults::{Example, Faults, Kind};
use crate::say;
use crate::word;

use super::file::RecordFile;

/// Each kind of fault: how many rows, and the first with its place.
pub(super) fn told(file: &RecordFile, faults: &Faults) -> Result<Vec<Problem>, Vec<Problem>> {
    let told = |(kind, count, example): (Kind, u64, &Example)| {
        let line = line_at(file, example.row)?;
        let text = file.plan.columns.text(&example.text).escape_debug().to_string();
        Ok(Problem::new(&*file.name, line, example.field + 1, what(kind, &text), hint(count)))
    };
    let all: io::Result<Vec<Problem>> = faults.found().map(told).collect();
    all.map_err(|error| {
        vec![Problem::whole_file(&*file.name, say!("micro.unreadable", error = error), word!("micro.check_file"))]
    })
}

fn hint(count: u64) -> String {
    match count {
        1 => word!("micro.one_row").to_owned(),
        count => say!("micro.rows", count = count),
    }
}

fn what(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Width => say!("micro.width", text = text),
        Kind::Period => say!("micro.period", text = text),
        Kind::Flow => say!("micro.flow", text = text),
        Kind::Product => say!("micro.product", text = text),
        Kind::Partner => say!("micro.partner", text = text),
        Kind::Missing => word!("micro.missing").to_owned(),
        Kind::Amount => say!("micro.amount", text = text),
        Kind::Total => say!("micro.total", text = text),
    }
}

/// The line on which a byte of the text stands, from 1.
pub(super) fn line_at(file: &RecordFile, place: u64) -> io::Result<usize> {
    let mut text = file.text()?.take(place);
    let mut block = vec![0; 128 * 1024];
    let mut line = 1;
    loop {
        match text.read(&mut block)? {
            0 => return Ok(line),
            read => line += block[..read].iter().filter(|byte| **byte == b'\n').count(),
        }
    }
}

/// How many levels of a classification have codes of these lengths; a nought that is lost at the start makes none.
pub(super) fn levels(lengths: u32) -> u32 {
    (1..=8).map(|half| u32::from(lengths >> (2 * half - 1) & 0b11 != 0)).sum()
}

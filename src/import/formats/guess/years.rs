//! A row for each year, months across: as people write tables by hand. One below the other, each may have its own heading.

use crate::domain::{Flow, Problem};
use crate::say;
use crate::word;

use super::super::super::extract::{Extract, Subject, TimePeriod, Unit, span};
use super::super::super::reading::Reading;
use super::super::super::rows::Row;
use super::super::words;
use super::headings::Words;
use super::shape::Shape;
use super::subject::{kinds, mapping, subject};
use super::tables::Around;
use super::wide::part_of;
use super::{MISSING, cell, explain};

/// Reads the rows of one table.
pub(super) struct Years<'t> {
    shape: &'t Shape,
    /// The column of years.
    years: usize,
    kinds: Vec<(usize, Words)>,
    /// As the last heading said.
    flow: Option<Flow>,
    unit: Option<Unit>,
}

impl<'t> Years<'t> {
    /// Finds out which column is what, and says so.
    pub fn new(reading: &mut Reading<'_>, table: &Around<'t, '_>, years: usize) -> Years<'t> {
        let Around { shape, below, unit, .. } = table;
        let kinds = kinds(shape, below);
        explain(reading, mapping(shape, &kinds, table.header.line, unit.as_ref()));
        Years { shape, years, kinds, flow: reading.choices.flow.or(table.flow), unit: unit.clone() }
    }

    /// Adds a row.
    pub fn add(&mut self, row: &Row<'_>, extract: &mut Extract) -> Result<(), Problem> {
        let (shape, years) = (self.shape, self.years);
        let is_value = |cell: &str| MISSING.contains(&cell) || cell::is_number(cell, shape.mark);
        let year = TimePeriod::parse(row.cell(years).trim_end_matches(".0")).and_then(TimePeriod::period);
        if !shape.numbers.iter().any(|at| is_value(row.cell(*at))) && year.is_none() {
            self.flow = flow_of(row).or(self.flow);
            self.unit = unit_of(row).or(self.unit.take());
            extract.skip(word!("import.lines-notes-headings"), row.line);
            return Ok(());
        }
        if words::is_of_no_period(row.cell(years)) {
            extract.skip(word!("import.rows-totals-without-period"), row.line);
            return Ok(());
        }
        let Some(year) = year else {
            let what = say!("import.not-year", cell = row.quoted(years));
            return Err(row.problem(years, what, word!("import.write-like-2023-01")));
        };
        let subject = subject(row, shape, &self.kinds, self.flow, self.unit.as_ref());
        shape.numbers.iter().try_for_each(|at| add(row, *at, year.year(), shape, &subject, extract))
    }
}

fn add(
    row: &Row<'_>,
    at: usize,
    year: i32,
    shape: &Shape,
    subject: &Subject,
    extract: &mut Extract,
) -> Result<(), Problem> {
    let part = if shape.quarters { span::quarter } else { span::month };
    let Some(part) = part(&shape.names[at]) else { return Ok(()) };
    let period = TimePeriod::Period(part_of(year, part, shape.quarters));
    let (number, status) = cell::number(row, at, shape.mark)?;
    extract.add_with(subject.clone(), period, number, status, row.line);
    Ok(())
}

fn flow_of(row: &Row<'_>) -> Option<Flow> {
    row.cells().find_map(words::flow_of_heading)
}

fn unit_of(row: &Row<'_>) -> Option<Unit> {
    row.cells().map(Unit::parse).find(|unit| unit.as_currency().is_some())
}

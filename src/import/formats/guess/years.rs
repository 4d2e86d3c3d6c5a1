//! A row for each year, months across: as people write tables by hand. One below the other, each may have its own heading.

use crate::domain::{Flow, Period, Problem};
use crate::say;
use crate::word;

use super::super::super::extract::{Extract, Subject, TimePeriod, Unit, span};
use super::super::super::reading::{Header, Reading, Width};
use super::super::super::rows::Row;
use super::super::words;
use super::headings::words_of;
use super::shape::Shape;
use super::wide::{mapping, subject};
use super::{MISSING, cell, explain};

pub(super) fn read(reading: &mut Reading<'_>, shape: &Shape, years: usize, unit: Option<Unit>) {
    let rows: Vec<Row<'_>> = reading.document.rows().take(200).collect();
    let below = &rows[shape.header + 1..];
    let cells =
        |at: usize| -> Vec<&str> { below.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty()).collect() };
    let kinds: Vec<_> = shape.texts.iter().map(|at| (*at, words_of(&shape.names[*at], &cells(*at)))).collect();
    explain(reading, mapping(shape, &kinds, rows[shape.header].line, unit.as_ref()));
    let above = rows[..shape.header].iter().rev().find_map(flow_of);
    let (mut flow, mut unit) = (reading.choices.flow.or(above), unit);
    let header = Header { names: shape.names.clone(), rows: shape.header + 1 };
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        let is_value = |cell: &str| MISSING.contains(&cell) || cell::is_number(cell, shape.mark);
        let year = TimePeriod::parse(row.cell(years).trim_end_matches(".0")).and_then(TimePeriod::period);
        if !shape.numbers.iter().any(|at| is_value(row.cell(*at))) && year.is_none() {
            flow = flow_of(row).or(flow);
            unit = unit_of(row).or(unit.take());
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
        let subject = subject(row, shape, &kinds, flow, unit.as_ref());
        shape.numbers.iter().try_for_each(|at| add(row, *at, year.year(), shape, &subject, extract))
    });
}

fn add(
    row: &Row<'_>,
    at: usize,
    year: i32,
    shape: &Shape,
    subject: &Subject,
    extract: &mut Extract,
) -> Result<(), Problem> {
    let Some(month) = span::month(&shape.names[at]) else { return Ok(()) };
    let period = TimePeriod::Period(Period::month(year, month));
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

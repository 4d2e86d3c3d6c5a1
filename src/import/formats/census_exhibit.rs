//! Exhibits of the monthly release of the US Census Bureau (FT-900): years in rows of their own, the months of each below, and
//! totals, goods and services of balance, exports and imports side by side.

use crate::domain::{Flow, ObsStatus, Period};
use crate::word;

use super::super::extract::{Area, Extract, Subject, TimePeriod, Unit, span};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::words;

/// So many rows may stand above the first year.
const MOST_ABOVE: usize = 20;

/// What is counted, by the heading's first letters.
const COUNTED: [(&str, &str); 3] = [("total", "goods and services"), ("goods", "goods"), ("services", "services")];

/// True where rows are those of such an exhibit.
pub(super) fn is_exhibit(rows: &[Row<'_>]) -> bool {
    first_year(rows).is_some_and(|first| columns(&rows[..first], &Unit::Unknown).len() > 1)
}

/// The first row of a year alone with a month, or the sum of months, below it.
fn first_year(rows: &[Row<'_>]) -> Option<usize> {
    let is_first = |pair: &[Row<'_>]| {
        let name = pair[1].cell(0);
        year(&pair[0]).is_some() && (month(name).is_some() || span::is_cumulative(name))
    };
    rows.windows(2).take(MOST_ABOVE).position(is_first)
}

fn year(row: &Row<'_>) -> Option<i32> {
    let cell = row.cell(0).trim_end_matches(".0");
    cell.parse().ok().filter(|_| row.width() == 1 && cell.len() == 4)
}

/// `January (R)`, `February`: the month and what the mark says.
fn month(cell: &str) -> Option<(u32, ObsStatus)> {
    let (name, mark) = cell.split_once('(').unwrap_or((cell, ""));
    let status = if mark.starts_with(['p', 'P']) { ObsStatus::Provisional } else { ObsStatus::Normal };
    Some((span::month(name.trim()).filter(|_| name.starts_with(char::is_alphabetic))?, status))
}

/// The columns of values, from the headings above; a blank one goes on from its left.
fn columns(above: &[Row<'_>], unit: &Unit) -> Vec<(usize, Subject)> {
    let wide: Vec<&Row<'_>> = above.iter().filter(|row| row.width() > 2).collect();
    let [.., flows, kinds] = wide[..] else { return Vec::new() };
    let mut flow: Option<Flow> = None;
    let mut columns = Vec::new();
    for at in 1..kinds.width() {
        flow = words::flow_of_heading(flows.cell(at)).or(flow);
        let heading = kinds.cell(at).to_lowercase();
        let counted = COUNTED.iter().find(|(start, _)| heading.starts_with(start));
        if let Some((flow, (_, counted))) = flow.zip(counted) {
            let mut subject = Subject::total(flow, unit.clone()).by(Area::country("US", "United States"));
            subject.dimensions.push(("COUNTED".to_owned(), (*counted).to_owned()));
            columns.push((at, subject));
        }
    }
    columns
}

/// Reads the exhibit.
pub(super) fn read(reading: &mut Reading<'_>) {
    let rows: Vec<Row<'_>> = reading.document.rows().take(MOST_ABOVE + 1).collect();
    let Some(first) = first_year(&rows) else { return };
    let above = &rows[..first];
    let unit = above.iter().flat_map(Row::cells).map(Unit::parse).find(|unit| unit.as_currency().is_some());
    let columns = columns(above, &unit.unwrap_or_else(|| Unit::money("USD", 6)));
    reading.extract.title = above.iter().map(|row| row.cell(0)).find(|cell| !cell.is_empty()).unwrap_or("").to_owned();
    let width = rows.iter().map(Row::width).max().unwrap_or(1);
    let header = Header { names: vec!["-".to_owned(); width], rows: first };
    let mut current = None;
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        if let Some(year) = year(row) {
            current = Some(year);
            return Ok(());
        }
        let Some((year, (month, status))) = current.zip(month(row.cell(0)).filter(|_| row.width() > 1)) else {
            skip(row, extract);
            return Ok(());
        };
        for (at, subject) in &columns {
            let period = TimePeriod::Period(Period::month(year, month));
            extract.add_with(subject.clone(), period, row.number(*at, &["-", "(X)", "N/A"])?, status, row.line);
        }
        Ok(())
    });
}

fn skip(row: &Row<'_>, extract: &mut Extract) {
    let is_sum = span::is_cumulative(row.cell(0)) && row.width() > 1;
    extract.skip(if is_sum { word!("import.cumulative-rows") } else { word!("import.rows-notes") }, row.line);
}

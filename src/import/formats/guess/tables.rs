//! The tables of a sheet: one below the other, each with its own header, and side by side.

use std::ops::Range;

use crate::domain::{Flow, Period};

use super::super::super::extract::{Mark, TimePeriod, Unit, span};
use super::super::super::mapping::Mapping;
use super::super::super::rows::{Row, is_same_name};
use super::super::words;
use super::periods::Spelling;
use super::shape::{Shape, headed};
use super::{MISSING, cell};

/// Rows below a header that tell what its columns are.
const TELLING: usize = 200;

/// So many tables stand side by side at most: a sheet with more gaps has lost its order.
const MOST_BESIDE: usize = 20;

/// What columns of periods are called.
#[rustfmt::skip]
const OF_PERIODS: [&str; 28] = [
    "month", "date", "year", "period", "quarter", "time", "day", "fy", "월", "연도", "년", "일자", "날짜", "기간", "시점", "분기", "年", "月", "期", "日付",
    "jahr", "monat", "quartal", "zeit", "datum", "mes", "fecha", "ano",
];

/// One of the tables.
pub(super) struct Table {
    /// The rows above its header that are of no other table, to the last before the header.
    pub title: Range<usize>,
    /// The row behind its last one that is looked at; that of the last table of a sheet is the end of all.
    pub end: usize,
    /// Its columns of the sheet.
    pub columns: Range<usize>,
    /// What they are. Its header is counted from the first row of the sheet.
    pub shape: Shape,
}

impl Table {
    /// The row of the header.
    pub fn header(&self) -> usize {
        self.shape.header
    }

    /// The rows above the header.
    pub fn above<'r>(&self, rows: &[Row<'r>]) -> Vec<Row<'r>> {
        rows[self.title.clone()].iter().map(|row| row.part(&self.columns)).collect()
    }

    /// The rows below the header that tell what its columns are.
    pub fn below<'r>(&self, rows: &[Row<'r>]) -> Vec<Row<'r>> {
        let first = self.header() + 1;
        let end = self.end.min(rows.len()).min(first + TELLING);
        rows[first..end].iter().map(|row| row.part(&self.columns)).collect()
    }

    /// What stands around its rows.
    pub fn around<'t, 'r>(&'t self, rows: &[Row<'r>], flow: Option<Flow>, unit: Option<Unit>) -> Around<'t, 'r> {
        let header = rows[self.header()].part(&self.columns);
        Around { shape: &self.shape, above: self.above(rows), header, below: self.below(rows), flow, unit }
    }

    /// True where another table has the same header.
    pub fn is_like(&self, other: &Table) -> bool {
        let (own, names) = (&self.shape.names, &other.shape.names);
        own.len() == names.len() && own.iter().zip(names).all(|(own, name)| is_same_name(own, name))
    }
}

/// What the readers of a table's rows know before the first of them.
pub(super) struct Around<'t, 'r> {
    /// What its columns are.
    pub shape: &'t Shape,
    /// The rows above the header.
    pub above: Vec<Row<'r>>,
    /// The header.
    pub header: Row<'r>,
    /// The first rows below it.
    pub below: Vec<Row<'r>>,
    /// The flow that its title names.
    pub flow: Option<Flow>,
    /// The unit of all its numbers.
    pub unit: Option<Unit>,
}

/// What the rows above a table say of its numbers, and what those above one with the same header do.
#[derive(Debug, Clone, Default)]
pub(super) struct Title {
    /// The flow that it names.
    pub flow: Option<Flow>,
    /// The unit of all numbers.
    pub unit: Option<Unit>,
}

impl Title {
    /// The title of a table, below or beside another one.
    pub fn of(table: &Table, rows: &[Row<'_>], other: Option<(&Table, &Title)>) -> Title {
        let above = table.above(rows);
        let cells = || above.iter().rev().flat_map(Row::cells).filter(|cell| !cell.is_empty());
        let is_of_other = || cells().any(words::is_no_value);
        // A title above several tables stands above the first of them alone.
        let is_below_its = |other: &Table| other.header() == table.header() && cells().next().is_none();
        let is_of_both = |other: &Table| table.is_like(other) && !is_of_other() || is_below_its(other);
        let inherited = other.filter(|(other, _)| is_of_both(other)).and_then(|(_, its)| its.flow);
        // A row of units may stand below the header.
        let units = table.below(rows).into_iter().take(1).filter(|row| row.cell(0).is_empty());
        let units: Vec<Row<'_>> = units.collect();
        let cells_with_units = cells().chain(units.iter().flat_map(Row::cells));
        let unit = cells_with_units.map(Unit::parse).find(|unit| unit.as_currency().is_some());
        Title {
            flow: cells().find_map(words::flow_of_title).or(inherited),
            unit: unit.or_else(|| other.and_then(|(_, its)| its.unit.clone())),
        }
    }
}

/// All tables in the order in which they stand; with a mapping, the one that it names the columns of and those with the same header.
pub(super) fn find(rows: &[Row<'_>], mapping: Option<&Mapping>) -> Vec<Table> {
    let headers = headers(rows);
    let decimal = mapping.and_then(|mapping| mapping.decimal);
    let upper = |end: usize| Shape::find(&rows[..end.min(TELLING)], mapping);
    let mut ends = headers.iter().copied().filter(|_| mapping.is_some()).chain([rows.len()]);
    let Some(first) = ends.find_map(upper) else { return Vec::new() };
    let starts: Vec<usize> = headers.iter().copied().filter(|at| *at > first.header || mapping.is_none()).collect();
    let mut tables: Vec<Table> = Vec::new();
    if starts.first().is_none_or(|at| first.header < *at) {
        let end = starts.first().copied().unwrap_or(rows.len());
        let shape = upper(end).unwrap_or(first);
        tables.push(Table { title: 0..shape.header, end: rows.len(), columns: 0..usize::MAX, shape });
    }
    let ends = starts.iter().skip(1).copied().chain([rows.len()]);
    for (at, end) in starts.iter().copied().zip(ends) {
        let Some(shape) = Shape::at(&rows[at..end.min(at + TELLING)], decimal) else { continue };
        let upper = tables.last().map_or(0, |table| table.header() + 1);
        let title = if upper == 0 { 0 } else { title_above(rows, upper, at) };
        if let Some(last) = tables.last_mut() {
            last.end = title;
        }
        let shape = Shape { header: at, ..shape };
        tables.push(Table { title: title..at, end: rows.len(), columns: 0..usize::MAX, shape });
    }
    if let Some(last) = tables.last_mut() {
        last.end = usize::MAX;
    }
    match mapping {
        Some(_) => named(tables),
        None => tables.into_iter().flat_map(|table| side_by_side(table, rows)).collect(),
    }
}

/// The tables that a mapping is of: the first, and those below with the same header.
fn named(tables: Vec<Table>) -> Vec<Table> {
    let mut kept: Vec<Table> = Vec::new();
    for table in tables {
        match kept.first() {
            None => kept.push(table),
            Some(first) if table.is_like(first) => {
                let shape = Shape { header: table.header(), ..first.shape.clone() };
                kept.push(Table { shape, ..table });
            }
            Some(_) => {}
        }
    }
    kept
}

/// Rows that head a table: they hold no numbers, or periods one after the other, and what stands below makes a table with them.
fn headers(rows: &[Row<'_>]) -> Vec<usize> {
    let mut heads: Vec<usize> = (0..rows.len()).filter(|at| is_head(rows, *at)).collect();
    // The units of the columns stand below their names.
    let is_of_units = |at: usize| rows[at].cell(0).is_empty() && at > 0 && is_head(rows, at - 1);
    heads.retain(|at| !is_of_units(*at) || rows[*at - 1].cell(0).is_empty());
    let ends = heads.iter().skip(1).copied().chain([rows.len()]);
    let is_table = |(at, end): &(usize, usize)| {
        let shape = Shape::at(&rows[*at..(*end).min(at + TELLING)], None);
        shape.is_some_and(|shape| shape.periods_across || *at == heads[0] || names_periods(&shape))
    };
    heads.iter().copied().zip(ends).filter(is_table).map(|(at, _)| at).collect()
}

/// True where the column of periods is headed as such: a note between rows of numbers is no header.
fn names_periods(shape: &Shape) -> bool {
    let name = shape.names[shape.period].to_lowercase();
    let mut words = OF_PERIODS.iter();
    words.any(|word| name.contains(word)) || TimePeriod::parse(&name).is_some()
}

fn is_head(rows: &[Row<'_>], at: usize) -> bool {
    let row = &rows[at];
    let mut filled = row.cells().filter(|cell| !cell.is_empty());
    let (Some(_), Some(last)) = (filled.next(), filled.next_back()) else { return false };
    let is_number = |cell: &str| [Mark::Point, Mark::Comma].iter().any(|mark| cell::is_number(cell, *mark));
    let is_value =
        |cell: &str| MISSING.contains(&cell) || TimePeriod::parse(cell::unmarked(cell).0).is_some() || is_number(cell);
    if !row.cells().any(|cell| !cell.is_empty() && is_value(cell)) {
        return true;
    }
    // A number at the end of a row that is no period is an amount.
    (headed(last, Spelling::Plain).is_some()
        || span::month(last).is_some()
        || words::is_total(last)
        || !is_number(last))
        && are_in_order(row, at == 0 || is_apart(&rows[at - 1], row))
}

/// True below a blank line or a title.
fn is_apart(above: &Row<'_>, row: &Row<'_>) -> bool {
    above.width() <= 1 || row.line > above.line + above.lines()
}

/// True for periods one after the other behind a cell that is none: three of them, or two where the row stands apart.
fn are_in_order(row: &Row<'_>, is_apart: bool) -> bool {
    let cells: Vec<&str> = row.cells().collect();
    let first = cells.iter().position(|cell| !cell.is_empty()).unwrap_or(0);
    if TimePeriod::parse(cells[first]).is_some() {
        return false;
    }
    let spelling = Spelling::of_header(&cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
    let months: Vec<u32> = cells[first + 1..].iter().filter_map(|cell| span::month(cell)).collect();
    let periods: Vec<_> =
        cells[first + 1..].iter().filter_map(|cell| headed(cell, spelling)).filter_map(TimePeriod::period).collect();
    let least = if is_apart { 2 } else { 3 };
    let are_months = months.len() >= 3 && months.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let is_next = |pair: &[Period]| pair[0].plus(1) == pair[1] || pair[1].plus(1) == pair[0];
    are_months || periods.len() >= least && periods.windows(2).all(is_next)
}

/// The first of the rows above a header that hold no numbers.
fn title_above(rows: &[Row<'_>], upper: usize, header: usize) -> usize {
    let is_title = |row: &Row<'_>| row.width() <= 1 || !row.cells().any(|cell| cell::is_number(cell, Mark::Point));
    let is_row = |row: &Row<'_>| TimePeriod::parse(row.cell(0)).is_some();
    let mut start = header;
    while start > upper && is_title(&rows[start - 1]) && !is_row(&rows[start - 1]) {
        start -= 1;
    }
    start
}

/// The tables that stand side by side in what looks like one: parted by an empty column, or by the column of periods coming again.
fn side_by_side(table: Table, rows: &[Row<'_>]) -> Vec<Table> {
    let names = &table.shape.names;
    let header = table.header();
    let below = &rows[header..table.end.min(rows.len()).min(header + TELLING)];
    let is_empty = |at: usize| below.iter().all(|row| row.cell(at).is_empty());
    let first = names.iter().position(|name| !name.is_empty()).unwrap_or(0);
    let comes_again = |at: usize| !names[at].is_empty() && is_same_name(&names[at], &names[first]);
    let starts_at =
        |at: &usize| *at == first || *at > first && (comes_again(*at) || is_empty(at - 1) && !is_empty(*at));
    let starts: Vec<usize> = (0..names.len()).filter(starts_at).collect();
    if starts.len() > MOST_BESIDE {
        return vec![table];
    }
    let ends = starts.iter().skip(1).copied().chain([names.len()]);
    let columns: Vec<Range<usize>> = starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
    let shape = |columns: &Range<usize>| {
        let part: Vec<Row<'_>> = below.iter().map(|row| row.part(columns)).filter(|row| !row.is_empty()).collect();
        Shape::at(&part, None)
    };
    let shapes: Option<Vec<Shape>> = columns.iter().map(shape).collect();
    match shapes.filter(|shapes| shapes.len() > 1) {
        None => vec![table],
        Some(shapes) => columns
            .into_iter()
            .zip(shapes)
            .map(|(columns, shape)| Table {
                title: table.title.clone(),
                end: table.end,
                columns,
                shape: Shape { header, ..shape },
            })
            .collect(),
    }
}

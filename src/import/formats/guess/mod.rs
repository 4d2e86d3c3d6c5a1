//! The last resort: any table with periods down a column or across the header. What is assumed is said, as a mapping
//! that can be saved beside the file and corrected.

mod below_years;
mod cell;
mod columns;
mod doubts;
pub(in super::super::super) mod headings;
mod indented;
mod long;
mod mark;
mod members;
mod merged;
mod periods;
mod records;
pub(in super::super::super) mod shape;
mod stacked;
mod subject;
mod tables;
mod wide;
mod years;

use std::borrow::Cow;

use crate::domain::{Flow, Problem, spelling};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Extent, Extract, Subject};
use super::super::mapping::Mapping;
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::Importer;

use below_years::BelowYears;
use doubts::{say_doubts, say_parts, unit};
use long::Long;
use merged::Merged;
use periods::Spelling;
use shape::Shape;
use tables::{Around, Table, Title};
use wide::Wide;
use years::Years;

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "guess",
    title: || word!("formats.guess-title"),
    publisher: || "",
    known_by: || word!("formats.guess"),
    detect,
    read,
};

/// Marks of missing values of many offices.
const MISSING: [&str; 22] = [
    "-", "–", ".", "..", "...", "…", ":", "NA", "N/A", "n/a", "NaN", "nan", "null", "x", "X", "#N/A", "n.a.", "N.A.",
    "n.d.", "(D)", "—", "－",
];

/// Tables are looked for in the first rows, of so many bytes together.
const MOST_LOOKED_AT: usize = 4 * 1024 * 1024;

fn detect(sample: &Sample<'_>) -> bool {
    let is_markup = sample.head.trim_start().starts_with(['{', '[', '<']);
    let mut filled = Filled::default();
    let mut rows: Vec<Row<'_>> = sample.rows.iter().map(|row| filled.fill(row).into_owned()).collect();
    stacked::join(&mut rows, None);
    records::has_periods(sample) || !is_markup && !tables::find(&rows, None).is_empty()
}

fn read(reading: &mut Reading<'_>) {
    if !reading.document.head().trim_start().starts_with(['{', '[']) {
        return read_table(reading);
    }
    match records::rows(reading.document) {
        Ok(rows) => {
            let sheet = reading.document.of_rows(rows);
            let mut inner = Reading::new(&sheet, reading.choices, reading.mapping);
            read_table(&mut inner);
            (reading.extract, reading.problems) = (inner.extract, inner.problems);
        }
        Err(problem) => reading.problems.push(problem),
    }
}

fn read_table(reading: &mut Reading<'_>) {
    let mut looked_at = 0;
    let is_near = |row: &Row<'_>| {
        looked_at += row.cells().map(|cell| cell.len() + 24).sum::<usize>();
        looked_at < MOST_LOOKED_AT
    };
    let mut filled = Filled::default();
    let rows = reading.document.rows().take_while(is_near);
    let mut rows: Vec<Row<'_>> = rows.map(|row| filled.fill(&row).into_owned()).collect();
    let mapping = reading.mapping;
    stacked::join(&mut rows, mapping);
    let tables = tables::find(&rows, mapping);
    let Some(first) = tables.first() else {
        let what = match mapping {
            Some(_) => word!("import.mapping-names-columns-table"),
            None => word!("import.no-column-periods-no"),
        };
        let hint = word!("import.name-columns-mapping-beside");
        return reading.problems.push(reading.document.problem(what, hint));
    };
    if let Some(mapping) = mapping {
        let unknown = unknown_columns(reading.document.name, mapping, &first.shape);
        if !unknown.is_empty() {
            return reading.problems.extend(unknown);
        }
    }
    reading.extract.columns = first.shape.names.iter().filter(|name| !name.is_empty()).cloned().collect();
    say_tables(&mut reading.extract, &tables, &rows);
    let mut readers: Vec<Reader<'_>> = Vec::new();
    let mut title: Option<Title> = None;
    for (at, table) in tables.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &tables[before]);
        let own = Title::of(table, &rows, before.zip(title.as_ref()));
        let unit = unit(&table.below(&rows), &table.shape, &own, reading);
        readers.push(Reader::of(reading, &table.around(&rows, own.flow, unit)));
        title = Some(own);
    }
    let parts: Vec<Flow> = readers.iter().flat_map(Reader::parts).collect();
    filled.say(&mut reading.extract);
    read_rows(reading, &rows, &tables, readers, filled.is_needed().then(Filled::default));
    say_parts(&mut reading.extract, &parts);
    if mapping.is_none_or(|mapping| mapping.decimal.is_none()) {
        tables.iter().for_each(|table| say_doubts(reading, &table.below(&rows), &table.shape));
    }
    reading.extract.days_to_periods();
    // No country trades nothing; of one kind of goods that may be.
    let is_total = |subject: &Subject| {
        subject.flow().is_some() && [subject.item.extent, subject.partner.extent] == [Extent::Whole; 2]
    };
    if reading.extract.subjects.iter().any(is_total) {
        reading.extract.unpublish_zeros();
    }
}

/// Says which tables there are, and what is read of their periods.
fn say_tables(extract: &mut Extract, tables: &[Table], rows: &[Row<'_>]) {
    if tables.len() > 1 {
        let mut lines: Vec<String> = tables.iter().map(|table| rows[table.header()].line.to_string()).collect();
        lines.dedup();
        extract.remark(say!("import.tables-read", count = tables.len(), lines = lines.join(", ")));
    }
    if tables.iter().any(|table| table.shape.spelling == Spelling::Fiscal) {
        extract.remark(word!("import.fiscal-years"));
    }
}

/// Gives rows what stands above them and is meant of them too, going down a sheet.
#[derive(Default)]
struct Filled {
    merged: Merged,
    years: BelowYears,
}

impl Filled {
    fn fill<'r, 'a>(&mut self, row: &'r Row<'a>) -> Cow<'r, Row<'a>> {
        self.years.fill(self.merged.fill(row))
    }

    /// Says from where on rows were given something.
    fn say(&self, extract: &mut Extract) {
        if let Some(line) = self.merged.first {
            extract.remark(say!("import.blank-below", line = line));
        }
        if let Some(line) = self.years.first {
            extract.remark(say!("import.months-below-years", line = line));
        }
    }

    /// True where a row was given something.
    fn is_needed(&self) -> bool {
        self.merged.first.or(self.years.first).is_some()
    }
}

/// What reads the rows of a table.
enum Reader<'t> {
    Long(Box<Long<'t>>),
    Wide(Wide<'t>),
    Years(Years<'t>),
}

impl<'t> Reader<'t> {
    fn of(reading: &mut Reading<'_>, table: &Around<'t, '_>) -> Reader<'t> {
        match (table.shape.years, table.shape.periods_across) {
            (Some(years), _) => Reader::Years(Years::new(reading, table, years)),
            (None, true) => Reader::Wide(Wide::new(reading, table)),
            (None, false) => Reader::Long(Box::new(Long::new(reading, table))),
        }
    }

    /// The flows of which headings name parts and no whole.
    fn parts(&self) -> Vec<Flow> {
        match self {
            Reader::Long(reader) => reader.parts(),
            Reader::Wide(reader) => reader.parts(),
            Reader::Years(_) => Vec::new(),
        }
    }

    fn add(&mut self, row: &Row<'_>, extract: &mut Extract) -> Result<(), Problem> {
        match self {
            Reader::Long(reader) => reader.add(row, extract),
            Reader::Wide(reader) => reader.add(row, extract),
            Reader::Years(reader) => reader.add(row, extract),
        }
    }
}

/// Gives every row to the tables that it is of, in one pass.
fn read_rows(
    reading: &mut Reading<'_>,
    rows: &[Row<'_>],
    tables: &[Table],
    mut readers: Vec<Reader<'_>>,
    mut filled: Option<Filled>,
) {
    let document = reading.document;
    let (mut pass, mut passed) = (document.rows(), 0);
    for beside in tables.chunk_by(|one, other| one.header() == other.header()) {
        let first = &beside[0];
        while passed <= first.header() {
            let row = pass.advance().filter(|row| !row.is_empty() && passed > 0);
            if let Some(row) = row.filter(|_| passed < first.header() && first.header() > tables[0].header()) {
                let is_title = first.title.contains(&passed);
                let reason =
                    if is_title { word!("import.lines-notes-headings") } else { word!("import.rows-other-tables") };
                reading.extract.skip(reason, row.line);
            }
            passed += 1;
        }
        let own: Vec<Reader<'_>> = readers.drain(..beside.len()).collect();
        let mut parts: Vec<(&Table, Reader<'_>)> = beside.iter().zip(own).collect();
        let header = Header { names: rows[first.header()].cells().map(str::to_owned).collect(), rows: 0 };
        let count = first.end.saturating_sub(passed);
        reading.rows_of(&mut pass, count, &header, Width::MayEndEarly, |row, extract| {
            let whole = filled.as_mut().map(|filled| filled.fill(row));
            let row = whole.as_deref().unwrap_or(row);
            if let [(_, reader)] = &mut parts[..] {
                return reader.add(row, extract);
            }
            let of_row = |(table, reader): &mut (&Table, Reader<'_>)| {
                let part = row.part(&table.columns);
                if part.is_empty() { Ok(()) } else { reader.add(&part, extract) }
            };
            parts.iter_mut().try_for_each(of_row)
        });
        passed += count;
    }
    while let Some(row) = pass.advance() {
        reading.extract.skip(word!("import.rows-other-tables"), row.line);
    }
}

/// Columns that a mapping names and the table has not.
fn unknown_columns(file: &str, mapping: &Mapping, shape: &Shape) -> Vec<Problem> {
    let names: Vec<&str> = shape.names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let problem = |(key, name): (&str, String)| {
        let what = say!("import.names-column-has-not", key = key, name = name.escape_debug(), file = file);
        (!names.contains(&name.as_str())).then(|| {
            Problem::whole_file(super::super::mapping::name_for(file), what, spelling::suggestion(&name, &names))
        })
    };
    mapping.named().into_iter().filter_map(problem).collect()
}

/// Keeps what was assumed, so that it can be said, saved and corrected.
fn explain(reading: &mut Reading<'_>, assumed: Mapping) {
    if reading.mapping.is_none() {
        reading.extract.assumed.get_or_insert(assumed);
    }
}

//! The last resort: any table with periods down a column or across the header. What is assumed is said, as a mapping
//! that can be saved beside the file and corrected.

mod cell;
pub(in super::super::super) mod headings;
mod long;
pub(in super::super::super) mod shape;
mod wide;
mod years;

use crate::domain::{Flow, Problem, spelling};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Extent, Extract, Mark, Subject, Unit};
use super::super::mapping::Mapping;
use super::super::reading::Reading;
use super::super::rows::Row;
use super::{Importer, words};

use shape::Shape;

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

fn detect(sample: &Sample<'_>) -> bool {
    let is_markup = sample.head.trim_start().starts_with(['{', '[', '<']);
    !is_markup && Shape::find(&sample.rows, None).is_some()
}

fn read(reading: &mut Reading<'_>) {
    let rows: Vec<Row<'_>> = reading.document.rows().take(200).collect();
    let mapping = reading.mapping;
    let Some(shape) = Shape::find(&rows, mapping) else {
        let what = match mapping {
            Some(_) => word!("import.mapping-names-columns-table"),
            None => word!("import.no-column-periods-no"),
        };
        let hint = word!("import.name-columns-mapping-beside");
        return reading.problems.push(reading.document.problem(what, hint));
    };
    if let Some(mapping) = mapping {
        let unknown = unknown_columns(reading.document.name, mapping, &shape);
        if !unknown.is_empty() {
            return reading.problems.extend(unknown);
        }
    }
    reading.extract.columns = shape.names.iter().filter(|name| !name.is_empty()).cloned().collect();
    let unit = unit(&rows, &shape, mapping, reading);
    match (shape.years, shape.periods_across) {
        (Some(years), _) => years::read(reading, &shape, years, unit),
        (None, true) => wide::read(reading, &shape, unit),
        (None, false) => long::read(reading, &shape, unit),
    }
    if mapping.is_none_or(|mapping| mapping.decimal.is_none()) {
        say_doubts(reading, &rows[shape.header + 1..], &shape);
    }
    // No country trades nothing; of one kind of goods that may be.
    let is_total = |subject: &Subject| {
        subject.flow().is_some() && [subject.item.extent, subject.partner.extent] == [Extent::Whole; 2]
    };
    if reading.extract.subjects.iter().any(is_total) {
        reading.extract.unpublish_zeros();
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

/// The unit of all values: as the mapping says, as the rows above the header say, as a sign beside the numbers says.
fn unit(rows: &[Row<'_>], shape: &Shape, mapping: Option<&Mapping>, reading: &mut Reading<'_>) -> Option<Unit> {
    let (above, below) = (&rows[..shape.header], &rows[shape.header + 1..]);
    if let Some(unit) = mapping.and_then(|mapping| mapping.unit.as_deref()) {
        return Some(Unit::parse(unit));
    }
    let said = above.iter().flat_map(|row| row.cells()).map(Unit::parse).find(|unit| unit.as_currency().is_some());
    if let Some(unit) = &said {
        reading.extract.remark(say!("import.assumed-all-values-line", unit = unit));
    }
    said.or_else(|| {
        // `€ 1,234`
        let cells = below.iter().flat_map(|row| shape.numbers.iter().map(|at| row.cell(*at)));
        let currency = cells.filter(|cell| cell::is_number(cell, shape.mark)).find_map(Unit::currency);
        let unit = Unit::money(&currency?, 0);
        reading.extract.remark(say!("import.assumed-all-values-sign", unit = unit));
        Some(unit)
    })
}

/// Says that exports lack re-exports, where the names of the values tell of domestic exports alone.
fn say_domestic(extract: &mut Extract, names: &[&str]) {
    let has_domestic = names.iter().any(|name| words::is_domestic(name));
    if has_domestic && !words::whole_flows(names).contains(&Flow::Export) {
        extract.doubt(word!("import.only-domestic-exports"));
    }
}

/// Says that nobody can know what a mark in numbers is, where all numbers that have one are like `1.234`.
fn say_doubts(reading: &mut Reading<'_>, below: &[Row<'_>], shape: &Shape) {
    let separator = reading.document.separator;
    let cells = below.iter().flat_map(|row| shape.numbers.iter().map(|at| row.cell(*at)));
    let marked: Vec<&str> =
        cells.filter(|cell| cell.contains(['.', ',']) && cell::is_number(cell, shape.mark)).collect();
    if marked.len() < 2 || !marked.iter().all(|cell| cell::is_doubtful(cell, separator)) {
        return;
    }
    let (example, other) = (marked[0], if shape.mark == Mark::Point { Mark::Comma } else { Mark::Point });
    reading.extract.doubt(match example.contains(shape.mark.sign()) {
        true => say!("import.doubtful-decimals", example = example, mark = other.sign()),
        false => say!("import.doubtful-thousands", example = example, mark = other.sign()),
    });
}

/// Keeps what was assumed, so that it can be said, saved and corrected.
fn explain(reading: &mut Reading<'_>, assumed: Mapping) {
    if reading.mapping.is_none() {
        reading.extract.assumed = Some(assumed);
    }
}

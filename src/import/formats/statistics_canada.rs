//! Statistics Canada, CSV of a whole table: a row for each period and member of each dimension, whose columns stand between
//! `DGUID` and `UOM` and are called otherwise in each table.

use crate::word;

use super::super::document::Sample;
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::sdmx::concept::{self, Concept};
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "statistics-canada",
    title: || word!("formats.statistics-canada-title"),
    publisher: || word!("publishers.statistics-canada"),
    known_by: || word!("formats.statistics-canada"),
    detect,
    read,
};

const COLUMNS: [&str; 6] = ["REF_DATE", "GEO", "UOM", "SCALAR_FACTOR", "VECTOR", "VALUE"];

/// Values that are not there, as older tables and the column of status write them.
const MISSING: [&str; 5] = ["..", "...", "x", "F", "0s"];

fn detect(sample: &Sample<'_>) -> bool {
    sample.has_row_with(&COLUMNS)
}

fn read(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&COLUMNS) else { return };
    let [Some(time), Some(geo), Some(unit), Some(scale), _, Some(value)] = COLUMNS.map(|name| header.find(name)) else {
        return;
    };
    let dimensions = dimensions(&header, geo, unit);
    // Sections of the classification have codes with a letter; what has none lies in one of them.
    let sections = |row: Row<'_>| dimensions.iter().any(|(at, id)| *id == "PRODUCT" && is_section(row.cell(*at)));
    let has_sections = reading.document.rows().take(2000).any(sections);
    reading.rows(&header, Width::Full, |row, extract| {
        let cell = |wanted: &str| dimensions.iter().find(|(_, id)| id == wanted).map_or("", |(at, _)| row.cell(*at));
        if words::is_less(cell("FLOW")) || words::is_no_flow(cell("FLOW")) {
            extract.skip(word!("import.rows-other-flows"), row.line);
            return Ok(());
        }
        let goods = cell("PRODUCT");
        if has_sections && goods.ends_with(']') && !is_section(goods) {
            extract.skip(word!("import.rows-finer-goods"), row.line);
            return Ok(());
        }
        let concept = |id: &str, code: &str| Concept { id: id.to_owned(), code: code.to_owned(), ..Concept::default() };
        let unit = if row.cell(unit) == "Dollars" { "CAD" } else { row.cell(unit) };
        let mut concepts =
            vec![concept("REF_AREA", row.cell(geo)), concept("UNIT", unit), concept("UNIT_MULT", row.cell(scale))];
        concepts.extend(dimensions.iter().map(|(at, id)| concept(id, row.cell(*at))));
        extract.add(concept::subject(&concepts, "VALUE"), row.period(time)?, row.number(value, &MISSING)?, row.line);
        Ok(())
    });
}

/// The columns of dimensions, each with the concept that it holds.
fn dimensions(header: &Header, geo: usize, unit: usize) -> Vec<(usize, String)> {
    let id = |name: &str| {
        let lower = name.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        match () {
            () if has(&["partner", "countr"]) => "PARTNER".to_owned(),
            () if has(&["napcs", "commodit", "product", "section", "merchandise"]) => "PRODUCT".to_owned(),
            () if lower.starts_with("trade") => "FLOW".to_owned(),
            () => name.to_uppercase(),
        }
    };
    let names = header.names.iter().enumerate().take(unit).skip(geo + 1);
    names.filter(|(_, name)| name.as_str() != "DGUID").map(|(at, name)| (at, id(name))).collect()
}

/// `Energy products [C12]`.
fn is_section(goods: &str) -> bool {
    let code = goods.rsplit_once('[').map_or("", |(_, code)| code.trim_end_matches(']'));
    code.starts_with('C') && code[1..].bytes().all(|byte| byte.is_ascii_digit())
}

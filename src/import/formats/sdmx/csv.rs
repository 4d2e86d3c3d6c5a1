//! SDMX-CSV 1.0, 2.0 and 2.1, with labels `id`, `both` or `name`, as Eurostat, ECB, OECD, IMF, BIS and others write it.

use std::collections::HashMap;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::super::super::document::Sample;
use super::super::super::extract::{Decimal, Extract, Mark, Measure, TimePeriod};
use super::super::super::reading::{Header, Reading, Width};
use super::super::super::rows::Row;
use super::super::{Importer, words};
use super::concept::{self, Concept};
use super::layout::{Layout, id_of, time_like};
use super::role::Role;

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "sdmx-csv",
    title: || word!("formats.sdmx-csv-title"),
    publisher: || "",
    known_by: || word!("formats.sdmx-csv"),
    detect,
    read,
};

/// Values that mean a missing one.
const MISSING: [&str; 6] = ["NaN", "#N/A", ":", "-", "..", "NA"];

fn detect(sample: &Sample<'_>) -> bool {
    let first = sample.first_cell();
    let has_id = |name: &str| sample.rows.first().is_some_and(|row| row.cells().any(|cell| id_of(cell) == name));
    has_id("DATAFLOW") && has_id("OBS_VALUE")
        || first == "DATAFLOW"
        || first.starts_with("STRUCTURE") && has_id("STRUCTURE_ID")
        // The ECB leaves the dataflow out; the IMF has columns of its own before it, and at times periods across.
        || has_id("TIME_PERIOD") && has_id("OBS_VALUE")
        // Eurostat's older downloads and the R package of its name; DBnomics through Python and R.
        || has_id("GEO") && (has_id("TIME") || has_id("TIME_PERIOD")) && (has_id("VALUES") || has_id("VALUE"))
        || has_id("DATASET_CODE") && has_id("ORIGINAL_PERIOD") && has_id("VALUE")
        || has_id("INDICATOR") && (has_id("COUNTERPART_COUNTRY") || has_id("FREQUENCY")) && has_periods(sample)
}

/// Periods across the header.
fn has_periods(sample: &Sample<'_>) -> bool {
    sample.rows.first().is_some_and(|row| row.cells().filter(|cell| TimePeriod::parse(cell).is_some()).count() > 1)
}

fn read(reading: &mut Reading<'_>) {
    let Some(first) = reading.document.rows().next() else { return };
    let mut header = Header { names: first.cells().map(str::to_owned).collect(), rows: 1 };
    // Some writers announce ACTION and leave it out of the rows.
    let is_short = reading.document.rows().nth(1).is_some_and(|row| row.len() + 1 == header.names.len());
    if let Some(action) = header.find("ACTION").filter(|_| is_short) {
        header.names.remove(action);
        reading.extract.remark(word!("import.header-has-column-action"));
    }
    let mut layout = Layout::of(&header);
    if layout.time.is_none() && layout.periods.is_empty() {
        layout.time = time_like(reading, &layout);
    }
    layout.set_attributes_apart();
    let comma = reading.document.separator == b';';
    layout.flow = layout.dataflow(reading).and_then(|name| words::flow_of_heading(&name));
    let mut series = HashMap::new();
    reading.rows(&header, Width::Full, |row, extract| match layout.add(row, comma, &mut series, extract) {
        Some(problem) => Err(problem),
        None => Ok(()),
    });
    reading.extract.days_to_periods();
    if reading.extract.title.is_empty() {
        reading.extract.title = layout.dataflow(reading).unwrap_or_default();
    }
}

/// What rows of the same concepts are about: a file has many rows and few series.
struct Series {
    concepts: Vec<Concept>,
    /// The index of the subject of each column of values, once it is met.
    subjects: Vec<Option<u32>>,
}

impl Layout {
    /// The dataflow of the first row: `ABS:MERCH_EXP(1.0.0)`.
    fn dataflow(&self, reading: &Reading<'_>) -> Option<String> {
        let column = self.columns.iter().find(|column| ["DATAFLOW", "STRUCTURE_ID"].contains(&column.id.as_str()))?;
        Some(reading.document.rows().nth(1)?.cell(column.at).to_owned())
    }

    fn add(
        &self,
        row: &Row<'_>,
        comma: bool,
        known: &mut HashMap<String, Series>,
        extract: &mut Extract,
    ) -> Option<Problem> {
        if self.cell_of(row, Role::Action).eq_ignore_ascii_case("D") {
            extract.skip(word!("import.rows-action-d-take"), row.line);
            return None;
        }
        if !self.periods.is_empty() {
            return self.add_across(row, extract).err();
        }
        let filled = |at: &&usize| !row.cell(**at).is_empty();
        let Some(time) = self.time.filter(|time| !row.cell(*time).is_empty()) else {
            extract.skip(word!("import.rows-without-period-attributes"), row.line);
            return None;
        };
        if self.values.is_empty() {
            extract.skip(word!("import.rows-without-value-attributes"), row.line);
            return None;
        }
        let key = self.key(row);
        if !known.contains_key(&key) {
            let (concepts, subjects) = (self.concepts(row), vec![None; self.values.len()]);
            known.insert(key.clone(), Series { concepts, subjects });
        }
        let Series { concepts, subjects } = known.get_mut(&key)?;
        let cell = row.cell(time);
        let cell = if self.both { cell.split_once(": ").map_or(cell, |(code, _)| code) } else { cell };
        let Some(period) = concept::period(cell, concepts) else {
            return Some(row.problem(
                time,
                say!("import.not-period-2", cell = row.quoted(time)),
                word!("import.write-like-2023-01"),
            ));
        };
        let status = words::status(self.cell_of(row, Role::Status));
        let several = self.values.len() > 1;
        for (at, subject) in self.values.iter().zip(subjects).filter(|(at, _)| !several || filled(at)) {
            let subject = *subject.get_or_insert_with(|| self.subject(*at, concepts, extract));
            match self.value(row, *at, comma) {
                Ok(value) => extract.add_to(subject, period, value, status, row.line),
                Err(problem) => return Some(problem),
            }
        }
        None
    }

    /// The index of what a column of values is about.
    fn subject(&self, at: usize, concepts: &[Concept], extract: &mut Extract) -> u32 {
        let name = self.columns.iter().find(|column| column.at == at).map_or("", |column| column.id.as_str());
        let mut subject = concept::subject(concepts, name);
        // Money of which no dimension names the flow is of the flow that the dataflow is called after.
        if let (None, Some(flow), Some(_)) = (subject.flow(), self.flow, subject.unit.as_currency()) {
            subject.measure = Measure::Flow(flow);
        }
        if !extract.is_scale_assumed && concept::lacks_scale(concepts, &subject) {
            extract.assume_whole_units();
        }
        if self.values.len() > 1 {
            subject.dimensions.push(("MEASURE".to_owned(), name.to_owned()));
        }
        extract.subject(subject)
    }

    fn add_across(&self, row: &Row<'_>, extract: &mut Extract) -> Result<(), Problem> {
        let concepts = self.concepts(row);
        let subject = concept::subject(&concepts, "OBS_VALUE");
        if !extract.is_scale_assumed && concept::lacks_scale(&concepts, &subject) {
            extract.assume_whole_units();
        }
        for (at, period) in &self.periods {
            extract.add(subject.clone(), *period, row.number(*at, &MISSING)?, row.line);
        }
        Ok(())
    }

    fn value(&self, row: &Row<'_>, at: usize, comma: bool) -> Result<Option<Decimal>, Problem> {
        let cell = row.cell(at);
        if self.both
            && let Some((code, _)) = cell.split_once(": ")
        {
            return Ok(Decimal::parse(code));
        }
        match comma && cell.contains(',') && !cell.contains('.') {
            true => row.number_with(at, &MISSING, Mark::Comma),
            false => row.number(at, &MISSING),
        }
    }
}

//! SDMX-CSV 1.0, 2.0 and 2.1, with labels `id`, `both` or `name`, as Eurostat, ECB, OECD, IMF, BIS and others write it.

use crate::domain::Problem;

use super::super::super::document::Sample;
use super::super::super::extract::{Decimal, Extract, Mark, TimePeriod};
use super::super::super::reading::{Header, Reading, Width};
use super::super::super::rows::Row;
use super::super::{Importer, words};
use super::concept::{self, Concept, Role};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "sdmx-csv",
    title: "SDMX-CSV 1.0, 2.0, 2.1: Eurostat, ECB, OECD, IMF, BIS",
    publisher: "",
    known_by: "CSV that begins DATAFLOW or STRUCTURE, or has TIME_PERIOD and OBS_VALUE",
    detect,
    read,
};

/// Values that mean a missing one.
const MISSING: [&str; 6] = ["NaN", "#N/A", ":", "-", "..", "NA"];

fn detect(sample: &Sample<'_>) -> bool {
    let first = sample.first_cell();
    let has_id = |name: &str| sample.rows.first().is_some_and(|row| row.cells().any(|cell| id_of(cell) == name));
    first == "DATAFLOW"
        || first.starts_with("STRUCTURE") && has_id("STRUCTURE_ID")
        // The ECB leaves the dataflow out; the IMF has columns of its own before it, and at times periods across.
        || has_id("TIME_PERIOD") && has_id("OBS_VALUE")
        || has_id("INDICATOR") && (has_id("COUNTERPART_COUNTRY") || has_id("FREQUENCY")) && has_periods(sample)
}

/// Periods across the header.
fn has_periods(sample: &Sample<'_>) -> bool {
    sample.rows.first().is_some_and(|row| row.cells().filter(|cell| TimePeriod::parse(cell).is_some()).count() > 1)
}

/// A column that is read: where its code and its label are.
struct Column {
    id: String,
    at: usize,
    label_at: Option<usize>,
    role: Role,
}

struct Layout {
    columns: Vec<Column>,
    /// Cells are `CODE: label`.
    both: bool,
    values: Vec<usize>,
    time: Option<usize>,
    /// Columns whose heading is a period.
    periods: Vec<(usize, TimePeriod)>,
}

fn read(reading: &mut Reading<'_>) {
    let Some(first) = reading.document.rows().next() else { return };
    let mut header = Header { names: first.cells().map(str::to_owned).collect(), rows: 1 };
    // Some writers announce ACTION and leave it out of the rows.
    let is_short = reading.document.rows().nth(1).is_some_and(|row| row.len() + 1 == header.names.len());
    if let Some(action) = header.find("ACTION").filter(|_| is_short) {
        header.names.remove(action);
        reading.extract.remark("the header has a column ACTION that the rows have not");
    }
    let mut layout = Layout::of(&header);
    if layout.time.is_none() && layout.periods.is_empty() {
        layout.time = time_like(reading, &layout);
    }
    layout.set_attributes_apart();
    let comma = reading.document.separator == b';';
    reading.rows(&header, Width::Full, |row, extract| match layout.add(row, comma, extract) {
        Some(problem) => Err(problem),
        None => Ok(()),
    });
    reading.extract.days_to_periods();
    if reading.extract.title.is_empty() {
        let first = reading.document.rows().nth(1);
        let dataflow = layout.columns.iter().find(|column| ["DATAFLOW", "STRUCTURE_ID"].contains(&column.id.as_str()));
        let name = dataflow.zip(first).map(|(column, row)| row.cell(column.at).to_owned());
        reading.extract.title = name.unwrap_or_default();
    }
}

/// `FREQ: Frequency` is the concept FREQ.
fn id_of(cell: &str) -> String {
    let id = cell.split_once(": ").map_or(cell, |(id, _)| id);
    id.split('[').next().unwrap_or(id).trim().to_uppercase()
}

/// True for a name in capitals, as ids are written.
fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || "_.".contains(letter))
}

impl Layout {
    fn of(header: &Header) -> Layout {
        let names = &header.names;
        let both = names.iter().any(|name| name.contains(": "));
        let find = |id: &str| names.iter().position(|name| id_of(name) == id);
        let twin = |at: usize| names.get(at + 1).map_or("", String::as_str);
        let named = find("STRUCTURE_NAME").is_some()
            || ["TIME_PERIOD", "OBS_VALUE"].iter().filter_map(|id| find(id)).any(|at| {
                ["time period", "observation value", "obs_value: obs_value"].contains(&twin(at).to_lowercase().as_str())
            });
        let mut columns = Vec::new();
        let mut at = 0;
        while at < names.len() {
            let id = id_of(&names[at]);
            let is_pair = named
                && is_id(&id)
                && !id.starts_with("STRUCTURE")
                && id != "ACTION"
                && at + 1 < names.len()
                && !is_id(twin(at));
            let role = concept::role(&id);
            columns.push(Column { id, at, label_at: is_pair.then_some(at + 1), role });
            at += if is_pair { 2 } else { 1 };
        }
        pair_names_with_ids(&mut columns);
        let value = |column: &&Column| column.role == Role::Value || is_measure(&column.id);
        let values: Vec<usize> = columns.iter().filter(value).map(|column| column.at).collect();
        let time = columns.iter().find(|column| column.role == Role::Time).map(|column| column.at);
        let period = |(at, name): (usize, &String)| Some((at, TimePeriod::parse(name)?));
        let periods = names.iter().enumerate().filter(|_| time.is_none()).filter_map(period).collect();
        Layout { columns, both, values, time, periods }
    }

    /// Behind the value and the period stand attributes; dimensions may stand anywhere, but those of trade are known
    /// by name.
    fn set_attributes_apart(&mut self) {
        let Some(last) = self.values.iter().copied().chain(self.time).max() else { return };
        for column in self.columns.iter_mut().filter(|column| column.at > last && column.role == Role::Dimension) {
            column.role = Role::Attribute;
        }
    }

    fn concepts(&self, row: &Row<'_>) -> Vec<Concept> {
        let concept = |column: &Column| {
            let cell = row.cell(column.at);
            let (code, label) = match column.label_at {
                Some(at) => (cell, row.cell(at)),
                None if self.both => cell.split_once(": ").unwrap_or((cell, "")),
                None => (cell, ""),
            };
            Concept { id: column.id.clone(), code: code.trim().to_owned(), label: label.trim().to_owned() }
        };
        let is_read = |column: &&Column| {
            let is_period = self.periods.iter().any(|(at, _)| *at == column.at);
            let is_value = self.values.contains(&column.at) || Some(column.at) == self.time || is_period;
            !is_value && !matches!(column.role, Role::Attribute | Role::Status | Role::Action)
        };
        self.columns.iter().filter(is_read).map(concept).collect()
    }

    fn cell_of<'r>(&self, row: &'r Row<'_>, role: Role) -> &'r str {
        let column = self.columns.iter().find(|column| column.role == role);
        let cell = column.map_or("", |column| row.cell(column.at));
        if self.both { cell.split_once(": ").map_or(cell, |(code, _)| code) } else { cell }
    }

    fn add(&self, row: &Row<'_>, comma: bool, extract: &mut Extract) -> Option<Problem> {
        if self.cell_of(row, Role::Action).eq_ignore_ascii_case("D") {
            extract.skip("rows with ACTION D take observations back", row.line);
            return None;
        }
        if !self.periods.is_empty() {
            return self.add_across(row, extract).err();
        }
        let filled = |at: &&usize| !row.cell(**at).is_empty();
        let Some(time) = self.time.filter(|time| !row.cell(*time).is_empty()) else {
            extract.skip("rows without a period: attributes alone", row.line);
            return None;
        };
        if self.values.is_empty() {
            extract.skip("rows without a value: attributes alone", row.line);
            return None;
        }
        let concepts = self.concepts(row);
        let cell = row.cell(time);
        let cell = if self.both { cell.split_once(": ").map_or(cell, |(code, _)| code) } else { cell };
        let Some(period) = concept::period(cell, &concepts) else {
            return Some(row.problem(time, "{} is not a period", "write it like 2023-01, 2023-Q1 or 2023"));
        };
        let status = words::status(self.cell_of(row, Role::Status));
        let several = self.values.len() > 1;
        for at in self.values.iter().filter(|at| !several || filled(at)) {
            let name = self.columns.iter().find(|column| column.at == *at).map_or("", |column| column.id.as_str());
            let mut subject = concept::subject(&concepts, name);
            if several {
                subject.dimensions.push(("MEASURE".to_owned(), name.to_owned()));
            }
            match self.value(row, *at, comma) {
                Ok(value) => extract.add_with(subject, period, value, status, row.line),
                Err(problem) => return Some(problem),
            }
        }
        None
    }

    fn add_across(&self, row: &Row<'_>, extract: &mut Extract) -> Result<(), Problem> {
        let subject = concept::subject(&self.concepts(row), "OBS_VALUE");
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
        let mark = if comma && cell.contains(',') && !cell.contains('.') { Mark::Comma } else { Mark::Point };
        row.number_with(at, &MISSING, mark)
    }
}

/// The IMF writes `COUNTRY.ID` beside `COUNTRY`: code and name of the same thing.
fn pair_names_with_ids(columns: &mut Vec<Column>) {
    let names: Vec<(String, usize)> = columns.iter().map(|column| (column.id.clone(), column.at)).collect();
    let mut used = Vec::new();
    for column in columns.iter_mut() {
        let Some(base) = column.id.strip_suffix(".ID") else { continue };
        if let Some((_, at)) = names.iter().find(|(name, _)| name == base) {
            column.label_at = Some(*at);
            used.push(*at);
        }
    }
    columns.retain(|column| !used.contains(&column.at));
}

/// Measures beside the usual one: `OBS_VALUE2`, `MEAS_1`.
fn is_measure(id: &str) -> bool {
    let rest = id.strip_prefix("OBS_VALUE").or_else(|| id.strip_prefix("MEAS_"));
    rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The column whose cells are periods, where none is called so.
fn time_like(reading: &Reading<'_>, layout: &Layout) -> Option<usize> {
    let rows: Vec<Row<'_>> = reading.document.rows().skip(1).take(20).collect();
    let is_time = |at: usize| {
        let cells = || rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty());
        let read = |cell: &str| {
            let code = cell.split_once(": ").map_or(cell, |(code, _)| code);
            concept::period(code, &[]).is_some()
        };
        cells().next().is_some() && cells().all(read)
    };
    let candidates =
        layout.columns.iter().filter(|column| column.role == Role::Dimension || column.role == Role::Attribute);
    candidates.map(|column| column.at).filter(|at| !layout.values.contains(at)).find(|at| is_time(*at))
}

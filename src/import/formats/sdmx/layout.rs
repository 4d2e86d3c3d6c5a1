//! The columns of an SDMX-CSV file: which is what, and where its label stands.

use crate::domain::Flow;

use super::super::super::extract::TimePeriod;
use super::super::super::reading::{Header, Reading};
use super::super::super::rows::Row;
use super::concept::{self, Concept};
use super::role::{Role, role};

/// A column that is read: where its code and its label are.
pub(super) struct Column {
    pub id: String,
    pub at: usize,
    label_at: Option<usize>,
    role: Role,
    /// Its place in the order in which the format has columns.
    place: usize,
}

/// What is where.
pub(super) struct Layout {
    pub columns: Vec<Column>,
    /// Cells are `CODE: label`.
    pub both: bool,
    pub values: Vec<usize>,
    pub time: Option<usize>,
    /// Columns whose heading is a period.
    pub periods: Vec<(usize, TimePeriod)>,
    /// The flow that the dataflow is called after.
    pub flow: Option<Flow>,
}

/// `FREQ: Frequency` is the concept FREQ, and so is `FREQ:Frequency`.
pub(super) fn id_of(cell: &str) -> String {
    let id =
        cell.split_once(": ").or_else(|| cell.split_once(':').filter(|(id, _)| is_id(id))).map_or(cell, |(id, _)| id);
    id.split('[').next().unwrap_or(id).trim().to_uppercase()
}

/// True for a name in capitals, as ids are written.
fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || "_.".contains(letter))
}

impl Layout {
    pub fn of(header: &Header) -> Layout {
        let names = &header.names;
        let is_both = |name: &String| name.contains(": ") || name.split_once(':').is_some_and(|(id, _)| is_id(id));
        let both = names.iter().any(is_both);
        // A program may have turned the columns round.
        let last = names.last().map_or(String::new(), |name| id_of(name));
        let is_turned = names.len() > 1 && ["DATAFLOW", "STRUCTURE"].contains(&last.as_str());
        let turned = |place: usize| if is_turned { names.len() - 1 - place } else { place };
        let find = |id: &str| (0..names.len()).find(|place| id_of(&names[turned(*place)]) == id);
        let twin = |place: usize| if place + 1 < names.len() { names[turned(place + 1)].as_str() } else { "" };
        let named = find("STRUCTURE_NAME").is_some()
            || ["TIME_PERIOD", "OBS_VALUE"].iter().filter_map(|id| find(id)).any(|place| {
                let twin = twin(place).to_lowercase();
                ["time period", "observation value", "obs_value: obs_value"].contains(&twin.as_str())
            });
        let mut columns = Vec::new();
        let mut place = 0;
        while place < names.len() {
            let at = turned(place);
            let id = id_of(&names[at]);
            let is_pair = named
                && is_id(&id)
                && !id.starts_with("STRUCTURE")
                && id != "ACTION"
                && place + 1 < names.len()
                && !is_id(twin(place));
            let role = role(&id);
            columns.push(Column { id, at, label_at: is_pair.then(|| turned(place + 1)), role, place });
            place += if is_pair { 2 } else { 1 };
        }
        pair_names_with_ids(&mut columns);
        let value = |column: &&Column| column.role == Role::Value || is_measure(&column.id);
        let values: Vec<usize> = columns.iter().filter(value).map(|column| column.at).collect();
        let time = columns.iter().find(|column| column.role == Role::Time).map(|column| column.at);
        let period = |(at, name): (usize, &String)| Some((at, TimePeriod::parse(name)?));
        let periods = names.iter().enumerate().filter(|_| time.is_none()).filter_map(period).collect();
        Layout { columns, both, values, time, periods, flow: None }
    }

    /// Behind the value and the period stand attributes; dimensions may stand anywhere, but those of trade are known
    /// by name. Where such a one stands there, the columns are in an order of their own, and tell nothing by it.
    pub fn set_attributes_apart(&mut self) {
        let is_read = |column: &&Column| self.values.contains(&column.at) || Some(column.at) == self.time;
        let Some(last) = self.columns.iter().filter(is_read).map(|column| column.place).max() else { return };
        let is_key = |column: &Column| matches!(column.role, Role::Reporter | Role::Partner | Role::Frequency);
        if self.columns.iter().any(|column| column.place > last && is_key(column)) {
            return;
        }
        // Titles of series may be all that names the flow: `TITLE_EN`.
        let is_other = |column: &&mut Column| column.role == Role::Dimension && !column.id.starts_with("TITLE_");
        for column in self.columns.iter_mut().filter(|column| column.place > last).filter(is_other) {
            column.role = Role::Attribute;
        }
    }

    pub fn concepts(&self, row: &Row<'_>) -> Vec<Concept> {
        let concept = |column: &Column| {
            let cell = row.cell(column.at);
            let (code, label) = match column.label_at {
                Some(at) => (cell, row.cell(at)),
                None if self.both => cell.split_once(": ").unwrap_or((cell, "")),
                None => (cell, ""),
            };
            Concept { id: column.id.clone(), code: code.trim().to_owned(), label: label.trim().to_owned() }
        };
        self.read_columns().map(concept).collect()
    }

    /// The cells that say what a row is about.
    pub fn key(&self, row: &Row<'_>) -> String {
        let mut key = String::new();
        for at in self.read_columns().flat_map(|column| [Some(column.at), column.label_at]).flatten() {
            key.push_str(row.cell(at));
            key.push('\u{1f}');
        }
        key
    }

    fn read_columns(&self) -> impl Iterator<Item = &Column> {
        let is_read = |column: &&Column| {
            let is_period = self.periods.iter().any(|(at, _)| *at == column.at);
            let is_value = self.values.contains(&column.at) || Some(column.at) == self.time || is_period;
            !is_value && !matches!(column.role, Role::Attribute | Role::Status | Role::Action)
        };
        self.columns.iter().filter(is_read)
    }

    pub fn cell_of<'r>(&self, row: &'r Row<'_>, role: Role) -> &'r str {
        let column = self.columns.iter().find(|column| column.role == role);
        let cell = column.map_or("", |column| row.cell(column.at));
        if self.both { cell.split_once(": ").map_or(cell, |(code, _)| code) } else { cell }
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
pub(super) fn time_like(reading: &Reading<'_>, layout: &Layout) -> Option<usize> {
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

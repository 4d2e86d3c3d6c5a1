//! Periods down: a row for each period, or for each period, goods and partner.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use crate::domain::{Flow, Problem};
use crate::say;
use crate::word;

use super::super::super::extract::span;
use super::super::super::extract::{Area, Extent, Extract, Goods, Subject, TimePeriod, Unit};
use super::super::super::reading::Reading;
use super::super::super::rows::Row;
use super::super::{areas, words};
use super::columns::{Columns, Value};
use super::doubts::{flow_of_file, say_domestic};
use super::headings::classification;
use super::members::{self, Member};
use super::shape::joined;
use super::tables::Around;
use super::{cell, explain};

/// When a row is.
#[derive(Debug, Clone, Copy)]
enum When {
    At(TimePeriod),
    /// In several months at once.
    Cumulative,
    /// A total or a mean of others.
    Never,
    /// Nobody knows.
    Wrong,
}

/// Reads the rows of one table.
pub(super) struct Long<'t> {
    columns: Columns<'t>,
    /// Of all values.
    unit: Option<Unit>,
    /// Flows of which some row of the column of flows has all: beside it, rows of services and of domestic goods are parts.
    wholes: Vec<Flow>,
    /// Texts that come again: a table has many rows and few periods.
    periods: HashMap<String, When>,
    /// The subject of each column of values, by what the telling cells of a row say; nothing for rows of other flows.
    subjects: HashMap<String, Option<Rc<[u32]>>>,
    /// The telling cells of the row at hand.
    told: String,
    /// The last row was a note: those behind it are notes too, until one has a period.
    has_notes: bool,
}

impl<'t> Long<'t> {
    /// Finds out which column is what, and says so.
    pub fn new(reading: &mut Reading<'_>, table: &Around<'t, '_>) -> Long<'t> {
        let Around { shape, below, unit, .. } = table;
        let mut columns = match reading.mapping {
            Some(mapping) => Columns::mapped(shape, mapping),
            None => Columns::guessed(shape, below),
        };
        explain(reading, columns.mapping(table.header.line, unit.as_ref()));
        if columns.adjusted > 0 {
            reading.extract.remark(say!("import.adjusted-left-out", count = columns.adjusted));
        }
        let cells: Vec<&str> = columns.flow.iter().flat_map(|at| below.iter().map(|row| row.cell(*at))).collect();
        if columns.flow.is_none() {
            give_flow(reading, &mut columns.values, table.flow);
        } else {
            say_domestic(&mut reading.extract, &cells);
        }
        let names: Vec<&str> = columns.values.iter().map(|value| shape.names[value.at].as_str()).collect();
        say_domestic(&mut reading.extract, &names);
        let wholes = words::whole_flows(&cells);
        let (periods, subjects, told) = Default::default();
        Long { columns, unit: unit.clone(), wholes, periods, subjects, told, has_notes: false }
    }

    /// The flows of which headings name parts and no whole.
    pub fn parts(&self) -> Vec<Flow> {
        members::without_whole(self.columns.values.iter().map(|value| (value.flow, &value.member)))
    }

    /// Adds a row.
    pub fn add(&mut self, row: &Row<'_>, extract: &mut Extract) -> Result<(), Problem> {
        let when = self.when(row);
        let is_note = self.has_notes || row.width() == 1 && extract.facts.len() > 1;
        if is_note && matches!(when, When::Wrong | When::Never) {
            self.has_notes = true;
            extract.skip(word!("import.lines-notes"), row.line);
            return Ok(());
        }
        let period = match when {
            When::At(period) => {
                self.has_notes = false;
                period
            }
            When::Cumulative => {
                extract.skip(word!("import.cumulative-rows"), row.line);
                return Ok(());
            }
            When::Never => {
                extract.skip(word!("import.rows-totals-without-period"), row.line);
                return Ok(());
            }
            When::Wrong => {
                let at = self.columns.shape.period;
                let what = say!("import.not-period-2", cell = row.quoted(at));
                return Err(row.problem(at, what, word!("import.write-like-2023-01")));
            }
        };
        let Some(subjects) = self.subjects(row, extract) else {
            extract.skip(word!("import.rows-other-flows"), row.line);
            return Ok(());
        };
        for (value, subject) in self.columns.values.iter().zip(subjects.iter()) {
            let (number, status) = cell::number(row, value.at, self.columns.shape.mark)?;
            extract.add_to(*subject, period, number, status, row.line);
        }
        Ok(())
    }

    fn when(&mut self, row: &Row<'_>) -> When {
        let shape = self.columns.shape;
        let text = match shape.month {
            None => Cow::Borrowed(row.cell(shape.period)),
            Some(month) => Cow::Owned(format!("{} {}", row.cell(shape.period), row.cell(month))),
        };
        if let Some(when) = self.periods.get(&*text) {
            return *when;
        }
        let when = self.columns.when(row);
        self.periods.insert(text.into_owned(), when);
        when
    }

    /// The subjects of a row's values; nothing where it is of another flow.
    fn subjects(&mut self, row: &Row<'_>, extract: &mut Extract) -> Option<Rc<[u32]>> {
        self.told.clear();
        for at in self.columns.telling() {
            self.told.push_str(row.cell(at));
            self.told.push('\u{1f}');
        }
        if let Some(subjects) = self.subjects.get(&self.told) {
            return subjects.clone();
        }
        let subject = |value: &Value| {
            let subject =
                self.columns.subject(row, value, self.columns.stated(row)?.or(value.flow), self.unit.as_ref());
            Some(extract.subject(subject))
        };
        let is_less = self.columns.flow.is_some_and(|at| words::is_less_than_some(Some(row.cell(at)), &self.wholes));
        let subjects: Option<Rc<[u32]>> =
            if is_less { None } else { self.columns.values.iter().map(subject).collect() };
        self.subjects.insert(self.told.clone(), subjects.clone());
        subjects
    }
}

/// Values whose headings name no flow are of the one that the user says, or the title.
fn give_flow(reading: &mut Reading<'_>, values: &mut [Value], title: Option<Flow>) {
    let default = match reading.choices.flow {
        Some(flow) => Some(flow),
        // Where a heading names a flow, the others are something else.
        None => title.filter(|_| values.iter().all(|value| value.flow.is_none())),
    };
    if let Some(flow) = default.filter(|_| reading.choices.flow.is_none()) {
        reading.extract.remark(say!("import.assumed-flow-title", flow = flow.word()));
    }
    let is_named = default.is_some() || values.len() != 1 || values[0].flow.is_some();
    let default = if is_named { default } else { flow_of_file(reading) };
    for value in values.iter_mut() {
        value.flow = value.flow.or(default);
    }
}

impl Columns<'_> {
    fn when(&self, row: &Row<'_>) -> When {
        let cells = [Some(self.shape.period), self.shape.month].map(|at| row.at(at));
        let is_never =
            words::is_of_no_period(cells[0]) || self.shape.month.is_some() && words::is_of_no_period(cells[1]);
        match self.period(row) {
            _ if cells.iter().any(|cell| span::is_cumulative(cell)) => When::Cumulative,
            Some(period) => When::At(period),
            None if is_never => When::Never,
            None => When::Wrong,
        }
    }

    fn period(&self, row: &Row<'_>) -> Option<TimePeriod> {
        match self.shape.month {
            Some(month) => joined(row, self.shape.period, month, self.shape.quarters),
            None => self.shape.spelling.read(row.cell(self.shape.period)),
        }
    }

    /// The flow that a row names, where a column has flows; nothing where it names none of trade.
    fn stated(&self, row: &Row<'_>) -> Option<Option<Flow>> {
        let Some(at) = self.flow else { return Some(None) };
        let cell = row.cell(at);
        words::flow_of_code(cell).or_else(|| words::flow_of_heading(cell)).map(Some)
    }

    fn subject(&self, row: &Row<'_>, value: &Value, flow: Option<Flow>, unit: Option<&Unit>) -> Subject {
        let heading = &self.shape.names[value.at];
        let own = [heading.as_str(), row.at(self.unit)].map(Unit::parse);
        let own = own.into_iter().find(|unit| unit.as_currency().is_some());
        let unit = own.or_else(|| unit.cloned()).unwrap_or(Unit::Unknown).scaled(row.at(self.scale));
        let mut subject = match flow {
            Some(flow) => Subject::total(flow, unit),
            None => Subject::other(heading, unit),
        };
        match &value.member {
            _ if flow.is_none() => {}
            Member::Whole => {}
            Member::Partner(name) => subject.partner = area(name),
            Member::Item(name) => subject.item = Goods::kind("", name, ""),
        }
        if let Some(reporter) = self.reporter {
            subject.reporter = areas::area("", row.cell(reporter));
        }
        if let Some(partner) = self.partner {
            subject.partner = area(row.cell(partner));
        }
        if self.item.is_some() || !self.item_codes.is_empty() {
            let code_at = self.item_codes.iter().rev().find(|at| !row.cell(**at).is_empty()).copied();
            let (code, label) = (row.at(code_at), row.at(self.item));
            let heading = code_at.map_or("", |at| &self.shape.names[at]);
            let goods = Goods::kind(code, label, if code.is_empty() { "" } else { classification(heading) });
            let is_whole = goods.id().is_empty() || words::is_total(goods.id()) || words::is_total(label);
            subject.item = if is_whole { goods.being(Extent::Whole) } else { goods };
        }
        subject
    }
}

/// A partner by its name, which may be that of all.
pub(super) fn area(name: &str) -> Area {
    if name.is_empty() || words::is_total(name) { Area::world() } else { areas::area("", name) }
}

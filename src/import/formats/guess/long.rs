//! Periods down: a row for each period, or for each period, goods and partner.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::domain::{Flow, Problem};
use crate::say;
use crate::word;

use super::super::super::extract::{Area, Extent, Extract, Goods, Subject, TimePeriod, Unit};
use super::super::super::extract::{dotted, slashed, span};
use super::super::super::mapping::Mapping;
use super::super::super::reading::{Header, Reading, Width};
use super::super::super::rows::Row;
use super::super::{areas, words};
use super::headings::{Words, classification, words_of};
use super::shape::{Shape, joined};
use super::{cell, explain, say_domestic};

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

/// What texts that come again mean: a table has many rows and few months and partners.
#[derive(Default)]
struct Known {
    periods: HashMap<String, When>,
    areas: HashMap<String, Area>,
}

impl Known {
    fn when(&mut self, row: &Row<'_>, columns: &Columns<'_>) -> When {
        let text = match columns.shape.month {
            None => Cow::Borrowed(row.cell(columns.shape.period)),
            Some(month) => Cow::Owned(format!("{} {}", row.cell(columns.shape.period), row.cell(month))),
        };
        if let Some(when) = self.periods.get(&*text) {
            return *when;
        }
        let when = columns.when(row);
        self.periods.insert(text.into_owned(), when);
        when
    }

    fn area(&mut self, name: &str) -> Area {
        if let Some(area) = self.areas.get(name) {
            return area.clone();
        }
        let is_whole = name.is_empty() || words::is_total(name);
        let area = if is_whole { Area::world() } else { areas::area("", name) };
        self.areas.insert(name.to_owned(), area.clone());
        area
    }
}

/// Which column is what.
struct Columns<'s> {
    shape: &'s Shape,
    /// Columns of values with the flow that their heading, the mapping or the user names.
    values: Vec<(usize, Option<Flow>)>,
    flow: Option<usize>,
    item: Option<usize>,
    item_code: Option<usize>,
    partner: Option<usize>,
    reporter: Option<usize>,
    unit_column: Option<usize>,
    scale: Option<usize>,
    unit: Option<Unit>,
    /// Flows of which some row of the column of flows has all: beside it, rows of services and of domestic goods are parts.
    wholes: Vec<Flow>,
}

pub(super) fn read(reading: &mut Reading<'_>, shape: &Shape, unit: Option<Unit>) {
    let rows: Vec<Row<'_>> = reading.document.rows().take(200).collect();
    let mut columns = match reading.mapping {
        Some(mapping) => Columns::mapped(shape, mapping, unit),
        None => Columns::guessed(shape, &rows[shape.header + 1..], unit),
    };
    let default = reading.choices.flow;
    if columns.flow.is_none() {
        for (_, flow) in columns.values.iter_mut() {
            *flow = flow.or(default);
        }
    }
    let names: Vec<&str> = columns.values.iter().map(|(at, _)| shape.names[*at].as_str()).collect();
    say_domestic(&mut reading.extract, &names);
    if let Some(at) = columns.flow {
        let cells: Vec<&str> = rows[shape.header + 1..].iter().map(|row| row.cell(at)).collect();
        columns.wholes = words::whole_flows(&cells);
        say_domestic(&mut reading.extract, &cells);
    }
    explain(reading, columns.mapping(rows[shape.header].line));
    let header = Header { names: shape.names.clone(), rows: shape.header + 1 };
    let mut is_over = false;
    let mut known = Known::default();
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        // Notes stand below the table, in its first column.
        is_over |= row.width() == 1 && extract.facts.len() > 1;
        if is_over {
            extract.skip(word!("import.lines-notes"), row.line);
            return Ok(());
        }
        columns.add(row, &mut known, extract)
    });
    reading.extract.days_to_periods();
}

impl<'s> Columns<'s> {
    fn guessed(shape: &'s Shape, below: &[Row<'_>], unit: Option<Unit>) -> Columns<'s> {
        let cells =
            |at: usize| -> Vec<&str> { below.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty()).collect() };
        let kinds: Vec<(usize, Words)> = shape
            .texts
            .iter()
            .chain(&shape.numbers)
            .map(|at| (*at, words_of(&shape.names[*at], &cells(*at))))
            .filter(|(at, words)| {
                shape.texts.contains(at) || matches!(words, Words::ItemCode | Words::Flow | Words::Scale)
            })
            .collect();
        let of = |wanted: Words| kinds.iter().find(|(_, words)| *words == wanted).map(|(at, _)| *at);
        let other = kinds.iter().filter(|(_, words)| *words == Words::Other).map(|(at, _)| *at).next();
        let (item, partner) = (of(Words::Item), of(Words::Partner));
        let used = |at: &usize| kinds.iter().any(|(other, words)| other == at && *words != Words::Other);
        let mut named: Vec<(usize, Option<Flow>)> = shape
            .numbers
            .iter()
            .filter_map(|at| Some((*at, Some(words::flow_of_heading(&shape.names[*at])?))))
            .collect();
        let is_less = |at: usize| words::is_less(&shape.names[at]);
        let whole: Vec<Option<Flow>> = named.iter().filter(|(at, _)| !is_less(*at)).map(|(_, flow)| *flow).collect();
        named.retain(|(at, flow)| !is_less(*at) || !whole.contains(flow));
        // Where a column is called an amount, the other numbers are codes, weights and counts.
        let is_amount = |at: &usize| words::is_amount(&shape.names[*at]);
        let has_amounts = shape.numbers.iter().any(is_amount);
        let is_value = |at: &&usize| !used(at) && (!has_amounts || is_amount(at));
        let plain = || shape.numbers.iter().filter(is_value).map(|at| (*at, None)).collect();
        Columns {
            shape,
            // Headings of two flows say more than a column of flows, which then says why a row was asked for.
            flow: of(Words::Flow).filter(|_| named.iter().all(|(_, flow)| *flow == named[0].1)),
            values: if named.is_empty() { plain() } else { named },
            item: item.or(if partner.is_none() && of(Words::ItemCode).is_none() { other } else { None }),
            item_code: of(Words::ItemCode),
            partner,
            reporter: of(Words::Reporter),
            unit_column: of(Words::Unit),
            scale: of(Words::Scale),
            unit,
            wholes: Vec::new(),
        }
    }

    fn mapped(shape: &'s Shape, mapping: &Mapping, unit: Option<Unit>) -> Columns<'s> {
        let at =
            |name: &Option<String>| name.as_ref().and_then(|name| shape.names.iter().position(|other| other == name));
        let value = |name: &Option<String>, flow: Option<Flow>| at(name).map(|at| (at, flow));
        let values = [
            value(&mapping.export, Some(Flow::Export)),
            value(&mapping.import, Some(Flow::Import)),
            value(&mapping.balance, Some(Flow::Balance)),
            value(&mapping.value, None),
        ];
        Columns {
            shape,
            values: values.into_iter().flatten().collect(),
            flow: at(&mapping.flow),
            item: at(&mapping.item),
            item_code: None,
            partner: at(&mapping.partner),
            reporter: at(&mapping.reporter),
            unit_column: None,
            scale: None,
            unit,
            wholes: Vec::new(),
        }
    }

    /// What was assumed, as a mapping.
    fn mapping(&self, line: u32) -> Mapping {
        let name = |at: Option<usize>| at.map(|at| self.shape.names[at].clone());
        let of = |flow: Option<Flow>| name(self.values.iter().find(|(_, other)| *other == flow).map(|(at, _)| *at));
        Mapping {
            header_row: Some(line),
            period: name(Some(self.shape.period)),
            month: name(self.shape.month),
            flow: name(self.flow),
            value: of(None),
            export: of(Some(Flow::Export)),
            import: of(Some(Flow::Import)),
            balance: of(Some(Flow::Balance)),
            item: name(self.item.or(self.item_code)),
            partner: name(self.partner),
            reporter: name(self.reporter),
            unit: self.unit.as_ref().map(ToString::to_string),
            decimal: Some(self.shape.mark),
        }
    }

    fn add(&self, row: &Row<'_>, known: &mut Known, extract: &mut Extract) -> Result<(), Problem> {
        let period = match known.when(row, self) {
            When::At(period) => period,
            When::Cumulative => {
                extract.skip(word!("import.cumulative-rows"), row.line);
                return Ok(());
            }
            When::Never => {
                extract.skip(word!("import.rows-totals-without-period"), row.line);
                return Ok(());
            }
            When::Wrong => {
                let what = say!("import.not-period-2", cell = row.quoted(self.shape.period));
                return Err(row.problem(self.shape.period, what, word!("import.write-like-2023-01")));
            }
        };
        let stated = match self.flow {
            None => None,
            Some(at) => {
                let cell = row.cell(at);
                let flow = words::flow_of_code(cell).or_else(|| words::flow_of_heading(cell));
                if flow.is_none() || words::is_less_than_some(Some(cell), &self.wholes) {
                    extract.skip(word!("import.rows-other-flows"), row.line);
                    return Ok(());
                }
                flow
            }
        };
        for (at, flow) in &self.values {
            let subject = self.subject(row, known, *at, stated.or(*flow));
            let (number, status) = cell::number(row, *at, self.shape.mark)?;
            extract.add_with(subject, period, number, status, row.line);
        }
        Ok(())
    }

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
            None => {
                let cell = cell::unmarked(row.cell(self.shape.period)).0;
                let slashed = || slashed::read(cell, self.shape.dates?);
                let unpadded = || dotted::read(cell).filter(|_| self.shape.is_unpadded);
                TimePeriod::parse(cell.trim_end_matches(".0")).or_else(slashed).or_else(unpadded)
            }
        }
    }

    fn subject(&self, row: &Row<'_>, known: &mut Known, at: usize, flow: Option<Flow>) -> Subject {
        let heading = &self.shape.names[at];
        let own = [heading.as_str(), row.at(self.unit_column)].map(Unit::parse);
        let own = own.into_iter().find(|unit| unit.as_currency().is_some());
        let unit = own.or_else(|| self.unit.clone()).unwrap_or(Unit::Unknown).scaled(row.at(self.scale));
        let mut subject = match flow {
            Some(flow) => Subject::total(flow, unit),
            None => Subject::other(heading, unit),
        };
        if let Some(reporter) = self.reporter {
            subject.reporter = areas::area("", row.cell(reporter));
        }
        if let Some(partner) = self.partner {
            subject.partner = known.area(row.cell(partner));
        }
        if self.item.or(self.item_code).is_some() {
            let (code, label) = (row.at(self.item_code), row.at(self.item));
            let heading = self.item_code.map_or("", |at| &self.shape.names[at]);
            let goods = Goods::kind(code, label, if code.is_empty() { "" } else { classification(heading) });
            let is_whole = goods.id().is_empty() || words::is_total(goods.id()) || words::is_total(label);
            subject.item = if is_whole { goods.being(Extent::Whole) } else { goods };
        }
        subject
    }
}

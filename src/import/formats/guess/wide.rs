//! Periods across: a row for each series, named by the cells before the first period.

use std::collections::HashMap;

use crate::domain::{Flow, Period, Problem};
use crate::say;
use crate::word;

use super::super::super::extract::{Extent, Extract, Goods, TimePeriod, Unit, span};
use super::super::super::reading::Reading;
use super::super::super::rows::Row;
use super::super::words;
use super::doubts::{flow_of_file, say_domestic};
use super::headings::Words;
use super::indented::Indented;
use super::long::area;
use super::members::{self, Member};
use super::shape::{Shape, headed};
use super::subject::{kinds, mapping, named, subject};
use super::tables::Around;
use super::{MISSING, cell, explain};

/// Reads the rows of one table.
pub(super) struct Wide<'t> {
    shape: &'t Shape,
    kinds: Vec<(usize, Words)>,
    /// Columns with the periods and flows that their headings name.
    periods: Vec<(usize, TimePeriod, Option<Flow>)>,
    /// Of all values.
    unit: Option<Unit>,
    /// Flows of which some row has all.
    wholes: Vec<Flow>,
    /// What names of rows name beside a flow; nothing for what another row says without seasonal adjustment.
    members: HashMap<String, Option<Member>>,
    /// The flow that a row of words alone names: `Exports` above the rows of countries.
    section: Option<Flow>,
    /// Where names of goods are set in below others.
    indented: Option<Indented>,
}

impl<'t> Wide<'t> {
    /// Finds out which column is what, and says so.
    pub fn new(reading: &mut Reading<'_>, table: &Around<'t, '_>) -> Wide<'t> {
        let Around { shape, above, below, unit, .. } = table;
        // A title names the flow of rows that do not; where any row does, the others are something else.
        let is_flow = |row: &Row<'_>| shape.texts.iter().any(|at| words::flow_of_heading(row.cell(*at)).is_some());
        let has_flows = below.iter().any(is_flow);
        let flows = column_flows(above, shape);
        let default = reading.choices.flow.or(table.flow.filter(|_| !has_flows));
        let is_named = default.is_some() || has_flows || flows.iter().any(Option::is_some);
        let default = if is_named { default } else { flow_of_file(reading) };
        let periods: Vec<(usize, TimePeriod, Option<Flow>)> = shape
            .numbers
            .iter()
            .zip(flows)
            .filter_map(|(at, flow)| Some((*at, headed(&shape.names[*at], shape.spelling)?, flow.or(default))))
            .collect();
        if let Some(at) = twice(&periods, shape) {
            let what = say!("import.period-twice", cell = table.header.quoted(at));
            reading.problems.push(table.header.problem(at, what, word!("import.name-flows-above")));
        }
        let kinds = kinds(shape, below);
        let names: Vec<&str> = below.iter().filter_map(|row| named(row, shape)).collect();
        say_domestic(&mut reading.extract, &names);
        explain(reading, mapping(shape, &kinds, table.header.line, unit.as_ref()));
        let first = shape.numbers.first().copied().unwrap_or(0);
        let unused = shape.names[first..].iter().filter(|name| headed(name, shape.spelling).is_none()).count();
        if unused > 0 {
            reading.extract.remark(say!("import.columns-whose-heading-no", unused = unused));
        }
        let wholes = words::whole_flows(&names);
        let members = members_of(names);
        let indented = names_of_goods(&kinds).and_then(|at| Indented::of(at, below));
        if indented.is_some() {
            reading.extract.remark(word!("import.names-set-in"));
        }
        Wide { shape, kinds, periods, unit: unit.clone(), wholes, members, section: None, indented }
    }

    /// The flows of which names of rows name parts and no whole.
    pub fn parts(&self) -> Vec<Flow> {
        let flow = |name: &String| words::flow_of_heading(name);
        members::without_whole(self.members.iter().filter_map(|(name, member)| Some((flow(name), member.as_ref()?))))
    }

    /// Adds a row.
    pub fn add(&mut self, row: &Row<'_>, extract: &mut Extract) -> Result<(), Problem> {
        let shape = self.shape;
        let first = self.periods.first().map_or(1, |(at, ..)| *at);
        let goods = self.indented.as_mut().and_then(|indented| indented.name(row));
        let is_value = |cell: &str| MISSING.contains(&cell) || cell::is_number(cell, shape.mark);
        if row.width() <= first || !self.periods.iter().any(|(at, ..)| is_value(row.cell(*at))) {
            self.section = section(row, self.section);
            extract.skip(word!("import.lines-notes-headings"), row.line);
            return Ok(());
        }
        if words::is_less_than_some(named(row, shape), &self.wholes) {
            extract.skip(word!("import.rows-other-flows"), row.line);
            return Ok(());
        }
        if shape.texts.iter().any(|at| words::is_rate(row.cell(*at))) {
            extract.skip(word!("import.rows-rates"), row.line);
            return Ok(());
        }
        let member = named(row, shape).and_then(|name| self.members.get(name));
        if member == Some(&None) {
            extract.skip(word!("import.rows-adjusted"), row.line);
            return Ok(());
        }
        let part = if shape.quarters { span::quarter } else { span::month };
        let month = shape.month.map(|at| part(row.cell(at)));
        if month == Some(None) {
            extract.skip(word!("import.rows-totals-without-period"), row.line);
            return Ok(());
        }
        let month = month.flatten();
        for (at, period, flow) in &self.periods {
            let own = || Some(Unit::parse(&shape.names[*at])).filter(|own| own.as_currency().is_some());
            let unit = self.unit.clone().or_else(own);
            let mut subject = subject(row, shape, &self.kinds, flow.or(self.section), unit.as_ref());
            match member {
                Some(Some(Member::Partner(name))) => subject.partner = area(name),
                Some(Some(Member::Item(name))) => subject.item = Goods::kind("", name, ""),
                _ => {}
            }
            if let Some(goods) = goods.as_ref().filter(|_| subject.item.extent == Extent::Part) {
                subject.item.label.clone_from(goods);
            }
            let (number, status) = cell::number(row, *at, shape.mark)?;
            extract.add_with(subject, in_part(*period, month, shape.quarters), number, status, row.line);
        }
        Ok(())
    }
}

/// The flow of the rows below one of words alone: the one that it names, or none where it names something else than values.
fn section(row: &Row<'_>, before: Option<Flow>) -> Option<Flow> {
    let own = row.cells().find_map(words::flow_of_title);
    own.or(before).filter(|_| !row.cells().any(words::is_no_value))
}

/// The first column that is of the same period, flow and unit as one before it.
fn twice(periods: &[(usize, TimePeriod, Option<Flow>)], shape: &Shape) -> Option<usize> {
    let is_same = |one: &(usize, TimePeriod, Option<Flow>), other: &(usize, TimePeriod, Option<Flow>)| {
        (one.1, one.2) == (other.1, other.2) && Unit::parse(&shape.names[one.0]) == Unit::parse(&shape.names[other.0])
    };
    let is_again = |at: &usize| periods[..*at].iter().any(|before| is_same(&periods[*at], before));
    (1..periods.len()).find(is_again).map(|at| periods[at].0)
}

/// What each of the names of rows names beside its flow.
fn members_of(mut names: Vec<&str>) -> HashMap<String, Option<Member>> {
    names.sort_unstable();
    names.dedup();
    let named: Vec<(&str, Option<Flow>)> = names.iter().map(|name| (*name, words::flow_of_heading(name))).collect();
    let members = members::of_all(&named);
    names.into_iter().map(str::to_owned).zip(members).collect()
}

/// The column of names of goods, where no codes stand beside them.
fn names_of_goods(kinds: &[(usize, Words)]) -> Option<usize> {
    let has_codes = kinds.iter().any(|(_, words)| *words == Words::ItemCode);
    let is_of_goods = |(_, words): &&(usize, Words)| matches!(words, Words::Item | Words::Other);
    kinds.iter().find(is_of_goods).filter(|_| !has_codes).map(|(at, _)| *at)
}

/// The flow that each column of values is of, where its heading names one, or the cell above it or above one to its left.
fn column_flows(above: &[Row<'_>], shape: &Shape) -> Vec<Option<Flow>> {
    let first = shape.numbers.first().copied().unwrap_or(0);
    let stacked = |row: &&Row<'_>| row.cells().skip(first).any(|cell| words::flow_of_heading(cell).is_some());
    let stacked = above.iter().rev().find(stacked);
    let above = |at: usize| {
        let row = stacked?;
        (first..=at).rev().map(|at| row.cell(at)).find(|cell| !cell.is_empty()).and_then(words::flow_of_heading)
    };
    shape.numbers.iter().map(|at| words::flow_of_heading(&shape.names[*at]).or_else(|| above(*at))).collect()
}

/// The month or quarter of a year, where rows are such.
fn in_part(period: TimePeriod, part: Option<u32>, quarters: bool) -> TimePeriod {
    match (period, part) {
        (TimePeriod::Period(year), Some(part)) => TimePeriod::Period(part_of(year.year(), part, quarters)),
        (period, _) => period,
    }
}

/// A month, or a quarter, of a year.
pub(super) fn part_of(year: i32, part: u32, quarters: bool) -> Period {
    if quarters { Period::quarter(year, part) } else { Period::month(year, part) }
}

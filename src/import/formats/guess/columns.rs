//! Which column of a table with periods down is what.

use crate::domain::Flow;

use super::super::super::extract::Unit;
use super::super::super::mapping::Mapping;
use super::super::super::rows::Row;
use super::super::words;
use super::headings::{Words, words_of};
use super::members::{self, Member};
use super::shape::Shape;

/// A column of values.
pub(super) struct Value {
    /// Where it is.
    pub at: usize,
    /// The flow that its heading, the mapping, the title or the user names.
    pub flow: Option<Flow>,
    /// What else its heading names.
    pub member: Member,
}

/// Which column is what.
pub(super) struct Columns<'s> {
    pub shape: &'s Shape,
    pub values: Vec<Value>,
    pub flow: Option<usize>,
    pub item: Option<usize>,
    pub item_code: Option<usize>,
    pub partner: Option<usize>,
    pub reporter: Option<usize>,
    pub unit: Option<usize>,
    pub scale: Option<usize>,
    /// Columns of values that are left out, for others say the same without seasonal adjustment.
    pub adjusted: usize,
}

impl<'s> Columns<'s> {
    /// By what headings and cells say.
    pub fn guessed(shape: &'s Shape, below: &[Row<'_>]) -> Columns<'s> {
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
        // Headings of two flows say more than a column of flows, which then says why a row was asked for.
        let flow = of(Words::Flow).filter(|_| named.iter().all(|(_, flow)| *flow == named[0].1));
        let values: Vec<(usize, Option<Flow>)> = if named.is_empty() { plain() } else { named };
        let names: Vec<(&str, Option<Flow>)> =
            values.iter().map(|(at, flow)| (shape.names[*at].as_str(), *flow)).collect();
        let members = members::of_all(&names);
        let adjusted = members.iter().filter(|member| member.is_none()).count();
        let value =
            |((at, flow), member): ((usize, Option<Flow>), Option<Member>)| Some(Value { at, flow, member: member? });
        Columns {
            shape,
            flow,
            values: values.into_iter().zip(members).filter_map(value).collect(),
            item: item.or(if partner.is_none() && of(Words::ItemCode).is_none() { other } else { None }),
            item_code: of(Words::ItemCode),
            partner,
            reporter: of(Words::Reporter),
            unit: of(Words::Unit),
            scale: of(Words::Scale),
            adjusted,
        }
    }

    /// As a mapping says.
    pub fn mapped(shape: &'s Shape, mapping: &Mapping) -> Columns<'s> {
        let at =
            |name: &Option<String>| name.as_ref().and_then(|name| shape.names.iter().position(|other| other == name));
        let value =
            |name: &Option<String>, flow: Option<Flow>| at(name).map(|at| Value { at, flow, member: Member::Whole });
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
            unit: None,
            scale: None,
            adjusted: 0,
        }
    }

    /// What was assumed, as a mapping.
    pub fn mapping(&self, line: u32, unit: Option<&Unit>) -> Mapping {
        let name = |at: Option<usize>| at.map(|at| self.shape.names[at].clone()).filter(|name| !name.is_empty());
        let of = |flow: Option<Flow>| name(self.values.iter().find(|value| value.flow == flow).map(|value| value.at));
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
            unit: unit.map(ToString::to_string),
            decimal: Some(self.shape.mark),
        }
    }

    /// The columns whose cells say what a row is about.
    pub fn telling(&self) -> impl Iterator<Item = usize> {
        let columns = [self.flow, self.item, self.item_code, self.partner, self.reporter, self.unit, self.scale];
        columns.into_iter().flatten()
    }
}

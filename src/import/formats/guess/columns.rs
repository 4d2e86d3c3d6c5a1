//! Which column of a table with periods down is what.

use crate::domain::Flow;

use super::super::super::extract::{TimePeriod, Unit};
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
    /// Columns of codes of goods, shorter ones first: `HS2`, `HS4`.
    pub item_codes: Vec<usize>,
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
        let kind = |at: &usize| (*at, words_of(&shape.names[*at], &cells(*at)));
        let is_of_codes = |(_, words): &(usize, Words)| matches!(words, Words::ItemCode | Words::Flow | Words::Scale);
        let of_numbers = shape.numbers.iter().map(kind).filter(is_of_codes);
        let kinds: Vec<(usize, Words)> = shape.texts.iter().map(kind).chain(of_numbers).collect();
        let of = |wanted: Words| kinds.iter().find(|(_, words)| *words == wanted).map(|(at, _)| *at);
        // Goods stand in most rows, and notes in few.
        let tells = |at: &usize| {
            let cells = cells(*at);
            cells.len() * 2 >= below.len() && tells_apart(&cells) && !is_of_notes(&shape.names[*at])
        };
        let mut others = kinds.iter().filter(|(_, words)| *words == Words::Other).map(|(at, _)| *at);
        let other = others.find(tells);
        let length = |at: &usize| cells(*at).iter().map(|cell| cell.len()).max();
        let mut item_codes: Vec<usize> =
            kinds.iter().filter(|(_, words)| *words == Words::ItemCode).map(|(at, _)| *at).collect();
        item_codes.sort_by_key(length);
        // Names stand beside the longest codes.
        let mut items = kinds.iter().filter(|(_, words)| *words == Words::Item).map(|(at, _)| *at);
        let item = if item_codes.len() > 1 { items.next_back() } else { of(Words::Item) };
        let (partner, reporter) = areas(shape, &kinds);
        let values = values(shape, &kinds);
        // Headings of two flows say more than a column of flows, which then says why a row was asked for.
        let flow = of(Words::Flow).filter(|_| values.iter().all(|(_, flow)| *flow == values[0].1));
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
            item: item.or(if partner.is_none() && item_codes.is_empty() { other } else { None }),
            item_codes,
            partner,
            reporter,
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
            item_codes: Vec::new(),
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
            item: name(self.item.or(self.item_codes.last().copied())),
            partner: name(self.partner),
            reporter: name(self.reporter),
            unit: unit.map(ToString::to_string),
            decimal: Some(self.shape.mark),
        }
    }

    /// The columns whose cells say what a row is about.
    pub fn telling(&self) -> impl Iterator<Item = usize> {
        let columns = [self.flow, self.item, self.partner, self.reporter, self.unit, self.scale];
        columns.into_iter().flatten().chain(self.item_codes.iter().copied())
    }
}

/// The columns of values, with the flow that their headings name; where none does, all that are no codes, weights, counts and rates.
fn values(shape: &Shape, kinds: &[(usize, Words)]) -> Vec<(usize, Option<Flow>)> {
    let flow = |at: &usize| words::flow_of_heading(&shape.names[*at]);
    let named: Vec<(usize, Option<Flow>)> =
        shape.numbers.iter().map(|at| (*at, flow(at))).filter(|(_, flow)| flow.is_some()).collect();
    if !named.is_empty() {
        let is_less = |at: usize| words::is_less(&shape.names[at]);
        let is_told = |flow: Option<Flow>| named.iter().any(|(at, other)| *other == flow && !is_less(*at));
        return named.iter().copied().filter(|(at, flow)| !is_less(*at) || !is_told(*flow)).collect();
    }
    let is_used = |at: &usize| kinds.iter().any(|(other, words)| other == at && *words != Words::Other);
    let unused = || shape.numbers.iter().copied().filter(|at| !is_used(at));
    let only = |test: fn(&str) -> bool| -> Vec<usize> { unused().filter(|at| test(&shape.names[*at])).collect() };
    let amounts = only(words::is_amount);
    let others = only(|name| !words::is_no_value(name));
    let kept = [amounts, others, unused().collect()].into_iter().find(|columns| !columns.is_empty());
    kept.unwrap_or_default().into_iter().map(|at| (at, None)).collect()
}

/// The columns of partners and of reporters: of two columns of countries the one that is headed as a partner is that.
fn areas(shape: &Shape, kinds: &[(usize, Words)]) -> (Option<usize>, Option<usize>) {
    let of = |wanted: Words| kinds.iter().filter(move |(_, words)| *words == wanted).map(|(at, _)| *at);
    let is_named = |at: &usize| {
        let lower = shape.names[*at].to_lowercase();
        ["partner", "counterpart", "destination", "origin", "상대국", "목적국", "원산지"]
            .iter()
            .any(|word| lower.contains(word))
    };
    let partner = of(Words::Partner).find(is_named).or_else(|| of(Words::Partner).next());
    let is_other = |at: &usize| partner.is_some_and(|partner| is_named(&partner)) && !is_named(at);
    (partner, of(Words::Reporter).next().or_else(|| of(Words::Partner).find(is_other)))
}

/// True for a column of what somebody wrote beside the numbers.
fn is_of_notes(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    ["note", "remark", "comment", "memo", "비고", "메모", "참고", "備考", "备注", "bemerkung", "observa"]
        .iter()
        .any(|word| lower.contains(word))
}

/// True for a column whose cells may name goods: there are two of them, and they are no marks of yes and no, and no times.
fn tells_apart(cells: &[&str]) -> bool {
    let is_mark = |cell: &&str| ["true", "false", "yes", "no", "y", "n"].contains(&cell.to_lowercase().as_str());
    let is_time = |cell: &&str| TimePeriod::parse(cell).is_some() || cell.contains(':') && cell.contains('-');
    cells.iter().any(|cell| Some(cell) != cells.first()) && !cells.iter().all(is_mark) && !cells.iter().all(is_time)
}

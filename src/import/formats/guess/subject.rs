//! What rows are about where periods stand across: their flow, goods, partner and unit, by the cells before the first period.

use crate::domain::Flow;

use super::super::super::extract::{Area, Extent, Goods, Subject, Unit};
use super::super::super::mapping::Mapping;
use super::super::super::rows::Row;
use super::super::{areas, words};
use super::cell;
use super::headings::{APOSTROPHE, Words, classification, words_of};
use super::shape::Shape;

/// What the columns before the first period hold. Ranks, shares and weights beside names are no goods.
pub(super) fn kinds(shape: &Shape, below: &[Row<'_>]) -> Vec<(usize, Words)> {
    let first = shape.numbers.first().copied().unwrap_or(0);
    let with_values = || below.iter().filter(|row| row.width() > first);
    let cells =
        |at: usize| -> Vec<&str> { with_values().map(|row| row.cell(at)).filter(|cell| !cell.is_empty()).collect() };
    let kind = |at: &usize| (*at, words_of(&shape.names[*at], &cells(*at)));
    let tells = |(at, words): &(usize, Words)| {
        let may_be_codes = shape.texts.len() == 1 && !words::is_no_value(&shape.names[*at]);
        *words != Words::Other || may_be_codes || !cells(*at).iter().all(|cell| cell::is_number(cell, shape.mark))
    };
    shape.texts.iter().map(kind).filter(tells).collect()
}

/// What was assumed, as a mapping.
pub(super) fn mapping(shape: &Shape, kinds: &[(usize, Words)], line: u32, unit: Option<&Unit>) -> Mapping {
    let of = |wanted: Words| kinds.iter().find(|(_, words)| *words == wanted).map(|(at, _)| shape.names[*at].clone());
    Mapping {
        header_row: Some(line),
        flow: of(Words::Flow),
        item: of(Words::Item),
        partner: of(Words::Partner),
        reporter: of(Words::Reporter),
        unit: unit.map(ToString::to_string),
        decimal: Some(shape.mark),
        ..Mapping::default()
    }
}

/// The cell of a row that names its flow.
pub(super) fn named<'r>(row: &'r Row<'_>, shape: &Shape) -> Option<&'r str> {
    shape.texts.iter().map(|at| row.cell(*at)).find(|cell| words::flow_of_heading(cell).is_some())
}

/// What a row is about: its flow is named by one of its cells, by the title or by the user.
pub(super) fn subject(
    row: &Row<'_>,
    shape: &Shape,
    kinds: &[(usize, Words)],
    default: Option<Flow>,
    unit: Option<&Unit>,
) -> Subject {
    let named = shape.texts.iter().find_map(|at| Some((*at, words::flow_of_heading(row.cell(*at))?)));
    let flow = named.map(|(_, flow)| flow).or(default);
    let own = shape.texts.iter().map(|at| Unit::parse(row.cell(*at))).find(|unit| unit.as_currency().is_some());
    let scale = kinds.iter().find(|(_, words)| *words == Words::Scale).map(|(at, _)| *at);
    let unit = own.or_else(|| unit.cloned()).unwrap_or(Unit::Unknown).scaled(row.at(scale));
    let mut subject = match flow {
        Some(flow) => Subject::total(flow, unit),
        None => Subject::other(shape.texts.first().map_or("value", |at| row.cell(*at)), unit),
    };
    let mut is_all = false;
    for (at, words) in kinds.iter().filter(|(at, _)| named.is_none_or(|(flow, _)| flow != *at)) {
        let cell = row.cell(*at).trim_start_matches(APOSTROPHE);
        is_all |= words::is_total(cell) && matches!(words, Words::ItemCode | Words::Other);
        if cell.is_empty() || words::is_total(cell) {
            continue;
        }
        match words {
            // The name beside the code of all goods.
            Words::Item | Words::Other if is_all => {}
            Words::Partner => subject.partner = areas::area("", cell),
            Words::Reporter => subject.reporter = areas::area("", cell),
            Words::ItemCode => subject.item = Goods::kind(cell, "", classification(&shape.names[*at])),
            Words::Item | Words::Other if !subject.item.code.is_empty() => cell.clone_into(&mut subject.item.label),
            Words::Item | Words::Other if subject.item.extent == Extent::Whole => {
                subject.item = Goods::kind("", cell, "")
            }
            Words::Item => cell.clone_into(&mut subject.item.label),
            Words::Flow | Words::Unit | Words::Scale | Words::Aside | Words::Other => {}
        }
    }
    if subject.flow().is_none() {
        subject.partner = Area::world();
    }
    subject
}

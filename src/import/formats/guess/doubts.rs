//! What a table does not say itself: assumed, and told; or left in doubt, and told.

use crate::domain::Flow;
use crate::say;
use crate::word;

use super::super::super::extract::{Extent, Extract, Mark, Subject, Unit};
use super::super::super::reading::Reading;
use super::super::super::rows::Row;
use super::super::words;
use super::cell;
use super::shape::Shape;
use super::tables::Title;

/// The unit of all values: as the mapping says, as the rows above the header say, as a sign beside the numbers says.
pub(super) fn unit(below: &[Row<'_>], shape: &Shape, title: &Title, reading: &mut Reading<'_>) -> Option<Unit> {
    if let Some(unit) = reading.mapping.and_then(|mapping| mapping.unit.as_deref()) {
        return Some(Unit::parse(unit));
    }
    if let Some(unit) = &title.unit {
        reading.extract.remark(say!("import.assumed-all-values-line", unit = unit));
        return Some(unit.clone());
    }
    // `€ 1,234`
    let cells = below.iter().flat_map(|row| shape.numbers.iter().map(|at| row.cell(*at)));
    let currency = cells.filter(|cell| cell::is_number(cell, shape.mark)).find_map(Unit::currency);
    let unit = Unit::money(&currency?, 0);
    reading.extract.remark(say!("import.assumed-all-values-sign", unit = unit));
    Some(unit)
}

/// The flow that the file is called after, which is said: where nothing in the file names one.
pub(super) fn flow_of_file(reading: &mut Reading<'_>) -> Option<Flow> {
    let flow = words::flow_of_file(reading.document.name)?;
    reading.extract.doubt(say!("import.flow-read-as", flow = flow.word(), why = word!("import.its-name-says")));
    Some(flow)
}

/// Says that exports lack re-exports, where the names of the values tell of domestic exports alone.
pub(super) fn say_domestic(extract: &mut Extract, names: &[&str]) {
    let has_domestic = names.iter().any(|name| words::is_domestic(name));
    if has_domestic && !words::whole_flows(names).contains(&Flow::Export) {
        extract.doubt(word!("import.only-domestic-exports"));
    }
}

/// Says that what partners or goods named by headings add up to may lack others, where no total is there.
pub(super) fn say_parts(extract: &mut Extract, flows: &[Flow]) {
    let is_total = |subject: &Subject, flow: Flow| {
        subject.flow() == Some(flow) && [subject.item.extent, subject.partner.extent] == [Extent::Whole; 2]
    };
    for flow in [Flow::Export, Flow::Import].into_iter().filter(|flow| flows.contains(flow)) {
        if !extract.subjects.iter().any(|subject| is_total(subject, flow)) {
            extract.doubt(say!("import.parts-without-whole", flow = flow.word()));
        }
    }
}

/// Says that nobody can know what a mark in numbers is, where all numbers that have one are like `1.234`.
pub(super) fn say_doubts(reading: &mut Reading<'_>, below: &[Row<'_>], shape: &Shape) {
    let separator = reading.document.separator;
    let cells = below.iter().flat_map(|row| shape.numbers.iter().map(|at| row.cell(*at)));
    let marked: Vec<&str> =
        cells.filter(|cell| cell.contains(['.', ',']) && cell::is_number(cell, shape.mark)).collect();
    if marked.len() < 2 || !marked.iter().all(|cell| cell::is_doubtful(cell, separator)) {
        return;
    }
    let (example, other) = (marked[0], if shape.mark == Mark::Point { Mark::Comma } else { Mark::Point });
    reading.extract.doubt(match example.contains(shape.mark.sign()) {
        true => say!("import.doubtful-decimals", example = example, mark = other.sign()),
        false => say!("import.doubtful-thousands", example = example, mark = other.sign()),
    });
}

//! Headings in two rows, as spreadsheets merge their cells: `Exports` stands above `Japan` and `China`. They are made those of one row,
//! `Exports: Japan`, since the lower row alone does not say what its columns are, and the upper one names the first of each group.

use std::collections::BTreeSet;

use super::super::super::extract::{Mark, TimePeriod, span};
use super::super::super::mapping::Mapping;
use super::super::super::rows::Row;
use super::super::words;
use super::{MISSING, cell};

/// Puts what stands above groups of columns into the row below it; not where a mapping names the columns as they stand.
pub(super) fn join(rows: &mut [Row<'_>], mapping: Option<&Mapping>) {
    let named = mapping.map(Mapping::named).unwrap_or_default();
    let has = |row: &Row<'_>, name: &str| row.cells().any(|cell| cell == name);
    if !named.is_empty() && rows.iter().any(|row| named.iter().all(|(_, name)| has(row, name))) {
        return;
    }
    for at in 1..rows.len() {
        if let Some(joined) = joined(&rows[at - 1], &rows[at]) {
            rows[at] = rows[at].begun(&joined);
            // What is left may be a title.
            let first = rows[at - 1].cell(0).to_owned();
            let blank = vec![String::new(); rows[at - 1].len()];
            rows[at - 1] = rows[at - 1].begun(&blank).begun(&[first]);
        }
    }
}

/// The headings of two rows of which the upper one spans columns of the lower one.
fn joined(upper: &Row<'_>, lower: &Row<'_>) -> Option<Vec<String>> {
    let first = [upper, lower].into_iter().filter_map(|row| row.cells().position(|cell| !cell.is_empty())).min()?;
    let columns = first + 1..upper.width().max(lower.width());
    let is_spanned = |at: usize| upper.cell(at).is_empty() && !lower.cell(at).is_empty();
    let is_first_again =
        || !lower.cell(first).is_empty() && columns.clone().any(|at| lower.cell(at) == lower.cell(first));
    if !columns.clone().any(is_spanned) || !are_headings(upper, lower) || is_first_again() {
        return None;
    }
    let groups: Vec<&str> = columns.clone().map(|at| upper.cell(at)).filter(|cell| !cell.is_empty()).collect();
    let goes_down = lower.cell(first).is_empty() && !groups.is_empty();
    if !(goes_down || tell_apart(&groups) || come_again(lower, columns.clone()) && groups.len() > 1) {
        return None;
    }
    let mut group = "";
    let name = |at: usize| {
        let own = lower.cell(at);
        if at > first && !upper.cell(at).is_empty() {
            group = upper.cell(at);
        }
        match (group, own) {
            _ if at == first && own.is_empty() => upper.cell(at).to_owned(),
            (_, "") => {
                if upper.cell(at).is_empty() {
                    String::new()
                } else {
                    group.to_owned()
                }
            }
            ("", _) => own.to_owned(),
            _ if own == group => own.to_owned(),
            _ => format!("{group}: {own}"),
        }
    };
    Some((0..columns.end).map(name).collect())
}

/// True where the lower row has words alone, and the upper one words or periods. Periods in the lower row are columns of their own.
fn are_headings(upper: &Row<'_>, lower: &Row<'_>) -> bool {
    let is_number = |cell: &str| [Mark::Point, Mark::Comma].iter().any(|mark| cell::is_number(cell, *mark));
    let is_period = |cell: &str| TimePeriod::parse(cell).is_some();
    let is_word = |cell: &str| !is_number(cell) && !MISSING.contains(&cell);
    let is_below = |cell: &str| is_word(cell) && !is_period(cell) && span::month(cell).is_none();
    lower.cells().filter(|cell| !cell.is_empty()).all(is_below)
        && upper.cells().filter(|cell| !cell.is_empty()).all(|cell| is_word(cell) || is_period(cell))
}

/// True for two flows, or two periods: a title and a unit beside it are no groups.
fn tell_apart(groups: &[&str]) -> bool {
    let flows: BTreeSet<_> = groups.iter().filter_map(|group| words::flow_of_heading(group)).collect();
    let periods: BTreeSet<_> = groups.iter().filter(|group| TimePeriod::parse(group).is_some()).collect();
    flows.len() > 1 || periods.len() > 1
}

/// True where the lower row has a name twice.
fn come_again(lower: &Row<'_>, columns: std::ops::Range<usize>) -> bool {
    let names: Vec<&str> = columns.map(|at| lower.cell(at)).filter(|cell| !cell.is_empty()).collect();
    names.iter().collect::<BTreeSet<_>>().len() < names.len()
}

//! Whether the parts of a flow are only some: where the other flow has its whole, and the same parts of it are far less.

use std::collections::BTreeSet;

use crate::domain::Flow;

use super::cells::{Cells, Key};
use super::sums::sum;

/// True where the parts of `flow` are among those of the other flow, which make up less than nine tenths of its published
/// total. `part` is the goods or the partner of a series, `of` the other one of both; `may_be` tells what is added up.
pub(super) fn are_some(
    cells: &Cells,
    flow: Flow,
    of: fn(&Key) -> usize,
    part: fn(&Key) -> usize,
    may_be: &dyn Fn(usize) -> bool,
) -> bool {
    let other = opposite(flow);
    let Some(total) = cells.series.get(&(other, 0, 0)) else { return false };
    let lines = |flow| {
        let is_part = move |key: &Key| key.0 == flow && of(key) == 0 && part(key) != 0 && may_be(part(key));
        cells.series.iter().filter(move |(key, _)| is_part(key))
    };
    let parts = |flow| -> BTreeSet<usize> { lines(flow).map(|(key, _)| part(key)).collect() };
    let own = parts(flow);
    if own.is_empty() || !own.is_subset(&parts(other)) {
        return false;
    }
    let (mut listed, mut published) = (0_i128, 0_i128);
    for (period, cell) in &sum(lines(other).map(|(_, line)| line)) {
        let whole = total.get(period).filter(|whole| !whole.is_sum).and_then(|whole| whole.value);
        if let Some((value, whole)) = cell.value.zip(whole) {
            listed += i128::from(value);
            published += i128::from(whole);
        }
    }
    listed * 10 < published * 9
}

/// The flow that the goods and partners of `flow` are compared with.
pub(super) fn opposite(flow: Flow) -> Flow {
    if flow == Flow::Export { Flow::Import } else { Flow::Export }
}

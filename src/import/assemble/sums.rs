//! Totals that a file does not give are added up from its rows, once; those that it gives are checked.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Flow, Period};
use crate::say;
use crate::word;
use crate::words::in_groups;

use super::super::decisions::Decisions;
use super::super::extract::Extent;
use super::super::formats::regions;
use super::cells::{Cell, Cells, Key};
use super::line::Line;
use super::partial;
use super::subtotals;

/// Adds the missing totals and compares the given ones.
pub(super) fn add(cells: &mut Cells, decisions: &mut Decisions) {
    drop_derived_balances(cells, decisions);
    for flow in [Flow::Export, Flow::Import] {
        let given = Given::of(cells, flow);
        if given.world && given.partners {
            compare(cells, flow, decisions);
        }
        if !given.world && given.partners {
            over_partners(cells, flow, decisions);
        }
        if !given.total && given.items {
            over_items(cells, flow, decisions);
        }
    }
}

/// What a flow has.
struct Given {
    world: bool,
    partners: bool,
    total: bool,
    items: bool,
}

impl Given {
    fn of(cells: &Cells, flow: Flow) -> Given {
        let has = |test: &dyn Fn(&Key) -> bool| cells.series.keys().any(|key| key.0 == flow && test(key));
        Given {
            world: has(&|key| key.2 == 0),
            partners: has(&|key| key.2 != 0),
            total: has(&|key| key.1 == 0),
            items: has(&|key| key.1 != 0),
        }
    }
}

/// A balance is worked out from exports and imports where they are known; printed ones differ by rounding.
fn drop_derived_balances(cells: &mut Cells, decisions: &mut Decisions) {
    let derived = |key: &Key| {
        let side = |flow| cells.series.contains_key(&(flow, key.1, key.2));
        key.0 == Flow::Balance && side(Flow::Export) && side(Flow::Import)
    };
    let keys: Vec<Key> = cells.series.keys().filter(|key| derived(key)).copied().collect();
    if !keys.is_empty() {
        let count = keys.len();
        decisions.push(say!("import.printed-balances-left-out", count = count));
    }
    for key in keys {
        cells.series.remove(&key);
    }
}

/// World = sum of the countries, for each kind of goods. Groups of countries are not added.
fn over_partners(cells: &mut Cells, flow: Flow, decisions: &mut Decisions) {
    let subtotals =
        neighbours_sums(cells, flow, |key| key.1, |key| key.2, &|at| cells.partners[at].extent == Extent::Part);
    for at in &subtotals {
        cells.partners[*at].extent = Extent::Group;
    }
    say_subtotals(subtotals.iter().map(|at| cells.partners[*at].to_string()), decisions);
    let is_country = |cells: &Cells, partner: usize| partner != 0 && cells.partners[partner].extent == Extent::Part;
    if partial::are_some(cells, flow, |key| key.1, |key| key.2, &|at| is_country(cells, at)) {
        let other = plural(partial::opposite(flow));
        return decisions.push(say!("import.partners-are-some", flow = plural(flow), other = other));
    }
    let items: BTreeSet<usize> = cells.series.keys().filter(|key| key.0 == flow).map(|key| key.1).collect();
    let mut counted = BTreeSet::new();
    let mut incomplete = 0;
    for item in items {
        let lines = cells.series.iter().filter(|(key, _)| key.0 == flow && key.1 == item && is_country(cells, key.2));
        counted.extend(lines.clone().map(|(key, _)| key.2));
        let mut sum = sum(lines.map(|(_, line)| line));
        incomplete += drop_incomplete(&mut sum, cells, flow, item);
        if !sum.is_empty() {
            cells.series.insert((flow, item, 0), sum);
        }
    }
    if incomplete > 0 {
        decisions.push(say!("import.sum-less-than-group", flow = plural(flow), n = incomplete));
    }
    if cells.series.keys().any(|key| key.0 == flow && key.2 == 0) {
        decisions.push(say!("import.sum-of-partners", flow = plural(flow), n = counted.len()));
    }
}

/// Where the countries together have less than a group of countries, others are not in the file, and there is no sum. Returns how many
/// sums that were.
fn drop_incomplete(sum: &mut Line, cells: &Cells, flow: Flow, item: usize) -> usize {
    let is_group = |key: &Key| {
        let (of, what, with) = *key;
        of == flow && what == item && with != 0 && cells.partners[with].extent == Extent::Group
    };
    let groups = || cells.series.iter().filter(|(key, _)| is_group(key));
    let outermost = regions::outermost(&cells.partners);
    let continents: Vec<&Line> = groups().filter(|(key, _)| outermost[key.2]).map(|(_, line)| line).collect();
    let before = sum.len();
    sum.retain(|period, cell| {
        let value_in = |line: &&Line| line.get(period).and_then(|group| group.value);
        let slack = |n: usize| cell.value.map(|value| value.saturating_add(cell.rounding.saturating_mul(n as i64)));
        let together = continents.iter().filter_map(value_in).fold(0_i64, i64::saturating_add);
        let is_no_less = continents.is_empty() || Some(together) <= slack(continents.len());
        is_no_less && groups().all(|(_, line)| value_in(&line) <= slack(1))
    });
    before - sum.len()
}

/// All goods = sum of the kinds, for each partner. Kinds inside other kinds are not added.
fn over_items(cells: &mut Cells, flow: Flow, decisions: &mut Decisions) {
    let Some(classification) = main_classification(cells, flow) else { return };
    let parents = cells.parents();
    let may_be = |at: usize| cells.items[at].extent == Extent::Part && parents[at].is_none();
    let subtotals = neighbours_sums(cells, flow, |key| key.2, |key| key.1, &may_be);
    for at in &subtotals {
        cells.items[*at].extent = Extent::Group;
    }
    say_subtotals(subtotals.iter().map(|at| cells.items[*at].to_string()), decisions);
    let is_top = |item: &usize| {
        let goods = &cells.items[*item];
        goods.extent == Extent::Part && goods.classification == classification && parents[*item].is_none()
    };
    let tops: BTreeSet<usize> = (1..cells.items.len()).filter(is_top).collect();
    if partial::are_some(cells, flow, |key| key.2, |key| key.1, &|at| tops.contains(&at)) {
        let other = plural(partial::opposite(flow));
        return decisions.push(say!("import.goods-are-some", flow = plural(flow), other = other));
    }
    let partners: BTreeSet<usize> = cells.series.keys().filter(|key| key.0 == flow).map(|key| key.2).collect();
    let mut incomplete = 0;
    for partner in partners {
        let with_partner = || cells.series.iter().filter(|(key, _)| key.0 == flow && key.2 == partner);
        let mut sum = sum(with_partner().filter(|(key, _)| tops.contains(&key.1)).map(|(_, line)| line));
        let groups = with_partner().filter(|(key, _)| cells.items[key.1].extent == Extent::Group);
        incomplete += drop_less_than(&mut sum, &groups.map(|(_, line)| line).collect::<Vec<_>>());
        if !sum.is_empty() {
            cells.series.insert((flow, 0, partner), sum);
        }
    }
    if incomplete > 0 {
        decisions.push(say!("import.sum-less-than-group-of-goods", flow = plural(flow), n = incomplete));
    }
    decisions.push(say!("import.sum-of-items", flow = plural(flow), n = tops.len()));
}

/// The parts that are sums of their neighbours, of the goods or the partner (`of`) that has most of them.
fn neighbours_sums(
    cells: &Cells,
    flow: Flow,
    of: fn(&Key) -> usize,
    part: fn(&Key) -> usize,
    may_be: &dyn Fn(usize) -> bool,
) -> Vec<usize> {
    let mut groups: BTreeMap<usize, Vec<(usize, &Line)>> = BTreeMap::new();
    for (key, line) in cells.series.iter().filter(|(key, _)| key.0 == flow && part(key) != 0 && may_be(part(key))) {
        groups.entry(of(key)).or_default().push((part(key), line));
    }
    let Some(parts) = groups.into_values().max_by_key(Vec::len) else { return Vec::new() };
    let lines: Vec<&Line> = parts.iter().map(|(_, line)| *line).collect();
    let found = subtotals::find(&lines).into_iter().zip(parts);
    found.filter(|(is_sum, _)| *is_sum).map(|(_, (at, _))| at).collect()
}

fn say_subtotals(names: impl Iterator<Item = String>, decisions: &mut Decisions) {
    let names: Vec<String> = names.collect();
    if !names.is_empty() {
        decisions.push(say!("import.subtotals-not-added", names = names.join("; ")));
    }
}

/// Takes away the sums that are less than a group: not all of its goods are in the file. Returns how many they were.
fn drop_less_than(sum: &mut Line, groups: &[&Line]) -> usize {
    let before = sum.len();
    sum.retain(|period, cell| {
        let value_in = |line: &&Line| line.get(period).and_then(|group| group.value);
        let slack = cell.value.map(|value| value.saturating_add(cell.rounding));
        groups.iter().all(|line| value_in(line) <= slack)
    });
    before - sum.len()
}

/// The classification with the most series: goods of two classifications are the same goods twice.
fn main_classification(cells: &Cells, flow: Flow) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for key in cells.series.keys().filter(|key| key.0 == flow && key.1 != 0) {
        *counts.entry(&cells.items[key.1].classification).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name.to_owned())
}

/// The sum of lines. A period in which one of them is said to be missing has no sum; a row that is not there is no
/// trade.
pub(super) fn sum<'a>(lines: impl Iterator<Item = &'a Line>) -> Line {
    let mut sums: BTreeMap<Period, Option<Cell>> = BTreeMap::new();
    for (period, cell) in lines.flatten() {
        let first = Cell { is_sum: true, ..*cell };
        match sums.entry(*period) {
            Entry::Vacant(place) => {
                place.insert(cell.value.map(|_| first));
            }
            Entry::Occupied(mut place) => {
                let sum = place.get_mut();
                *sum = sum.zip(cell.value).and_then(|(sum, value)| {
                    let value = sum.value?.checked_add(value)?;
                    // As many digits as the finest addend.
                    let rounding = sum.rounding.min(cell.rounding);
                    Some(Cell { value: Some(value), rounding, status: sum.status.max(cell.status), ..sum })
                });
            }
        }
    }
    sums.into_iter().filter_map(|(period, cell)| Some((period, cell?))).collect()
}

/// How far the given world is from the sum of the countries.
fn compare(cells: &Cells, flow: Flow, decisions: &mut Decisions) {
    let items: BTreeSet<usize> = cells.series.keys().filter(|key| key.0 == flow).map(|key| key.1).collect();
    let (mut equal, mut most, mut count) = (0_usize, 0_i64, 0_usize);
    for item in items {
        let Some(world) = cells.series.get(&(flow, item, 0)) else { continue };
        let is_addend = |key: &Key| key.0 == flow && key.1 == item && key.2 != 0;
        let countries =
            cells.series.iter().filter(|(key, _)| is_addend(key) && cells.partners[key.2].extent == Extent::Part);
        for (period, cell) in &sum(countries.map(|(_, line)| line)) {
            let (Some(sum), Some(given)) = (cell.value, world.get(period).and_then(|cell| cell.value)) else {
                continue;
            };
            count += 1;
            equal += usize::from(sum == given);
            most = most.max((sum - given).abs());
        }
    }
    if count > 0 {
        decisions.push(match most {
            0 => say!("import.world-equal-sum-partners", flow = plural(flow), count = count),
            most => say!(
                "import.world-given-partners-file",
                flow = plural(flow),
                equal = equal,
                count = count,
                most = in_groups(&most.to_string())
            ),
        });
    }
}

fn plural(flow: Flow) -> &'static str {
    match flow {
        Flow::Export => word!("import.exports"),
        Flow::Import => word!("import.imports"),
        Flow::Balance => word!("import.balances"),
    }
}

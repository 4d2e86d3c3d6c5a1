//! A part is not larger than its total, nor are parts together; parts that usually make up the total always do.

use std::collections::BTreeMap;

use crate::domain::{Date, Flow, ItemId, ObservationId, PartnerId, Period, Reading, SeriesKey, Vintage, Window};

use super::readings::{Readings, half, ids};
use super::{Check, Finding};

/// A breakdown that adds up in nine of ten periods, six at least, is a full one.
const FULL: (usize, usize, usize) = (9, 10, 6);

/// The parts of one breakdown: items of one classification, or partners of one scheme.
type Breakdown<'a> = Vec<(SeriesKey, &'a Vintage)>;

pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for ((flow, window, _, _), parts) in breakdowns(readings) {
        let total = SeriesKey { window, ..SeriesKey::total(flow) };
        let Some(vintage) = readings.vintage(total) else { continue };
        findings.extend(larger_than_total(readings, &parts, vintage));
        findings.extend(sums(readings, &parts, total, vintage));
    }
    findings
}

/// All breakdowns of totals.
fn breakdowns<'a>(readings: &'a Readings<'_>) -> BTreeMap<(Flow, Window, bool, &'a str), Breakdown<'a>> {
    let dataset = readings.view.dataset();
    let mut breakdowns: BTreeMap<_, Breakdown<'a>> = BTreeMap::new();
    for (key, vintage) in readings.flows() {
        let group = match (key.item, key.partner) {
            (ItemId::TOTAL, PartnerId::WORLD) => continue,
            (item, PartnerId::WORLD) => (key.flow, key.window, true, dataset.item(item).classification.as_str()),
            (ItemId::TOTAL, partner) => (key.flow, key.window, false, dataset.partner(partner).scheme.as_str()),
            _ => continue,
        };
        breakdowns.entry(group).or_default().push((key, vintage));
    }
    breakdowns
}

/// Sums of others (groups of countries, for example) come from elsewhere and follow other revisions: they are not compared.
fn larger_than_total(readings: &Readings<'_>, parts: &Breakdown<'_>, total: &Vintage) -> Vec<Finding> {
    let dataset = readings.view.dataset();
    let mut findings = Vec::new();
    // The total and the world are sums, too: of a part, only its own side counts.
    let is_sum = |key: &SeriesKey| match key.partner {
        PartnerId::WORLD => dataset.item(key.item).aggregate,
        partner => dataset.partner(partner).aggregate,
    };
    for (key, vintage) in parts.iter().filter(|(key, _)| !is_sum(key)) {
        for (period, part) in vintage.iter() {
            let (Some(part), Some(whole)) = (part, total.reading(period)) else { continue };
            if whole.value >= 0 && part.value - half(part.rounding) > whole.value + half(whole.rounding) {
                let observations = [ids(part), ids(whole)].concat();
                let finding = Finding::new(Check::PartExceedsTotal, *key, period, observations);
                findings.push(finding.numbers(part.value, whole.value));
            }
        }
    }
    findings
}

/// The parts of one period added up.
struct Sum {
    period: Period,
    parts: i64,
    total: i64,
    allowed: i64,
    observations: Vec<ObservationId>,
}

impl Sum {
    fn adds_up(&self) -> bool {
        (self.parts - self.total).abs() <= self.allowed
    }
}

fn sums(readings: &Readings<'_>, parts: &Breakdown<'_>, key: SeriesKey, total: &Vintage) -> Vec<Finding> {
    let members: Breakdown<'_> = parts.iter().filter(|(key, _)| is_member(readings, *key)).copied().collect();
    let sums: Vec<Sum> = total.iter().filter_map(|(period, whole)| sum(readings, &members, period, whole?)).collect();
    let full = sums.iter().filter(|sum| sum.adds_up()).count();
    let is_full = full >= FULL.2 && full * FULL.1 >= sums.len() * FULL.0;
    let is_wrong = |sum: &&Sum| !sum.adds_up() && (is_full || sum.parts > sum.total);
    let finding = |sum: &Sum| {
        Finding::new(Check::PartsSum, key, sum.period, sum.observations.clone()).numbers(sum.parts, sum.total)
    };
    sums.iter().filter(is_wrong).map(finding).collect()
}

/// By how much parts can differ from their total because each was rounded by itself: half of what it was rounded to. Values
/// that customs offices convert are rounded to whole units of the currency, partner by partner.
fn moved(roundings: impl Iterator<Item = i64>) -> i64 {
    roundings.map(|rounding| rounding.max(1)).sum::<i64>() / 2
}

/// Sums of others, and what lies within others, are not added.
fn is_member(readings: &Readings<'_>, key: SeriesKey) -> bool {
    let dataset = readings.view.dataset();
    let (item, partner) = (dataset.item(key.item), dataset.partner(key.partner));
    match key.partner {
        PartnerId::WORLD => !item.aggregate && item.part_of.is_none(),
        _ => !partner.aggregate && partner.part_of.is_none(),
    }
}

/// The sum of the parts that came out with the total; parts of another release are not compared with it.
fn sum(readings: &Readings<'_>, members: &Breakdown<'_>, period: Period, whole: &Reading) -> Option<Sum> {
    let released = |reading: &Reading| -> Option<Option<Date>> {
        reading.inputs().first().map(|id| readings.view.dataset().observation(*id).release.date)
    };
    let parts: Vec<&Reading> = members
        .iter()
        .filter_map(|(_, vintage)| vintage.reading(period))
        .filter(|part| released(part) == released(whole))
        .collect();
    (parts.len() > 1).then(|| Sum {
        period,
        parts: parts.iter().map(|part| part.value).sum(),
        total: whole.value,
        allowed: moved(parts.iter().map(|part| part.rounding).chain([whole.rounding])),
        observations: std::iter::once(whole).chain(parts).flat_map(ids).collect(),
    })
}

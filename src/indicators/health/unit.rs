//! A value of about ten, a hundred or a thousand times its neighbours is most often in another unit.

use crate::domain::{Period, SeriesKey, Vintage};

use super::readings::{Readings, ids};
use super::{Check, Finding};

/// The median of so many periods before is what a value is compared with.
const WINDOW: i32 = 12;

/// `10^0.85` and `10^1.15` in thousandths: within 0.15 of a whole power of ten.
const FACTOR: (i128, i128) = (7_079, 14_126);

/// Where the second largest of the months before is so many times the second smallest, jumps are usual.
const STEADY: i64 = 5;

/// A part of less than one in so many of its total may jump: a single ship is more.
const MATERIAL: i64 = 100;

pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, vintage) in readings.flows() {
        let total = readings.vintage(SeriesKey { window: key.window, ..SeriesKey::total(key.flow) });
        let is_material = |(period, median): &(Period, i64)| {
            total.and_then(|total| total.value(*period)).is_none_or(|total| median.saturating_mul(MATERIAL) >= total)
        };
        for (period, expected) in suspects(vintage).into_iter().filter(is_material) {
            let Some(reading) = vintage.reading(period) else { continue };
            let finding = Finding::new(Check::UnitScaleBreak, key, period, ids(reading));
            findings.push(finding.numbers(reading.value, expected));
        }
    }
    findings
}

/// Periods whose value is about a power of ten from the median of the twelve before; with that median.
fn suspects(vintage: &Vintage) -> Vec<(Period, i64)> {
    let suspect = |(period, reading): (Period, Option<&crate::domain::Reading>)| {
        let median = median_before(vintage, period)?;
        let value = reading?.value;
        is_power_of_ten(i128::from(value), i128::from(median)).then_some((period, median))
    };
    vintage.iter().filter_map(suspect).collect()
}

fn median_before(vintage: &Vintage, period: Period) -> Option<i64> {
    let before: Option<Vec<i64>> =
        Period::span(period.minus(WINDOW), period.minus(1)).map(|earlier| vintage.value(earlier)).collect();
    let mut before = before.filter(|values| values.iter().all(|value| *value > 0))?;
    before.sort_unstable();
    // Without the two ends: one odd month before says nothing about the others.
    if before[before.len() - 2] / before[1] >= STEADY {
        return None;
    }
    let middle = before.len() / 2;
    Some((before[middle - 1] + before[middle]) / 2)
}

fn is_power_of_ten(value: i128, median: i128) -> bool {
    let (large, small) = if value > median { (value, median) } else { (median, value) };
    (0..6).any(|power| {
        let scale = 10_i128.pow(power);
        small > 0 && large * 1000 >= small * FACTOR.0 * scale && large * 1000 <= small * FACTOR.1 * scale
    })
}

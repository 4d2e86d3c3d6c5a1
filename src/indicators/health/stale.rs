//! A new month that equals the month before to the last digit may be a copy of it.

use super::readings::{Readings, ids};
use super::{Check, Finding};

/// With fewer digits than five, two months can well be equal.
const ENOUGH_STEPS: i64 = 10_000;

pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, vintage) in readings.flows() {
        for (period, reading) in vintage.iter() {
            let (Some(now), Some(before)) = (reading, vintage.reading(period.minus(1))) else { continue };
            let is_fine = now.value / now.rounding.max(1) >= ENOUGH_STEPS;
            if is_fine && (now.value, now.rounding) == (before.value, before.rounding) {
                let finding = Finding::new(Check::StaleCopy, key, period, ids(now));
                findings.push(finding.numbers(now.value, before.value));
            }
        }
    }
    findings
}

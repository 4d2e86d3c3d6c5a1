//! The first ten days are not more than the first twenty, nor those more than the month.

use crate::domain::{SeriesKey, Window};

use super::readings::{Readings, half, ids};
use super::{Check, Finding};

const PAIRS: [(Window, Window); 3] =
    [(Window::First10, Window::First20), (Window::First20, Window::Whole), (Window::First10, Window::Whole)];

pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    PAIRS.into_iter().flat_map(|(short, long)| compare(readings, short, long)).collect()
}

fn compare(readings: &Readings<'_>, short: Window, long: Window) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, days) in readings.flows().filter(|(key, _)| key.window == short) {
        let Some(longer) = readings.vintage(SeriesKey { window: long, ..key }) else { continue };
        for (period, reading) in days.iter() {
            let (Some(part), Some(whole)) = (reading, longer.reading(period)) else { continue };
            if part.value - half(part.rounding) > whole.value + half(whole.rounding) {
                let observations = [ids(part), ids(whole)].concat();
                let finding = Finding::new(Check::FlashAboveMonth, key, period, observations);
                findings.push(finding.numbers(part.value, whole.value));
            }
        }
    }
    findings
}

//! Exports and imports are never below zero.

use super::readings::{Readings, ids};
use super::{Check, Finding};

pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    let readings = readings.flows().flat_map(|(key, vintage)| vintage.iter().map(move |(at, it)| (key, at, it)));
    let negative = readings.filter_map(|(key, period, reading)| {
        let reading = reading.filter(|reading| reading.value < 0)?;
        Some(Finding::new(Check::NegativeFlow, key, period, ids(reading)).numbers(reading.value, 0))
    });
    negative.collect()
}

//! No period between the first and the last is missing.

use crate::domain::{Period, SeriesKey, Vintage};

use super::readings::{Readings, ids};
use super::{Check, Finding};

/// Only of what panels and sentences are about: other series are often printed now and then.
pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    readings.main().flat_map(|(key, vintage)| gaps(key, vintage)).collect()
}

fn gaps(key: SeriesKey, vintage: &Vintage) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut start: Option<Period> = None;
    for (period, reading) in vintage.iter() {
        match (reading, start) {
            (None, None) => start = Some(period),
            (Some(reading), Some(first)) => {
                let gap = Finding::new(Check::Gap, key, first, ids(reading));
                findings.push(Finding { last: period.minus(1), ..gap });
                start = None;
            }
            _ => {}
        }
    }
    findings
}

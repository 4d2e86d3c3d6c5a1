//! One release gives one number for a period. The native format refuses such a file; other sources may not.

use crate::domain::ObservationId;

use super::readings::Readings;
use super::{Check, Finding};

pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (series, of) in readings.view.dataset().series.iter().enumerate() {
        for (row, pair) in of.observations.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let is_same = first.period == second.period && first.release.date == second.release.date;
            if is_same && first.value != second.value && first.release.is_known_on(readings.view.as_of()) {
                let id = |row: usize| ObservationId { series: series as u32, row: row as u32 };
                let finding = Finding::new(Check::DuplicateConflict, of.key, second.period, vec![id(row + 1), id(row)]);
                findings.push(finding.numbers(second.value, first.value));
            }
        }
    }
    findings
}

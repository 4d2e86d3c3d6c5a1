//! Growth far from that of the months before: perhaps a wrong number, perhaps a crisis.

use crate::domain::{ObservationId, Period, Reading, Vintage};

use super::readings::{Readings, ids};
use super::{Check, Finding};

/// The rate of growth is compared with the median of so many before.
const NEIGHBOURS: i32 = 3;

/// The usual distance from that median is taken over so many months before.
const MEMORY: i32 = 36;

/// With fewer distances nobody knows what is usual.
const ENOUGH: usize = 6;

/// Beyond so many usual distances it is an outlier.
const FAR: f64 = 5.0;

/// Makes the median absolute deviation comparable with a standard deviation.
const MAD_SCALE: f64 = 1.4826;

/// Growth that differs by less is never one.
const LEAST_SPREAD: f64 = 0.04;

/// Leaves out what other checks found to be wrong.
pub(super) fn check(readings: &Readings<'_>, wrong: &[Finding]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let wrong: Vec<ObservationId> = wrong
        .iter()
        .filter(|finding| finding.check.blames_one())
        .filter_map(|finding| finding.observations.first().copied())
        .collect();
    for (key, vintage) in readings.main() {
        let is_wrong = |reading: &Reading| reading.inputs().iter().any(|id| wrong.contains(id));
        let left_out = vintage.iter().filter(|(_, reading)| reading.is_some_and(is_wrong)).map(|(period, _)| period);
        for period in outliers(vintage, left_out.collect()) {
            let (Some(now), Some(before)) = (vintage.reading(period), vintage.reading(period.year_ago())) else {
                continue;
            };
            findings.push(Finding::new(Check::Outlier, key, period, ids(now)).numbers(now.value, before.value));
        }
    }
    findings
}

/// Periods of odd growth on the year before. What is wrong, below zero or an outlier itself is left out of all
/// comparisons: one bad month would make others look odd.
fn outliers(vintage: &Vintage, mut left_out: Vec<Period>) -> Vec<Period> {
    let mut found = Vec::new();
    let mut distances: Vec<f64> = Vec::new();
    let Some((first, last)) = vintage.first().zip(vintage.last()) else { return found };
    for period in Period::span(first.plus(first.frequency().per_year()), last) {
        let Some(distance) = distance(vintage, period, &left_out) else { continue };
        let recent = distances.len().saturating_sub(MEMORY as usize);
        let spread = (MAD_SCALE * median(distances[recent..].to_vec()).unwrap_or(0.0)).max(LEAST_SPREAD);
        if distances.len() >= ENOUGH && distance / spread > FAR {
            found.push(period);
            left_out.push(period);
        } else {
            distances.push(distance);
        }
    }
    found
}

/// How far the logarithm of growth is from the median of the last three.
fn distance(vintage: &Vintage, period: Period, left_out: &[Period]) -> Option<f64> {
    let growth = |period: Period| {
        let is_sound = |period: &Period| !left_out.contains(period);
        let value = |period: Period| vintage.value(period).filter(|value| *value > 0 && is_sound(&period));
        Some((value(period)? as f64 / value(period.year_ago())? as f64).ln())
    };
    let before: Vec<f64> = Period::span(period.minus(NEIGHBOURS), period.minus(1)).filter_map(growth).collect();
    let usual = if before.len() < 2 { return None } else { median(before)? };
    Some((growth(period)? - usual).abs())
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(values[middle]),
        _ => Some((values[middle - 1] + values[middle]) / 2.0),
    }
}

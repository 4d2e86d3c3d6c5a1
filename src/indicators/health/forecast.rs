//! A forecast is no observation, and is not to be taken for one.

use crate::domain::ObsStatus;

use super::readings::{Readings, ids};
use super::{Check, Finding};

pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    let readings = readings.flows().flat_map(|(key, vintage)| vintage.iter().map(move |(at, it)| (key, at, it)));
    let forecasts = readings.filter_map(|(key, period, reading)| {
        let reading = reading.filter(|reading| reading.status == ObsStatus::Forecast)?;
        Some(Finding::new(Check::Forecast, key, period, ids(reading)).numbers(reading.value, 0))
    });
    forecasts.collect()
}

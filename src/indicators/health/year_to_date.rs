//! A printed year to date is the sum of its months as known when it was printed. Where it is not, a month was revised.

use crate::domain::{Period, SeriesKey, View, Window};

use super::readings::{Readings, half, ids};
use super::{Check, Finding};

pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, vintage) in readings.flows().filter(|(key, _)| key.window == Window::YearToDate) {
        for (period, printed) in vintage.iter() {
            let Some(printed) = printed else { continue };
            let dated = ids(printed).first().and_then(|id| readings.view.dataset().observation(*id).release.date);
            let view = match dated {
                Some(date) => &readings.view.on(date),
                None => readings.view,
            };
            let Some((sum, allowed)) = sum(view, SeriesKey { window: Window::Whole, ..key }, period) else { continue };
            if (printed.value - sum).abs() > allowed + half(printed.rounding) {
                findings.push(Finding::new(Check::YearToDate, key, period, ids(printed)).numbers(printed.value, sum));
            }
        }
    }
    findings
}

/// The sum of the months, and by how much rounding may have moved it; `None` where one is missing.
fn sum(view: &View, key: SeriesKey, period: Period) -> Option<(i64, i64)> {
    let months = Period::span(period.first_of_year(), period).map(|month| view.revisions(key, month).pop());
    months.map(|revision| revision.map(|revision| revision.reading)).try_fold((0, 0), |(sum, allowed), reading| {
        let reading = reading?;
        Some((sum + reading.value, allowed + half(reading.rounding)))
    })
}

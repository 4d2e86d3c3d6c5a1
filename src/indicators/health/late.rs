//! A release that the schedule announces and that has not come.

use chrono::{Datelike, TimeDelta, Weekday};

use crate::domain::{Calendar, Date, Flow, Frequency, Period, ScheduledRelease, SeriesKey};

use super::readings::{Readings, ids};
use super::{Check, Finding};

/// So many days after the day it is due.
const PATIENCE: i64 = 2;

/// More months than this no release waits.
const LONGEST_WAIT: i32 = 15;

/// After so many days off in a row the calendar is not to be believed.
const LONGEST_HOLIDAY: usize = 15;

/// The totals of each scheduled release; of a flow that never came out in it, nothing is expected.
pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    let dataset = readings.view.dataset();
    let mut findings = Vec::new();
    if dataset.frequency != Frequency::Monthly || !dataset.has_release_dates() {
        return findings;
    }
    for release in &dataset.schedule {
        for flow in [Flow::Export, Flow::Import] {
            let key = SeriesKey { window: release.window, ..SeriesKey::total(flow) };
            let Some(vintage) = readings.vintage(key) else { continue };
            let Some(last) = vintage.last() else { continue };
            let due = newest_due(release, &dataset.calendar, readings.view.as_of());
            if let Some(due) = due.filter(|due| *due > last) {
                let newest = vintage.reading(last).map(ids).unwrap_or_default();
                findings.push(Finding { last: due, ..Finding::new(Check::Late, key, last.plus(1), newest) });
            }
        }
    }
    findings
}

/// The newest period that should have come out by `today`.
fn newest_due(release: &ScheduledRelease, calendar: &Calendar, today: Date) -> Option<Period> {
    let newest = Period::containing(today, Frequency::Monthly);
    let is_due = |period: &Period| {
        let day = due_day(release, calendar, *period);
        day.and_then(|day| day.checked_add_signed(TimeDelta::days(PATIENCE))).is_some_and(|day| day < today)
    };
    Period::span(newest.minus(LONGEST_WAIT), newest).rev().find(is_due)
}

/// The day on which a period comes out: the scheduled one, or the first working day after it.
fn due_day(release: &ScheduledRelease, calendar: &Calendar, period: Period) -> Option<Date> {
    let month = period.plus(release.months_after);
    let scheduled = Date::from_ymd_opt(month.year(), month.first_month(), release.day)?;
    let working = scheduled.iter_days().take(LONGEST_HOLIDAY).find(|day| {
        let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let is_off = calendar.holidays.contains_key(day) || calendar.every_year.contains(&(day.month(), day.day()));
        !is_weekend && !is_off
    });
    working.or(Some(scheduled))
}

//! The triangle of a series: a row for each month, a column for each release, and in it what was known then.

use std::collections::BTreeSet;

use crate::domain::view::Revision;
use crate::domain::{Date, Period, Reading, SeriesKey, View};

/// What was known of one period at each release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The period.
    pub period: Period,
    /// One for each column; `None` before the first value.
    pub cells: Vec<Option<Cell>>,
}

/// A value as known after a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The value.
    pub reading: Reading,
    /// True where this release brought it.
    pub is_new: bool,
    /// By how much this release changed it; `None` where it did not, or brought the first value.
    pub by: Option<i64>,
}

/// Rows of months, columns of releases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Triangle {
    /// The series.
    pub key: SeriesKey,
    /// The days on which one of the rows changed, oldest first.
    pub columns: Vec<Date>,
    /// Oldest first.
    pub rows: Vec<Row>,
}

/// The triangle of the periods from `first` to `last`, up to the view's date. Values without a release date were known
/// before the first column.
pub fn triangle(view: &View, key: SeriesKey, first: Period, last: Period) -> Triangle {
    let histories: Vec<(Period, Vec<Revision>)> =
        Period::span(first, last).map(|period| (period, view.revisions(key, period))).collect();
    let dates: BTreeSet<Date> =
        histories.iter().flat_map(|(_, steps)| steps).filter_map(|step| step.release.date).collect();
    let columns: Vec<Date> = dates.into_iter().collect();
    let row = |(period, steps): (Period, Vec<Revision>)| Row {
        cells: columns.iter().map(|date| cell(&steps, *date)).collect(),
        period,
    };
    Triangle { key, rows: histories.into_iter().map(row).collect(), columns }
}

fn cell(steps: &[Revision], date: Date) -> Option<Cell> {
    let known = steps.partition_point(|step| step.release.is_known_on(date));
    let newest = steps[..known].last()?;
    let is_new = newest.release.date == Some(date);
    let before = steps[..known - 1].last().filter(|_| is_new);
    let by = before.map(|before| newest.reading.value - before.reading.value);
    Some(Cell { reading: newest.reading, is_new, by })
}

//! Announced annual targets.

use chrono::NaiveDate;

use super::{SeriesKey, SourceId, Text};

/// Whether the number was set as a goal or only expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetKind {
    /// A goal.
    Target,
    /// An expectation; never measured against.
    Forecast,
}

/// A value that a series is to reach over a calendar year.
#[derive(Debug, Clone)]
pub struct Target {
    /// Unique within the dataset.
    pub id: String,
    /// Calendar year.
    pub year: i32,
    /// What is to reach it.
    pub key: SeriesKey,
    /// Whole units of the currency.
    pub value: i64,
    /// When it was announced; a later announcement for the same series and year replaces it.
    pub announced: NaiveDate,
    /// Goal or expectation.
    pub kind: TargetKind,
    /// Who set it, on which occasion.
    pub issuer: Text,
    /// Doubts about the figure; may be empty.
    pub note: Text,
    /// Where it was read.
    pub source: Option<SourceId>,
}

//! Policy measures as dated steps.

use chrono::NaiveDate;

use super::{SourceId, Text};

/// A dated step of a measure.
#[derive(Debug, Clone)]
pub struct PolicyEvent {
    /// The day, or the first day of the month where the day is unknown.
    pub date: NaiveDate,
    /// True where the day within the month is unknown.
    pub day_unknown: bool,
    /// `announced`, `planned`, `requested`, `submitted`, `stalled`, `review`, `passed`, `in_force` or `completed`.
    pub status: String,
    /// What happened.
    pub text: Text,
    /// Where it was read.
    pub source: Option<SourceId>,
}

/// A measure and its steps, oldest first.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Unique within the dataset.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Sum involved, as text; may be empty.
    pub amount: Text,
    /// Never empty.
    pub events: Vec<PolicyEvent>,
}

impl Policy {
    /// The last step on or before `day`.
    pub fn status_on(&self, day: NaiveDate) -> Option<&PolicyEvent> {
        self.events.iter().rev().find(|event| event.date <= day)
    }
}

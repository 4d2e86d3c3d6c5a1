//! Policy measures as dated steps.

use chrono::NaiveDate;

use super::{Frequency, Period, SourceId, Text};

/// A dated step of a measure.
#[derive(Debug, Clone)]
pub struct PolicyEvent {
    /// The day, or the first day of the month where the day is unknown.
    pub date: NaiveDate,
    /// True where the day within the month is unknown.
    pub day_unknown: bool,
    /// `announced`, `planned`, `requested`, `submitted`, `stalled`, `review`, `passed`, `in_force` or `completed`.
    pub status: String,
    /// When it is to be done, by the text of this step: the last day of the month where no day is named.
    pub due: Option<NaiveDate>,
    /// The sum involved from this step on, as text; empty where the step names none.
    pub amount: Text,
    /// What happened.
    pub text: Text,
    /// Where it was read.
    pub source: Option<SourceId>,
}

impl PolicyEvent {
    /// The day from which it counts as known: where only the month is, the last of it.
    pub fn known_from(&self) -> NaiveDate {
        if self.day_unknown { Period::containing(self.date, Frequency::Monthly).last_day() } else { self.date }
    }

    /// True where what was announced has come about.
    pub fn is_done(&self) -> bool {
        matches!(self.status.as_str(), "passed" | "in_force" | "completed")
    }
}

/// A measure and its steps, oldest first.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Unique within the dataset.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Sum involved from the first step on, as text; may be empty.
    pub amount: Text,
    /// Never empty.
    pub events: Vec<PolicyEvent>,
}

impl Policy {
    /// The steps known on `day`, oldest first.
    pub fn known_on(&self, day: NaiveDate) -> impl DoubleEndedIterator<Item = &PolicyEvent> {
        self.events.iter().filter(move |event| event.known_from() <= day)
    }

    /// The last step known on `day`.
    pub fn status_on(&self, day: NaiveDate) -> Option<&PolicyEvent> {
        self.known_on(day).next_back()
    }

    /// The sum involved as known on `day`.
    pub fn amount_on(&self, day: NaiveDate) -> &Text {
        let named = self.known_on(day).rev().map(|event| &event.amount).find(|amount| !amount.en.is_empty());
        named.unwrap_or(&self.amount)
    }
}

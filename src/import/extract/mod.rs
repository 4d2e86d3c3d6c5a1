//! What a downloaded file says, in terms that all formats share. Importers fill an [`Extract`];
//! [`super::assemble`] makes a dataset of it, and alone decides what is a total and what would count twice.

mod debits;
pub mod decimal;
pub mod dotted;
pub mod fiscal;
mod powers;
pub(super) mod slashed;
pub mod span;
mod spelling;
pub mod subject;
pub mod time_period;
pub mod unit;

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use crate::domain::{Frequency, ObsStatus, Period, Text};

use crate::say;
use crate::word;

use super::decisions::Decisions;
use super::mapping::Mapping;

pub use decimal::{Decimal, Mark};
pub use subject::{Area, Extent, Goods, Measure, Subject};
pub use time_period::TimePeriod;
pub use unit::Unit;

/// So many numbers of one file are kept; a dashboard of more has no room in the memory of a small machine.
pub const MOST_FACTS: usize = 8 * 1024 * 1024;

/// One number of a file, or the statement that there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fact {
    /// Index into [`Extract::subjects`].
    pub subject: u32,
    /// When.
    pub period: TimePeriod,
    /// In units of the subject; `None` where the file says that it is missing.
    pub value: Option<Decimal>,
    /// Settled, provisional …
    pub status: ObsStatus,
    /// Line of the file, or row of the sheet, from 1.
    pub line: u32,
}

/// Rows or cells that were left out for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skipped {
    /// How many.
    pub count: usize,
    /// Where the first of them stands.
    pub line: u32,
}

/// Everything that was read from one file.
#[derive(Debug, Clone, Default)]
pub struct Extract {
    /// What the file is called by its publisher; may be empty.
    pub title: String,
    /// Who publishes such files.
    pub publisher: Text,
    /// `customs basis`, for the top of the screen.
    pub basis: Text,
    /// `exports FOB, imports CIF`.
    pub valuation: Text,
    /// What the numbers are about, each once, in the order of the file.
    pub subjects: Vec<Subject>,
    /// In the order of the file; in that of their subjects once all are there.
    pub facts: Vec<Fact>,
    /// True where nothing says in which power of ten the values are: they are taken as whole units.
    pub is_scale_assumed: bool,
    /// Dimensions that break the same values down: their parts make up the whole.
    pub breakdowns: Vec<&'static str>,
    /// What was left out, by reason.
    pub skipped: BTreeMap<String, Skipped>,
    /// What the reader should know: assumptions, totals that were checked.
    pub remarks: Decisions,
    /// Which column was taken for what, where that was a guess.
    pub assumed: Option<Mapping>,
    /// The columns of a table of no known format; empty for others.
    pub columns: Vec<String>,
    places: HashMap<Subject, u32>,
}

impl Extract {
    /// The index of a subject, which is added where it is new.
    pub fn subject(&mut self, subject: Subject) -> u32 {
        // Rows of one subject often stand together.
        if let Some(last) = self.facts.last()
            && self.subjects[last.subject as usize] == subject
        {
            return last.subject;
        }
        if let Some(index) = self.places.get(&subject) {
            return *index;
        }
        let index = self.subjects.len() as u32;
        self.places.insert(subject.clone(), index);
        self.subjects.push(subject);
        index
    }

    /// Adds a settled number, or a missing one.
    pub fn add(&mut self, subject: Subject, period: TimePeriod, value: Option<Decimal>, line: u32) {
        self.add_with(subject, period, value, ObsStatus::Normal, line);
    }

    /// Adds a number with its status.
    pub fn add_with(
        &mut self,
        subject: Subject,
        period: TimePeriod,
        value: Option<Decimal>,
        status: ObsStatus,
        line: u32,
    ) {
        let subject = self.subject(subject);
        self.add_to(subject, period, value, status, line);
    }

    /// The same for a subject whose index is known.
    pub fn add_to(&mut self, subject: u32, period: TimePeriod, value: Option<Decimal>, status: ObsStatus, line: u32) {
        if !self.is_full() {
            self.facts.push(Fact { subject, period, value, status, line });
        }
    }

    /// True where no more numbers are kept: what was read is not all.
    pub fn is_full(&self) -> bool {
        self.facts.len() >= MOST_FACTS
    }

    /// Puts the numbers of one subject together, as they follow each other in the file.
    pub fn group(&mut self) {
        self.facts.sort_by_key(|fact| fact.subject);
        self.facts.shrink_to_fit();
    }

    /// Where all days are the first of a month, or all the last: what they stand for is told by how far they are
    /// apart. `2014-01-01`, `2014-02-01` are months.
    pub fn days_to_periods(&mut self) {
        let day = |fact: &Fact| match fact.period {
            TimePeriod::Day(day) => Some(day),
            _ => None,
        };
        let mut days: Vec<NaiveDate> = self.facts.iter().filter_map(day).collect();
        let is_first = |day: &NaiveDate| day.day() == 1;
        let is_last = |day: &NaiveDate| day.succ_opt().is_some_and(|next| next.day() == 1);
        if !days.iter().all(is_first) && !days.iter().all(is_last) {
            return;
        }
        days.sort_unstable();
        let gap = days.windows(2).map(|pair| (pair[1] - pair[0]).num_days()).filter(|days| *days > 0).min();
        let frequency = match gap {
            Some(365..) => Frequency::Annual,
            Some(89..) => Frequency::Quarterly,
            Some(28..) | None => Frequency::Monthly,
            Some(_) => return,
        };
        for fact in &mut self.facts {
            if let TimePeriod::Day(day) = fact.period {
                fact.period = TimePeriod::Period(Period::containing(day, frequency));
            }
        }
    }

    /// Months at the end in which everything is 0 are not yet published: their values are missing.
    pub fn unpublish_zeros(&mut self) {
        let mut is_published: BTreeMap<TimePeriod, bool> = BTreeMap::new();
        for fact in &self.facts {
            *is_published.entry(fact.period).or_default() |= fact.value.is_some_and(|value| value.digits != 0);
        }
        let last = is_published.iter().rev().find(|(_, published)| **published).map(|(period, _)| *period);
        let unpublished = self.facts.iter_mut().filter(|fact| last.is_none_or(|last| fact.period > last));
        let mut count = 0;
        for fact in unpublished.filter(|fact| fact.value.is_some_and(|value| value.digits == 0)) {
            fact.value = None;
            count += 1;
        }
        if count > 0 {
            self.remark(say!("import.zeros-after-last-published", count = count));
        }
    }

    /// Notes that something was left out.
    pub fn skip(&mut self, reason: &str, line: u32) {
        match self.skipped.get_mut(reason) {
            Some(skipped) => skipped.count += 1,
            None => {
                self.skipped.insert(reason.to_owned(), Skipped { count: 1, line });
            }
        }
    }

    /// Notes that values are taken as whole units of their currency for want of a multiplier.
    pub fn assume_whole_units(&mut self) {
        self.is_scale_assumed = true;
        self.doubt(word!("import.scale-assumed"));
    }

    /// Notes something that the reader should know, once.
    pub fn remark(&mut self, remark: impl Into<String>) {
        self.remarks.push(remark);
    }

    /// Notes something by which the figures may be wrong, once.
    pub fn doubt(&mut self, doubt: impl Into<String>) {
        self.remarks.doubt(doubt);
    }
}

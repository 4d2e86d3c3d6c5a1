//! What a check found, where it stands, and which numbers rest on it.

use crate::domain::{Dataset, Flow, ObservationId, Period, SeriesKey};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The numbers contradict each other: what rests on them cannot be said.
    Error,
    /// Odd, but possible.
    Warning,
}

impl Severity {
    /// A stable word for machines.
    pub const fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A check, by what it finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// A printed balance is not exports less imports of the same release.
    BalanceIdentity,
    /// A part is larger than its total.
    PartExceedsTotal,
    /// Parts add up to more than their total, or a full breakdown to something else.
    PartsSum,
    /// A printed year to date is not the sum of the months as known on its release.
    YearToDate,
    /// A period between the first and the last is missing.
    Gap,
    /// Two numbers for the same period in the same release.
    DuplicateConflict,
    /// About ten, a hundred or a thousand times what the months before were.
    UnitScaleBreak,
    /// Growth far from that of the months before.
    Outlier,
    /// A release that was due has not come.
    Late,
    /// The same number as in the period before.
    StaleCopy,
    /// The first days of a month are more than the whole, or more than more days.
    FlashAboveMonth,
    /// Exports or imports below zero.
    NegativeFlow,
    /// A forecast stands where observations are expected.
    Forecast,
}

impl Check {
    /// Every check.
    pub const ALL: [Check; 13] = [
        Check::BalanceIdentity,
        Check::PartExceedsTotal,
        Check::PartsSum,
        Check::YearToDate,
        Check::Gap,
        Check::DuplicateConflict,
        Check::UnitScaleBreak,
        Check::Outlier,
        Check::Late,
        Check::StaleCopy,
        Check::FlashAboveMonth,
        Check::NegativeFlow,
        Check::Forecast,
    ];

    /// A stable word for machines.
    pub const fn code(self) -> &'static str {
        match self {
            Check::BalanceIdentity => "balance_identity",
            Check::PartExceedsTotal => "part_exceeds_total",
            Check::PartsSum => "parts_sum",
            Check::YearToDate => "year_to_date",
            Check::Gap => "gap",
            Check::DuplicateConflict => "duplicate_conflict",
            Check::UnitScaleBreak => "unit_scale_break",
            Check::Outlier => "outlier",
            Check::Late => "late",
            Check::StaleCopy => "stale_copy",
            Check::FlashAboveMonth => "flash_above_month",
            Check::NegativeFlow => "negative_flow",
            Check::Forecast => "forecast",
        }
    }

    /// True where what it finds points at one number, not at several of which any may be wrong.
    pub const fn blames_one(self) -> bool {
        use Check::{DuplicateConflict, Forecast, NegativeFlow, PartExceedsTotal, UnitScaleBreak};
        matches!(self, DuplicateConflict | Forecast | NegativeFlow | PartExceedsTotal | UnitScaleBreak)
    }

    /// How bad what it finds usually is.
    pub const fn severity(self) -> Severity {
        match self {
            Check::YearToDate | Check::Outlier | Check::Late | Check::StaleCopy | Check::Gap => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// One thing that is wrong or odd.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which check found it.
    pub check: Check,
    /// The series.
    pub key: SeriesKey,
    /// The first period.
    pub period: Period,
    /// The last; the same as the first but for gaps and what is late.
    pub last: Period,
    /// The observations in question, the most doubtful first; of a gap, the one behind it.
    pub observations: Vec<ObservationId>,
    /// What stands there, in units of the currency; 0 where nothing does.
    pub found: i64,
    /// What it was compared with, in units of the currency; 0 where there is nothing.
    pub expected: i64,
}

impl Finding {
    /// A finding in one period.
    pub(super) fn new(check: Check, key: SeriesKey, period: Period, observations: Vec<ObservationId>) -> Finding {
        Finding { check, key, period, last: period, observations, found: 0, expected: 0 }
    }

    /// With what stands there, and what it was compared with.
    pub(super) fn numbers(self, found: i64, expected: i64) -> Finding {
        Finding { found, expected, ..self }
    }

    /// How bad it is. A gap in the totals cuts runs and sums; elsewhere it is only to be known.
    pub fn severity(&self) -> Severity {
        match self.check {
            Check::Gap if self.key == SeriesKey::total(self.key.flow) => Severity::Error,
            check => check.severity(),
        }
    }

    /// File and line of the most doubtful observation; line 0 of a sum over many rows.
    pub fn place<'a>(&self, dataset: &'a Dataset) -> Option<(&'a str, u32)> {
        let origin = dataset.observation(*self.observations.first()?).origin;
        Some((dataset.files.get(usize::from(origin.file))?.as_str(), origin.line))
    }

    /// The same as `file:line`, or the file alone.
    pub fn placed(&self, dataset: &Dataset) -> Option<String> {
        self.place(dataset).map(|(file, line)| if line == 0 { file.to_owned() } else { format!("{file}:{line}") })
    }

    /// True where it is about a series of the same trade (flow aside) in one of the periods from `first` to `last`: for
    /// sentences on runs and records, which rest on many months.
    pub fn lies_in(&self, key: SeriesKey, first: Period, last: Period) -> bool {
        same_trade(self.key, key) && self.period <= last && first <= self.last
    }

    /// True where a number that was worked out from `inputs` rests on what is doubtful: on the same period of the
    /// same series, or of the other flows of it where they contradict each other. What is missing or late is told by
    /// the number itself.
    pub fn touches(&self, inputs: &[ObservationId], dataset: &Dataset) -> bool {
        let is_missing = matches!(self.check, Check::Gap | Check::Late);
        let in_range = |period: Period| self.period <= period && period <= self.last;
        !is_missing
            && inputs.iter().any(|id| {
                let key = dataset.key_of(*id);
                let same = key == self.key || (self.check == Check::BalanceIdentity && same_trade(self.key, key));
                self.observations.contains(id) || (same && in_range(dataset.observation(*id).period))
            })
    }
}

/// True where two series differ in nothing but the flow.
fn same_trade(one: SeriesKey, other: SeriesKey) -> bool {
    SeriesKey { flow: Flow::Balance, ..one } == SeriesKey { flow: Flow::Balance, ..other }
}

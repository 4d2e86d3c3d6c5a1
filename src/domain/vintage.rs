//! One series as it was known on one date: at most one reading per period.

use super::{ObsStatus, ObservationId, Period};

/// A value with the observations it rests on: itself, or exports and imports where it is a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Whole units of the currency.
    pub value: i64,
    /// Sum of the rounding units of its observations.
    pub rounding: i64,
    /// The least firm status of its observations.
    pub status: ObsStatus,
    inputs: [ObservationId; 2],
    count: u8,
}

impl Reading {
    /// A value that was published as such.
    pub fn published(value: i64, rounding: i64, status: ObsStatus, id: ObservationId) -> Reading {
        Reading { value, rounding, status, inputs: [id; 2], count: 1 }
    }

    /// A value worked out from others; it names no observations.
    pub fn derived(value: i64, rounding: i64, status: ObsStatus) -> Reading {
        Reading { value, rounding, status, inputs: [ObservationId { series: 0, row: 0 }; 2], count: 0 }
    }

    /// `exports - imports`.
    pub fn difference(exports: &Reading, imports: &Reading) -> Reading {
        Reading {
            value: exports.value - imports.value,
            rounding: exports.rounding + imports.rounding,
            status: exports.status.max(imports.status),
            inputs: [exports.inputs[0], imports.inputs[0]],
            count: 2,
        }
    }

    /// The observations it rests on.
    pub fn inputs(&self) -> &[ObservationId] {
        &self.inputs[..usize::from(self.count)]
    }
}

/// A series as known on a date: consecutive periods from `first`, `None` where nothing is known.
#[derive(Debug, Clone, Default)]
pub struct Vintage {
    first: Option<Period>,
    readings: Vec<Option<Reading>>,
}

impl Vintage {
    /// A vintage of consecutive readings, the one at index 0 being that of `first`. It begins and ends with a value.
    pub fn new(first: Period, readings: Vec<Option<Reading>>) -> Vintage {
        let mut readings = readings;
        let unknown = readings.iter().take_while(|reading| reading.is_none()).count();
        readings.drain(..unknown);
        let first = first.plus(unknown as i32);
        while readings.last().is_some_and(Option::is_none) {
            readings.pop();
        }
        Vintage { first: (!readings.is_empty()).then_some(first), readings }
    }

    /// First period; `None` where the vintage is empty.
    pub fn first(&self) -> Option<Period> {
        self.first
    }

    /// Last period with a value.
    pub fn last(&self) -> Option<Period> {
        self.first.map(|first| first.plus(self.readings.len() as i32 - 1))
    }

    /// The reading of a period.
    pub fn reading(&self, period: Period) -> Option<&Reading> {
        let first = self.first.filter(|first| first.frequency() == period.frequency())?;
        let index = usize::try_from(period.since(first)).ok()?;
        self.readings.get(index)?.as_ref()
    }

    /// The value of a period.
    pub fn value(&self, period: Period) -> Option<i64> {
        self.reading(period).map(|reading| reading.value)
    }

    /// All periods from first to last, each with its reading.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Period, Option<&Reading>)> {
        let first = self.first.unwrap_or(Period::annual(0));
        self.readings.iter().enumerate().map(move |(n, reading)| (first.plus(n as i32), reading.as_ref()))
    }

    /// The vintage with only the periods up to and including `last`.
    #[must_use]
    pub fn until(&self, last: Period) -> Vintage {
        let Some(first) = self.first else { return Vintage::default() };
        let length = usize::try_from(last.since(first) + 1).unwrap_or(0).min(self.readings.len());
        Vintage::new(first, self.readings[..length].to_vec())
    }
}

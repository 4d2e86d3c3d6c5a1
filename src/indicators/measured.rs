//! A number on its way to becoming a figure: exact, or undefined for a reason, with what it rests on.

use crate::domain::{ObsStatus, ObservationId, Ratio, Reading};

/// Why there is no number. Never shown as zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Undefined {
    /// An input is not published as of the date.
    Missing,
    /// Growth from zero to something.
    NewFromZero,
    /// Growth from zero to zero.
    ZeroToZero,
    /// A percentage that would mean nothing: of a balance, or on a base below zero.
    NotMeaningful,
    /// A sum with a gap in it.
    Incomplete,
    /// Nobody told which days are worked.
    NoWorkingDays,
    /// The dataset has no such series.
    NotLoaded,
    /// No target is known for the period and series.
    NoPlan,
}

impl Undefined {
    /// A stable word for machines.
    pub const fn code(self) -> &'static str {
        match self {
            Undefined::Missing => "missing",
            Undefined::NewFromZero => "new_from_zero",
            Undefined::ZeroToZero => "zero_to_zero",
            Undefined::NotMeaningful => "not_meaningful",
            Undefined::Incomplete => "incomplete",
            Undefined::NoWorkingDays => "no_working_days",
            Undefined::NotLoaded => "not_loaded",
            Undefined::NoPlan => "no_plan",
        }
    }
}

/// A number with the status and the observations it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The number, or why there is none.
    pub value: Result<Ratio, Undefined>,
    /// The least firm status of the observations.
    pub status: ObsStatus,
    /// The observations, in the order of the formula.
    pub inputs: Vec<ObservationId>,
}

impl Measured {
    /// The value of a reading; missing where there is none.
    pub fn of(reading: Option<&Reading>) -> Measured {
        match reading {
            None => Measured::undefined(Undefined::Missing),
            Some(reading) => Measured {
                value: Ok(Ratio::whole(i128::from(reading.value))),
                status: reading.status,
                inputs: reading.inputs().to_vec(),
            },
        }
    }

    /// A number that rests on no observation, such as a count of days.
    pub fn exact(value: Ratio) -> Measured {
        Measured { value: Ok(value), status: ObsStatus::Normal, inputs: Vec::new() }
    }

    /// No number.
    pub fn undefined(reason: Undefined) -> Measured {
        Measured { value: Err(reason), status: ObsStatus::Normal, inputs: Vec::new() }
    }

    /// Applies a formula to two numbers; the result rests on the inputs of both.
    #[must_use]
    pub fn with(self, other: Measured, formula: impl FnOnce(Ratio, Ratio) -> Result<Ratio, Undefined>) -> Measured {
        let value = match (self.value, other.value) {
            (Ok(a), Ok(b)) => formula(a, b),
            (Err(reason), _) | (_, Err(reason)) => Err(reason),
        };
        let mut inputs = self.inputs;
        inputs.extend(other.inputs);
        Measured { value, status: self.status.max(other.status), inputs }
    }

    /// `self - other`.
    #[must_use]
    pub fn minus(self, other: Measured) -> Measured {
        self.with(other, |a, b| Ok(a.minus(b)))
    }

    /// The sum of all; incomplete where any is missing, for a partial sum is no sum.
    pub fn total(parts: impl Iterator<Item = Measured>) -> Measured {
        let mut total = Measured::exact(Ratio::whole(0));
        for part in parts {
            total.value = match (total.value, part.value) {
                (Ok(sum), Ok(value)) => Ok(sum.plus(value)),
                _ => Err(Undefined::Incomplete),
            };
            total.status = total.status.max(part.status);
            total.inputs.extend(part.inputs);
        }
        total
    }

    /// `self / n`.
    #[must_use]
    pub fn divided(self, n: i32) -> Measured {
        let by = Ratio::whole(i128::from(n));
        Measured { value: self.value.and_then(|value| value.over(by).ok_or(Undefined::NotMeaningful)), ..self }
    }

    /// `self / n` to a whole number: a mean that later divisions can rest on without growing beyond bounds.
    #[must_use]
    pub fn mean_of(self, n: i32) -> Measured {
        let mean = self.divided(n);
        Measured { value: mean.value.map(|value| Ratio::whole(value.rounded(0))), ..mean }
    }

    /// The same, with another reason where there is no number.
    #[must_use]
    pub fn or_else_because(self, reason: Undefined) -> Measured {
        Measured { value: self.value.map_err(|_| reason), ..self }
    }

    /// The sum of readings; incomplete where any is missing.
    pub fn sum<'a>(readings: impl Iterator<Item = Option<&'a Reading>>) -> Measured {
        Measured::total(readings.map(Measured::of))
    }
}

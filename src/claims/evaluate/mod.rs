//! What the figures of one view give for an expression: the number, its bounds, and what it rests on.

mod cells;
mod counts;
mod formula;

use crate::domain::{ObsStatus, Period, Ratio, SeriesKey, View};

use super::exact::{Interval, Unbounded};

pub use cells::{Cell, Days};

use cells::Cells;

/// What a view gives for an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// With every input as printed.
    pub value: Ratio,
    /// What it may be, given how the inputs were rounded.
    pub bounds: Interval,
    /// A count that a gap or the start of the data cuts: it may be larger.
    pub at_least: bool,
    /// The least firm status of the inputs.
    pub status: ObsStatus,
    /// The inputs, in the order of the formula.
    pub cells: Vec<Cell>,
    /// Working days that were divided by.
    pub days: Vec<Days>,
    /// Indices of the targets that were used, into the dataset's list.
    pub targets: Vec<usize>,
}

/// Why there is no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// Nothing says which figure is meant.
    NoIndicator,
    /// Nothing says which period is meant.
    NoPeriod,
    /// No number was stated.
    NoNumber,
    /// The statement is in another currency than the data.
    OtherCurrency,
    /// The data have no such series.
    NotLoaded(SeriesKey),
    /// Periods of a series that were not known on the date.
    Missing(SeriesKey, Vec<Period>),
    /// No target for the year was known on the date.
    NoTarget(i32),
    /// Nobody told which days of the period are worked.
    NoWorkingDays(Period),
    /// Growth of, or on, something below zero.
    NotMeaningful,
    /// The divisor is zero, or may be within its rounding.
    ZeroDivisor,
    /// Numbers of more digits, or sums of more periods, than are reckoned with.
    TooLarge,
    /// The count is cut by a gap or the start of the data; it is at least this.
    Cut(Ratio),
}

impl From<Unbounded> for Unknown {
    fn from(reason: Unbounded) -> Unknown {
        match reason {
            Unbounded::ZeroDivisor => Unknown::ZeroDivisor,
            Unbounded::TooLarge => Unknown::TooLarge,
        }
    }
}

/// What `view` gives for `expression` in the period `at`.
///
/// # Errors
/// Why there is no number.
pub fn evaluate(view: &View, expression: &crate::domain::Expression, at: Period) -> Result<Evaluation, Unknown> {
    let mut evaluator = formula::Evaluator::new(view);
    let form = evaluator.form(expression, at)?;
    let formula::Evaluator { cells, at_least, .. } = evaluator;
    let Cells { variables, cells, days, targets, .. } = cells;
    Ok(Evaluation {
        value: form.value(&variables)?,
        bounds: form.range(&variables)?,
        at_least,
        status: cells.iter().map(|cell| cell.status).max().unwrap_or(ObsStatus::Normal),
        cells,
        days,
        targets,
    })
}

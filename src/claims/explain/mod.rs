//! Where a number that the figures do not give might come from. What is found is possible, not established:
//! with enough other numbers to compare with, one fits by chance.

mod basis;
mod digits;
mod window;

use crate::domain::{Date, Expression, Period, Stated, Statement, View};

use super::evaluate::Evaluation;
use super::evidence::against;
use super::fit::{Fit, compare};
use super::history::history;

/// What is different in what fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The same figure as of another date.
    Vintage,
    /// The sum as it was printed, not that of the months.
    Printed,
    /// The figure of part of a month, from a flash release.
    Flash,
    /// The same figure over other periods.
    Window,
    /// The same figure of another year.
    Year,
    /// Another classification or grouping of the same goods or partners.
    Classification,
    /// Per working day, or not.
    Adjustment,
    /// Two neighbouring digits exchanged.
    Transposed,
    /// One digit another.
    Misprint,
    /// Ten, a hundred or a thousand times as much; the power of ten, negative for a part.
    Power(i32),
    /// The other sign.
    Sign,
}

impl Difference {
    /// A stable word for machines.
    pub const fn code(&self) -> &'static str {
        match self {
            Difference::Vintage => "vintage",
            Difference::Printed => "printed",
            Difference::Flash => "flash",
            Difference::Window => "window",
            Difference::Year => "year",
            Difference::Classification => "classification",
            Difference::Adjustment => "adjustment",
            Difference::Transposed => "transposed_digits",
            Difference::Misprint => "misprinted_digit",
            Difference::Power(_) => "power_of_ten",
            Difference::Sign => "sign",
        }
    }
}

/// Something that the stated number does fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What is different.
    pub difference: Difference,
    /// The figure.
    pub expression: Expression,
    /// Its period.
    pub period: Period,
    /// As known on this date.
    pub as_of: Date,
    /// What it gives.
    pub evaluation: Evaluation,
    /// How it compares.
    pub fit: Fit,
    /// The number it fits, where that is not the stated one.
    pub corrected: Option<Stated>,
}

impl Explanation {
    /// True where it differs only in what the statement leaves open, and fits on the figures of `view`, too.
    pub(super) fn is_left_open(&self, view: &View, statement: &Statement) -> bool {
        let is_open = match self.difference {
            Difference::Window | Difference::Year => !statement.period_stated,
            Difference::Classification | Difference::Adjustment => statement.basis.en.is_empty(),
            _ => false,
        };
        is_open && against(view, statement, &self.expression, self.period).is_ok_and(|evidence| evidence.fit.holds())
    }
}

/// Another figure that might be meant.
struct Candidate {
    difference: Difference,
    expression: Expression,
    period: Period,
}

/// More than this nobody weighs.
const MOST: usize = 8;

/// How far before the day of speech a figure may have been taken up.
const MEMORY_DAYS: i64 = 100;

/// The day from which on figures may have been taken up in a statement.
pub(super) fn memory(statement: &Statement) -> Date {
    statement.said.checked_sub_signed(chrono::TimeDelta::days(MEMORY_DAYS)).unwrap_or(statement.said)
}

/// Everything that the stated number might come from, the likeliest kinds first and, within one, what was newest
/// on the day of speech.
pub fn search(view: &View, statement: &Statement) -> Vec<Explanation> {
    let (Some(expression), Some(period), Some(stated)) = (&statement.indicator, statement.period, &statement.stated)
    else {
        return Vec::new();
    };
    let own = Candidate { difference: Difference::Vintage, expression: expression.clone(), period };
    let mut found: Vec<Explanation> = fitting(view, statement, &own, stated, None).into_iter().collect();
    let printed = window::printed(expression, period);
    let mut others = window::candidates(expression, period);
    others.extend(basis::candidates(view, expression, period));
    for candidate in printed.iter().chain(&others) {
        found.extend(fitting(view, statement, candidate, stated, None));
    }
    for (difference, corrected) in digits::corrections(stated) {
        for Candidate { expression, period, .. } in printed.iter().chain([&own]) {
            let candidate =
                Candidate { difference: difference.clone(), expression: expression.clone(), period: *period };
            found.extend(fitting(view, statement, &candidate, &corrected, Some(&corrected)));
        }
    }
    found.truncate(MOST);
    found
}

/// The vintage in which a candidate fits best: reproduced rather than within rounding; of several, the newest by
/// the day of speech, else the first after it. Of a flash it is the oldest: the day it came out.
fn fitting(
    view: &View,
    statement: &Statement,
    candidate: &Candidate,
    stated: &Stated,
    corrected: Option<&Stated>,
) -> Option<Explanation> {
    let steps = history(view, &candidate.expression, candidate.period, memory(statement));
    let fits = steps.into_iter().filter_map(|step| {
        let evaluation = step.result.ok().filter(|evaluation| !evaluation.at_least)?;
        let fit = compare(&evaluation.bounds, stated, statement.qualifier).filter(|fit| fit.holds())?;
        Some((step.from, evaluation, fit))
    });
    let distance = |from: Date| {
        let days = (statement.said - from).num_days();
        match (candidate.difference == Difference::Flash, days >= 0) {
            (true, _) => (false, -days),
            (false, known_then) => (!known_then, days.abs()),
        }
    };
    let (as_of, evaluation, fit) = fits.min_by_key(|(from, _, fit)| (*fit != Fit::Reproduced, distance(*from)))?;
    Some(Explanation {
        difference: candidate.difference.clone(),
        expression: candidate.expression.clone(),
        period: candidate.period,
        as_of,
        evaluation,
        fit,
        corrected: corrected.cloned(),
    })
}

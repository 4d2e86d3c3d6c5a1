//! What people read about judgements, in English. Another language is another file like this one.

use crate::domain::{Dataset, Expression, ObsStatus, Period, Qualifier, Ratio, Shift, Stated, StatedUnit, Statement};

use super::evaluate::{Cell, Unknown};
use super::evidence::Evidence;
use super::explain::{Difference, Explanation};
use super::fit::Fit;
use super::hinge::Hinge;
use super::judge::{Judgement, Side, Verdict};
use super::language::{self, Kind};

/// Said with everything that [`super::explain`] finds.
pub const NOT_ESTABLISHED: &str = "possible explanation, not established";

/// What a verdict means.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "reproduced",
        Verdict::Round => "within rounding",
        Verdict::Rev => "revised: right on the figures of the other date only",
        Verdict::Base => "right on another basis or period than assumed",
        Verdict::Off => "not reproduced",
        Verdict::Unchecked => "cannot be checked",
    }
}

/// A number with so many decimals, halves away from zero; never `-0.0`.
pub fn number(value: Ratio, decimals: u32) -> String {
    let units = value.rounded(decimals);
    let (magnitude, scale) = (units.unsigned_abs(), 10_u128.pow(decimals));
    let sign = if units < 0 { "-" } else { "" };
    match decimals {
        0 => format!("{sign}{magnitude}"),
        _ => format!("{sign}{}.{:02$}", magnitude / scale, magnitude % scale, decimals as usize),
    }
}

/// `more than 50.1 USD billion`.
pub fn stated(statement: &Statement) -> String {
    let qualifier = match statement.qualifier {
        Qualifier::Exact => "",
        other => other.code(),
    };
    let number = statement.stated.as_ref().map(|stated| match stated.unit {
        StatedUnit::Percent if stated.unit_text != "points" => format!("{}%", stated.printed),
        _ if stated.unit_text == "since" => format!("since {}", stated.printed),
        _ => format!("{} {}", stated.printed, stated.unit_text),
    });
    [qualifier.to_owned(), number.unwrap_or_default()].join(" ").trim().to_owned()
}

/// Decimals that show more than was stated, so that a difference can be seen.
pub fn decimals(stated: Option<&Stated>) -> u32 {
    match stated {
        Some(stated) if matches!(stated.unit, StatedUnit::Periods | StatedUnit::Rank) => 0,
        Some(stated) => (stated.decimals + 1).clamp(2, 6),
        None => 2,
    }
}

/// A value in the statement's units; without them in those of the currency.
pub fn value(value: Ratio, stated: Option<&Stated>) -> String {
    number(stated.map_or(value, |stated| stated.in_unit(value)), decimals(stated))
}

/// What the figures give: `-17.950`, or `..`.
pub fn computed(side: &Side, statement: &Statement) -> String {
    match &side.evidence {
        Err(Unknown::Cut(least)) => format!("at least {}", number(*least, 0)),
        Err(_) => "..".to_owned(),
        Ok(evidence) => value(evidence.evaluation.value, statement.stated.as_ref()),
    }
}

/// From bound to bound: `-17.960 to -17.940`; empty where the inputs are exact.
pub fn bounds(evidence: &Evidence, stated: Option<&Stated>) -> String {
    let bounds = evidence.evaluation.bounds;
    if bounds.is_point() {
        return String::new();
    }
    format!("{} to {}", value(bounds.low, stated), value(bounds.high, stated))
}

/// By how much a statement is off, with a sign; empty where it holds.
pub fn gap(side: &Side, statement: &Statement) -> String {
    match &side.evidence {
        Ok(Evidence { fit: Fit::Off(gap), .. }) => {
            let shown = value(*gap, statement.stated.as_ref());
            if gap.signum() > 0 { format!("+{shown}") } else { shown }
        }
        _ => String::new(),
    }
}

/// Why there is no number, and what is missing.
pub fn unknown(reason: &Unknown, dataset: &Dataset) -> String {
    match reason {
        Unknown::NoIndicator => "nothing says which figure is meant".to_owned(),
        Unknown::NoPeriod => "nothing says which period is meant".to_owned(),
        Unknown::NoNumber => "no number was stated".to_owned(),
        Unknown::OtherCurrency => format!("stated in another currency; the data are in {}", dataset.currency),
        Unknown::NotLoaded(key) => format!("the data have no {}", dataset.series_name(*key)),
        Unknown::Missing(key, periods) => {
            format!("{} was not known for {}", dataset.series_name(*key), listed(periods))
        }
        Unknown::NoTarget(year) => format!("no target for {year} was known"),
        Unknown::NoWorkingDays(period) => format!("nobody told the working days of {period}"),
        Unknown::NotMeaningful => "growth of, or on, a value below zero means nothing".to_owned(),
        Unknown::ZeroDivisor => "the divisor is zero, or may be within its rounding".to_owned(),
        Unknown::TooLarge => "more digits or periods than are reckoned with".to_owned(),
        Unknown::Cut(least) => format!("at least {}: a gap or the start of the data cuts the count", number(*least, 0)),
    }
}

/// `2021-04, 2021-06 and 7 more`.
fn listed(periods: &[Period]) -> String {
    const SHOWN: usize = 3;
    let names: Vec<String> = periods.iter().take(SHOWN).map(ToString::to_string).collect();
    match periods.len().saturating_sub(SHOWN) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

/// What is different in a figure that the stated number fits.
pub fn difference(explanation: &Explanation) -> String {
    let corrected = explanation.corrected.as_ref().map_or("", |stated| stated.printed.as_str());
    match explanation.difference {
        Difference::Vintage => "the figure of another date".to_owned(),
        Difference::Printed => "the sum as printed".to_owned(),
        Difference::Flash => "a flash release".to_owned(),
        Difference::Window => "other periods".to_owned(),
        Difference::Year => "another year".to_owned(),
        Difference::Classification => "another classification".to_owned(),
        Difference::Adjustment => "another adjustment for working days".to_owned(),
        Difference::Transposed => format!("two digits exchanged: {corrected}"),
        Difference::Misprint => format!("one digit misprinted: {corrected}"),
        Difference::Power(power) => format!("a factor of 10^{power}"),
        Difference::Sign => "the other sign".to_owned(),
    }
}

/// One line on where a number might come from.
pub fn explanation(explanation: &Explanation, statement: &Statement, dataset: &Dataset) -> String {
    let stated = explanation.corrected.as_ref().or(statement.stated.as_ref());
    format!(
        "{}: {} is {} in {}, as known on {} ({NOT_ESTABLISHED})",
        difference(explanation),
        language::write(&explanation.expression, dataset),
        value(explanation.evaluation.value, stated),
        explanation.period,
        explanation.as_of,
    )
}

/// On which month a run hangs: `hangs on 2022-03, which changed sign: -0.14bn (2022-04-01), 0.21bn (2022-06-01)`.
pub fn hinge(hinge: &Hinge) -> String {
    let shown = |value: Ratio| match (hinge.kind, value.checked_over(Ratio::whole(1_000_000_000))) {
        (Kind::Money, Some(billions)) => format!("{}bn", number(billions, 3)),
        (Kind::Percent, _) => format!("{}%", number(value, 2)),
        _ => number(value, 2),
    };
    let steps: Vec<String> = hinge.steps.iter().map(|(date, value)| format!("{} ({date})", shown(*value))).collect();
    format!("hangs on {}, which changed sign: {}", hinge.period, steps.join(", "))
}

/// The remarks on a judgement, one a line: what is missing, what the text says of itself, on what it hangs.
pub fn remarks(judgement: &Judgement, dataset: &Dataset) -> Vec<String> {
    let statement = &judgement.statement;
    let mut lines = Vec::new();
    for (side, when) in [(&judgement.then, "when spoken"), (&judgement.now, "now")] {
        if let Err(reason) = &side.evidence {
            lines.push(format!("{when}: {}", unknown(reason, dataset)));
        }
    }
    lines.extend(firmness(judgement, dataset));
    if let Some(outcome) = &judgement.outcome {
        lines.push(format!("the year came to {}", value(outcome.value, statement.stated.as_ref())));
    }
    if !statement.period_stated {
        let period = statement.period.map_or_else(String::new, |period| format!("; {period} is assumed"));
        lines.push(format!("the statement names no period{period}"));
    }
    if let Some(Side { verdict: own, evidence: Ok(evidence), .. }) = &judgement.itself {
        let gives = value(evidence.evaluation.value, statement.stated.as_ref());
        lines.push(format!("its own numbers give {gives}: {}", verdict(*own)));
    }
    if [&judgement.then, &judgement.now].iter().any(|side| side.evidence.as_ref().is_ok_and(Evidence::fits_loosely)) {
        lines.push("right only if the zeros at the end are not meant as digits".to_owned());
    }
    if statement.qualifier == Qualifier::About {
        lines.push("\"about\" is taken to allow 5%".to_owned());
    }
    lines.extend(judgement.hinges.iter().map(hinge));
    lines.extend(judgement.explanations.iter().map(|found| explanation(found, statement, dataset)));
    lines
}

/// Which estimates the evidence rests on, and whether it is only presumed when figures became known.
fn firmness(judgement: &Judgement, dataset: &Dataset) -> Vec<String> {
    let mut lines = Vec::new();
    let cells = |side: &Side| side.evidence.as_ref().map(|it| it.evaluation.cells.clone()).unwrap_or_default();
    for (side, when) in [(&judgement.then, "when spoken"), (&judgement.now, "now")] {
        let estimated = cells(side).into_iter().filter(|cell| cell.status == ObsStatus::Estimated);
        let names: Vec<String> =
            estimated.map(|cell| format!("{} {}", dataset.series_name(cell.key), cell.period)).collect();
        if !names.is_empty() {
            lines.push(format!(
                "{when}: rests on estimates, perhaps worked out from the very number stated: {}",
                names.join(", ")
            ));
        }
    }
    let then = cells(&judgement.then);
    let presumed: Vec<&Cell> = then.iter().filter(|cell| cell.release.presumed).collect();
    if let Some(newest) = presumed.iter().filter_map(|cell| cell.release.date).max() {
        let count = presumed.len();
        let noun = if count == 1 { "figure" } else { "figures" };
        lines.push(format!("when spoken: {count} settled {noun} presumed to be known since {newest} or before"));
    }
    lines
}

/// The statement in English.
pub fn said(statement: &Statement) -> &str {
    match statement.text.here() {
        "" => &statement.text.ko,
        text => text,
    }
}

/// The formula, for people: that of the language, with the period.
pub fn formula(expression: &Expression, period: Period, dataset: &Dataset) -> String {
    language::write(&Expression::Shifted(Shift::To(period), Box::new(expression.clone())), dataset)
}

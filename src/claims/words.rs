//! What people read about judgements.

use crate::domain::{
    Dataset, Expression, ObsStatus, Period, Qualifier, Ratio, Said as _, Shift, Stated, StatedUnit, Statement,
};
use crate::say;
use crate::word;
use crate::words::{self, Language};

use crate::indicators::health::words::series;

use super::evaluate::{Cell, Unknown};
use super::evidence::Evidence;
use super::explain::{Difference, Explanation};
use super::fit::Fit;
use super::hinge::Hinge;
use super::judge::{Judgement, Side, Verdict};
use super::language::{self, Kind};

/// Said with everything that [`super::explain`] finds.
pub fn not_established() -> &'static str {
    word!("claims.possible-explanation-not-established")
}

/// What a verdict means.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => word!("claims.reproduced"),
        Verdict::Round => word!("claims.within-rounding"),
        Verdict::Rev => word!("claims.revised-right-figures-other"),
        Verdict::Base => word!("claims.right-another-basis-period"),
        Verdict::Off => word!("claims.not-reproduced"),
        Verdict::Unchecked => word!("claims.cannot-checked"),
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
    let number = statement.stated.as_ref().map(Stated::here).map(|stated| match stated.unit {
        StatedUnit::Percent if stated.unit_text != "points" => format!("{}%", stated.printed),
        _ if stated.unit_text == "since" => say!("claims.since", printed = stated.printed),
        _ => with_unit(&stated.printed, &stated.unit_text, &stated.unit),
    });
    let number = number.unwrap_or_default();
    let said = match statement.qualifier {
        Qualifier::Exact => number,
        Qualifier::About => say!("claims.about", number = number),
        Qualifier::MoreThan => say!("claims.more-than", number = number),
        Qualifier::LessThan => say!("claims.less-than", number = number),
        Qualifier::Nearly => say!("claims.nearly", number = number),
        Qualifier::Record => say!("claims.record", number = number),
        Qualifier::First => say!("claims.first", number = number),
    };
    said.trim().to_owned()
}

/// `12 months`; units that the language has a word for are said in it.
fn with_unit(number: &str, written: &str, unit: &StatedUnit) -> String {
    if let StatedUnit::Money(scale) = unit {
        let unit = scale.here();
        let between = if unit.starts_with(|letter| matches!(letter, '가'..='힣')) { "" } else { " " };
        return format!("{number}{between}{unit}");
    }
    match written {
        "points" => say!("claims.in-points", number = number),
        "months" => say!("claims.in-months", number = number),
        "rank" => say!("claims.in-rank", number = number),
        "times" => say!("claims.in-times", number = number),
        _ => format!("{number} {written}"),
    }
}

/// Decimals that show more than was stated, so that a difference can be seen.
pub fn decimals(stated: Option<&Stated>) -> u32 {
    match stated.map(Stated::here) {
        Some(stated) if matches!(stated.unit, StatedUnit::Periods | StatedUnit::Rank) => 0,
        Some(stated) => (stated.decimals + 1).clamp(2, 6),
        None => 2,
    }
}

/// A value in the statement's units; without them in those of the currency.
pub fn value(value: Ratio, stated: Option<&Stated>) -> String {
    number(stated.map_or(value, |stated| stated.here().in_unit(value)), decimals(stated))
}

/// What the figures give: `-17.950`, or `..`.
pub fn computed(side: &Side, statement: &Statement) -> String {
    match &side.evidence {
        Err(Unknown::Cut(least)) => say!("claims.least", least = number(*least, 0)),
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
    say!("claims.from-to", low = value(bounds.low, stated), high = value(bounds.high, stated))
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
        Unknown::NoIndicator => word!("claims.nothing-says-which-figure").to_owned(),
        Unknown::NoPeriod => word!("claims.nothing-says-which-period").to_owned(),
        Unknown::NoNumber => word!("claims.no-number-was-stated").to_owned(),
        Unknown::OtherCurrency => say!("claims.stated-another-currency-data", currency = dataset.currency),
        Unknown::NotLoaded(key) => say!("claims.data-have-no", key = series(*key, dataset)),
        Unknown::Missing(key, periods) => {
            say!("claims.was-not-known", key = series(*key, dataset), periods = listed(periods))
        }
        Unknown::NoTarget(year) => say!("claims.no-target-was-known", year = year),
        Unknown::NoWorkingDays(period) => say!("claims.nobody-told-working-days", period = period.said()),
        Unknown::NotMeaningful => word!("claims.growth-value-below-zero").to_owned(),
        Unknown::ZeroDivisor => word!("claims.divisor-zero-may-within").to_owned(),
        Unknown::TooLarge => word!("claims.more-digits-periods-than").to_owned(),
        Unknown::Cut(least) => say!("claims.least-gap-start-data", least = number(*least, 0)),
    }
}

/// `2021-04, 2021-06 and 7 more`.
fn listed(periods: &[Period]) -> String {
    const SHOWN: usize = 3;
    let names: Vec<String> = periods.iter().take(SHOWN).map(|period| period.said()).collect();
    match periods.len().saturating_sub(SHOWN) {
        0 => names.join(", "),
        more => say!("claims.more", names = names.join(", "), more = more),
    }
}

/// What is different in a figure that the stated number fits.
pub fn difference(explanation: &Explanation) -> String {
    let corrected = explanation.corrected.as_ref().map(Stated::here);
    let corrected = corrected.as_ref().map_or("", |stated| stated.printed.as_str());
    match explanation.difference {
        Difference::Vintage => word!("claims.figure-another-date").to_owned(),
        Difference::Printed => word!("claims.sum-printed").to_owned(),
        Difference::Flash => word!("claims.flash-release").to_owned(),
        Difference::Window => word!("claims.other-periods").to_owned(),
        Difference::Year => word!("claims.another-year").to_owned(),
        Difference::Classification => word!("claims.another-classification").to_owned(),
        Difference::Adjustment => word!("claims.another-adjustment-working-days").to_owned(),
        Difference::Transposed => say!("claims.two-digits-exchanged", corrected = corrected),
        Difference::Misprint => say!("claims.one-digit-misprinted", corrected = corrected),
        Difference::Power(power) => say!("claims.factor-10", power = power),
        Difference::Sign => word!("claims.other-sign").to_owned(),
    }
}

/// One line on where a number might come from.
pub fn explanation(explanation: &Explanation, statement: &Statement, dataset: &Dataset) -> String {
    let stated = explanation.corrected.as_ref().or(statement.stated.as_ref());
    say!(
        "claims.explanation",
        difference = difference(explanation),
        figure = figure(&explanation.expression, dataset),
        value = value(explanation.evaluation.value, stated),
        period = explanation.period.said(),
        as_of = explanation.as_of.said(),
        established = not_established(),
    )
}

/// On which month a run hangs: `hangs on 2022-03, which changed sign: -0.14bn (2022-04-01), 0.21bn (2022-06-01)`.
pub fn hinge(hinge: &Hinge) -> String {
    let shown = |value: Ratio| match hinge.kind {
        Kind::Money => amount(value),
        Kind::Percent => format!("{}%", number(value, 2)),
        _ => number(value, 2),
    };
    let steps: Vec<String> =
        hinge.steps.iter().map(|(date, value)| format!("{} ({})", shown(*value), date.said())).collect();
    say!("claims.hinge", period = hinge.period.said(), steps = steps.join(", "))
}

/// Billions in English, hundreds of millions (억) in Korean, to the same million of the currency.
fn amount(value: Ratio) -> String {
    let (scale, decimals, unit) = match words::language() {
        Language::English => (1_000_000_000, 3, "bn"),
        Language::Korean => (100_000_000, 2, "억"),
    };
    let scaled = value.checked_over(Ratio::whole(scale));
    scaled.map_or_else(|| number(value, 2), |scaled| format!("{}{unit}", number(scaled, decimals)))
}

/// The remarks on a judgement, one a line: what is missing, what the text says of itself, on what it hangs.
pub fn remarks(judgement: &Judgement, dataset: &Dataset) -> Vec<String> {
    let statement = &judgement.statement;
    let mut lines = Vec::new();
    for (side, when) in [(&judgement.then, word!("claims.when-spoken")), (&judgement.now, word!("claims.now"))] {
        if let Err(reason) = &side.evidence {
            lines.push(format!("{when}: {}", unknown(reason, dataset)));
        }
    }
    lines.extend(firmness(judgement, dataset));
    if let Some(outcome) = &judgement.outcome {
        lines.push(say!("claims.outcome", value = value(outcome.value, statement.stated.as_ref())));
    }
    if !statement.period_stated {
        let period = statement.period.map_or_else(String::new, |period| say!("claims.assumed", period = period.said()));
        lines.push(say!("claims.statement-names-no-period", period = period));
    }
    if let Some(Side { verdict: own, evidence: Ok(evidence), .. }) = &judgement.itself {
        let gives = value(evidence.evaluation.value, statement.stated.as_ref());
        lines.push(say!("claims.its-own-numbers-give", gives = gives, own = verdict(*own)));
    }
    if [&judgement.then, &judgement.now].iter().any(|side| side.evidence.as_ref().is_ok_and(Evidence::fits_loosely)) {
        lines.push(word!("claims.right-only-if-zeros").to_owned());
    }
    if statement.qualifier == Qualifier::About {
        lines.push(word!("claims.about-taken-allow-5").to_owned());
    }
    lines.extend(judgement.hinges.iter().map(hinge));
    lines.extend(judgement.explanations.iter().map(|found| explanation(found, statement, dataset)));
    lines
}

/// Which estimates the evidence rests on, and whether it is only presumed when figures became known.
fn firmness(judgement: &Judgement, dataset: &Dataset) -> Vec<String> {
    let mut lines = Vec::new();
    let cells = |side: &Side| side.evidence.as_ref().map(|it| it.evaluation.cells.clone()).unwrap_or_default();
    for (side, when) in [(&judgement.then, word!("claims.when-spoken")), (&judgement.now, word!("claims.now"))] {
        let estimated = cells(side).into_iter().filter(|cell| cell.status == ObsStatus::Estimated);
        let names: Vec<String> =
            estimated.map(|cell| format!("{} {}", series(cell.key, dataset), cell.period.said())).collect();
        if !names.is_empty() {
            lines.push(say!("claims.rests-on-estimates", when = when, names = names.join(", ")));
        }
    }
    let then = cells(&judgement.then);
    let presumed: Vec<&Cell> = then.iter().filter(|cell| cell.release.presumed).collect();
    if let Some(newest) = presumed.iter().filter_map(|cell| cell.release.date).max() {
        lines.push(say!("claims.presumed", n = presumed.len(), newest = newest.said()));
    }
    lines
}

/// The statement, in the language of the thread where it is known in it.
pub fn said(statement: &Statement) -> &str {
    let here = statement.text.here();
    if here.is_empty() { &statement.text.ko } else { here }
}

/// The formula, for people: that of the language, with the period.
pub fn formula(expression: &Expression, period: Period, dataset: &Dataset) -> String {
    figure(&Expression::Shifted(Shift::To(period), Box::new(expression.clone())), dataset)
}

/// An expression as it is written; in Korean its words before it.
fn figure(expression: &Expression, dataset: &Dataset) -> String {
    let written = language::write(expression, dataset);
    match words::language() {
        Language::English => written,
        Language::Korean => format!("{} `{written}`", language::gloss(expression, dataset)),
    }
}

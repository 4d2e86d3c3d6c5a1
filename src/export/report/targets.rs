//! Where targets stand, as a report lists them.

use serde::Serialize;

use crate::domain::{Dataset, Ratio};
use crate::indicators::{Attainment, Deck, Measured, Projection, Quantity};
use crate::ui::format::{NumberStyle, with_unit};
use crate::{say, word};

use super::number::number;

#[derive(Debug, Serialize)]
pub(in crate::export) struct TargetEntry {
    pub(in crate::export) id: String,
    pub(in crate::export) series: String,
    pub(in crate::export) year: i32,
    pub(in crate::export) value: i64,
    pub(in crate::export) unit: String,
    pub(in crate::export) announced: String,
    issuer: String,
    pub(in crate::export) done: serde_json::Value,
    pub(in crate::export) achieved_percent: serde_json::Value,
    pub(in crate::export) profile_percent: serde_json::Value,
    profile_years: Vec<i32>,
    pub(in crate::export) pace: serde_json::Value,
    pub(in crate::export) gap: serde_json::Value,
    pub(in crate::export) remaining: serde_json::Value,
    pub(in crate::export) needed_per_period: serde_json::Value,
    pub(in crate::export) needed_per_working_day: serde_json::Value,
    pub(in crate::export) working_days_left: serde_json::Value,
    pub(in crate::export) needed_growth_percent: serde_json::Value,
    pub(in crate::export) growth_asked_percent: serde_json::Value,
    pub(in crate::export) projection: Option<ProjectionEntry>,
    pub(in crate::export) status: &'static str,
    /// Each number with its name and as people read it, in the order of the fields.
    #[serde(skip)]
    pub(in crate::export) shown: Vec<(&'static str, String)>,
}

/// What the year comes to if it goes on as it has gone lately, in whole units of the currency.
#[derive(Debug, Serialize)]
pub(in crate::export) struct ProjectionEntry {
    pub(in crate::export) year: i64,
    pub(in crate::export) low: Option<i64>,
    pub(in crate::export) high: Option<i64>,
    chance: Option<String>,
    years_tested: Vec<i32>,
    pub(in crate::export) mean_error_percent: String,
}

pub(super) fn entries(dataset: &Dataset, deck: &Deck, style: &NumberStyle) -> Vec<TargetEntry> {
    let entry = |attainment| entry(dataset, attainment, deck.projection(attainment), style);
    deck.targets.iter().map(entry).collect()
}

fn entry(
    dataset: &Dataset,
    attainment: &Attainment,
    projected: Option<&Projection>,
    style: &NumberStyle,
) -> TargetEntry {
    let money = |measured: &Measured| number(measured.value, Quantity::Money);
    let percent = |measured: &Measured| number(measured.value, Quantity::Share);
    let target = &attainment.target;
    TargetEntry {
        id: target.id.clone(),
        series: dataset.series_name(target.key),
        year: target.year,
        value: target.value,
        unit: dataset.currency.clone(),
        announced: target.announced.to_string(),
        issuer: target.issuer.here().to_owned(),
        done: money(&attainment.done),
        achieved_percent: percent(&attainment.achieved),
        profile_percent: percent(&attainment.profile),
        profile_years: attainment.profile_years.clone(),
        pace: money(&attainment.pace),
        gap: money(&attainment.gap),
        remaining: money(&attainment.remaining),
        needed_per_period: money(&attainment.needed_per_period),
        needed_per_working_day: money(&attainment.needed_per_day),
        working_days_left: attainment
            .days_left
            .map_or(serde_json::Value::Null, |days| number(Ok(days), Quantity::Days)),
        needed_growth_percent: percent(&attainment.needed_growth),
        growth_asked_percent: percent(&attainment.growth_asked),
        projection: projected.and_then(projection),
        status: attainment.done.status.keyword(),
        shown: shown(attainment, projected, style),
    }
}

fn projection(projection: &Projection) -> Option<ProjectionEntry> {
    let chance = |chance| match Projection::in_fives(chance) {
        0 => "<5%".to_owned(),
        100 => ">95%".to_owned(),
        n => format!("{n}%"),
    };
    Some(ProjectionEntry {
        year: i64::try_from(projection.year.value.ok()?.rounded(0)).ok()?,
        low: projection.interval.map(|(low, _)| low),
        high: projection.interval.map(|(_, high)| high),
        chance: projection.chance.map(chance),
        years_tested: projection.tested.clone(),
        mean_error_percent: projection.mean_error.decimal(6),
    })
}

fn shown(attainment: &Attainment, projected: Option<&Projection>, style: &NumberStyle) -> Vec<(&'static str, String)> {
    let unit = style.unit();
    let money = |measured: &Measured, quantity: Quantity| match measured.value {
        Ok(value) => with_unit(&style.value(Ok(value), quantity, 1), &unit),
        Err(reason) => style.value(Err(reason), quantity, 1),
    };
    let percent = |measured: &Measured, quantity: Quantity| style.measured(measured, quantity, 1);
    let goal = Measured::exact(Ratio::whole(i128::from(attainment.target.value)));
    let mut shown = vec![
        (word!("report.target-value"), money(&goal, Quantity::Money)),
        (word!("report.done"), money(&attainment.done, Quantity::Money)),
        (word!("report.achieved"), percent(&attainment.achieved, Quantity::Share)),
        (word!("report.usual-share"), percent(&attainment.profile, Quantity::Share)),
        (word!("report.pace"), money(&attainment.pace, Quantity::Money)),
        (word!("report.ahead-of-pace"), money(&attainment.gap, Quantity::Balance)),
        (word!("report.remaining"), money(&attainment.remaining, Quantity::Money)),
        (word!("report.needed-a-period"), money(&attainment.needed_per_period, Quantity::Money)),
        (word!("report.needed-growth"), percent(&attainment.needed_growth, Quantity::Growth)),
        (word!("report.growth-asked"), percent(&attainment.growth_asked, Quantity::Growth)),
    ];
    if let Ok(per_day) = attainment.needed_per_day.value {
        let text = with_unit(&style.value(Ok(per_day), Quantity::MoneyPerDay, 2), &unit);
        shown.insert(8, (word!("report.needed-a-working-day"), text));
    }
    if let Some((projection, (low, high))) = projected.and_then(|it| Some((it, it.interval?))) {
        let amount = |value| style.value(Ok(value), Quantity::Money, 0);
        let [low, high] = [low, high].map(|end| amount(Ratio::whole(i128::from(end))));
        let year = projection.year.value.map(amount).unwrap_or_default();
        let error = style.value(Ok(projection.mean_error), Quantity::Share, 1);
        let years = projection.tested.len();
        let text = say!("report.projected", year = year, unit = unit, low = low, high = high, n = years, error = error);
        shown.push((word!("report.projection"), text));
    }
    shown
}

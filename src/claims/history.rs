//! How a result changed from release to release.

use crate::domain::{Date, Expression, Flow, Period, SeriesKey, View};

use super::evaluate::{Cell, Evaluation, Unknown, evaluate};

/// A result and since when it was known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The release that brought it.
    pub from: Date,
    /// The result from then on.
    pub result: Result<Evaluation, Unknown>,
}

/// What the expression gave from `since` on up to the view's date, each time its value changed; the first step
/// is what it gave on `since`.
pub fn history(view: &View, expression: &Expression, period: Period, since: Date) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for date in release_dates(view, expression, period, since) {
        let then = view.on(date);
        let result = evaluate(&then, expression, period);
        let is_same = |before: &Step| match (&before.result, &result) {
            (Ok(before), Ok(now)) => (before.value, before.bounds) == (now.value, now.bounds),
            (Err(before), Err(now)) => before == now,
            _ => false,
        };
        if !steps.last().is_some_and(is_same) {
            steps.push(Step { from: date, result });
        }
    }
    steps
}

/// The dates from `since` on at which anything that the result rests on was released.
fn release_dates(view: &View, expression: &Expression, period: Period, since: Date) -> Vec<Date> {
    let cells = evaluate(view, expression, period).map(|evaluation| evaluation.cells).unwrap_or_default();
    let mut dates: Vec<Date> = cells.iter().flat_map(|cell| releases(view, cell)).collect();
    dates.retain(|date| (since..=view.as_of()).contains(date));
    dates.push(since.min(view.as_of()));
    dates.sort_unstable();
    dates.dedup();
    dates
}

fn releases<'a>(view: &'a View, cell: &'a Cell) -> impl Iterator<Item = Date> + 'a {
    let flows = [Flow::Export, Flow::Import, Flow::Balance];
    let used = flows.into_iter().filter(|flow| cell.key.flow == Flow::Balance || cell.key.flow == *flow);
    let series = used.filter_map(|flow| view.dataset().series(SeriesKey { flow, ..cell.key }));
    let observations = series.flat_map(|(_, series)| {
        let start = series.observations.partition_point(|observation| observation.period < cell.period);
        series.observations[start..].iter().take_while(|observation| observation.period == cell.period)
    });
    observations.filter_map(|observation| observation.release.date)
}

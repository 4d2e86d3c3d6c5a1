//! What the release in force changed in the month under the cursor.

use crate::domain::{Flow, Period, SeriesKey};
use crate::indicators::Span;
use crate::indicators::revisions::Change;

use super::super::format;
use super::super::scene::Scene;
use super::told;

/// The sign behind a value that the release in force revised.
pub const REVISED: &str = "*";

/// The revision that the release in force brought to a total of a month; `None` where it is the first value, where it is
/// the same, or where the lens shows another number than the one published.
pub fn revised<'a>(scene: &Scene<'a>, flow: Flow, month: Period) -> Option<&'a Change> {
    let lens = scene.deck().lens();
    if lens.per_day || !lens.without.is_empty() || lens.span != Span::Single {
        return None;
    }
    let changes = &scene.state.in_force()?.changes;
    let is_it = |change: &&Change| change.key == SeriesKey::total(flow) && change.period == month;
    changes.iter().find(is_it).filter(|change| change.by().is_some_and(|by| by != 0))
}

/// `* before 1 Mar 2023: balance −12.69`.
pub fn words(scene: &Scene<'_>) -> Option<String> {
    let month = scene.state.month();
    let was =
        |flow: Flow| revised(scene, flow, month).map(|change| format!("{} {}", word(flow), told(scene, change).before));
    let was: Vec<String> = Flow::ALL.into_iter().filter_map(was).collect();
    let date = scene.state.in_force().map(|day| format::date(day.date)).unwrap_or_default();
    (!was.is_empty()).then(|| format!("{REVISED} before {date}: {}", was.join(", ")))
}

const fn word(flow: Flow) -> &'static str {
    match flow {
        Flow::Export => "exports",
        Flow::Import => "imports",
        Flow::Balance => "balance",
    }
}

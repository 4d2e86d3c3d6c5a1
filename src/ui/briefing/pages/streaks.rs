//! How long the run of deficits or surpluses is.

use crate::domain::Frequency;
use crate::indicators::RunKind;
use crate::say;

use super::super::super::scene::Scene;
use super::super::content::{self, Chart, Content, Number};

/// The run's length, when it began, and the longest of its kind.
pub fn content(scene: &Scene<'_>) -> Content {
    let streaks = &scene.deck().streaks;
    let run = streaks.current_balance();
    let number = run.map(|run| {
        let sign = if run.kind == RunKind::Surplus { 1 } else { -1 };
        let least = if run.exact { "" } else { "≥" };
        Number::new(format!("{least}{}", periods(scene, run.length)), scene.palette.of_sign(sign))
    });
    let since = run.map(|run| say!("briefing.since", month = content::axis_month(scene, run.start)));
    let longest = run.and_then(|run| streaks.longest(run.kind)).filter(|longest| longest.exact && !longest.is_current);
    let longest = longest.map(|longest| say!("briefing.longest", n = periods(scene, longest.length)));
    Content {
        message: Vec::new(),
        number,
        facts: since.into_iter().chain(longest).collect(),
        chart: Chart::Columns(content::balance_column),
    }
}

/// `12 months`.
fn periods(scene: &Scene<'_>, n: u32) -> String {
    match scene.state.month().frequency() {
        Frequency::Monthly => say!("briefing.runs-months", n = n),
        Frequency::Quarterly => say!("briefing.runs-quarters", n = n),
        Frequency::Annual => say!("briefing.runs-years", n = n),
    }
}

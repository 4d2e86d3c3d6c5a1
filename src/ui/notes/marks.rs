//! What the marks beside and instead of numbers mean.

use crate::domain::ObsStatus;

use super::super::format;
use super::super::scene::Scene;
use super::{Section, line};

/// What stands where there is no number, or no plain one.
pub(super) fn marks(scene: &Scene<'_>) -> Section {
    let minus = scene.numbers.minus;
    Section::new(
        "Marks",
        [
            line("..", "not known as of the date, or a sum that lacks a part: never zero"),
            line("new", "growth from zero"),
            line("-", "from zero to zero"),
            line("n/m", "no meaning: a percentage of a balance, or on a base of zero or less"),
            line("x12", "twelve times the base: percentages beyond 999.9 are shown as multiples"),
            line("%, pp", "percent; percentage points, the difference of two percentages"),
            line(&format!("+ {minus}"), "surplus or rise, deficit or fall"),
            line("at least", "a gap or the start of the data bounds the run"),
        ],
    )
}

/// How firm a number is, and how many observations up to the date are of each kind.
pub(super) fn statuses(scene: &Scene<'_>) -> Section {
    const ALL: [ObsStatus; 5] =
        [ObsStatus::Normal, ObsStatus::Provisional, ObsStatus::Estimated, ObsStatus::Forecast, ObsStatus::Break];
    let view = scene.state.view();
    let known = |status: ObsStatus| {
        let series = &scene.state.dataset().series;
        let observations = series.iter().flat_map(|series| &series.observations);
        let of = |observation: &&crate::domain::Observation| {
            observation.status == status && observation.release.is_known_on(view.as_of())
        };
        observations.filter(of).count()
    };
    let lines = ALL.into_iter().map(|status| (status, known(status))).filter(|(_, count)| *count > 0);
    Section::new(
        "Status",
        lines.map(|(status, count)| {
            let mark = match format::status_mark(status) {
                "" => "no mark".to_owned(),
                mark => mark.to_owned(),
            };
            (mark, format!("{}: {}; {count} observations", status.word(), meaning(status)))
        }),
    )
}

const fn meaning(status: ObsStatus) -> &'static str {
    match status {
        ObsStatus::Normal => "not expected to change",
        ObsStatus::Provisional => "will be revised",
        ObsStatus::Estimated => "worked out, for example from a published rate of growth",
        ObsStatus::Forecast => "not observed yet",
        ObsStatus::Break => "not comparable with what comes before",
    }
}

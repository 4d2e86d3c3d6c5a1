//! What the marks beside and instead of numbers mean.

use crate::domain::{ObsStatus, Ratio};
use crate::indicators::Undefined;
use crate::{say, word};

use super::super::format::{self, Sign};
use super::super::scene::Scene;
use super::{Section, line};

/// What stands where there is no number, or no plain one.
pub(super) fn marks(scene: &Scene<'_>) -> Section {
    let minus = scene.numbers.minus;
    Section::new(
        word!("notes.marks"),
        [
            line("..", word!("notes.unknown")),
            line(format::undefined(Undefined::NewFromZero), word!("notes.from-zero")),
            line(format::undefined(Undefined::ZeroToZero), word!("notes.zero-to-zero")),
            line(format::undefined(Undefined::NotMeaningful), word!("notes.not-meaningful")),
            line(&scene.numbers.growth(Ratio::whole(1100), 0, Sign::Never), word!("notes.multiple")),
            line(word!("notes.percents"), word!("notes.points")),
            line(&format!("+ {minus}"), word!("notes.signs")),
            line(word!("notes.at-least"), word!("notes.bounded")),
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
        word!("notes.status"),
        lines.map(|(status, count)| {
            let mark = match format::status_mark(status) {
                "" => word!("notes.no-mark").to_owned(),
                mark => mark.to_owned(),
            };
            (mark, say!("notes.status-line", status = status.word(), meaning = meaning(status), count = count))
        }),
    )
}

fn meaning(status: ObsStatus) -> &'static str {
    match status {
        ObsStatus::Normal => word!("notes.normal"),
        ObsStatus::Provisional => word!("notes.provisional"),
        ObsStatus::Estimated => word!("notes.estimated"),
        ObsStatus::Forecast => word!("notes.forecast"),
        ObsStatus::Break => word!("notes.break"),
    }
}

//! The share of the focus item.

use crate::config::Role;
use crate::domain::Period;
use crate::indicators::FigureId;
use crate::say;

use super::super::super::scene::Scene;
use super::super::content::{self, Chart, Column, Content, Number};

/// The share, its change, its growth, and growth without it.
pub fn content(scene: &Scene<'_>) -> Content {
    if scene.deck().focus_item.is_none() {
        return Content::default();
    }
    let known = |id: FigureId| scene.figure(id).is_known();
    let shown = |id: FigureId| known(id).then(|| scene.shown(id));
    let without = shown(FigureId::ExFocusYoy)
        .map(|value| say!("briefing.without", item = scene.focus_name().to_lowercase(), value = value));
    Content {
        message: Vec::new(),
        number: shown(FigureId::FocusShare).map(|share| Number::new(share, scene.style(Role::Strong))),
        facts: [shown(FigureId::FocusShareChange), without].into_iter().flatten().collect(),
        chart: Chart::Columns(column),
    }
}

fn column(scene: &Scene<'_>, month: Period) -> Column {
    let lensed = scene.deck().lensed();
    content::percent_column(scene, &lensed.part(lensed.focus(), lensed.around_focus(), month).share())
}

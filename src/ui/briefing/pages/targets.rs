//! How far the year's target is reached.

use crate::config::Role;
use crate::domain::Ratio;
use crate::indicators::{Attainment, Quantity};
use crate::say;

use super::super::super::format::Sign;
use super::super::super::panels::targets;
use super::super::super::scene::Scene;
use super::super::content::{self, Chart, Content, NamedBar};

/// What is done of the main target in percent, and a bar for each target with its pace.
pub fn content(scene: &Scene<'_>) -> Content {
    let Some(main) = scene.deck().main_target() else { return Content::default() };
    let achieved = main.achieved.value.ok().map(|value| scene.numbers.growth(value, 1, Sign::Minus));
    let pace = content::measured(scene, &main.pace, Quantity::Money, 1);
    Content {
        message: Vec::new(),
        number: achieved.map(|achieved| (achieved, scene.style(Role::Strong))),
        facts: main.pace.value.is_ok().then(|| say!("briefing.pace", value = pace)).into_iter().collect(),
        chart: Chart::Bars(scene.deck().targets.iter().map(|target| bar(scene, target)).collect()),
    }
}

fn bar(scene: &Scene<'_>, target: &Attainment) -> NamedBar {
    let goal = scene.numbers.money(Ratio::whole(i128::from(target.target.value)), 0, Sign::Minus);
    let whole = |value: Option<Ratio>| value.and_then(|value| i64::try_from(value.rounded(0)).ok());
    let done = content::measured(scene, &target.done, Quantity::Money, 0);
    let name = targets::name(scene, target);
    let is_behind = target.gap.value.is_ok_and(|gap| gap.signum() < 0);
    NamedBar {
        names: vec![name],
        shown: vec![say!("briefing.done", done = done, goal = goal), done],
        length: whole(target.done.value.ok()),
        mark: Some(target.target.value),
        style: scene.style(if is_behind { Role::Deficit } else { Role::Surplus }),
    }
}

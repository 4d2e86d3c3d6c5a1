//! How far the year's target is reached.

use crate::config::Role;
use crate::domain::Ratio;
use crate::indicators::{Attainment, Measured, Quantity};
use crate::say;
use crate::word;

use super::super::super::format::{self, Sign};
use super::super::super::panels::targets;
use super::super::super::scene::Scene;
use super::super::content::{self, Chart, Content, NamedBar, Number};

/// What is done of the main target in percent, and what is left; a bar for each target, a single one's above those of its
/// pace and its goal.
pub fn content(scene: &Scene<'_>) -> Content {
    let Some(main) = scene.deck().main_target() else { return Content::default() };
    let achieved = main.achieved.value.ok().map(|value| scene.numbers.growth(value, 1, Sign::Minus));
    let bars = match scene.deck().targets.as_slice() {
        [only] => std::iter::once(bar(scene, only)).chain(measures(scene, only)).collect(),
        several => several.iter().map(|target| bar(scene, target)).collect(),
    };
    Content {
        message: Vec::new(),
        number: achieved.map(|achieved| Number::new(achieved, scene.style(Role::Strong))),
        facts: left(scene, main),
        chart: Chart::Bars(bars),
    }
}

/// What each period left must bring, and all of them together.
fn left(scene: &Scene<'_>, target: &Attainment) -> Vec<String> {
    let shown = |of: &Measured, decimals: u32| {
        of.value.is_ok_and(|value| value.signum() > 0).then(|| content::measured(scene, of, Quantity::Money, decimals))
    };
    let period = format::period_word(target.period.frequency());
    let needed =
        shown(&target.needed_per_period, 1).map(|value| say!("briefing.needed", value = value, period = period));
    let remaining = shown(&target.remaining, 0).map(|value| say!("briefing.to-go", value = value));
    needed.into_iter().chain(remaining).collect()
}

fn bar(scene: &Scene<'_>, target: &Attainment) -> NamedBar {
    let goal = goal(scene, target);
    let done = content::measured(scene, &target.done, Quantity::Money, 0);
    let is_behind = target.gap.value.is_ok_and(|gap| gap.signum() < 0);
    NamedBar {
        names: vec![targets::name(scene, target)],
        shown: vec![say!("briefing.done", done = done, goal = goal), done],
        length: whole(&target.done),
        mark: Some(target.target.value),
        style: scene.style(if is_behind { Role::Deficit } else { Role::Surplus }),
    }
}

/// The pace and the goal, on the scale of what is done.
fn measures(scene: &Scene<'_>, target: &Attainment) -> Vec<NamedBar> {
    let bar = |name: &str, shown: String, length: i64| NamedBar {
        names: vec![name.to_owned()],
        shown: vec![shown],
        length: Some(length),
        mark: None,
        style: scene.style(Role::Muted),
    };
    let pace = content::measured(scene, &target.pace, Quantity::Money, 0);
    let pace = whole(&target.pace).map(|length| bar(word!("briefing.pace"), pace, length));
    pace.into_iter().chain([bar(word!("briefing.goal"), goal(scene, target), target.target.value)]).collect()
}

fn goal(scene: &Scene<'_>, target: &Attainment) -> String {
    scene.numbers.money(Ratio::whole(i128::from(target.target.value)), 0, Sign::Minus)
}

fn whole(of: &Measured) -> Option<i64> {
    of.value.ok().and_then(|value| i64::try_from(value.rounded(0)).ok())
}

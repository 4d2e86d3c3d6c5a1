//! How large the revisions of a series were, step by step; the list where they are few.

use crate::config::Role;
use crate::domain::SeriesKey;
use crate::indicators::revisions::sizes::ENOUGH;
use crate::indicators::revisions::{Revision, Statistics, Step, revisions, statistics, usual, words};
use crate::word;

use super::super::format::{self, Sign};
use super::super::prose::{Row, wrapped};
use super::super::scene::Scene;
use super::super::vintages::usual_words;
use super::difference;

const STEPS: [Step; 3] = [Step::FirstToRevised, Step::RevisedToSettled, Step::FirstToSettled];

/// Right edges of the columns after the step: number, mean, mean size.
const COUNT: u16 = 31;
const MEAN: u16 = COUNT + 8;
const SIZE: u16 = MEAN + 11;

/// A row for each step, and what is to be expected.
pub(super) fn rows(scene: &Scene<'_>, key: SeriesKey, width: u16) -> Vec<Row> {
    let (strong, muted) = (scene.style(Role::Strong), scene.style(Role::Muted));
    let head = Row::of(word!("revisions.sizes"), strong).until(COUNT, "n", muted);
    let mut rows =
        vec![head.until(MEAN, word!("revisions.mean"), muted).until(SIZE, word!("revisions.mean-size"), muted)];
    for step in STEPS {
        let all = revisions(scene.state.view(), key, step);
        rows.push(row(scene, step, &all));
        if (1..ENOUGH).contains(&all.len()) {
            rows.extend(wrapped(&listed(scene, &all), 2, width, muted));
        }
    }
    let expected = usual_words(scene, &usual(scene.state.view(), key), |money| difference(scene, money));
    rows.extend(wrapped(&expected, 0, width, scene.style(Role::Text)));
    rows
}

/// Each revision with its period: in percent, or as money where that means nothing.
fn listed(scene: &Scene<'_>, all: &[Revision]) -> String {
    let one = |revision: &Revision| {
        let size = match revision.percent() {
            Some(percent) => scene.numbers.growth(percent, 2, Sign::Always),
            None => difference(scene, revision.by()),
        };
        format!("{} {size}", format::period(revision.period))
    };
    all.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn row(scene: &Scene<'_>, step: Step, all: &[Revision]) -> Row {
    let (plain, muted) = (scene.style(Role::Text), scene.style(Role::Muted));
    let row = Row::of(words::step(step), plain).until(COUNT, all.len().to_string(), plain);
    match summary(all) {
        Some((is_percent, statistics)) => row.until(MEAN, size(scene, is_percent, statistics.mean, true), plain).until(
            SIZE,
            size(scene, is_percent, statistics.mean_absolute, false),
            plain,
        ),
        None if all.is_empty() => row.until(SIZE, word!("revisions.none-known"), muted),
        None => row.until(SIZE, word!("revisions.too-few"), muted),
    }
}

/// Whether they are in percent, and their statistics; `None` where they are too few.
fn summary(all: &[Revision]) -> Option<(bool, Statistics)> {
    if all.len() < ENOUGH {
        return None;
    }
    let percents: Option<Vec<f64>> = all.iter().map(|revision| Some(revision.percent()?.approximate())).collect();
    let money = || all.iter().map(|revision| revision.by() as f64).collect();
    Some((percents.is_some(), statistics(&percents.unwrap_or_else(money))?))
}

fn size(scene: &Scene<'_>, is_percent: bool, size: f64, signed: bool) -> String {
    if !is_percent {
        let amount = difference(scene, size.round() as i64);
        return if signed { amount } else { amount.trim_start_matches('+').to_owned() };
    }
    let text = if signed { format!("{size:+.2}%") } else { format!("{size:.2}%") };
    scene.minus(&text)
}

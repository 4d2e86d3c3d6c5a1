//! Where the year is heading, in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::config::Role;
use crate::indicators::{Attainment, Projection};
use crate::say;
use crate::word;

use super::super::super::format::Sign;
use super::super::super::scene::Scene;
use super::super::super::widgets::text;

/// What is said, and what it rests on.
const LEAST_ROWS: u16 = 2;

/// Puts it down with its interval, its test and its error, or not at all; the row below it where it did.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, target: &Attainment, buf: &mut Buffer) -> Option<u16> {
    let projection = (area.height >= LEAST_ROWS).then(|| scene.deck().projection(target)).flatten()?;
    let said = words(scene, projection).into_iter();
    let lines: Vec<(String, Role)> =
        said.flat_map(|(said, role)| text::wrap(&said, area.width).into_iter().map(move |line| (line, role))).collect();
    let spare = usize::from(area.height).checked_sub(lines.len())?;
    let first = area.y + u16::from(spare > 0);
    for (row, (line, role)) in (first..).zip(&lines) {
        text::put(buf, area.x, row, line, scene.style(*role), area.width);
    }
    Some(first + lines.len() as u16)
}

fn words(scene: &Scene<'_>, projection: &Projection) -> Vec<(String, Role)> {
    let numbers = scene.numbers;
    let percent = |error, sign| numbers.growth(error, 1, sign);
    let year = projection.year.value.map(|year| numbers.money(year, 0, Sign::Never)).unwrap_or_default();
    let (low, high) = projection.errors;
    let heading = match projection.interval {
        Some((low, high)) => {
            let [low, high] = [low, high].map(|end| numbers.money_of(end, 0));
            say!("targets.projection", year = year, low = low, high = high)
        }
        None => {
            let [low, high] = [low, high].map(|error| percent(error, Sign::Always));
            say!("targets.projection-errors", year = year, low = low, high = high)
        }
    };
    let (first, last) = (projection.tested.first().copied(), projection.tested.last().copied());
    let basis = say!(
        "targets.projection-basis",
        n = projection.tested.len(),
        first = first.unwrap_or_default(),
        last = last.unwrap_or_default(),
        error = percent(projection.mean_error, Sign::Never)
    );
    let chance = projection.chance.map(|chance| (chance_words(chance), Role::Text));
    [Some((heading, Role::Text)), chance, Some((basis, Role::Muted))].into_iter().flatten().collect()
}

/// In steps of five percent: a probability from so few years is no finer.
fn chance_words(chance: f64) -> String {
    match Projection::in_fives(chance) {
        0 => word!("targets.chance-below").to_owned(),
        100 => word!("targets.chance-above").to_owned(),
        n => say!("targets.chance-about", n = n),
    }
}

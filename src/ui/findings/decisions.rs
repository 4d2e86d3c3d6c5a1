//! What was decided while foreign files were read.

use crate::config::Role;
use crate::domain::{Dataset, Decision};
use crate::word;

use super::super::prose::Row;
use super::super::scene::Scene;
use super::signed;

/// How many decisions there are, and how many of them are doubtful.
pub fn count(dataset: &Dataset) -> (usize, usize) {
    let doubtful = dataset.decisions.iter().filter(|decision| decision.is_doubtful);
    (dataset.decisions.len(), doubtful.count())
}

/// All of them, the doubtful ones first; nothing where nothing had to be decided.
pub fn rows(scene: &Scene<'_>, width: u16) -> Vec<Row> {
    let decisions = &scene.state.dataset().decisions;
    if decisions.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![Row::blank(), Row::of(word!("health.how-read"), scene.style(Role::Strong))];
    let (doubtful, others): (Vec<&Decision>, Vec<&Decision>) =
        decisions.iter().partition(|decision| decision.is_doubtful);
    rows.extend(doubtful.into_iter().chain(others).flat_map(|decision| row(scene, decision, width)));
    rows
}

fn row(scene: &Scene<'_>, decision: &Decision, width: u16) -> Vec<Row> {
    let sign = if decision.is_doubtful { ("! ", Role::Warning) } else { ("- ", Role::Muted) };
    // One file alone needs no name at every line.
    let is_told = !decision.file.is_empty() && scene.state.dataset().files.len() > 1;
    signed(scene, sign, &decision.words, is_told.then_some(&decision.file), width)
}

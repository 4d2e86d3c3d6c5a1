//! An observation of a JSON document: its concepts and its value become a fact.

use crate::say;
use crate::word;

use super::super::super::reading::Reading;
use super::super::json::{self, Value};
use super::super::words;
use super::concept::{self, Concept};
use super::role::{Role, role as role_of};

/// Adds the observation of a key, which is the `count`th of the document; `name` is what is measured where no concept says it.
pub(super) fn add(
    reading: &mut Reading<'_>,
    (key, count): (&str, u32),
    value: Option<&Value>,
    concepts: &[Concept],
    name: &str,
) {
    let of = |role: Role| concepts.iter().find(|concept| role_of(&concept.id) == role);
    let time = of(Role::Time).map_or("", |concept| concept.code.as_str());
    let problem = |what| reading.document.problem(what, word!("import.download-file-again"));
    let Some(period) = concept::period(time, concepts) else {
        let what = say!("import.observation-not-period", key = key, time = time.escape_debug());
        return reading.problems.push(problem(what));
    };
    let number = match json::number(value, &["NaN", "-"]) {
        Ok(number) => number,
        Err(what) => return reading.problems.push(problem(say!("import.observation-2", key = key, what = what))),
    };
    let status = words::status(of(Role::Status).map_or("", |concept| concept.code.as_str()));
    let is_told_apart =
        |concept: &&Concept| !matches!(role_of(&concept.id), Role::Time | Role::Status | Role::Attribute | Role::Value);
    let told: Vec<Concept> = concepts.iter().filter(is_told_apart).cloned().collect();
    let subject = concept::subject(&told, if name.is_empty() { "OBS_VALUE" } else { name });
    if concept::lacks_scale(&told, &subject) {
        reading.extract.assume_whole_units();
    }
    reading.extract.add_with(subject, period, number, status, count);
}

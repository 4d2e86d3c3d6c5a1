//! The native format: a `dataset.toml` with tidy CSV files beside it, one tidy CSV alone, or a TOML
//! with its values inside. `docs/formats.md` describes it.

pub(super) mod builder;
mod claims;
mod dataset_toml;
mod fields;
mod inline;
mod lists;
mod observations;
mod policies;
mod table;
mod write;

use std::borrow::Cow;

use crate::domain::{Dataset, Frequency, Period, Problem, Scale, Text};

pub(super) use builder::Builder;
pub(super) use write::quoted;
pub use write::{File, write, write_claims};

pub use claims::read_claims;

use super::Files;
use crate::word;

/// After this many the rest of a table is not read: they have one cause.
const ENOUGH_PROBLEMS: usize = 1000;

/// Reads a `dataset.toml` and the files it names.
///
/// # Errors
/// Everything that is wrong with any of the files.
pub fn load_dataset(files: &dyn Files, name: &str) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let dataset = dataset_toml::read(files, name, &mut problems).map(|builder| builder.finish(&mut problems));
    finished(dataset, problems)
}

/// The same beside other files, which may bring all the values: then it brings targets, measures, claims and names.
///
/// # Errors
/// Everything that is wrong with it.
pub fn load_for_others(files: &dyn Files, name: &str) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let builder = dataset_toml::read(files, name, &mut problems);
    let dataset = builder.map(|builder| builder.finish_for_others(&mut problems));
    finished(dataset, problems)
}

/// Reads tidy CSV files. Items, partners and sources are known by their codes alone.
///
/// # Errors
/// Everything that is wrong with them.
pub fn load_tables(files: &dyn Files, names: &[&str]) -> Result<Dataset, Vec<Problem>> {
    let first = names.first().copied().unwrap_or("");
    let mut problems = Vec::new();
    let mut builder = Builder::new(first);
    builder.dataset.name = Text::plain(stem(first));
    builder.dataset.id = stem(first);
    for name in names {
        read_observations(files, (name, files.read(name)), &mut builder, None, &mut problems);
    }
    let dataset = builder.finish(&mut problems);
    finished(Some(dataset), problems)
}

/// True where bytes begin like a tidy CSV: most of its columns and hardly any other, whatever separates them.
pub fn is_table(bytes: &[u8]) -> bool {
    let line = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let line = line.trim_ascii_start().split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or(&[]);
    let cells = line.split(|byte| matches!(byte, b',' | b';' | b'\t' | b'|')).map(<[u8]>::trim_ascii);
    let is_own = |cell: &&[u8]| observations::COLUMNS.iter().any(|(name, _)| name.as_bytes() == *cell);
    let (own, others): (Vec<&[u8]>, Vec<&[u8]>) = cells.partition(is_own);
    let telling = own.iter().filter(|cell| matches!(**cell, b"period" | b"flow" | b"value" | b"unit")).count();
    telling >= 2 && others.len() < 2
}

fn finished(dataset: Option<Dataset>, problems: Vec<Problem>) -> Result<Dataset, Vec<Problem>> {
    match dataset {
        Some(dataset) if problems.is_empty() => Ok(dataset),
        _ => Err(super::shortened(problems)),
    }
}

/// The bytes of a file that a `dataset.toml` names.
fn part(files: &dyn Files, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
    let is_missing = || matches!(files.read_if_there(name), Ok(None));
    files.read(name).map_err(|problem| match is_missing() {
        true => Problem { hint: word!("native.dataset-names-it").to_owned(), ..problem },
        false => problem,
    })
}

fn read_observations(
    files: &dyn Files,
    (name, bytes): (&str, Result<Cow<'static, [u8]>, Problem>),
    builder: &mut Builder,
    unit: Option<&Scale>,
    problems: &mut Vec<Problem>,
) {
    match bytes {
        Ok(bytes) => observations::read((name, &bytes), files.progress(), builder, unit, problems),
        Err(problem) => problems.push(problem),
    }
}

fn stem(name: &str) -> String {
    std::path::Path::new(name).file_stem().map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// The frequency of the first period met, which all others must share.
fn frequency_of(period: Period) -> Frequency {
    period.frequency()
}

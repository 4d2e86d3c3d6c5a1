//! The native format: a `dataset.toml` with tidy CSV files beside it, one tidy CSV alone, or a TOML
//! with its values inside. `docs/formats.md` describes it.

mod builder;
mod claims;
mod dataset_toml;
mod fields;
mod inline;
mod lists;
mod observations;
mod policies;
mod table;

use crate::domain::{Dataset, Frequency, Period, Problem, Scale, Text};

use builder::Builder;

pub use claims::read_claims;

use super::Files;

/// More problems than this are counted, not listed.
const MOST_PROBLEMS: usize = 40;

/// After this many the rest of a table is not read: they have one cause.
const ENOUGH_PROBLEMS: usize = 1000;

/// Reads a `dataset.toml` and the files it names.
///
/// # Errors
/// Everything that is wrong with any of the files.
pub fn load_dataset(files: &dyn Files, name: &str) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let dataset = dataset_toml::read(files, name, &mut problems);
    finished(dataset, problems)
}

/// Reads one tidy CSV. Items, partners and sources are known by their codes alone.
///
/// # Errors
/// Everything that is wrong with it.
pub fn load_table(files: &dyn Files, name: &str) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut builder = Builder::new(name);
    builder.dataset.name = Text::plain(stem(name));
    builder.dataset.id = stem(name);
    read_observations(files, name, &mut builder, None, &mut problems);
    let dataset = builder.finish(&mut problems);
    finished(dataset, problems)
}

fn finished(dataset: Option<Dataset>, mut problems: Vec<Problem>) -> Result<Dataset, Vec<Problem>> {
    let beyond = problems.len().saturating_sub(MOST_PROBLEMS);
    if beyond > 0 {
        let file = problems[MOST_PROBLEMS].file.clone();
        problems.truncate(MOST_PROBLEMS);
        problems.push(Problem::whole_file(
            file,
            format!("at least {beyond} more problems"),
            "mend the first ones and try again",
        ));
    }
    match dataset {
        Some(dataset) if problems.is_empty() => Ok(dataset),
        _ => Err(problems),
    }
}

fn read_observations(
    files: &dyn Files,
    name: &str,
    builder: &mut Builder,
    unit: Option<&Scale>,
    problems: &mut Vec<Problem>,
) {
    match files.read(name) {
        Ok(bytes) => observations::read(name, &bytes, builder, unit, problems),
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

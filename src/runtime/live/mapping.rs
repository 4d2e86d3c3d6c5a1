//! What the columns of a table are taken for: asked, corrected, saved.

use crate::domain::Problem;
use crate::import::mapping::{Mapped, name_for};
use crate::{say, word};

use super::super::setup::Request;
use super::super::{save_map, sources};
use super::Told;

/// The sources that are tables of no known format, with their columns.
pub(super) fn told(request: &Request) -> Told {
    match sources::mapped(&request.files(), &request.choices) {
        Ok(tables) if tables.is_empty() => Told::Words(word!("map.known-format").to_owned()),
        Ok(tables) => Told::Mapped(tables),
        Err(problems) => Told::Words(problems.first().map(Problem::to_string).unwrap_or_default()),
    }
}

/// Writes it beside the file.
pub(super) fn saved(request: &Request, mapped: &Mapped) -> Told {
    let saved = save_map::save(&request.files(), &name_for(&mapped.file), &mapped.mapping.to_toml());
    Told::Words(match saved {
        Ok(path) => say!("map.saved", file = path.display()),
        Err(problem) => problem.to_string(),
    })
}

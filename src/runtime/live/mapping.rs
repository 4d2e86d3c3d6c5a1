//! What the columns of a table are taken for: asked, corrected, saved.

use crate::domain::Problem;
use crate::import::mapping::{Mapped, name_for};
use crate::{say, word};

use super::super::setup::Request;
use super::super::{save_map, sources};
use super::Told;

/// The first source that is a table of no known format, with its columns.
pub(super) fn told(request: &Request) -> Told {
    match sources::mapped(&request.sources, &request.choices).map(|mapped| mapped.into_iter().next()) {
        Ok(Some(mapped)) => Told::Mapped(Box::new(mapped)),
        Ok(None) => Told::Words(word!("map.known-format").to_owned()),
        Err(problems) => Told::Words(problems.first().map(Problem::to_string).unwrap_or_default()),
    }
}

/// Writes it beside the file.
pub(super) fn saved(request: &Request, mapped: &Mapped) -> Told {
    let saved = save_map::save(&request.sources, &name_for(&mapped.file), &mapped.mapping.to_toml());
    Told::Words(match saved {
        Ok(path) => say!("map.saved", file = path.display()),
        Err(problem) => problem.to_string(),
    })
}

//! Writes what the columns of a table are taken for beside it.

use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;

use crate::domain::Problem;

/// Writes a mapping of this name beside the sources, and says where it is. One that is there stays: it may have been
/// corrected by hand.
///
/// # Errors
/// That there is one already, or why it cannot be written.
pub fn save(sources: &[PathBuf], name: &str, content: &str) -> Result<PathBuf, Problem> {
    // One file is named within its folder, several by their paths.
    let beside = sources.first().and_then(|source| source.parent()).filter(|_| sources.len() == 1);
    let path = beside.map_or_else(|| name.into(), |folder| folder.join(name));
    let problem = |what: String, hint: &str| Problem::whole_file(path.display().to_string(), what, hint);
    let written = std::fs::OpenOptions::new().write(true).create_new(true).open(&path);
    let written = written.and_then(|mut file| file.write_all(content.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => problem("there is such a mapping already".to_owned(), "remove it first"),
        _ => problem(format!("cannot be written: {error}"), "check the folder"),
    })?;
    Ok(path)
}

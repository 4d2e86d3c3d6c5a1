//! The user's own configuration: the folder `tradedeck` in the configuration directory.

use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use crate::domain::Problem;

use super::disk;

/// A file that was read: the name that problems carry, and its text.
pub(super) struct Document {
    pub name: String,
    pub text: String,
}

/// A file of the folder; `None` where the user has none of that name.
pub(super) fn read(name: &str) -> Result<Option<Document>, Vec<Problem>> {
    let file = folder().map(|folder| folder.join(name)).filter(|file| file.is_file());
    file.map(|file| read_at(&file)).transpose()
}

/// A file wherever it is.
pub(super) fn read_at(file: &Path) -> Result<Document, Vec<Problem>> {
    let text = disk::read_text(file).map_err(|problem| vec![problem])?;
    Ok(Document { name: file.display().to_string(), text })
}

/// The shipped names, then those of the TOML files in a part of the folder, in order.
pub(super) fn names_with(shipped: Vec<&'static str>, part: &str) -> Vec<String> {
    let entries = folder().and_then(|folder| std::fs::read_dir(folder.join(part)).ok());
    let mut own: Vec<String> =
        entries.into_iter().flatten().filter_map(|entry| toml_name(&entry.ok()?.path())).collect();
    own.sort();
    shipped.into_iter().map(str::to_owned).chain(own).collect()
}

fn toml_name(path: &Path) -> Option<String> {
    let is_toml = path.extension().is_some_and(|ending| ending == "toml");
    path.file_stem().filter(|_| is_toml).map(|stem| stem.to_string_lossy().into_owned())
}

/// The files that a configuration is read from, and the folders that have a file for each theme and layout; there or
/// not.
pub(super) fn watched(settings: Option<&Path>) -> Vec<PathBuf> {
    let own = folder().into_iter().flat_map(|folder| {
        let names = ["config.toml", "keymap.toml", "themes", "layouts"];
        names.map(|name| folder.join(name))
    });
    settings.map(Path::to_owned).into_iter().chain(own).collect()
}

/// The folder for what the program writes for the user.
pub(super) fn data_folder() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.data_dir().join("tradedeck"))
}

/// The folder for what can be made again.
pub(super) fn cache_folder() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.cache_dir().join("tradedeck"))
}

/// A path as people write it: within the home folder from `~`, so that a small screen has room for it.
pub(super) fn shown(file: &Path) -> String {
    let strategy = choose_base_strategy().ok();
    let within = strategy.as_ref().and_then(|strategy| file.strip_prefix(strategy.home_dir()).ok());
    within.map_or_else(|| file.display().to_string(), |within| Path::new("~").join(within).display().to_string())
}

pub(super) fn folder() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.config_dir().join("tradedeck"))
}

//! What a pack is made from beside the data: claims and configuration.

use std::path::Path;

use crate::config::Settings;
use crate::domain::Problem;
use crate::export::pack::{Input, Role};

use super::super::setup::{self, Request};
use super::super::{disk, user_files};

/// The files in force, by the name without their folder: where they lie is no matter of the pack.
pub(super) fn beside_data(request: &Request, settings: &Settings) -> Result<Vec<Input>, Vec<Problem>> {
    let claims = setup::claims_file(request, settings).map(|file| file.path().to_owned());
    let own = |name: String| user_files::folder().map(|folder| folder.join(name));
    let theme = request.theme.as_ref().unwrap_or(&settings.theme);
    let layout = request.layout.as_ref().unwrap_or(&settings.layout);
    let configuration = [
        request.config.clone().or_else(|| own("config.toml".to_owned())),
        own("keymap.toml".to_owned()),
        own(format!("themes/{theme}.toml")),
        own(format!("layouts/{layout}.toml")),
    ];
    let files = claims.into_iter().map(|file| (Role::Claims, file));
    let files = files.chain(configuration.into_iter().flatten().map(|file| (Role::Configuration, file)));
    files.filter(|(_, file)| file.is_file()).map(|(role, file)| read(role, &file)).collect()
}

fn read(role: Role, file: &Path) -> Result<Input, Vec<Problem>> {
    let content = disk::read(file).map_err(|problem| vec![problem])?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(Input::new(role, name.unwrap_or_default(), &content))
}

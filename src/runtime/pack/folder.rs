//! The folder of a pack. A file is there whole or not at all, and the manifest comes last: it never lists what is not
//! there.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::domain::Problem;
use crate::export::pack::{CHANGES, FIGURES, MANIFEST, PackFile, Previous};
use crate::say;
use crate::word;

use super::super::disk;

/// The pack in a folder; `None` where the folder is empty or not there.
///
/// # Errors
/// The folder holds something else.
pub(super) fn previous(folder: &Path) -> Result<Option<Previous>, Vec<Problem>> {
    let is_taken = folder.exists() && !fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if !is_taken {
        return Ok(None);
    }
    if !folder.join(MANIFEST).is_file() {
        let name = folder.display().to_string();
        return Err(vec![Problem::whole_file(name, word!("pack.foreign"), word!("pack.foreign-hint"))]);
    }
    required(folder).map(Some)
}

/// The pack in a folder that has one.
///
/// # Errors
/// There is none, or it cannot be read.
pub(super) fn required(folder: &Path) -> Result<Previous, Vec<Problem>> {
    let text = |name: &str| disk::read_text(&folder.join(name)).map_err(|problem| vec![problem]);
    let changes = text(CHANGES).unwrap_or_default();
    Previous::read(&text(MANIFEST)?, &text(FIGURES)?, &changes).map_err(|reason| {
        let name = folder.join(MANIFEST).display().to_string();
        vec![Problem::whole_file(name, say!("pack.unreadable", reason = reason), word!("pack.unreadable-hint"))]
    })
}

/// Writes the files, and removes those of the pack before that are no part of this one.
pub(super) fn replace(folder: &Path, files: &[PackFile], before: Option<&Previous>) -> io::Result<()> {
    for file in files {
        write_whole(&folder.join(&file.name), &file.content)?;
    }
    let is_kept = |name: &str| files.iter().any(|file| file.name == name);
    for name in before.into_iter().flat_map(Previous::files).filter(|name| !is_kept(name)) {
        // The manifest may have been written by somebody else: nothing outside of the folder is touched.
        if Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
            match fs::remove_file(folder.join(name)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
    }
    Ok(())
}

/// Writes beside the file, then takes its place.
fn write_whole(file: &Path, content: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = fs::write(&part, content).and_then(|()| fs::rename(&part, file));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

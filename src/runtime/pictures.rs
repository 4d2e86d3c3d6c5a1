//! Saving the screen as pictures, in files that are named by what they show.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::config::Settings;
use crate::export::{Format, Frame};
use crate::say;

/// More files of one name are not looked for.
const MOST: u32 = 10_000;

/// Where pictures go, and as what.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    folder: PathBuf,
    endings: Vec<String>,
}

impl Pictures {
    /// As the settings say.
    pub fn of(settings: &Settings) -> Pictures {
        Pictures { folder: settings.pictures.clone().into(), endings: settings.picture_formats.clone() }
    }

    /// Saves a frame under a name, and tells in words what came of it. Nothing that is there is written over: the next
    /// file of that name has a number.
    pub(super) fn save(&self, frame: &Frame, name: &str) -> Result<String, String> {
        let mut saved = Vec::new();
        for ending in &self.endings {
            let Some(format) = Format::of(Path::new(&format!("{name}.{ending}"))) else {
                return Err(say!("saved.unknown", ending = ending));
            };
            let written = frame.write(format).map_err(io::Error::other);
            match written.and_then(|content| self.keep(name, ending, &content)) {
                Ok(file) => saved.push(file.display().to_string()),
                Err(error) => {
                    let file = self.folder.join(format!("{name}.{ending}"));
                    return Err(say!("saved.unwritable", file = file.display(), reason = error));
                }
            }
        }
        Ok(say!("saved.as", files = saved.join(", ")))
    }

    fn keep(&self, name: &str, ending: &str, content: &[u8]) -> io::Result<PathBuf> {
        std::fs::create_dir_all(&self.folder)?;
        for number in 1..MOST {
            let numbered = if number == 1 { format!("{name}.{ending}") } else { format!("{name}-{number}.{ending}") };
            let file = if self.folder == Path::new(".") { numbered.into() } else { self.folder.join(numbered) };
            match OpenOptions::new().write(true).create_new(true).open(&file) {
                Ok(mut open) => return open.write_all(content).map(|()| file),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

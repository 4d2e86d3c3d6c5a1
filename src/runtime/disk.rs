//! Files of the disk: the user's data and configuration.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::domain::Problem;
use crate::import::Files;

/// Larger files than this are refused rather than read into memory.
const LARGEST: u64 = 512 * 1024 * 1024;

/// The files of a folder.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

/// A dataset on the disk: its folder and the name of its main file.
pub fn locate(source: &Path) -> (Folder, String) {
    if source.is_dir() {
        return (Folder(source.to_owned()), "dataset.toml".to_owned());
    }
    let folder = source.parent().map(Path::to_owned).unwrap_or_default();
    let name = source.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    (Folder(folder), name)
}

impl Files for Folder {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let path = self.0.join(name);
        read(&path).map(Cow::Owned).map_err(|problem| Problem { file: name.to_owned(), ..problem })
    }
}

/// The bytes of a file.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let name = path.display().to_string();
    let metadata = std::fs::metadata(path).map_err(|error| unreadable(&name, &error))?;
    if metadata.is_dir() {
        return Err(Problem::whole_file(
            name,
            "this is a folder without a dataset.toml",
            "name a file, or add a dataset.toml to it",
        ));
    }
    if !metadata.is_file() {
        return Err(Problem::whole_file(name, "this is no regular file", "save the data to a file first"));
    }
    if metadata.len() > LARGEST {
        return Err(Problem::whole_file(name, "the file is larger than 512 MiB", "split it, or aggregate it first"));
    }
    std::fs::read(path).map_err(|error| unreadable(&name, &error))
}

/// A file as text.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    let bytes = read(path)?;
    String::from_utf8(bytes)
        .map_err(|_| Problem::whole_file(path.display().to_string(), "not valid UTF-8", "save the file as UTF-8"))
}

fn unreadable(name: &str, error: &std::io::Error) -> Problem {
    let hint = match error.kind() {
        std::io::ErrorKind::NotFound => "check the name; with no name, the embedded Korean dataset opens",
        std::io::ErrorKind::PermissionDenied => "check who may read it",
        _ => "check the file",
    };
    let what = match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => format!("cannot be read: {error}"),
    };
    Problem::whole_file(name, what, hint)
}

//! Files of the disk: the user's data and configuration.

use std::borrow::Cow;
use std::fs::Metadata;
use std::path::{Path, PathBuf};

use crate::domain::Problem;
use crate::import::{self, Files, Stored};
use crate::say;
use crate::word;

use super::on_disk::OnDisk;
use super::piped::{self, Piped};

/// Larger files than this are refused rather than read into memory.
pub(super) const LARGEST: u64 = 512 * 1024 * 1024;

/// The main file of a folder.
pub(super) const MAIN: &str = "dataset.toml";

/// The files of a folder.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

/// A dataset on the disk: its folder and the name of its main file.
///
/// # Errors
/// A folder without a `dataset.toml`; a name that is not UTF-8.
pub fn locate(source: &Path) -> Result<(Folder, String), Vec<Problem>> {
    let problem = |what: &str, hint: &str| Err(vec![Problem::whole_file(source.display().to_string(), what, hint)]);
    if source.is_dir() {
        if !source.join(MAIN).exists() {
            return problem(word!("runtime.folder-without-dataset-toml"), word!("runtime.name-file-add-dataset"));
        }
        return Ok((Folder(source.to_owned()), MAIN.to_owned()));
    }
    let folder = source.parent().map(Path::to_owned).unwrap_or_default();
    match source.file_name().map(|name| name.to_str()) {
        Some(None) => problem(word!("runtime.file-s-name-not"), word!("runtime.rename-file")),
        name => Ok((Folder(folder), name.flatten().unwrap_or_default().to_owned())),
    }
}

impl Folder {
    /// The folder that the program was started in; names may be whole paths.
    pub fn here() -> Folder {
        Folder(PathBuf::new())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The same problems, with their files named as the user named the dataset.
    pub fn named(&self, problems: Vec<Problem>) -> Vec<Problem> {
        let named = |problem: Problem| Problem { file: self.0.join(&problem.file).display().to_string(), ..problem };
        problems.into_iter().map(named).collect()
    }
}

impl Files for Folder {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let path = self.0.join(name);
        if let Some(piped) = piped::kept(&path) {
            return whole(&piped, name).map(Cow::Owned);
        }
        read(&path).map(Cow::Owned).map_err(|problem| Problem { file: name.to_owned(), ..problem })
    }

    fn open(&self, name: &str) -> Result<Box<dyn Stored + '_>, Problem> {
        let path = self.0.join(name);
        if let Some(piped) = piped::kept(&path) {
            return Ok(Box::new(piped));
        }
        let opened = regular(&path).and_then(|_| OnDisk::open(&path).map_err(|error| unreadable(name, &error)));
        opened
            .map(|file| Box::new(file) as Box<dyn Stored>)
            .map_err(|problem| Problem { file: name.to_owned(), ..problem })
    }

    fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        if self.0.join(name).exists() { self.read(name).map(Some) } else { Ok(None) }
    }
}

/// All bytes of what came through a pipe.
///
/// # Errors
/// That they are more than may be held in memory.
pub(super) fn whole(piped: &Piped, name: &str) -> Result<Vec<u8>, Problem> {
    let whole = import::stored::whole(piped, LARGEST).map_err(|error| unreadable(name, &error))?;
    whole.ok_or_else(|| {
        Problem::whole_file(name, word!("runtime.file-larger-than-512"), word!("runtime.split-aggregate-first"))
    })
}

/// The bytes of a file.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let metadata = regular(path)?;
    let name = path.display().to_string();
    if metadata.len() > LARGEST {
        return Err(Problem::whole_file(
            name,
            word!("runtime.file-larger-than-512"),
            word!("runtime.split-aggregate-first"),
        ));
    }
    std::fs::read(path).map_err(|error| unreadable(&name, &error))
}

/// What the system says of a file that has content.
fn regular(path: &Path) -> Result<Metadata, Problem> {
    let name = path.display().to_string();
    let metadata = std::fs::metadata(path).map_err(|error| unreadable(&name, &error))?;
    if metadata.is_dir() {
        return Err(Problem::whole_file(name, word!("runtime.folder"), word!("runtime.name-file")));
    }
    if !metadata.is_file() {
        return Err(Problem::whole_file(name, word!("runtime.no-regular-file"), word!("runtime.save-data-file-first")));
    }
    Ok(metadata)
}

/// A file as text.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    let bytes = read(path)?;
    String::from_utf8(bytes).map_err(|_| {
        Problem::whole_file(
            path.display().to_string(),
            word!("runtime.not-valid-utf-8"),
            word!("runtime.save-file-utf-8"),
        )
    })
}

fn unreadable(name: &str, error: &std::io::Error) -> Problem {
    let hint = match error.kind() {
        std::io::ErrorKind::NotFound => word!("runtime.check-name-no-name"),
        std::io::ErrorKind::PermissionDenied => word!("runtime.check-who-may-read"),
        _ => word!("runtime.check-file"),
    };
    let what = match error.kind() {
        std::io::ErrorKind::NotFound => word!("runtime.there-no-such-file").to_owned(),
        _ => say!("runtime.cannot-read-2", error = error),
    };
    Problem::whole_file(name, what, hint)
}

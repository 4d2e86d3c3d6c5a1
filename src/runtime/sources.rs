//! What the user named, as a dataset or as a page about it: a folder, files, standard input, or nothing.

use std::borrow::Cow;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::domain::{Dataset, Problem};
use crate::import::{self, Choices, Description, Files};
use crate::say;
use crate::word;

use super::disk::{self, LARGEST};

/// The name that stands for standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// Reads the dataset.
///
/// # Errors
/// Everything that is wrong with it.
pub fn dataset(sources: &[PathBuf], choices: &Choices) -> Result<Dataset, Vec<Problem>> {
    if sources.is_empty() {
        return import::embedded::korea();
    }
    with_files(sources, |files, names| import::load_all(files, names, choices))
}

/// Says what the sources are.
///
/// # Errors
/// Everything that is wrong with them.
pub fn describe(sources: &[PathBuf], choices: &Choices) -> Result<Description, Vec<Problem>> {
    if sources.is_empty() {
        return Description::of(&import::embedded::Embedded, &["dataset.toml"], choices);
    }
    with_files(sources, |files, names| Description::of(files, names, choices))
}

/// How messages call the sources.
pub fn name(sources: &[PathBuf]) -> String {
    match sources {
        [] => word!("runtime.embedded-dataset").to_owned(),
        [source] if source.as_os_str() == STANDARD_INPUT => Pipe::name().to_owned(),
        sources => sources.iter().map(|source| source.display().to_string()).collect::<Vec<_>>().join(", "),
    }
}

/// Calls `read` with the files and their names; problems name the files as the user did.
fn with_files<T>(
    sources: &[PathBuf],
    read: impl FnOnce(&dyn Files, &[&str]) -> Result<T, Vec<Problem>>,
) -> Result<T, Vec<Problem>> {
    match sources {
        [source] if source.as_os_str() == STANDARD_INPUT => {
            let pipe = Pipe::read().map_err(|problem| vec![problem])?;
            read(&pipe, &[Pipe::name()])
        }
        [source] => {
            let (folder, name) = disk::locate(source)?;
            read(&folder, &[&name]).map_err(|problems| folder.named(problems))
        }
        sources => {
            let names = sources.iter().map(|source| name_of(source)).collect::<Result<Vec<_>, _>>()?;
            read(&disk::Folder::here(), &names)
        }
    }
}

/// One of several files by its path.
fn name_of(source: &Path) -> Result<&str, Vec<Problem>> {
    let problem = |what: &str, hint: &str| vec![Problem::whole_file(source.display().to_string(), what, hint)];
    if source.is_dir() {
        return Err(problem(word!("runtime.folder-other-files-named"), word!("runtime.name-files-one-one")));
    }
    source.to_str().ok_or_else(|| problem(word!("runtime.file-s-name-not"), word!("runtime.rename-file")))
}

/// Everything that came from standard input.
struct Pipe(Vec<u8>);

impl Pipe {
    /// How messages call it.
    fn name() -> &'static str {
        word!("runtime.standard-input")
    }

    fn read() -> Result<Pipe, Problem> {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
        read.map_err(|error| {
            Problem::whole_file(
                Pipe::name(),
                say!("runtime.cannot-read-2", error = error),
                word!("runtime.name-file-instead"),
            )
        })?;
        if bytes.len() as u64 > LARGEST {
            return Err(Problem::whole_file(
                Pipe::name(),
                word!("runtime.more-than-512-mib"),
                word!("runtime.split-aggregate-first"),
            ));
        }
        Ok(Pipe(bytes))
    }
}

impl Files for Pipe {
    fn read(&self, _name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        Ok(Cow::Owned(self.0.clone()))
    }
}

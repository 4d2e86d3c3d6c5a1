//! What the user named, as a dataset or as a page about it: a folder, files, standard input, or nothing.

use std::borrow::Cow;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::domain::{Dataset, Problem};
use crate::export::pack::Input;
use crate::import::{self, Choices, Description, Files};

use super::disk::{self, LARGEST};
use super::hashed::Hashed;

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

/// Reads the dataset, with the hash of every file that it was read from.
///
/// # Errors
/// Everything that is wrong with it.
pub fn hashed(sources: &[PathBuf], choices: &Choices) -> Result<(Dataset, Vec<Input>), Vec<Problem>> {
    let load = |files: &dyn Files, names: &[&str], choices: &Choices| {
        let files = Hashed::over(files);
        let dataset = import::load_all(&files, names, choices)?;
        Ok((dataset, files.inputs()))
    };
    if sources.is_empty() {
        return load(&import::embedded::Embedded, &[disk::MAIN], &Choices::default());
    }
    with_files(sources, |files, names| load(files, names, choices))
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
        [] => "embedded dataset".to_owned(),
        [source] if source.as_os_str() == STANDARD_INPUT => "standard input".to_owned(),
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
            read(&pipe, &[Pipe::NAME])
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
        return Err(problem(
            "this is a folder, and other files are named beside it",
            "name the files in it one by one",
        ));
    }
    source.to_str().ok_or_else(|| problem("the file's name is not UTF-8", "rename the file"))
}

/// Everything that came from standard input.
struct Pipe(Vec<u8>);

impl Pipe {
    const NAME: &str = "standard input";

    fn read() -> Result<Pipe, Problem> {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
        read.map_err(|error| {
            Problem::whole_file(Pipe::NAME, format!("cannot be read: {error}"), "name a file instead")
        })?;
        if bytes.len() as u64 > LARGEST {
            return Err(Problem::whole_file(Pipe::NAME, "more than 512 MiB", "split it, or aggregate it first"));
        }
        Ok(Pipe(bytes))
    }
}

impl Files for Pipe {
    fn read(&self, _name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        Ok(Cow::Owned(self.0.clone()))
    }
}

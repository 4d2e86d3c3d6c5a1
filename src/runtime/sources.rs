//! What the user named, as a dataset or as a page about it: a folder, files, standard input, or nothing.

use std::borrow::Cow;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::config::CommandSource;
use crate::domain::{Dataset, Problem};
use crate::export::pack::Input;
use crate::import::mapping::Mapped;
use crate::import::{self, Choices, Description, Files, Progress, Stored};
use crate::say;
use crate::word;

use super::disk;
use super::hashed::Hashed;
use super::piped::{self, Piped};
use super::records::{self, Records};
use super::{command, crash};

/// What came of reading something, and the files that it was read from, also those that were not there.
#[derive(Debug)]
pub struct Read<T> {
    /// What was read, or everything that is wrong with it.
    pub result: Result<T, Vec<Problem>>,
    /// Where it was looked for.
    pub files: Vec<PathBuf>,
}

/// Reads the dataset from the sources; where there are none, from the command; where there is none, the embedded one.
pub fn read(
    (sources, command): (&[PathBuf], Option<&CommandSource>),
    choices: &Choices,
    progress: Option<&Progress>,
) -> Read<Dataset> {
    let began = Instant::now();
    let files = RefCell::default();
    let result = guarded(sources, || match (sources, command) {
        ([], None) => import::embedded::korea(),
        ([], Some(command)) => Output::of(command, progress).and_then(|output| {
            let listened = Listened { files: &output, folder: Path::new(""), progress, seen: &files };
            import::load_all(&listened, &[&output.name], choices)
        }),
        (sources, _) => match Records::find(sources, choices) {
            Ok(Some(records)) => {
                files.borrow_mut().extend(records.paths().map(Path::to_owned));
                records.dataset(&choices.scope, progress)
            }
            Err(problems) => Err(problems),
            Ok(None) => with_files(sources, progress, |folder, inner, names| {
                let listened = Listened { files: inner, folder, progress, seen: &files };
                import::load_all(&listened, names, choices)
            }),
        },
    });
    let files = files.into_inner();
    note(&files, &result, began.elapsed());
    Read { result, files }
}

/// What the log says of a source that was read.
fn note(files: &[PathBuf], result: &Result<Dataset, Vec<Problem>>, took: Duration) {
    if !log::log_enabled!(log::Level::Warn) {
        return;
    }
    let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    let names = if names.is_empty() { "the embedded dataset or a stream".to_owned() } else { names.join(", ") };
    match result {
        Ok(dataset) => {
            let observations: usize = dataset.series.iter().map(|series| series.observations.len()).sum();
            log::info!("read {names} in {took:.1?}: {} series, {observations} observations", dataset.series.len());
        }
        Err(problems) => problems.iter().for_each(|problem| log::warn!("not read after {took:.1?}: {problem}")),
    }
}

/// The sources with those that are patterns (`customs-*.csv`) replaced by the files that there are, in order of their
/// names; a pattern of none stays, to be told as the file that it is not.
pub fn expanded(sources: &[PathBuf]) -> Vec<PathBuf> {
    let matching = |source: &PathBuf| -> Vec<PathBuf> {
        let pattern = source.to_str().filter(|_| !source.exists());
        let found = pattern.and_then(|pattern| glob::glob(pattern).ok());
        found.map(|found| found.flatten().collect()).unwrap_or_default()
    };
    let one = |source: &PathBuf| Some(matching(source)).filter(|found| !found.is_empty());
    sources.iter().flat_map(|source| one(source).unwrap_or_else(|| vec![source.clone()])).collect()
}

/// The files that the sources stand for now, in order, with the tables of folders that have no dataset: where they are
/// others than before, the dataset is another.
pub(super) fn listed(sources: &[PathBuf]) -> Vec<PathBuf> {
    let files = expanded(sources);
    records::paths(&files).unwrap_or(files)
}

/// Reads the dataset.
///
/// # Errors
/// Everything that is wrong with it.
pub fn dataset(sources: &[PathBuf], choices: &Choices) -> Result<Dataset, Vec<Problem>> {
    read((sources, None), choices, None).result
}

/// Reads something of the sources; that a reader panicked is a problem like others.
fn guarded<T>(sources: &[PathBuf], read: impl FnOnce() -> Result<T, Vec<Problem>>) -> Result<T, Vec<Problem>> {
    crash::off_screen(read).unwrap_or_else(|panic| Err(vec![broken(sources, &panic)]))
}

/// The problem that a reader panicked, which is a fault of the program.
pub(super) fn broken(sources: &[PathBuf], panic: &str) -> Problem {
    Problem::whole_file(
        name(sources),
        say!("runtime.reading-failed", panic = panic),
        word!("runtime.please-report-file"),
    )
}

/// Reads the dataset as [`read`] does, with the hash of everything that it was read from.
///
/// # Errors
/// Everything that is wrong with it.
pub fn hashed(
    (sources, command): (&[PathBuf], Option<&CommandSource>),
    choices: &Choices,
) -> Result<(Dataset, Vec<Input>), Vec<Problem>> {
    let load = |files: &dyn Files, names: &[&str], choices: &Choices| {
        let files = Hashed::over(files);
        let dataset = import::load_all(&files, names, choices)?;
        Ok((dataset, files.inputs()))
    };
    guarded(sources, || match (sources, command) {
        ([], None) => load(&import::embedded::Embedded, &[disk::MAIN], &Choices::default()),
        ([], Some(command)) => {
            let output = Output::of(command, None)?;
            load(&output, &[&output.name], choices)
        }
        (sources, _) => match Records::find(sources, choices)? {
            Some(records) => Ok((records.dataset(&choices.scope, None)?, records.inputs()?)),
            None => with_files(sources, None, |_, files, names| load(files, names, choices)),
        },
    })
}

/// Says what the sources are.
///
/// # Errors
/// Everything that is wrong with them.
pub fn describe(sources: &[PathBuf], choices: &Choices) -> Result<Description, Vec<Problem>> {
    if sources.is_empty() {
        return Description::of(&import::embedded::Embedded, &["dataset.toml"], choices);
    }
    guarded(sources, || match Records::find(sources, choices)? {
        Some(records) => records.describe(&choices.scope),
        None => with_files(sources, None, |_, files, names| Description::of(files, names, choices)),
    })
}

/// What the columns of those sources are taken for that are tables of no known format.
///
/// # Errors
/// Everything that is wrong with them.
pub(super) fn mapped(sources: &[PathBuf], choices: &Choices) -> Result<Vec<Mapped>, Vec<Problem>> {
    if sources.is_empty() {
        return Ok(Vec::new());
    }
    match Records::find(sources, choices)? {
        Some(records) => Ok(records.mapped()),
        None => with_files(sources, None, |_, files, names| import::mapped(files, names, choices)),
    }
}

/// How many bytes files and folders have, 0 for the embedded dataset; `None` where only reading tells.
pub(super) fn bytes(sources: &[PathBuf]) -> Option<u64> {
    let size = |source: &PathBuf| match std::fs::metadata(source) {
        Ok(metadata) if metadata.is_dir() => {
            let entries = std::fs::read_dir(source).into_iter().flatten().flatten();
            entries.filter_map(|entry| Some(entry.metadata().ok()?.len())).sum()
        }
        Ok(metadata) => metadata.len(),
        Err(_) => 0,
    };
    let is_open = sources.iter().any(|source| piped::is_pipe(source));
    (!is_open).then(|| sources.iter().map(size).sum())
}

/// How messages call the sources.
pub fn name(sources: &[PathBuf]) -> String {
    match sources {
        [] => word!("runtime.embedded-dataset").to_owned(),
        sources => sources.iter().map(|source| piped::name(source)).collect::<Vec<_>>().join(", "),
    }
}

/// Calls `read` with the folder, the files in it and their names; problems name the files as the user did.
fn with_files<T>(
    sources: &[PathBuf],
    progress: Option<&Progress>,
    read: impl FnOnce(&Path, &dyn Files, &[&str]) -> Result<T, Vec<Problem>>,
) -> Result<T, Vec<Problem>> {
    for source in sources.iter().filter(|source| piped::is_pipe(source)) {
        piped::drain(source, progress).map_err(|problem| vec![problem])?;
    }
    match sources {
        [source] if !piped::is_pipe(source) => {
            let (folder, name) = disk::locate(source)?;
            read(folder.path(), &folder, &[&name]).map_err(|problems| folder.named(problems))
        }
        sources => {
            let names = sources.iter().map(|source| name_of(source)).collect::<Result<Vec<_>, _>>()?;
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            read(Path::new(""), &disk::Folder::here(), &names)
        }
    }
}

/// One of several files, or the main file of a folder, by its path.
fn name_of(source: &Path) -> Result<String, Vec<Problem>> {
    if piped::is_pipe(source) {
        return Ok(piped::name(source));
    }
    let problem = |what: &str, hint: &str| vec![Problem::whole_file(source.display().to_string(), what, hint)];
    let main = source.join(disk::MAIN);
    let source = match source.is_dir() {
        true if main.exists() => &main,
        true => return Err(problem(word!("runtime.folder-other-files-named"), word!("runtime.name-files-one-one"))),
        false => source,
    };
    source
        .to_str()
        .map(str::to_owned)
        .ok_or_else(|| problem(word!("runtime.file-s-name-not"), word!("runtime.rename-file")))
}

/// Files with somebody who listens to what is read and how far.
struct Listened<'a> {
    files: &'a dyn Files,
    folder: &'a Path,
    progress: Option<&'a Progress>,
    seen: &'a RefCell<Vec<PathBuf>>,
}

impl Files for Listened<'_> {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        self.seen.borrow_mut().push(self.folder.join(name));
        self.files.read(name)
    }

    fn open(&self, name: &str) -> Result<Box<dyn Stored + '_>, Problem> {
        self.seen.borrow_mut().push(self.folder.join(name));
        self.files.open(name)
    }

    fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        self.seen.borrow_mut().push(self.folder.join(name));
        self.files.read_if_there(name)
    }

    fn progress(&self) -> Option<&Progress> {
        self.progress
    }
}

/// What a command wrote, as the one file that there is.
struct Output {
    name: String,
    piped: Piped,
}

impl Output {
    /// Runs the command.
    fn of(command: &CommandSource, progress: Option<&Progress>) -> Result<Output, Vec<Problem>> {
        let piped = command::output(command, progress).map_err(|problem| vec![problem])?;
        Ok(Output { name: command.name(), piped })
    }
}

impl Files for Output {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        disk::whole(&self.piped, name).map(Cow::Owned)
    }

    fn open(&self, _name: &str) -> Result<Box<dyn Stored + '_>, Problem> {
        Ok(Box::new(self.piped.clone()))
    }
}

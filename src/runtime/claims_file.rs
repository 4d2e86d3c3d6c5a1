//! The file that claims are added to. It is only ever appended to.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::claims::draft::Draft;
use crate::domain::{Dataset, Problem, Statement};
use crate::import;
use crate::say;
use crate::word;

use super::{disk, piped, user_files};

/// Its name in a dataset's folder, and in the user's own for the embedded dataset.
const NAME: &str = "claims.toml";

/// What a new file begins with.
const HEADER: &str = "# Claims, added by tradedeck; docs/claims.md says what may stand here.\n";

/// A file of claims that need not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimsFile(PathBuf);

impl ClaimsFile {
    /// The file named; else `claims.toml` in the folder of a dataset, or `trade.claims.toml` beside a `trade.csv`; of the
    /// embedded dataset, that in the user's data folder. `None` where there is no such place.
    pub fn of(named: Option<&Path>, sources: &[PathBuf]) -> Option<ClaimsFile> {
        let file = match (named, sources.first()) {
            (Some(file), _) => file.to_owned(),
            (None, None) => user_files::data_folder()?.join(NAME),
            (None, Some(source)) if source.is_dir() => source.join(NAME),
            (None, Some(source)) if source.ends_with(disk::MAIN) => source.with_file_name(NAME),
            (None, Some(source)) if piped::is_pipe(source) => return None,
            (None, Some(source)) => source.with_extension(NAME),
        };
        Some(ClaimsFile(file))
    }

    /// Where it is, or would be.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.0.display().to_string()
    }

    /// Its claims; none where there is no file.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(&self, dataset: &Dataset) -> Result<Vec<Statement>, Vec<Problem>> {
        match self.bytes() {
            Ok(bytes) if is_blank(&bytes) => Ok(Vec::new()),
            Ok(bytes) => import::native::read_claims(&self.name(), &bytes, dataset),
            Err(problem) => Err(vec![problem]),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, Problem> {
        if self.0.exists() { disk::read(&self.0) } else { Ok(Vec::new()) }
    }

    /// Appends a claim, in one write, and gives it as read back. What stands in the file stays as it is.
    ///
    /// # Errors
    /// What is wrong with the file, that the claim is in it already, or why it cannot be written.
    pub fn append(&self, dataset: &Dataset, draft: &Draft) -> Result<Statement, Problem> {
        let problem = |what: &str, hint: &str| Problem::whole_file(self.name(), what, hint);
        let before = self.bytes()?;
        let existing = self.read(dataset).map_err(first)?;
        let id = draft.id();
        if existing.iter().any(|statement| statement.id == id) {
            return Err(problem(&say!("runtime.already", id = id), word!("runtime.panel-7-has")));
        }
        let table = draft
            .table(dataset)
            .ok_or_else(|| problem(word!("runtime.number-cannot-claimed"), word!("runtime.choose-another-w")))?;
        let added = format!("{}{table}", separator(&before));
        // Read before it is written: what is appended is a claim that will be read again.
        let after = [before.as_slice(), added.as_bytes()].concat();
        let statements = import::native::read_claims(&self.name(), &after, dataset).map_err(first)?;
        self.write(&added).map_err(|error| {
            problem(&say!("runtime.cannot-written", error = error), word!("runtime.name-another-claims"))
        })?;
        statements
            .into_iter()
            .next_back()
            .ok_or_else(|| problem(word!("runtime.claim-could-not-read"), word!("runtime.check-file")))
    }

    fn write(&self, added: &str) -> io::Result<()> {
        if let Some(folder) = self.0.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = OpenOptions::new().append(true).create(true).open(&self.0)?;
        file.write_all(added.as_bytes())?;
        file.sync_data()
    }
}

fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_whitespace)
}

/// What goes between what stands there and a new table.
fn separator(before: &[u8]) -> &'static str {
    match before {
        [] => HEADER,
        [.., b'\n'] => "\n",
        _ => "\n\n",
    }
}

fn first(problems: Vec<Problem>) -> Problem {
    let unknown = || Problem::whole_file(NAME, word!("runtime.cannot-read"), word!("runtime.check-file"));
    problems.into_iter().next().unwrap_or_else(unknown)
}

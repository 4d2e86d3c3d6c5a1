//! Files of customs records as a source: found by content, read by as many threads as there are processors.

mod file;
mod kept;
mod lacking;
mod parts;
mod several;
mod so_far;
mod stamp;

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::domain::{Dataset, Problem, Scope};
use crate::export::pack::{Input, Role};
use crate::import::mapping::Mapped;
use crate::import::micro::{self, Cube, Plan};
use crate::import::{Choices, Description, Progress};
use crate::say;
use crate::word;

use super::disk;
use super::piped;
use file::RecordFile;
use several::Several;

/// Of a hundred rows so many may be bad: else the columns were taken for what they are not.
const MOST_BAD_IN_HUNDRED: u64 = 1;

/// Endings of files that a folder of records may hold.
const ENDINGS: [&str; 7] = [".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".csv.zst", ".tsv.zst"];

/// One or more files of customs records: one dataset.
#[derive(Debug)]
pub struct Records {
    files: Vec<RecordFile>,
    /// The folder that sums are kept in, where they are.
    cache: Option<PathBuf>,
}

/// The sums of a scope, with what makes a dataset of them.
#[derive(Debug)]
pub struct Summed {
    /// The sums.
    pub cube: Cube,
    /// Rows that are not in them, by kind: how many and the first, as `file:line:column: what`.
    pub lacking: Vec<Problem>,
}

impl Records {
    /// The records that the sources are; nothing where they are something else.
    ///
    /// # Errors
    /// Files of which some are records and others are not.
    pub fn find(sources: &[PathBuf], choices: &Choices) -> Result<Option<Records>, Vec<Problem>> {
        let Some(paths) = paths(sources) else { return Ok(None) };
        let mut files: Vec<RecordFile> = Vec::new();
        let mut others = Vec::new();
        for path in &paths {
            match RecordFile::find(path, choices)? {
                Some(file) => files.push(file),
                None => others.push(path),
            }
        }
        let Some(first) = files.first() else { return Ok(None) };
        if let Some(other) = others.first() {
            let what = say!("micro.not_records", first = first.name);
            return Err(problem(&other.display().to_string(), what, word!("micro.open_alone")));
        }
        let reporter = |plan: &Plan| plan.columns.reporter.as_ref().map(|reporter| reporter.text.clone());
        if let Some(other) = files.iter().find(|file| reporter(&file.plan) != reporter(&first.plan)) {
            return Err(problem(
                &other.name,
                say!("micro.other_reporter", first = first.name),
                word!("micro.open_alone"),
            ));
        }
        let unit = |plan: &Plan| (plan.currency.clone(), plan.power);
        if let Some(other) = files.iter().find(|file| unit(&file.plan) != unit(&first.plan)) {
            return Err(problem(&other.name, say!("micro.other_unit", first = first.name), word!("micro.open_alone")));
        }
        files[0].is_alone = files.len() == 1;
        Ok(Some(Records { files, cache: choices.cache.clone() }))
    }

    /// The files, as the user names them.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|file| file.path.as_path())
    }

    /// How the first file is read.
    pub fn plan(&self) -> Option<&Plan> {
        self.files.first().map(|file| &file.plan)
    }

    /// Reads the sums of a scope.
    ///
    /// # Errors
    /// A file that cannot be read or changes meanwhile, too many bad rows, codes of several levels.
    pub fn sums(&self, scope: &Scope, progress: Option<&Progress>) -> Result<Summed, Vec<Problem>> {
        let mut several = Several::of(&self.files, scope, progress);
        let summed = self.add_up(scope, progress, several.as_mut())?;
        let cube = &summed.cube;
        let bad = cube.faults.bad();
        let rows = cube.rows + cube.outside + cube.foreign + bad;
        let first = self.files.first().map_or("", |file| file.name.as_str());
        if bad * 100 > rows * MOST_BAD_IN_HUNDRED {
            let what = say!("micro.too_many_bad", bad = bad, rows = rows);
            let whole = problem(first, what, word!("micro.check_columns"));
            return Err([whole, summed.lacking].concat());
        }
        if lacking::levels(cube.lengths) > 1 {
            return Err(problem(first, word!("micro.levels"), word!("micro.one_level")));
        }
        Ok(summed)
    }

    /// Adds the sums of all files, one after the other.
    fn add_up(
        &self,
        scope: &Scope,
        progress: Option<&Progress>,
        mut several: Option<&mut Several<'_>>,
    ) -> Result<Summed, Vec<Problem>> {
        let mut summed = Summed { cube: Cube::default(), lacking: Vec::new() };
        for (number, file) in self.files.iter().enumerate() {
            let cube = file.sums(scope, self.cache.as_deref(), progress).map_err(|problem| vec![problem])?;
            summed.lacking.extend(lacking::told(file, &cube.faults)?);
            let periods = cube.periods.clone();
            summed.cube.join(cube);
            if let Some(several) = several.as_deref_mut() {
                several.read(number + 1, &periods, &summed.cube);
            }
        }
        Ok(summed)
    }

    /// The hash of every file.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn inputs(&self) -> Result<Vec<Input>, Vec<Problem>> {
        let input = |file: &RecordFile| {
            File::open(&file.path).and_then(|bytes| Input::of_stream(Role::Data, file.file_name(), bytes)).map_err(
                |error| problem(&file.name, say!("micro.unreadable", error = error), word!("micro.check_file")),
            )
        };
        self.files.iter().map(input).collect()
    }

    /// The name of a file for its mapping, which is saved beside a single file, else where its path says.
    fn short_name(&self, file: &RecordFile) -> String {
        match self.files.len() {
            1 => file.file_name(),
            _ => file.name.clone(),
        }
    }

    /// What the columns of each file are taken for.
    pub fn mapped(&self) -> Vec<Mapped> {
        let mapped = |file: &RecordFile| Mapped {
            file: self.short_name(file),
            mapping: file.plan.mapping(),
            columns: file.plan.names.clone(),
        };
        self.files.iter().map(mapped).collect()
    }

    /// Says what the files are.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn describe(&self, scope: &Scope) -> Result<Description, Vec<Problem>> {
        let summed = self.sums(scope, None)?;
        let names: Vec<String> = self.files.iter().map(|file| file.name.clone()).collect();
        let plans: Vec<(String, &Plan)> = self.files.iter().map(|file| (self.short_name(file), &file.plan)).collect();
        let dataset = micro::dataset::of(&summed.cube, plans[0].1, scope, &names)?;
        Ok(Description::of_records(&plans, &summed.cube, &summed.lacking, &dataset))
    }

    /// Reads a scope as a dataset.
    ///
    /// # Errors
    /// What is wrong with the files, or that there is nothing in the scope.
    pub fn dataset(&self, scope: &Scope, progress: Option<&Progress>) -> Result<Dataset, Vec<Problem>> {
        let summed = self.sums(scope, progress)?;
        let names: Vec<String> = self.files.iter().map(|file| file.name.clone()).collect();
        let first = names.first().map_or("", String::as_str);
        if summed.cube.rows == 0 && summed.cube.outside > 0 {
            let scope = scope.to_string();
            return Err(problem(first, say!("micro.nothing_in_scope", scope = scope), word!("micro.check_scope")));
        }
        match self.plan() {
            Some(plan) => micro::dataset::of(&summed.cube, plan, scope, &names),
            None => Err(problem(first, word!("micro.nothing"), word!("micro.check_columns"))),
        }
    }
}

fn problem(file: &str, what: impl Into<String>, hint: impl Into<String>) -> Vec<Problem> {
    vec![Problem::whole_file(file, what, hint)]
}

/// The files that the sources name: those in a folder without a dataset in order of their names. Nothing where a source
/// is a dataset or a pipe.
pub(super) fn paths(sources: &[PathBuf]) -> Option<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for source in sources {
        match source {
            source if piped::is_pipe(source) => return None,
            source if source.is_dir() && source.join(disk::MAIN).exists() => return None,
            source if source.is_dir() => paths.extend(in_folder(source)?),
            source => paths.push(source.clone()),
        }
    }
    Some(paths)
}

fn in_folder(folder: &Path) -> Option<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).ok()?;
    let is_table = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        ENDINGS.iter().any(|ending| name.ends_with(ending))
    };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_table).collect();
    files.sort();
    Some(files)
}

//! From bytes to a dataset, or to problems with file, line and column. No file is opened here:
//! bytes come through [`Files`].
//!
//! A file in a foreign format goes three steps: [`document`] decodes it, one of [`formats::IMPORTERS`] reads it into
//! an [`extract`], [`assemble`] makes a dataset of one or more extracts.

pub mod assemble;
pub mod choices;
pub mod decisions;
pub mod describe;
pub mod document;
pub mod embedded;
pub mod encoding;
pub mod extract;
pub mod formats;
pub mod mapping;
mod markup;
pub mod micro;
pub mod native;
mod beside;
pub mod decoding;
mod notes;
mod old_excel;
mod outline;
pub mod pass;
pub mod packing;
mod place;
pub mod progress;
pub mod reading;
pub mod rows;
mod saved;
pub mod stored;
mod survey;
mod unpacked;
mod zstandard;
mod window;
pub mod workbook;

use std::borrow::Cow;
use std::io;

use crate::domain::{Dataset, Problem, Text, spelling};
use crate::say;
use crate::word;

pub use assemble::{Assembled, Source};
pub use choices::Choices;
pub use describe::Description;
use document::Document;
use extract::Extract;
pub use formats::{IMPORTERS, Importer};
use mapping::{Mapped, Mapping};
pub use progress::{Progress, Reached};
use reading::Reading;
pub use stored::Stored;

/// More problems than this are counted, not listed.
const MOST_PROBLEMS: usize = 40;

/// A header wider than this is no table: four centuries of months have fewer columns.
const WIDEST: usize = 5_000;

/// Name of the native format, for `--format`.
pub const NATIVE: &str = "native";

/// Where the bytes of a dataset come from.
pub trait Files {
    /// The bytes of a file, by its name relative to the dataset.
    ///
    /// # Errors
    /// A problem that names the file and says why it cannot be read.
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem>;

    /// A file that is read in blocks, from its start as often as need be, and never held as a whole.
    ///
    /// # Errors
    /// A problem that names the file and says why it cannot be read.
    fn open(&self, name: &str) -> Result<Box<dyn Stored + '_>, Problem> {
        Ok(Box::new(self.read(name)?))
    }

    /// The bytes of a file that need not be there.
    ///
    /// # Errors
    /// A problem where it is there and cannot be read.
    fn read_if_there(&self, _name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        Ok(None)
    }

    /// Whom to tell how far reading has come; nobody where nobody waits.
    fn progress(&self) -> Option<&Progress> {
        None
    }
}

/// Reads a dataset from its main file: a `.toml`, a tidy `.csv`, or a file in any of [`IMPORTERS`]' formats.
///
/// # Errors
/// Everything that is wrong with it. A dataset with a problem is not loaded in part: a total with a
/// row missing would be shown as if it were whole.
pub fn load(files: &dyn Files, name: &str) -> Result<Dataset, Vec<Problem>> {
    load_all(files, &[name], &Choices::default())
}

/// Reads one dataset from one or more files.
///
/// # Errors
/// Everything that is wrong with them, or that they cannot be joined.
pub fn load_all(files: &dyn Files, names: &[&str], choices: &Choices) -> Result<Dataset, Vec<Problem>> {
    if let [name] = names
        && is_toml(name)
    {
        return native::load_dataset(files, name);
    }
    match read_all(files, names, choices)? {
        Found::Native => native::load_tables(files, names),
        Found::Foreign(sources) => assemble::assemble_all(sources, choices).map(|assembled| assembled.dataset),
        Found::Both(native, sources) => assemble::join(*native, &sources, choices).map(|assembled| assembled.dataset),
    }
}

/// What a set of files turned out to be.
pub enum Found {
    /// Tidy CSV files of the native format.
    Native,
    /// Files in foreign formats, read.
    Foreign(Vec<Source>),
    /// A native dataset, read, and foreign files beside it.
    Both(Box<Dataset>, Vec<Source>),
}

/// What the columns of those files are taken for that are tables of no known format.
///
/// # Errors
/// Everything that is wrong with the files.
pub fn mapped(files: &dyn Files, names: &[&str], choices: &Choices) -> Result<Vec<Mapped>, Vec<Problem>> {
    let sources = match read_all(files, names, choices)? {
        Found::Foreign(sources) | Found::Both(_, sources) => sources,
        Found::Native => return Ok(Vec::new()),
    };
    let mapped = |source: Source| {
        let Source { file, mapping, extract, .. } = source;
        Some(Mapped { file, mapping: mapping?, columns: extract.columns })
    };
    Ok(sources.into_iter().filter_map(mapped).collect())
}

/// Finds the format of every file, and reads those that are in foreign ones.
///
/// # Errors
/// Everything that is wrong with them.
pub fn read_all(files: &dyn Files, names: &[&str], choices: &Choices) -> Result<Found, Vec<Problem>> {
    let mut sources = Vec::new();
    let mut native = Vec::new();
    let mut problems = Vec::new();
    for name in names {
        match read(files, name, choices) {
            Ok(Some(source)) => sources.push(source),
            Ok(None) => native.push(*name),
            Err(found) => problems.extend(found),
        }
    }
    match (native.as_slice(), sources.is_empty()) {
        _ if !problems.is_empty() => Err(problems),
        ([], _) => Ok(Found::Foreign(sources)),
        (_, true) if !native.iter().any(|name| is_toml(name)) => Ok(Found::Native),
        (native, _) => Ok(Found::Both(Box::new(native_part(files, native)?), sources)),
    }
}

/// The one native dataset among several files: tidy CSV files, or a `dataset.toml`, maybe in another folder.
fn native_part(files: &dyn Files, names: &[&str]) -> Result<Dataset, Vec<Problem>> {
    match names {
        [name] if is_toml(name) => native::load_for_others(&beside::Beside::of(files, name), name),
        names => match names.iter().find(|name| is_toml(name)) {
            Some(name) => {
                let hint = word!("import.open-without-other-files");
                Err(vec![Problem::whole_file(*name, word!("import.dataset-stands-alone"), hint)])
            }
            None => native::load_tables(files, names),
        },
    }
}

/// Reads a file in a foreign format; `None` for a native one.
fn read(files: &dyn Files, name: &str, choices: &Choices) -> Result<Option<Source>, Vec<Problem>> {
    let alone = |problem| vec![problem];
    if is_toml(name) {
        return Ok(None);
    }
    if choices.format.as_deref() == Some(NATIVE) {
        return Ok(None);
    }
    if let Some(progress) = files.progress() {
        progress.begin(name, 0);
    }
    let stored = files.open(name).map_err(alone)?;
    let unreadable = |error: io::Error| alone(stored.problem(name, &error));
    let start = stored::start(&*stored, outline::SAMPLE).map_err(unreadable)?;
    if choices.format.is_none() && native::is_table(&start) {
        return Ok(None);
    }
    let stored = packing::unpacked(stored, &start);
    let map = mapping::name_for(name);
    let map = match (choices.mappings.get(name), files.read_if_there(&map).map_err(alone)?) {
        (Some(chosen), _) => Some(chosen.clone()),
        (None, Some(bytes)) => Some(Mapping::parse(&map, &String::from_utf8_lossy(&bytes))?),
        (None, None) => None,
    };
    let mut document = Document::open(name, &*stored, choices.sheet.as_deref(), files.progress()).map_err(alone)?;
    if choices.format.is_none() && native::is_table(document.head().as_bytes()) {
        let what = say!("import.tidy-csv", encoding = document.encoding);
        return Err(vec![document.problem(what, word!("import.save-file-utf-8"))]);
    }
    if document.sheets.len() > 1 && choices.sheet.is_none() {
        document.sheet = telling_sheet(&document, choices, map.as_ref());
    }
    let importer = importer_below_title(&mut document, choices, map.is_some()).map_err(alone)?;
    let read = run(&document, importer, choices, map.as_ref());
    if files.progress().is_some_and(Progress::is_cancelled) {
        return Err(vec![Progress::stopped(name)]);
    }
    if !stored.is_as_opened() {
        let problem = document.problem(word!("import.file-changed"), word!("import.open-file-again-read"));
        return Err(alone(problem));
    }
    let mut extract = read?;
    if let Some(sheet) = document.sheets.get(document.sheet).filter(|_| document.sheets.len() > 1) {
        let count = document.sheets.len();
        extract.remark(say!("import.sheet-read-sheet-chooses", sheet = sheet.name, count = count));
    }
    let mapping = map.or_else(|| extract.assumed.clone());
    Ok(Some(Source { file: name.to_owned(), format: importer.name, encoding: document.encoding, mapping, extract }))
}

fn run(
    document: &Document<'_>,
    importer: &Importer,
    choices: &Choices,
    map: Option<&Mapping>,
) -> Result<Extract, Vec<Problem>> {
    let mut reading = Reading::new(document, choices, map);
    (importer.read)(&mut reading);
    let Reading { mut extract, problems, .. } = reading;
    if let Some(problem) = document.failure() {
        return Err(vec![problem]);
    }
    if extract.is_full() {
        let what = say!("import.too-many-values", most = extract::MOST_FACTS);
        return Err(vec![document.problem(what, word!("import.split-aggregate-first"))]);
    }
    if !problems.is_empty() {
        return Err(shortened(problems));
    }
    extract.turn_debits();
    extract.group();
    if extract.publisher.en.is_empty() {
        extract.publisher = Text::said(|| (importer.publisher)().to_owned());
    }
    Ok(extract)
}

/// Of the sheets of a workbook the one that says the most of trade; the one chosen at first where none does.
fn telling_sheet(document: &Document<'_>, choices: &Choices, map: Option<&Mapping>) -> usize {
    let flows = |extract: &Extract| {
        let is_trade = |fact: &&extract::Fact| extract.subjects[fact.subject as usize].flow().is_some();
        extract.facts.iter().filter(|fact| fact.value.is_some()).filter(is_trade).count()
    };
    let told = |sheet: usize| {
        let mut alone = document.at_sheet(sheet);
        let importer = importer_below_title(&mut alone, choices, map.is_some()).ok()?;
        let count = flows(&run(&alone, importer, choices, map).ok()?);
        (count > 0).then_some((importer.name != "guess", count))
    };
    let best =
        (0..document.sheets.len()).rev().filter_map(|sheet| Some((told(sheet)?, sheet))).max_by_key(|(told, _)| *told);
    best.map_or(document.sheet, |(_, sheet)| sheet)
}

fn is_toml(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// The importer asked for, or the first that knows the content; where only the guess does, or none, the one that knows it
/// without a title above the table.
fn importer_below_title(
    document: &mut Document<'_>,
    choices: &Choices,
    is_mapped: bool,
) -> Result<&'static Importer, Problem> {
    let found = importer_for(document, choices, is_mapped);
    let is_known = found.as_ref().is_ok_and(|importer| importer.name != "guess");
    if is_known || choices.format.is_some() || is_mapped {
        return found;
    }
    document.above = document.narrow_rows();
    let below = importer_for(document, choices, is_mapped).ok().filter(|importer| importer.name != "guess");
    if below.is_none() {
        document.above = 0;
    }
    below.map_or(found, Ok)
}

/// The importer asked for, or the first that knows the content.
fn importer_for(document: &Document<'_>, choices: &Choices, is_mapped: bool) -> Result<&'static Importer, Problem> {
    let named = |name: &str| IMPORTERS.iter().copied().find(|importer| importer.name == name);
    if let Some(name) = &choices.format {
        let known: Vec<&str> = IMPORTERS.iter().map(|importer| importer.name).chain([NATIVE]).collect();
        return named(name).ok_or_else(|| {
            Problem::whole_file(
                "--format",
                say!("import.there-no-format", name = name),
                spelling::suggestion(name, &known),
            )
        });
    }
    let sample = document.sample();
    let found =
        if is_mapped { named("guess") } else { IMPORTERS.iter().copied().find(|importer| (importer.detect)(&sample)) };
    let width = sample.rows.first().map_or(0, rows::Row::len);
    found.filter(|_| width <= WIDEST).ok_or_else(|| {
        if width > WIDEST {
            let what = say!("import.more-than-columns-which", WIDEST = WIDEST);
            let hint = word!("import.put-each-number-row");
            return Problem::new(document.name, 1, 1, what, hint);
        }
        let head = document.head();
        let is_one_line = !head.contains(['\n', '\r']) && (head.len() as u64) < document.length();
        if is_one_line && !head.trim_start().starts_with(['{', '[', '<']) {
            let what = word!("import.first-line-too-long");
            return Problem::new(document.name, 1, 1, what, word!("import.put-each-number-row"));
        }
        let what = word!("import.no-format-known-no");
        document.problem(what, word!("import.tradedeck-formats-lists-what"))
    })
}

/// The first problems, and how many more there are.
fn shortened(mut problems: Vec<Problem>) -> Vec<Problem> {
    let beyond = problems.len().saturating_sub(MOST_PROBLEMS);
    if beyond > 0 {
        let file = problems[MOST_PROBLEMS].file.clone();
        problems.truncate(MOST_PROBLEMS);
        let what = say!("import.least-more-problems", beyond = beyond);
        problems.push(Problem::whole_file(file, what, word!("import.mend-first-ones-try")));
    }
    problems
}

//! One run of an importer over one document.

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::choices::Choices;
use super::document::Document;
use super::extract::Extract;
use super::mapping::Mapping;
use super::notes::Notes;
use super::pass::Pass;
use super::rows::{self, Row};

/// After this many problems the rest of a file is not read: they have one cause.
const ENOUGH_PROBLEMS: usize = 1000;

/// What an importer reads from and writes to.
pub struct Reading<'a> {
    /// The file.
    pub document: &'a Document<'a>,
    /// What the user said about it.
    pub choices: &'a Choices,
    /// Which columns are what, from beside the file; only the guess asks for it.
    pub mapping: Option<&'a Mapping>,
    /// What was found.
    pub extract: Extract,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// How wide the rows below a header may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As wide as the header, so that a download that was cut off is noticed; further empty cells are let pass.
    Full,
    /// Empty cells at the end may be left out.
    MayEndEarly,
}

/// The columns of a table, by name.
#[derive(Debug, Clone, Default)]
pub struct Header {
    /// Names of the columns.
    pub names: Vec<String>,
    /// Rows up to and including the header.
    pub rows: usize,
}

impl Header {
    /// The column with this name; in another case of letters where none is written so.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|other| other == name).or_else(|| self.any(&[name]))
    }

    /// The first of these columns that there is, in any case of letters.
    pub fn any(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().position(|other| rows::is_same_name(other, name)))
    }
}

impl<'a> Reading<'a> {
    /// A new run.
    pub fn new(document: &'a Document<'a>, choices: &'a Choices, mapping: Option<&'a Mapping>) -> Reading<'a> {
        Reading { document, choices, mapping, extract: Extract::default(), problems: Vec::new() }
    }

    /// The first row with all these cells as header; a problem where there is none.
    pub fn header(&mut self, cells: &[&str]) -> Option<Header> {
        let found = self.document.rows().take(200).enumerate().find(|(_, row)| row.has_all(cells));
        match found {
            Some((at, row)) => Some(Header { names: row.cells().map(str::to_owned).collect(), rows: at + 1 }),
            None => {
                let what = say!("import.no-header-columns", cells = cells.join(", "));
                let hint = word!("import.download-file-again-name");
                self.problems.push(self.document.problem(what, hint));
                None
            }
        }
    }

    /// Calls `each` for every row below the header; a problem that it returns is collected.
    pub fn rows(
        &mut self,
        header: &Header,
        width: Width,
        each: impl FnMut(&Row<'_>, &mut Extract) -> Result<(), Problem>,
    ) {
        let document = self.document;
        let mut rows = document.rows();
        for _ in 0..header.rows {
            rows.advance();
        }
        self.rows_of(&mut rows, usize::MAX, header, width, each);
    }

    /// The same for the next rows of a pass, `count` at most: a table that has others below it.
    pub fn rows_of(
        &mut self,
        rows: &mut Pass<'_>,
        count: usize,
        header: &Header,
        width: Width,
        mut each: impl FnMut(&Row<'_>, &mut Extract) -> Result<(), Problem>,
    ) {
        let columns = header.names.len();
        let last = header.names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        // Sheets do not keep empty cells.
        let is_text = self.document.sheets.is_empty();
        let mut notes = Notes::below(columns, is_text && width == Width::Full);
        for _ in 0..count {
            let Some(row) = rows.advance() else { return };
            let filled = row.width();
            if filled == 0 {
                continue;
            }
            if notes.has(row) {
                self.extract.skip(word!("import.lines-notes"), row.line);
                continue;
            }
            let is_short = row.len() < last && width == Width::Full && is_text;
            let result = if filled > columns || is_short {
                let what = say!("import.cells-where-header-has", n = row.len(), last = last);
                let hint = word!("import.download-file-again-if");
                Err(Problem::new(self.document.name, row.line as usize, 0, what, hint))
            } else {
                each(row, &mut self.extract)
            };
            self.problems.extend(result.err());
            if self.problems.len() >= ENOUGH_PROBLEMS || self.extract.is_full() {
                return;
            }
        }
    }
}

//! A file as importers see it: decoded text or the sheets of a workbook, with its first rows at hand.

use std::cell::RefCell;
use std::io::{self, Read};
use std::rc::Rc;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::markup;
use super::outline::Outline;
use super::pass::Pass;
use super::progress::Progress;
use super::rows::{Row, TextRows, separator_of};
use super::saved::Saved;
use super::stored::{self, Stored};
use super::survey::{Writing, survey};
use super::workbook::{self, Rows, Sheet};

/// So many rows of the start are at hand for detection.
const HEAD_ROWS: usize = 60;

/// What cannot be read in blocks may have so many bytes: workbooks, XML.
const MOST_HELD: u64 = 512 * 1024 * 1024;

/// A file whose encoding is known.
pub struct Document<'a> {
    /// Its name, as problems carry it.
    pub name: &'a str,
    /// How its bytes are written: `UTF-8`, `EUC-KR`, `Excel` …
    pub encoding: &'static str,
    /// Its text; `None` for a workbook.
    text: Option<Rc<Text<'a>>>,
    /// The sheets of a workbook.
    pub sheets: Rc<Vec<Sheet>>,
    /// The sheet that [`Document::rows`] reads.
    pub sheet: usize,
    /// What separates the cells of the text.
    pub separator: u8,
    /// Rows above the table that are passed over: a title that somebody wrote there.
    pub(super) above: usize,
    /// What saving it again has changed.
    pub(super) saved: Saved,
    /// Who is told how far [`Document::rows`] are.
    pub progress: Option<&'a Progress>,
    failure: RefCell<Option<Problem>>,
}

/// A text that is read from where it lies.
struct Text<'a> {
    stored: &'a dyn Stored,
    writing: Writing,
    outline: Outline,
}

/// The start of a document, for [`super::Importer::detect`].
pub struct Sample<'a> {
    /// The first 64 KiB of the text; empty for a workbook.
    pub head: &'a str,
    /// The last 64 KiB of the text.
    pub tail: &'a str,
    /// The first rows, or the first rows of the chosen sheet.
    pub rows: Vec<Row<'a>>,
    /// What separates the cells.
    pub separator: u8,
    /// True for Excel.
    pub is_workbook: bool,
}

impl<'a> Document<'a> {
    /// Finds out how a file is written.
    ///
    /// # Errors
    /// What is wrong with it as a whole, or that reading was stopped.
    pub fn open(
        name: &'a str,
        stored: &'a dyn Stored,
        sheet: Option<&str>,
        progress: Option<&'a Progress>,
    ) -> Result<Document<'a>, Problem> {
        let start = stored::start(stored, workbook::MARK).map_err(|error| stored.problem(name, &error))?;
        if workbook::is_workbook(&start) {
            let bytes = stored::whole(stored, MOST_HELD).map_err(|error| stored.problem(name, &error))?;
            let bytes = bytes.ok_or_else(|| too_large(name))?;
            let sheets = workbook::sheets(name, &bytes, progress)?;
            let sheet = choose_sheet(name, &sheets, sheet)?;
            return Ok(Document::of(name, workbook::kind(&bytes), None, progress).with_sheets(Rc::new(sheets), sheet));
        }
        let (writing, outline) = survey(name, stored, progress)?;
        if outline.is_blank && writing.is_utf_8() {
            return Err(Problem::whole_file(name, word!("import.file-empty"), word!("import.needs-header-line-least")));
        }
        if let Some(progress) = progress {
            progress.begin(name, outline.length);
        }
        let separator = separator_of(&outline.head);
        let saved = Saved::of(&outline.head, separator);
        let is_markup = markup::is_table(&outline.head);
        let text = Text { stored, writing, outline };
        let document =
            Document { separator, saved, ..Document::of(name, writing.name(), Some(Rc::new(text)), progress) };
        if !is_markup {
            return Ok(document);
        }
        let tables = markup::tables(&document.whole()?);
        let table = choose_sheet(name, &tables, sheet)?;
        Ok(Document::of(name, document.encoding, None, progress).with_sheets(Rc::new(tables), table))
    }

    fn of(
        name: &'a str,
        encoding: &'static str,
        text: Option<Rc<Text<'a>>>,
        progress: Option<&'a Progress>,
    ) -> Document<'a> {
        let (sheets, failure) = (Rc::default(), RefCell::default());
        let saved = Saved::default();
        Document { name, encoding, text, sheets, sheet: 0, separator: b',', above: 0, saved, progress, failure }
    }

    fn with_sheets(self, sheets: Rc<Vec<Sheet>>, sheet: usize) -> Document<'a> {
        let saved = sheets.get(sheet).map_or_else(Saved::default, Saved::of_sheet);
        Document { sheets, sheet, saved, ..self }
    }

    /// The same workbook with another sheet chosen.
    #[must_use]
    pub fn at_sheet(&self, sheet: usize) -> Document<'a> {
        Document::of(self.name, self.encoding, None, self.progress).with_sheets(Rc::clone(&self.sheets), sheet)
    }

    /// The rows that were found in its text, as those of a sheet.
    pub(super) fn of_rows(&self, rows: Rows) -> Document<'a> {
        let sheet = Sheet { name: String::new(), rows };
        Document::of(self.name, self.encoding, None, self.progress).with_sheets(Rc::new(vec![sheet]), 0)
    }

    /// The first 64 KiB of the text; empty for a workbook.
    pub fn head(&self) -> &str {
        self.text.as_ref().map_or("", |text| &text.outline.head)
    }

    /// The start of the document.
    pub fn sample(&self) -> Sample<'_> {
        Sample {
            head: self.head(),
            tail: self.text.as_ref().map_or("", |text| &text.outline.tail),
            rows: self.head_rows(),
            separator: self.separator,
            is_workbook: !self.sheets.is_empty(),
        }
    }

    /// The first rows, as far as the first 64 KiB have them whole.
    fn head_rows(&self) -> Vec<Row<'_>> {
        let Some(text) = &self.text else { return self.rows().take(HEAD_ROWS).collect() };
        let rows = TextRows::new(self.name, &text.outline.head, self.separator);
        let rows = rows.without(self.saved.index_columns, self.saved.mark);
        let mut rows: Vec<Row<'_>> = rows.skip(self.above).take(HEAD_ROWS).collect();
        if !text.outline.is_all_head() && rows.len() > 1 && rows.len() < HEAD_ROWS {
            rows.pop();
        }
        rows
    }

    /// All rows of the text or of the chosen sheet, from the first one on each time that they are asked for.
    pub fn rows(&self) -> Pass<'_> {
        let mut pass = match (self.sheets.get(self.sheet), &self.text) {
            (Some(sheet), _) => Pass::of_sheet(self, sheet),
            (None, text) => {
                let line_end = text.as_ref().map_or(b'\n', |text| text.outline.line_end);
                Pass::of_text(self, self.reader(), line_end)
            }
        };
        for _ in 0..self.above {
            pass.advance();
        }
        pass
    }

    /// Rows at the start that are narrower than a table: a title, blank cells.
    pub(super) fn narrow_rows(&self) -> usize {
        let widths: Vec<usize> = self.head_rows().iter().map(Row::width).collect();
        let widest = widths.iter().max().copied().unwrap_or(0);
        widths.iter().take_while(|width| **width * 2 <= widest).count()
    }

    /// The text from its start as UTF-8. Where it cannot be opened, that is known as [`Document::failure`].
    pub fn reader(&self) -> Box<dyn Read + '_> {
        let Some(Text { stored, writing, outline }) = self.text.as_deref() else { return Box::new(io::empty()) };
        if outline.is_all_head() {
            return Box::new(outline.head.as_bytes());
        }
        writing.reader(*stored).unwrap_or_else(|error| {
            self.fail(self.unreadable(&error));
            Box::new(io::empty())
        })
    }

    /// The length of the text in bytes of UTF-8.
    pub fn length(&self) -> u64 {
        self.text.as_ref().map_or(0, |text| text.outline.length)
    }

    /// The text as a whole, for what cannot be read in blocks.
    ///
    /// # Errors
    /// A text that is too large, or cannot be read.
    pub fn whole(&self) -> Result<String, Problem> {
        if self.length() > MOST_HELD {
            return Err(too_large(self.name));
        }
        io::read_to_string(self.reader()).map_err(|error| self.unreadable(&error))
    }

    /// A problem with the file as a whole.
    pub fn problem(&self, what: impl Into<String>, hint: impl Into<String>) -> Problem {
        Problem::whole_file(self.name, what, hint)
    }

    /// What a user is told where reading fails in the midst of the text.
    pub fn unreadable(&self, error: &io::Error) -> Problem {
        match &self.text {
            Some(text) => text.stored.problem(self.name, error),
            None => self.problem(error.to_string(), ""),
        }
    }

    /// Notes that the text could not be read to its end: what was read of it is not all.
    pub fn fail(&self, problem: Problem) {
        self.failure.borrow_mut().get_or_insert(problem);
    }

    /// Why the text could not be read to its end.
    pub fn failure(&self) -> Option<Problem> {
        self.failure.borrow().clone()
    }
}

impl Sample<'_> {
    /// The first row that has all these cells, in any order and any case of letters.
    pub fn row_with(&self, cells: &[&str]) -> Option<usize> {
        self.rows.iter().position(|row| row.has_all(cells))
    }

    /// True where a row among the first has all these cells.
    pub fn has_row_with(&self, cells: &[&str]) -> bool {
        self.row_with(cells).is_some()
    }

    /// True where the text is JSON, and all these words stand near its start.
    pub fn is_json_with(&self, words: &[&str]) -> bool {
        self.head.trim_start().starts_with(['{', '[']) && words.iter().all(|word| self.head.contains(word))
    }

    /// The first cell of the first row.
    pub fn first_cell(&self) -> &str {
        self.rows.first().map_or("", |row| row.cell(0))
    }
}

fn too_large(name: &str) -> Problem {
    Problem::whole_file(name, word!("import.file-holds-more-than"), word!("import.split-aggregate-first"))
}

/// The sheet asked for, or the one with the most rows.
fn choose_sheet(name: &str, sheets: &[Sheet], wanted: Option<&str>) -> Result<usize, Problem> {
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    match wanted {
        Some(wanted) => names.iter().position(|name| *name == wanted).ok_or_else(|| {
            let hint = crate::domain::spelling::suggestion(wanted, &names);
            Problem::whole_file(name, say!("import.there-no-sheet", wanted = wanted.escape_debug()), hint)
        }),
        // The first of the largest.
        None => (0..sheets.len()).rev().max_by_key(|index| sheets[*index].rows.len()).ok_or_else(|| {
            Problem::whole_file(
                name,
                word!("import.workbook-has-no-sheet"),
                word!("import.open-spreadsheet-save-again"),
            )
        }),
    }
}

//! A file as importers see it: decoded text or the sheets of a workbook, with its first rows at hand.

use std::borrow::Cow;
use std::rc::Rc;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::encoding;
use super::progress::{Progress, Told};
use super::rows::{Row, TextRows, separator_of};
use super::workbook::{self, Sheet};

/// Detection looks at this much of the start and of the end of a text, in bytes.
const SAMPLE: usize = 64 * 1024;

/// So many rows of the start are at hand for detection.
const HEAD_ROWS: usize = 60;

/// A file that has been decoded.
pub struct Document<'a> {
    /// Its name, as problems carry it.
    pub name: &'a str,
    /// How its bytes were written: `UTF-8`, `EUC-KR`, `Excel` …
    pub encoding: &'static str,
    /// The text; empty for a workbook.
    pub text: Cow<'a, str>,
    /// The sheets of a workbook.
    pub sheets: Rc<Vec<Sheet>>,
    /// The sheet that [`Document::rows`] reads.
    pub sheet: usize,
    /// What separates the cells of the text.
    pub separator: u8,
    /// Who is told how far [`Document::rows`] are.
    pub progress: Option<&'a Progress>,
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
    /// Decodes a file.
    ///
    /// # Errors
    /// What is wrong with it as a whole.
    pub fn open(
        name: &'a str,
        bytes: &'a [u8],
        sheet: Option<&str>,
        progress: Option<&'a Progress>,
    ) -> Result<Document<'a>, Problem> {
        if bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).iter().all(u8::is_ascii_whitespace) {
            return Err(Problem::whole_file(name, word!("import.file-empty"), word!("import.needs-header-line-least")));
        }
        if workbook::is_workbook(bytes) {
            let sheets = workbook::sheets(name, bytes, progress)?;
            let chosen = choose_sheet(name, &sheets, sheet)?;
            let text = Cow::Borrowed("");
            return Ok(Document {
                name,
                encoding: "Excel",
                text,
                sheets: Rc::new(sheets),
                sheet: chosen,
                separator: b',',
                progress,
            });
        }
        let decoded = encoding::decode(name, bytes)?;
        let separator = separator_of(start(&decoded.text));
        let (text, encoding) = (decoded.text, decoded.encoding);
        if let Some(progress) = progress {
            progress.begin(name, text.len() as u64);
        }
        Ok(Document { name, encoding, text, sheets: Rc::default(), sheet: 0, separator, progress })
    }

    /// The start of the document.
    pub fn sample(&self) -> Sample<'_> {
        let text = self.text.as_ref();
        let mut end = text.len().saturating_sub(SAMPLE);
        while !text.is_char_boundary(end) {
            end += 1;
        }
        Sample {
            head: start(text),
            tail: &text[end..],
            rows: self.head_rows(),
            separator: self.separator,
            is_workbook: !self.sheets.is_empty(),
        }
    }

    /// The first rows, as far as the first 64 KiB have them whole.
    fn head_rows(&self) -> Vec<Row<'_>> {
        if !self.sheets.is_empty() {
            return self.rows().take(HEAD_ROWS).collect();
        }
        let head = start(&self.text);
        let mut rows: Vec<Row<'_>> = TextRows::new(self.name, head, self.separator).take(HEAD_ROWS).collect();
        if head.len() < self.text.len() && rows.len() > 1 && rows.len() < HEAD_ROWS {
            rows.pop();
        }
        rows
    }

    /// All rows of the text or of the chosen sheet.
    pub fn rows(&self) -> Box<dyn Iterator<Item = Row<'_>> + '_> {
        match self.sheets.get(self.sheet) {
            Some(sheet) => Box::new(sheet.rows.iter().map(|(line, cells)| Row::of_sheet(self.name, *line, cells))),
            None => {
                let rows = TextRows::new(self.name, &self.text, self.separator);
                match self.progress {
                    Some(progress) => Box::new(Told::new(rows, progress)),
                    None => Box::new(rows),
                }
            }
        }
    }

    /// A problem with the file as a whole.
    pub fn problem(&self, what: impl Into<String>, hint: impl Into<String>) -> Problem {
        Problem::whole_file(self.name, what, hint)
    }
}

impl Sample<'_> {
    /// The first row that has all these cells, in any order.
    pub fn row_with(&self, cells: &[&str]) -> Option<usize> {
        self.rows.iter().position(|row| cells.iter().all(|wanted| row.cells().any(|cell| cell == *wanted)))
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

/// The first 64 KiB of a text.
fn start(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
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

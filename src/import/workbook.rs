//! Excel workbooks as sheets of texts: xls, xlsx, xlsb, ods, whatever the file is called.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Reader, Sheets};

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::extract::Decimal;
use super::old_excel;
use super::progress::Progress;
use super::unpacked;

/// What the cells of a workbook may take in memory, in bytes; repeated texts can make it more than the file.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// Letters of a cell beyond these are a note, not a figure or a name.
const LONGEST: usize = 1000;

/// Columns that a sheet may have.
const WIDEST: usize = 16_384;

/// One sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Row number from 1, and its cells from column A on. Empty rows are left out.
    pub rows: Rows,
}

/// Row numbers with cells.
pub type Rows = Vec<(u32, Vec<String>)>;

/// Bytes that show whether a file is a workbook.
pub(super) const MARK: usize = 4;

/// True where bytes begin as those of a workbook do.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&old_excel::MARK)
}

/// What programs call such a workbook.
pub(super) fn kind(bytes: &[u8]) -> &'static str {
    // An OpenDocument file begins with an entry that holds nothing but its type.
    match bytes.get(30..).is_some_and(|bytes| bytes.starts_with(b"mimetypeapplication/vnd.oasis.opendocument")) {
        true => "OpenDocument",
        false => "Excel",
    }
}

/// Reads all sheets, telling how many rows.
///
/// # Errors
/// What is wrong with the workbook, or that reading was stopped.
pub fn sheets(name: &str, bytes: &[u8], progress: Option<&Progress>) -> Result<Vec<Sheet>, Problem> {
    let broken = |error: String| {
        let what = say!("import.workbook-cannot-read", error = error);
        Problem::whole_file(name, what, word!("import.open-spreadsheet-save-again-2"))
    };
    if bytes.starts_with(b"PK") {
        unpacked::check(name, bytes, progress)?;
    }
    if bytes.starts_with(&old_excel::MARK) && !old_excel::is_sound(bytes) {
        return Err(broken(word!("import.damaged").to_owned()));
    }
    let read = || {
        let book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        all_sheets(book, &mut Taking { room: MOST_BYTES, count: 0, progress })
    };
    // Of damaged files of old Excel the library takes some lengths for granted. Nothing of it outlives the panic.
    let sheets = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(word!("import.damaged").to_owned()));
    if progress.is_some_and(Progress::is_cancelled) {
        return Err(Progress::stopped(name));
    }
    sheets.map_err(broken)
}

fn all_sheets(book: Sheets<Cursor<&[u8]>>, taking: &mut Taking<'_>) -> Result<Vec<Sheet>, String> {
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let mut found = Vec::new();
    match book {
        Sheets::Xlsx(mut book) => {
            for name in book.sheet_names() {
                let mut cells = book.worksheet_cells_reader(&name).map_err(|error| text(&error))?;
                let next = || Ok(cells.next_cell().map_err(|error| text(&error))?.map(placed));
                found.push(Sheet { name, rows: taking.streamed(next)? });
            }
        }
        Sheets::Xlsb(mut book) => {
            for name in book.sheet_names() {
                let mut cells = book.worksheet_cells_reader(&name).map_err(|error| text(&error))?;
                let next = || Ok(cells.next_cell().map_err(|error| text(&error))?.map(placed));
                found.push(Sheet { name, rows: taking.streamed(next)? });
            }
        }
        mut book => {
            for name in book.sheet_names() {
                let range = book.worksheet_range(&name).map_err(|error| text(&error))?;
                let (top, left) = range.start().unwrap_or((0, 0));
                let mut rows = Vec::new();
                for (at, cells) in range.rows().enumerate() {
                    let cells = std::iter::repeat_n(String::new(), left as usize)
                        .chain(cells.iter().map(text_of).map(shortened));
                    taking.push(&mut rows, top + at as u32, cells.collect())?;
                }
                found.push(Sheet { name, rows });
            }
        }
    }
    Ok(found)
}

/// Row and column of a cell from 0, and its text.
type Placed = ((u32, u32), String);

fn placed(cell: calamine::Cell<DataRef<'_>>) -> Placed {
    (cell.get_position(), shortened(text_of_ref(cell.get_value())))
}

/// What was taken out of a workbook so far, and who is told.
struct Taking<'a> {
    /// Bytes that may still be taken.
    room: usize,
    /// Rows.
    count: u64,
    progress: Option<&'a Progress>,
}

impl Taking<'_> {
    /// Reads a sheet cell by cell: a sheet of two cells that are far apart is small.
    fn streamed(&mut self, mut next: impl FnMut() -> Result<Option<Placed>, String>) -> Result<Rows, String> {
        let mut rows = Rows::new();
        let mut row = (0, Vec::new());
        while let Some(((line, column), text)) = next()? {
            if line != row.0 {
                self.push(&mut rows, row.0, std::mem::take(&mut row.1))?;
                row.0 = line;
            }
            let column = column as usize;
            if column >= WIDEST {
                return Err(say!("import.has-more-than-columns", WIDEST = WIDEST));
            }
            if row.1.len() <= column {
                row.1.resize(column + 1, String::new());
            }
            row.1[column] = text;
        }
        self.push(&mut rows, row.0, row.1)?;
        Ok(rows)
    }

    fn push(&mut self, rows: &mut Rows, line: u32, mut cells: Vec<String>) -> Result<(), String> {
        cells.truncate(cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1));
        if cells.is_empty() {
            return Ok(());
        }
        let taken = cells.iter().map(|cell| size_of::<String>() + cell.len()).sum::<usize>();
        self.room = self.room.checked_sub(taken).ok_or(word!("import.its-cells-hold-more"))?;
        self.count += 1;
        if let Some(progress) = self.progress {
            progress.reach(0, self.count);
            if progress.is_cancelled() {
                return Err(String::new());
            }
        }
        rows.push((line + 1, cells));
        Ok(())
    }
}

fn text_of(data: &Data) -> String {
    match data {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(_) | Data::Empty => String::new(),
    }
}

fn text_of_ref(data: &DataRef<'_>) -> String {
    match data {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => text_of(&Data::from(other.clone())),
    }
}

/// A binary fraction as its shortest decimal, which is what was typed.
fn number_text(number: f64) -> String {
    Decimal::of_float(number).map_or_else(String::new, |number| number.to_string())
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
    }
    text
}

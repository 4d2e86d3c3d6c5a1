//! Excel workbooks as sheets of texts: xls, xlsx, xlsb, ods, whatever the file is called.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, Sheets, Xlsx};

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::extract::Decimal;

/// What a workbook may hold when unpacked, in bytes; a larger one is a bomb, or no table.
const LARGEST: u64 = 256 * 1024 * 1024;

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
    pub rows: Vec<(u32, Vec<String>)>,
}

/// True where bytes begin as those of a workbook do.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

/// Reads all sheets.
///
/// # Errors
/// What is wrong with the workbook.
pub fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let broken = |error: &dyn std::fmt::Display| {
        let what = say!("import.workbook-cannot-read", error = error);
        Problem::whole_file(name, what, word!("import.open-spreadsheet-save-again-2"))
    };
    if bytes.starts_with(b"PK") {
        check_size(name, bytes)?;
    }
    let mut found = Vec::new();
    let mut room = MOST_BYTES;
    match calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| broken(&error))? {
        Sheets::Xlsx(mut book) => {
            for sheet in book.sheet_names() {
                let rows = streamed(&mut book, &sheet, &mut room).map_err(|error| broken(&error))?;
                found.push(Sheet { name: sheet, rows });
            }
        }
        mut book => {
            for sheet in book.sheet_names() {
                let range = book.worksheet_range(&sheet).map_err(|error| broken(&error))?;
                let (top, left) = range.start().unwrap_or((0, 0));
                let mut rows = Vec::new();
                for (at, cells) in range.rows().enumerate() {
                    let cells = std::iter::repeat_n(String::new(), left as usize)
                        .chain(cells.iter().map(text_of).map(shortened));
                    push(&mut rows, top + at as u32, cells.collect(), &mut room).map_err(|error| broken(&error))?;
                }
                found.push(Sheet { name: sheet, rows });
            }
        }
    }
    Ok(found)
}

/// Reads a sheet cell by cell: a sheet of two cells that are far apart is small.
fn streamed(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, room: &mut usize) -> Result<Vec<(u32, Vec<String>)>, String> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|error| error.to_string())?;
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    let mut row = (0, Vec::new());
    while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
        let (line, column) = cell.get_position();
        if line != row.0 {
            push(&mut rows, row.0, std::mem::take(&mut row.1), room)?;
            row.0 = line;
        }
        let column = column as usize;
        if column >= WIDEST {
            return Err(say!("import.has-more-than-columns", WIDEST = WIDEST));
        }
        if row.1.len() <= column {
            row.1.resize(column + 1, String::new());
        }
        row.1[column] = shortened(text_of_ref(cell.get_value()));
    }
    push(&mut rows, row.0, row.1, room)?;
    Ok(rows)
}

fn push(rows: &mut Vec<(u32, Vec<String>)>, line: u32, mut cells: Vec<String>, room: &mut usize) -> Result<(), String> {
    cells.truncate(cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1));
    if cells.is_empty() {
        return Ok(());
    }
    let taken = cells.iter().map(|cell| size_of::<String>() + cell.len()).sum::<usize>();
    *room = room.checked_sub(taken).ok_or(word!("import.its-cells-hold-more"))?;
    rows.push((line + 1, cells));
    Ok(())
}

/// Unpacks everything once without keeping it: what a workbook says of its own size may be false.
fn check_size(name: &str, bytes: &[u8]) -> Result<(), Problem> {
    let problem = |what: String, hint: &str| Problem::whole_file(name, what, hint);
    let broken = |error: zip::result::ZipError| {
        problem(say!("import.workbook-cannot-unpacked", error = error), word!("import.download-again-save-again"))
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut room = LARGEST;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(broken)?;
        let unpacked = std::io::copy(&mut entry.take(room + 1), &mut std::io::sink());
        let unpacked = unpacked.map_err(|error| broken(zip::result::ZipError::Io(error)))?;
        room = room.checked_sub(unpacked).ok_or_else(|| {
            problem(word!("import.workbook-holds-more-than").to_owned(), word!("import.export-sheet-csv"))
        })?;
    }
    Ok(())
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

//! What a workbook holds once it is unpacked, looked at before anything of it is kept: what it says of its own size may
//! be false, and a few bytes may stand for a sheet full of cells.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::progress::Progress;

/// What a workbook may hold when unpacked, in bytes; a larger one is a bomb, or no table.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Cells of an OpenDocument sheet, repeated ones counted, which are held at once.
const MOST_CELLS: u64 = 8 * 1024 * 1024;

/// The file of an Excel workbook that has every text once.
const SHARED_TEXTS: &str = "sharedstrings.xml";

/// Texts that it may announce: room for so many is made before the first is read.
const MOST_TEXTS: u64 = 16 * 1024 * 1024;

/// Columns that OpenDocument has room for.
const WIDEST: u64 = 16_384;

/// Unpacks everything once without keeping it.
///
/// # Errors
/// A workbook that is damaged, too large, or whose reading was stopped.
pub(super) fn check(name: &str, bytes: &[u8], progress: Option<&Progress>) -> Result<(), Problem> {
    let broken = |error: zip::result::ZipError| {
        let what = say!("import.workbook-cannot-unpacked", error = error);
        Problem::whole_file(name, what, word!("import.download-again-save-again"))
    };
    let too_large =
        || Problem::whole_file(name, word!("import.workbook-holds-more-than"), word!("import.export-sheet-csv"));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut room = LARGEST;
    let mut block = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(broken)?;
        let is_shared = entry.name().is_ok_and(|name| name.to_lowercase().ends_with(SHARED_TEXTS));
        if is_shared && texts_of(&mut entry) > MOST_TEXTS {
            return Err(too_large());
        }
        loop {
            if progress.is_some_and(Progress::is_cancelled) {
                return Err(Progress::stopped(name));
            }
            match entry.read(&mut block).map_err(|error| broken(zip::result::ZipError::Io(error)))? {
                0 => break,
                read => room = room.checked_sub(read as u64).ok_or_else(too_large)?,
            }
        }
    }
    let Ok(content) = archive.by_name("content.xml") else { return Ok(()) };
    if cells_of(content) > MOST_CELLS { Err(too_large()) } else { Ok(()) }
}

/// How many cells the sheets of an OpenDocument file have when repeated ones are written out: of every sheet its rows down
/// to the last that is not empty, each as wide as the widest. What cannot be read counts as far as it could be.
fn cells_of(content: impl Read) -> u64 {
    let mut reader = Reader::from_reader(std::io::BufReader::new(content));
    let mut buffer = Vec::new();
    let (mut all, mut sheet, mut row) = (0_u64, Extent::default(), Extent::default());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) => match start.name().as_ref() {
                "table:table" => {
                    all = all.saturating_add(sheet.area());
                    sheet = Extent::default();
                }
                "table:table-row" => {
                    sheet.take(row.width, row.repeats);
                    row = Extent { repeats: repeats(&start, "table:number-rows-repeated"), ..Extent::default() };
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let is_filled = start
                        .attributes()
                        .flatten()
                        .any(|attribute| matches!(attribute.key.as_ref(), "office:value-type" | "table:formula"));
                    row.cell(is_filled, repeats(&start, "table:number-columns-repeated").min(WIDEST));
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    sheet.take(row.width, row.repeats);
    all.saturating_add(sheet.area())
}

/// How many texts the file of shared texts announces; 0 where it does not say.
fn texts_of(shared: impl Read) -> u64 {
    let mut reader = Reader::from_reader(std::io::BufReader::new(shared));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) if start.local_name().as_ref() == "sst" => {
                let count = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == "uniqueCount");
                // A number beyond what can be counted is none that can be held.
                return count.map_or(0, |count| count.value.trim().parse().unwrap_or(u64::MAX));
            }
            Ok(Event::Eof) | Err(_) => return 0,
            Ok(_) => {}
        }
    }
}

fn repeats(start: &BytesStart<'_>, name: &str) -> u64 {
    let found = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    let number = found.and_then(|attribute| attribute.value.parse().ok());
    number.unwrap_or(1)
}

/// How far a row or a sheet reaches.
#[derive(Default)]
struct Extent {
    width: u64,
    rows: u64,
    /// Empty ones, which count once another follows that is not.
    waiting: u64,
    /// Of a row, how often it stands there.
    repeats: u64,
}

impl Extent {
    fn cell(&mut self, is_filled: bool, repeats: u64) {
        self.waiting = self.waiting.saturating_add(repeats);
        if is_filled {
            self.width = self.width.saturating_add(std::mem::take(&mut self.waiting)).min(WIDEST);
        }
    }

    fn take(&mut self, width: u64, repeats: u64) {
        self.waiting = self.waiting.saturating_add(repeats);
        if width > 0 {
            self.width = self.width.max(width);
            self.rows = self.rows.saturating_add(std::mem::take(&mut self.waiting));
        }
    }

    fn area(&self) -> u64 {
        self.rows.saturating_mul(self.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_that_announces_more_texts_than_it_can_hold_is_known_by_it() {
        assert_eq!(texts_of("<?xml version=\"1.0\"?><sst uniqueCount=\"7\" count=\"9\"><si/></sst>".as_bytes()), 7);
        assert_eq!(texts_of("<x:sst uniqueCount=\"99999999999999999999999\"/>".as_bytes()), u64::MAX);
        assert_eq!(texts_of("<sst/>".as_bytes()), 0);
        assert_eq!(texts_of("no xml".as_bytes()), 0);
    }

    #[test]
    fn repeated_cells_are_counted_and_empty_ends_are_not() {
        let cell = |repeated: u64| {
            format!("<table:table-cell office:value-type=\"float\" table:number-columns-repeated=\"{repeated}\"/>")
        };
        let empty = |repeated: u64| format!("<table:table-cell table:number-columns-repeated=\"{repeated}\"/>");
        let row = |cells: String, repeated: u64| {
            format!("<table:table-row table:number-rows-repeated=\"{repeated}\">{cells}</table:table-row>")
        };
        let count = |rows: String| cells_of(format!("<x><table:table>{rows}</table:table></x>").as_bytes());
        let usual = row(cell(3) + &empty(16_381), 2) + &row(empty(16_384), 1_048_570);
        assert_eq!(count(usual.clone()), 6);
        assert_eq!(count(usual + &row(cell(1), 1)), 3 * 1_048_573);
        assert_eq!(count(row(empty(100) + &cell(1), 1)), 101);
        assert!(count(row(cell(16_384), 1_048_576)) > MOST_CELLS);
    }
}

//! Where the cells of a delimited record begin, and the lines of a text.

/// Where a cell of a record begins.
pub(super) struct Place {
    /// Lines below the record's first: a quoted cell may hold line breaks.
    pub lines: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl Place {
    /// Of the cell `index` in a record's own text.
    pub fn of_cell(record: &str, separator: u8, index: usize) -> Place {
        Place::after(starts(record, separator).nth(index).map_or(record, |start| &record[..start]))
    }

    /// Behind a part of a record.
    pub fn after(before: &str) -> Place {
        Place {
            lines: before.matches('\n').count(),
            column: before.rsplit('\n').next().unwrap_or("").chars().count() + 1,
        }
    }
}

/// The byte at which each cell of a record begins. Quotes count only where they open a cell.
fn starts(record: &str, separator: u8) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    let mut opens = true;
    let separators = record.bytes().enumerate().filter_map(move |(at, byte)| {
        match byte {
            b'"' if opens || quoted => quoted = !quoted,
            // The second of two quotes, which stand for one inside a quoted cell.
            b'"' if at > 0 && record.as_bytes()[at - 1] == b'"' => quoted = true,
            _ => {}
        }
        let ends = byte == separator && !quoted;
        opens = ends;
        ends.then_some(at + 1)
    });
    std::iter::once(0).chain(separators)
}

/// The quote that the last cell of a record opens and nothing closes.
pub(super) fn open_quote(record: &str, separator: u8) -> Option<usize> {
    let start = starts(record, separator).last()?;
    let cell = record[start..].strip_prefix('"')?;
    (cell.matches('"').count() % 2 == 0).then_some(start)
}

/// What ends a line.
pub(super) const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// Counts lines on the way through a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// What ends a line here: a lone carriage return in some old files.
    end: u8,
    counted: usize,
    number: u32,
}

impl<'a> Lines<'a> {
    /// From the first line on.
    pub fn of(text: &'a str) -> Lines<'a> {
        let end = if text.contains('\n') { b'\n' } else { b'\r' };
        Lines { text, end, counted: 0, number: 1 }
    }

    /// The number of the line at a place behind the last one asked for.
    pub fn number(&mut self, place: usize) -> u32 {
        let passed = &self.text.as_bytes()[self.counted..place];
        self.number += passed.iter().filter(|byte| **byte == self.end).count() as u32;
        self.counted = place;
        self.number
    }
}

/// So many characters of a cell are shown in a message.
const SHOWN: usize = 40;

/// A cell's text as a message quotes it.
pub(super) fn shown(text: &str) -> String {
    let start: String = text.chars().take(SHOWN).flat_map(char::escape_debug).collect();
    if text.chars().nth(SHOWN).is_some() { format!("`{start}…`") } else { format!("`{start}`") }
}

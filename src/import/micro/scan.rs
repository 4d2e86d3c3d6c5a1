//! From bytes to rows: blocks are read, the ends of fields found, and each row added to a [`Tally`].

use std::io::{self, Read};

use super::fields::{Fields, MARGIN};

use super::row::Row;
use super::tally::Tally;

/// So much is read at once, in bytes: it stays in the cache of the processor.
pub const BLOCK: usize = 128 * 1024;

/// So much more is read for the row that lies across the end of a part.
const MORE: usize = 4 * 1024;

/// No record is longer, in bytes: there is a quote that is not closed.
pub const LONGEST: usize = 1024 * 1024;

/// Why a part could not be read to its end.
#[derive(Debug)]
pub enum Stop {
    /// The bytes could not be read.
    Io(io::Error),
    /// A row that begins here goes on for more than [`LONGEST`] bytes.
    Endless(u64),
    /// Somebody asked to stop.
    Cancelled,
}

/// A part of a text, in bytes from its start: rows that begin in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The first byte.
    pub start: u64,
    /// The byte after the last; `u64::MAX` for whatever there is.
    pub end: u64,
    /// False where a row is known to begin at the first byte; else the first line end tells where.
    pub is_cut: bool,
}

/// Where the first row of a part was found to begin, and where the row after its last one begins. Parts are told apart
/// by line ends, some of which may be quoted: they were read rightly where each begins where the one before it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Where its first row begins.
    pub begin: u64,
    /// Where the row after its last one begins.
    pub end: u64,
}

/// Buffers for reading parts.
#[derive(Debug)]
pub struct Scanner {
    /// So much is read at once.
    block: usize,
    buffer: Vec<u8>,
    fields: Fields,
    /// Bytes of the text in the buffer.
    held: usize,
    /// Where the first of them stands in the text.
    place: u64,
}

impl Default for Scanner {
    fn default() -> Scanner {
        Scanner::of_blocks(BLOCK)
    }
}

impl Scanner {
    /// One that reads so many bytes at once.
    pub fn of_blocks(block: usize) -> Scanner {
        Scanner { block, buffer: Vec::new(), fields: Fields::default(), held: 0, place: 0 }
    }

    /// Adds the rows that begin in `part`. `reader` stands at its first byte, which begins a row; or, where the part is
    /// cut from a text, at the byte before it. `goes_on` is asked at each block, with what is added up by then, and told how
    /// many bytes the block had and how many rows were read since the one before it.
    ///
    /// # Errors
    /// Bytes that cannot be read, a row without end, or that it should not go on.
    pub fn part<'t>(
        &mut self,
        reader: &mut dyn Read,
        part: Part,
        tally: &mut Tally<'t>,
        goes_on: &mut dyn FnMut(&mut Tally<'t>, u64, u64) -> bool,
    ) -> Result<Found, Stop> {
        let Part { is_cut, .. } = part;
        self.held = 0;
        self.place = part.start - u64::from(is_cut);
        let mut begin = (!is_cut).then_some(part.start);
        let mut told = tally.seen();
        loop {
            let is_over = self.place + self.held as u64 >= part.end;
            let left = part.end.saturating_sub(self.place + self.held as u64);
            let most = if is_over { MORE } else { left.min(self.block as u64) as usize };
            if is_over && self.held == 0 {
                let begin = begin.unwrap_or(self.place);
                return Ok(Found { begin, end: self.place });
            }
            let before = self.held;
            let is_last = self.fill(reader, most).map_err(Stop::Io)?;
            let rows = tally.seen();
            if !goes_on(tally, (self.held - before) as u64, rows - std::mem::replace(&mut told, rows)) {
                return Err(Stop::Cancelled);
            }
            if begin.is_none() {
                begin = self.skip_line();
            }
            if begin.is_none() {
                if is_last {
                    return Ok(Found { begin: self.place, end: self.place });
                }
                continue;
            }
            // A row that begins beyond the end belongs to the next part.
            let limit = part.end.saturating_sub(self.place);
            self.rows(tally, limit, is_over);
            let found = Found { begin: begin.unwrap_or(self.place), end: self.place };
            if self.place >= part.end {
                return Ok(found);
            }
            // A quote that is open at the end of the text is as wrong as one that is open for ever.
            if self.held > LONGEST || is_last && self.held > 0 {
                return Err(Stop::Endless(self.place));
            }
            if is_last {
                return Ok(found);
            }
        }
    }

    /// Reads up to `most` bytes more; true at the end of the text, whose last line then has an end.
    fn fill(&mut self, reader: &mut dyn Read, most: usize) -> io::Result<bool> {
        let end = MARGIN + self.held;
        let room = end + most + 1 + MARGIN;
        if self.buffer.len() < room {
            self.buffer.resize(room.max(2 * MARGIN + self.block + MORE + 1), 0);
        }
        let mut read = 0;
        while read < most {
            match reader.read(&mut self.buffer[end + read..end + most]) {
                Ok(0) => break,
                Ok(more) => read += more,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.held += read;
        let is_last = read < most;
        if is_last && self.held > 0 && self.buffer[MARGIN + self.held - 1] != b'\n' {
            self.buffer[MARGIN + self.held] = b'\n';
            self.held += 1;
        }
        Ok(is_last)
    }

    /// Drops everything to the end of the first line; where the next begins.
    fn skip_line(&mut self) -> Option<u64> {
        let text = &self.buffer[MARGIN..MARGIN + self.held];
        let length = text.iter().position(|byte| *byte == b'\n').map_or(text.len(), |at| at + 1);
        let is_found = length > 0 && text[length - 1] == b'\n';
        self.drop(length);
        is_found.then_some(self.place)
    }

    fn drop(&mut self, length: usize) {
        self.buffer.copy_within(MARGIN + length..MARGIN + self.held, MARGIN);
        self.held -= length;
        self.place += length as u64;
    }

    /// Adds the whole rows that are held, and drops them: those that begin before `limit`, or the first alone.
    fn rows(&mut self, tally: &mut Tally<'_>, limit: u64, only_first: bool) {
        let Scanner { buffer, fields, held, place, .. } = self;
        fields.find(buffer, MARGIN, MARGIN + *held, tally.separator());
        let base = *place;
        let width = tally.width();
        let used = if !only_first && *held as u64 <= limit && fields.are_regular(buffer, width) {
            let ends = fields.ends();
            for row in 0..fields.rows() {
                tally.add(Row { buffer, ends: &ends[row * width..=row * width + width], base });
            }
            ends[fields.rows() * width] as usize + 1 - MARGIN
        } else {
            irregular(buffer, fields, base, tally, limit, only_first)
        };
        self.drop(used);
    }
}

/// Adds rows of any width; how many bytes they are.
fn irregular(buffer: &[u8], fields: &Fields, base: u64, tally: &mut Tally<'_>, limit: u64, only_first: bool) -> usize {
    let ends = fields.ends();
    let mut first = 0;
    for at in 1..ends.len() {
        if buffer[ends[at] as usize] != b'\n' {
            continue;
        }
        if !only_first && u64::from(ends[first]) + 1 - MARGIN as u64 >= limit {
            break;
        }
        let row = Row { buffer, ends: &ends[first..=at], base };
        match at - first == tally.width() {
            true => tally.add(row),
            false => tally.misfit(row),
        }
        first = at;
        if only_first {
            break;
        }
    }
    ends[first] as usize + 1 - MARGIN
}

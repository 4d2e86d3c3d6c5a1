//! Delimited text and sheets as rows of cells with their places.

use std::io::Read;
use std::ops::Range;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::extract::{Decimal, Mark, TimePeriod};
use super::place::{LINE_ENDS, Place, shown};
use super::window::Window;

/// Bytes that are read at a time.
const BLOCK: usize = 32 * 1024;

/// One row.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The line it starts on, or the row of the sheet; from 1.
    pub line: u32,
    cells: csv::StringRecord,
    file: &'a str,
    /// Columns before the first that is of the table.
    before: usize,
    /// Columns of the table at most.
    most: usize,
    /// What stands before the decimals of [`Row::number`].
    mark: Mark,
    /// The record's own text and what separates its cells; `None` in a sheet.
    text: Option<(String, u8)>,
}

impl<'a> Row<'a> {
    /// A row of a sheet.
    pub fn of_sheet(file: &'a str, line: u32, cells: &[String]) -> Row<'a> {
        Row {
            line,
            cells: csv::StringRecord::from(cells),
            file,
            before: 0,
            most: usize::MAX,
            mark: Mark::Point,
            text: None,
        }
    }

    /// The same row without the first cells, and with numbers of another decimal mark.
    #[must_use]
    pub fn without(self, before: usize, mark: Mark) -> Row<'a> {
        Row { before, mark, ..self }
    }

    /// The cells of some columns alone, where tables stand side by side.
    #[must_use]
    pub fn part(&self, columns: &Range<usize>) -> Row<'a> {
        Row { before: self.before + columns.start, most: columns.len(), ..self.clone() }
    }

    /// The same with other cells at its start.
    #[must_use]
    pub fn begun(&self, start: &[String]) -> Row<'a> {
        let before = (0..self.before).map(|at| self.cells.get(at).unwrap_or(""));
        let cells = before.chain(start.iter().map(String::as_str)).chain(self.cells().skip(start.len())).collect();
        Row { cells, ..self.clone() }
    }

    /// The cell at `index` without surrounding blanks; empty beyond the end.
    pub fn cell(&self, index: usize) -> &str {
        if index >= self.most {
            return "";
        }
        self.cells.get(self.before + index).unwrap_or("").trim()
    }

    /// Blanks at the start of a cell.
    pub fn blanks_before(&self, index: usize) -> usize {
        let cell = self.cells.get(self.before + index).unwrap_or("");
        cell.chars().take_while(|letter| letter.is_whitespace()).count()
    }

    /// The cell at the place that a header gave; empty where the file has no such column.
    pub fn at(&self, index: Option<usize>) -> &str {
        index.map_or("", |index| self.cell(index))
    }

    /// All cells without surrounding blanks.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        (0..self.len()).map(|index| self.cell(index))
    }

    /// True where all these are among the cells, in any case of letters.
    pub fn has_all(&self, wanted: &[&str]) -> bool {
        wanted.iter().all(|wanted| self.cells().any(|cell| !cell.is_empty() && is_same_name(cell, wanted)))
    }

    /// Number of cells, empty ones at the end counted.
    pub fn len(&self) -> usize {
        self.cells.len().saturating_sub(self.before).min(self.most)
    }

    /// Lines that the record takes; 1 in a sheet.
    pub fn lines(&self) -> u32 {
        self.text.as_ref().map_or(1, |(text, _)| text.trim_end().matches('\n').count() as u32 + 1)
    }

    /// The decimal mark of the file's numbers.
    pub fn mark(&self) -> Mark {
        self.mark
    }

    /// True where no cell has anything in it.
    pub fn is_empty(&self) -> bool {
        self.cells().all(str::is_empty)
    }

    /// Number of cells without empty ones at the end.
    pub fn width(&self) -> usize {
        self.cells().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
    }

    /// The text of a cell as a message quotes it.
    pub fn quoted(&self, index: usize) -> String {
        shown(self.cell(index))
    }

    /// A problem with a cell.
    pub fn problem(&self, index: usize, what: impl Into<String>, hint: impl Into<String>) -> Problem {
        let place = match &self.text {
            Some((text, separator)) => Place::of_cell(text, *separator, self.before + index),
            None => Place { lines: 0, column: self.before + index + 1 },
        };
        Problem::new(self.file, self.line as usize + place.lines, place.column, what, hint)
    }

    /// The period in a cell.
    ///
    /// # Errors
    /// A problem with the cell.
    pub fn period(&self, index: usize) -> Result<TimePeriod, Problem> {
        TimePeriod::parse(self.cell(index)).ok_or_else(|| {
            self.problem(
                index,
                say!("import.not-period-2", cell = self.quoted(index)),
                word!("import.write-like-2023-01"),
            )
        })
    }

    /// The number in a cell; none where it holds one of the marks that the format has for a missing one.
    ///
    /// # Errors
    /// A problem with the cell.
    pub fn number(&self, index: usize, missing: &[&str]) -> Result<Option<Decimal>, Problem> {
        // Where the file's decimal mark is a comma, what can only have a point still has one.
        let is_comma = self.mark == Mark::Comma && Decimal::parse_with(self.cell(index), Mark::Comma).is_some();
        self.number_with(index, missing, if is_comma { Mark::Comma } else { Mark::Point })
    }

    /// The same, with a decimal mark.
    ///
    /// # Errors
    /// A problem with the cell.
    pub fn number_with(&self, index: usize, missing: &[&str], mark: Mark) -> Result<Option<Decimal>, Problem> {
        let cell = self.cell(index);
        if cell.is_empty() || missing.contains(&cell) {
            return Ok(None);
        }
        Decimal::parse_with(cell, mark).map(Some).ok_or_else(|| {
            let what = say!("import.not-number-2", cell = self.quoted(index));
            self.problem(index, what, word!("import.write-digits-optional-sign"))
        })
    }
}

/// True where two names of columns have the same letters and digits: R and pandas write `Country Name` as `Country.Name`
/// and `country_name`.
pub(super) fn is_same_name(one: &str, other: &str) -> bool {
    one == other || plain(one).eq(plain(other)) && plain(one).next().is_some()
}

fn plain(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Reads delimited text row by row, holding one record and a block. Blank lines are passed over.
pub struct TextRows<'a, R = &'a [u8]> {
    reader: csv::Reader<Window<R>>,
    line_end: u8,
    /// Of the first byte that no row has taken.
    line: u32,
    row: Row<'a>,
}

impl<'a> TextRows<'a> {
    /// The rows of a text that is at hand.
    pub fn new(file: &'a str, text: &'a str, separator: u8) -> TextRows<'a> {
        let line_end = if text.contains('\n') { b'\n' } else { b'\r' };
        TextRows::of(file, text.as_bytes(), separator, line_end)
    }
}

impl<'a, R: Read> TextRows<'a, R> {
    /// The rows of a text whose lines end with `line_end`.
    pub fn of(file: &'a str, text: R, separator: u8, line_end: u8) -> TextRows<'a, R> {
        let mut builder = csv::ReaderBuilder::new();
        builder.flexible(true).has_headers(false).delimiter(separator).buffer_capacity(BLOCK);
        // Tables with tabs do not quote.
        builder.quoting(separator != b'\t');
        let own = Some((String::new(), separator));
        let row = Row {
            line: 0,
            cells: csv::StringRecord::new(),
            file,
            before: 0,
            most: usize::MAX,
            mark: Mark::Point,
            text: own,
        };
        TextRows { reader: builder.from_reader(Window::over(text)), line_end, line: 1, row }
    }

    /// The same rows without the first columns, and with numbers of another decimal mark.
    #[must_use]
    pub fn without(mut self, before: usize, mark: Mark) -> TextRows<'a, R> {
        self.row.before = before;
        self.row.mark = mark;
        self
    }

    /// Goes on to the next row; false at the end.
    ///
    /// # Errors
    /// What the text's reader says, or that the record is too long.
    pub fn advance(&mut self) -> csv::Result<bool> {
        if !self.reader.read_record(&mut self.row.cells)? {
            return Ok(false);
        }
        let start = self.row.cells.position().map_or(0, csv::Position::byte);
        let end = self.reader.position().byte();
        let window = self.reader.get_mut();
        let blank = lines(window.bytes_between(0, start), self.line_end);
        let record = window.bytes_between(start, end);
        let text = std::str::from_utf8(record).unwrap_or("").trim_start_matches(LINE_ENDS);
        self.row.line = self.line + blank + lines(&record[..record.len() - text.len()], self.line_end);
        self.line = self.row.line + lines(text.as_bytes(), self.line_end);
        if let Some((own, _)) = &mut self.row.text {
            own.clear();
            own.push_str(text);
        }
        window.forget(end);
        Ok(true)
    }

    /// The row gone on to last.
    pub fn row(&self) -> &Row<'a> {
        &self.row
    }

    /// Bytes behind the last row.
    pub fn behind(&self) -> u64 {
        self.reader.position().byte()
    }

    /// The line on which a record begins that is longer than any may be, where that ended the rows.
    pub fn endless(&self) -> Option<u32> {
        let record = self.reader.get_ref().too_long()?;
        let blank = record.iter().take_while(|byte| LINE_ENDS.contains(&char::from(**byte))).count();
        Some(self.line + lines(&record[..blank], self.line_end))
    }
}

fn lines(bytes: &[u8], line_end: u8) -> u32 {
    bytes.iter().filter(|byte| **byte == line_end).count() as u32
}

impl<'a, R: Read> Iterator for TextRows<'a, R> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        matches!(self.advance(), Ok(true)).then(|| self.row.clone())
    }
}

/// The separator of a text: what stands behind the first cell of SDMX-CSV, where its standard puts it; else what most
/// rows at the start agree on.
pub fn separator_of(head: &str) -> u8 {
    let sdmx = ["DATAFLOW", "STRUCTURE"].iter().find_map(|first| head.trim_start_matches('"').strip_prefix(first));
    let behind = sdmx.map(|rest| rest.split_once(']').filter(|_| rest.starts_with('[')).map_or(rest, |(_, rest)| rest));
    if let Some(separator) = behind.and_then(|rest| rest.trim_start_matches('"').bytes().next())
        && matches!(separator, b',' | b';' | b'\t' | b'|')
    {
        return separator;
    }
    // Eurostat's first column has commas inside: what stands behind it is what separates.
    let first = head.lines().next().unwrap_or("").to_lowercase();
    let behind =
        first.split_once("\\time").map(|(_, rest)| rest.trim_start_matches("_period").trim_start_matches(['"', ' ']));
    if let Some(separator) = behind.and_then(|rest| rest.bytes().next()).filter(|byte| b",;\t|".contains(byte)) {
        return separator;
    }
    let agreement = |separator: u8| {
        let widths: Vec<usize> = TextRows::new("", head, separator).take(40).map(|row| row.len()).collect();
        let of_width = |width: usize| widths.iter().filter(|other| **other == width).count() * (width - 1).min(64);
        widths.iter().filter(|width| **width > 1).map(|width| of_width(*width)).max().unwrap_or(0)
    };
    // The last of equals is taken.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|separator| agreement(*separator)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::super::window;
    use super::*;

    #[test]
    fn rows_know_their_lines_and_columns() {
        let text = "a;b\n\n\"x\ny\";1,5\r\nz;;\n";
        let rows: Vec<Row<'_>> = TextRows::new("f.csv", text, b';').collect();
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 3, 5]);
        assert_eq!(
            rows[1].problem(1, format!("{} is odd", rows[1].quoted(1)), "").to_string(),
            "f.csv:4:4: `1,5` is odd"
        );
        assert_eq!(rows[2].problem(1, "nothing", "").to_string(), "f.csv:5:3: nothing");
        assert_eq!((rows[2].len(), rows[2].width()), (3, 1));
    }

    #[test]
    fn the_separator_is_what_rows_agree_on() {
        assert_eq!(separator_of("t;v\n2014;12,4\n2015;13,5\n"), b';');
        assert_eq!(separator_of("a,b\n1,2\n"), b',');
        assert_eq!(separator_of("unit,geo\\time\t2003 \t2004 \nMIO_EUR,AT\t1 \t2 \n"), b'\t');
        assert_eq!(separator_of("one\ntwo\n"), b',');
    }

    #[test]
    fn a_record_longer_than_any_ends_the_rows_with_its_line() {
        let text = format!("a,b\n\n1,2\n\r\n\"{}", "never closed, ".repeat(window::LONGEST / 10));
        let mut rows = TextRows::new("f.csv", &text, b',');
        assert_eq!(rows.by_ref().map(|row| row.line).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(rows.endless(), Some(5));
    }
}

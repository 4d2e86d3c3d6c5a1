//! Delimited text and sheets as rows of cells with their places.

use crate::domain::Problem;

use super::extract::{Decimal, Mark, TimePeriod};
use super::place::{LINE_ENDS, Lines, Place, shown};
use super::progress::Behind;

/// One row.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The line it starts on, or the row of the sheet; from 1.
    pub line: u32,
    cells: csv::StringRecord,
    file: &'a str,
    /// The record's own text and what separates its cells; `None` in a sheet.
    text: Option<(&'a str, u8)>,
}

impl<'a> Row<'a> {
    /// A row of a sheet.
    pub fn of_sheet(file: &'a str, line: u32, cells: &[String]) -> Row<'a> {
        Row { line, cells: csv::StringRecord::from(cells), file, text: None }
    }

    /// The cell at `index` without surrounding blanks; empty beyond the end.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).unwrap_or("").trim()
    }

    /// The cell at the place that a header gave; empty where the file has no such column.
    pub fn at(&self, index: Option<usize>) -> &str {
        index.map_or("", |index| self.cell(index))
    }

    /// All cells without surrounding blanks.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        (0..self.cells.len()).map(|index| self.cell(index))
    }

    /// Number of cells, empty ones at the end counted.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// True where no cell has anything in it.
    pub fn is_empty(&self) -> bool {
        self.cells().all(str::is_empty)
    }

    /// Number of cells without empty ones at the end.
    pub fn width(&self) -> usize {
        self.cells().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
    }

    /// A problem with a cell; `{}` in `what` stands for its text.
    pub fn problem(&self, index: usize, what: &str, hint: impl Into<String>) -> Problem {
        let what = what.replace("{}", &shown(self.cell(index)));
        let place = match self.text {
            Some((text, separator)) => Place::of_cell(text, separator, index),
            None => Place { lines: 0, column: index + 1 },
        };
        Problem::new(self.file, self.line as usize + place.lines, place.column, what, hint)
    }

    /// The period in a cell.
    ///
    /// # Errors
    /// A problem with the cell.
    pub fn period(&self, index: usize) -> Result<TimePeriod, Problem> {
        TimePeriod::parse(self.cell(index))
            .ok_or_else(|| self.problem(index, "{} is not a period", "write it like 2023-01, 2023-Q1 or 2023"))
    }

    /// The number in a cell; none where it holds one of the marks that the format has for a missing one.
    ///
    /// # Errors
    /// A problem with the cell.
    pub fn number(&self, index: usize, missing: &[&str]) -> Result<Option<Decimal>, Problem> {
        self.number_with(index, missing, Mark::Point)
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
        let number = Decimal::parse_with(cell, mark);
        let hint = "write digits with an optional sign and decimal mark, or leave the cell empty";
        number.map(Some).ok_or_else(|| self.problem(index, "{} is not a number", hint))
    }
}

/// Reads delimited text row by row. Blank lines are passed over.
pub struct TextRows<'a> {
    file: &'a str,
    text: &'a str,
    separator: u8,
    reader: csv::Reader<&'a [u8]>,
    lines: Lines<'a>,
    record: csv::StringRecord,
}

impl<'a> TextRows<'a> {
    /// From the first row on.
    pub fn new(file: &'a str, text: &'a str, separator: u8) -> TextRows<'a> {
        let mut builder = csv::ReaderBuilder::new();
        builder.flexible(true).has_headers(false).delimiter(separator);
        // Tables with tabs do not quote.
        builder.quoting(separator != b'\t');
        let reader = builder.from_reader(text.as_bytes());
        TextRows { file, text, separator, reader, lines: Lines::of(text), record: csv::StringRecord::new() }
    }
}

impl<'a> Iterator for TextRows<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        if !matches!(self.reader.read_record(&mut self.record), Ok(true)) {
            return None;
        }
        let start = self.record.position().map_or(0, |place| place.byte() as usize);
        let end = (self.reader.position().byte() as usize).min(self.text.len());
        let text = self.text.get(start.min(end)..end).unwrap_or("").trim_start_matches(LINE_ENDS);
        let line = self.lines.number(end - text.len());
        // The record is copied: it is no larger than its cells.
        Some(Row { line, cells: self.record.clone(), file: self.file, text: Some((text, self.separator)) })
    }
}

impl Behind for TextRows<'_> {
    fn behind(&self) -> u64 {
        self.reader.position().byte()
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
    // Eurostat's first column has commas inside.
    let first = head.lines().next().unwrap_or("");
    if first.contains('\t') && first.to_lowercase().contains("\\time") {
        return b'\t';
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
    use super::*;

    #[test]
    fn rows_know_their_lines_and_columns() {
        let text = "a;b\n\n\"x\ny\";1,5\r\nz;;\n";
        let rows: Vec<Row<'_>> = TextRows::new("f.csv", text, b';').collect();
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 3, 5]);
        assert_eq!(rows[1].problem(1, "{} is odd", "").to_string(), "f.csv:4:4: `1,5` is odd");
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
}

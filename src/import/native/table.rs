//! A CSV file as named columns with the place of every cell.

use crate::domain::{Problem, spelling};

use super::super::place::{LINE_ENDS, Lines, Place, open_quote, shown};
use super::super::progress::Progress;

/// A header wider than this is a table of another shape, not one with misspelt columns.
const WIDEST: usize = 40;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What separates the cells.
const COMMA: u8 = b',';

/// A CSV file whose header has been matched with the columns that are known.
pub(super) struct CsvTable<'a> {
    sheet: Sheet<'a>,
    /// Stands behind the header.
    reader: csv::Reader<&'a [u8]>,
    /// Cells of the header.
    width: usize,
    progress: Option<&'a Progress>,
}

/// What is needed to find a cell, and to say where it stands.
struct Sheet<'a> {
    name: &'a str,
    text: &'a str,
    /// For each known column, its position in the file.
    positions: Vec<Option<usize>>,
}

/// One record with the line it starts on.
pub(super) struct Row<'a> {
    sheet: &'a Sheet<'a>,
    record: &'a csv::StringRecord,
    /// From 1.
    pub line: u32,
    /// The record's own text.
    text: &'a str,
}

/// A known column, and whether it must be there.
pub(super) type Column = (&'static str, bool);

impl<'a> CsvTable<'a> {
    /// Checks that the bytes are text and that the header has the required columns and no others.
    pub fn open(
        name: &'a str,
        bytes: &'a [u8],
        columns: &[Column],
        problems: &mut Vec<Problem>,
    ) -> Option<CsvTable<'a>> {
        let text = text_of(name, bytes).map_err(|problem| problems.push(problem)).ok()?;
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let mut sheet = Sheet { name, text, positions: Vec::new() };
        let before = problems.len();
        if let Some(problem) = sheet.other_shape(&header) {
            problems.push(problem);
        } else {
            sheet.positions = sheet.match_header(&header, columns, problems);
        }
        (problems.len() == before).then_some(CsvTable { sheet, reader, width: header.len(), progress: None })
    }

    /// The same, telling how far [`CsvTable::rows`] are; they end where reading is to stop.
    pub fn telling(self, progress: Option<&'a Progress>) -> CsvTable<'a> {
        if let Some(progress) = progress {
            progress.begin(self.sheet.name, self.sheet.text.len() as u64);
        }
        CsvTable { progress, ..self }
    }

    /// Calls `each` for every record that is as wide as the header; reports the others.
    pub fn rows(self, problems: &mut Vec<Problem>, mut each: impl FnMut(&Row<'_>, &mut Vec<Problem>)) {
        let CsvTable { sheet, mut reader, width, progress } = self;
        let mut count = 0;
        let mut record = csv::StringRecord::new();
        let mut lines = Lines::of(sheet.text);
        while problems.len() < super::ENOUGH_PROBLEMS && matches!(reader.read_record(&mut record), Ok(true)) {
            let start = record.position().map_or(0, |place| place.byte() as usize);
            let end = (reader.position().byte() as usize).min(sheet.text.len());
            let text = sheet.text[start..end].trim_start_matches(LINE_ENDS);
            if let Some(progress) = progress {
                count += 1;
                progress.reach(end as u64, count);
                if progress.is_cancelled() {
                    return problems.push(Progress::stopped(sheet.name));
                }
            }
            let row = Row { sheet: &sheet, record: &record, line: lines.number(end - text.len()), text };
            // Only the last record can be left open: it takes all that follows the quote.
            if let Some(problem) = (end == sheet.text.len()).then(|| row.unclosed()).flatten() {
                problems.push(problem);
            } else if record.len() == width {
                each(&row, problems);
            } else {
                let what = format!("{} cells where the header has {width}", record.len());
                let hint = "add or remove commas, or quote cells that hold one";
                problems.push(Problem::new(sheet.name, row.line as usize, 0, what, hint));
            }
        }
    }
}

impl Sheet<'_> {
    /// What is wrong where the file is no tidy comma-separated table at all.
    fn other_shape(&self, header: &csv::StringRecord) -> Option<Problem> {
        let problem = |what: String, hint: &str| Some(Problem::new(self.name, 1, 1, what, hint));
        if header.len() > WIDEST {
            return problem(
                format!("{} columns, more than any table has here", header.len()),
                "put each number on a row of its own, with its period and flow",
            );
        }
        let only = header.get(0).filter(|_| header.len() == 1)?;
        let separator = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")];
        let (_, name) = separator.into_iter().find(|(separator, _)| only.contains(*separator))?;
        problem(format!("the cells are separated by {name}"), "save the file with commas between the cells")
    }

    fn match_header(
        &self,
        header: &csv::StringRecord,
        columns: &[Column],
        problems: &mut Vec<Problem>,
    ) -> Vec<Option<usize>> {
        let known: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let record = self.text.trim_start_matches(LINE_ENDS);
        let line = Lines::of(self.text).number(self.text.len() - record.len()) as usize;
        for (index, title) in header.iter().enumerate() {
            let title = title.trim();
            let first = header.iter().position(|other| other.trim() == title);
            let (what, hint) = if !known.contains(&title) {
                (format!("unknown column {}", shown(title)), spelling::suggestion(title, &known))
            } else if first != Some(index) {
                (format!("column `{title}` stands twice"), "keep one of them".to_owned())
            } else {
                continue;
            };
            let place = Place::of_cell(record, COMMA, index);
            problems.push(Problem::new(self.name, line + place.lines, place.column, what, hint));
        }
        let position = |name: &str| header.iter().position(|title| title.trim() == name);
        for (name, _) in columns.iter().filter(|(name, required)| *required && position(name).is_none()) {
            let what = format!("no column `{name}`");
            problems.push(Problem::new(self.name, line, 0, what, format!("known columns: {}", known.join(", "))));
        }
        columns.iter().map(|(name, _)| position(name)).collect()
    }
}

impl Row<'_> {
    /// The cell in the known column `index`, without surrounding blanks; empty where the file has no
    /// such column.
    pub fn cell(&self, index: usize) -> &str {
        let position = self.sheet.positions[index];
        position.and_then(|position| self.record.get(position)).unwrap_or("").trim()
    }

    /// A problem with that cell; `{}` in `what` stands for its text.
    pub fn problem(&self, index: usize, what: &str, hint: impl Into<String>) -> Problem {
        let place = self.sheet.positions[index].map(|position| Place::of_cell(self.text, COMMA, position));
        let Place { lines, column } = place.unwrap_or(Place { lines: 0, column: 0 });
        let what = what.replace("{}", &shown(self.cell(index)));
        Problem::new(self.sheet.name, self.line as usize + lines, column, what, hint)
    }

    /// A problem with a quote that is never closed, and so hides the rest of the file.
    fn unclosed(&self) -> Option<Problem> {
        let Place { lines, column } = Place::after(&self.text[..open_quote(self.text, COMMA)?]);
        let hint = "close the cell with a second quote, or remove this one";
        let line = self.line as usize + lines;
        Some(Problem::new(self.sheet.name, line, column, "a quote opens here and is never closed", hint))
    }
}

/// The bytes of a table as text.
fn text_of<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, Problem> {
    if bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes).iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::whole_file(name, "the file is empty", "it needs a header line and at least one row"));
    }
    if bytes.contains(&0) {
        return Err(Problem::whole_file(name, "this is a binary file, not a CSV text", "export it as CSV in UTF-8"));
    }
    utf8(name, bytes)
}

/// The bytes as text: UTF-8 with or without a byte order mark.
pub(super) fn utf8<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, Problem> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
        let end = before.len();
        Problem::at_span(name, &before, end..end, "not valid UTF-8 from here on", "save the file as UTF-8")
    })
}

//! A CSV file as named columns with the place of every cell.

use crate::domain::{Problem, spelling};

/// A CSV file whose header has been matched with the columns that are known.
pub(super) struct CsvTable<'a> {
    sheet: Sheet<'a>,
    /// Stands behind the header.
    reader: csv::Reader<&'a [u8]>,
    /// Cells of the header.
    width: usize,
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
    start: usize,
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
        sheet.positions = sheet.match_header(&header, columns, problems);
        (problems.len() == before).then_some(CsvTable { sheet, reader, width: header.len() })
    }

    /// Calls `each` for every record that is as wide as the header; reports the others.
    pub fn rows(self, problems: &mut Vec<Problem>, mut each: impl FnMut(&Row<'_>, &mut Vec<Problem>)) {
        let CsvTable { sheet, mut reader, width } = self;
        let mut record = csv::StringRecord::new();
        while let Ok(true) = reader.read_record(&mut record) {
            let (line, start) = record.position().map_or((0, 0), |place| (place.line() as u32, place.byte() as usize));
            if record.len() == width {
                each(&Row { sheet: &sheet, record: &record, line, start }, problems);
            } else if problems.len() <= super::MOST_PROBLEMS {
                let what = format!("{} cells where the header has {width}", record.len());
                problems.push(Problem::new(
                    sheet.name,
                    line as usize,
                    0,
                    what,
                    "add or remove commas, or quote cells that hold one",
                ));
            }
        }
    }
}

impl Sheet<'_> {
    fn match_header(
        &self,
        header: &csv::StringRecord,
        columns: &[Column],
        problems: &mut Vec<Problem>,
    ) -> Vec<Option<usize>> {
        let known: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        for (index, title) in header.iter().enumerate() {
            let first = header.iter().position(|other| other == title);
            if !known.contains(&title.trim()) {
                let what = format!("unknown column `{}`", title.escape_debug());
                problems.push(Problem::new(
                    self.name,
                    1,
                    self.column_of(0, index),
                    what,
                    spelling::suggestion(title.trim(), &known),
                ));
            } else if first != Some(index) {
                problems.push(Problem::new(
                    self.name,
                    1,
                    self.column_of(0, index),
                    format!("column `{title}` stands twice"),
                    "keep one of them",
                ));
            }
        }
        let position = |name: &str| header.iter().position(|title| title.trim() == name);
        for (name, _) in columns.iter().filter(|(name, required)| *required && position(name).is_none()) {
            problems.push(Problem::new(
                self.name,
                1,
                0,
                format!("no column `{name}`"),
                format!("known columns: {}", known.join(", ")),
            ));
        }
        columns.iter().map(|(name, _)| position(name)).collect()
    }

    /// The column, in characters from 1, at which cell `index` of the record at `start` begins.
    fn column_of(&self, start: usize, index: usize) -> usize {
        let record = self.text[start..].trim_start_matches(['\n', '\r']);
        let mut quoted = false;
        let mut cells = 0;
        for (column, letter) in record.chars().enumerate() {
            if cells == index {
                return column + 1;
            }
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells += 1,
                _ => {}
            }
        }
        record.chars().count() + 1
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
        let column = self.sheet.positions[index].map_or(0, |position| self.sheet.column_of(self.start, position));
        let shown: String = self.cell(index).chars().take(40).flat_map(char::escape_debug).collect();
        Problem::new(self.sheet.name, self.line as usize, column, what.replace("{}", &format!("`{shown}`")), hint)
    }
}

/// The bytes as text: UTF-8 with or without a byte order mark.
fn text_of<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, Problem> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::whole_file(name, "the file is empty", "it needs a header line and at least one row"));
    }
    if bytes.contains(&0) {
        return Err(Problem::whole_file(name, "this is a binary file, not a CSV text", "export it as CSV in UTF-8"));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
        let end = before.len();
        Problem::at_span(name, &before, end..end, "not valid UTF-8 from here on", "save the file as UTF-8")
    })
}

//! One pass over the rows of a document, telling how far it is.

use std::io::Read;

use crate::domain::Problem;
use crate::word;

use super::document::Document;
use super::progress::Progress;
use super::rows::{Row, TextRows};
use super::workbook::Sheet;

/// The rows of a text, read in blocks, or of a sheet.
pub struct Pass<'d> {
    document: &'d Document<'d>,
    rows: Rows<'d>,
    count: u64,
}

enum Rows<'d> {
    Text(TextRows<'d, Box<dyn Read + 'd>>),
    /// Those of a sheet that are left, and the last that was given.
    Sheet(std::slice::Iter<'d, (u32, Vec<String>)>, Row<'d>),
}

impl<'d> Pass<'d> {
    /// From the first row of a text on, of which lines end with `line_end`.
    pub(super) fn of_text(document: &'d Document<'d>, text: Box<dyn Read + 'd>, line_end: u8) -> Pass<'d> {
        let rows = TextRows::of(document.name, text, document.separator, line_end);
        let rows = Rows::Text(rows.without(document.saved.index_columns, document.saved.mark));
        Pass { document, rows, count: 0 }
    }

    /// From the first row of a sheet on.
    pub(super) fn of_sheet(document: &'d Document<'d>, sheet: &'d Sheet) -> Pass<'d> {
        let row = Row::of_sheet(document.name, 0, &[]);
        Pass { document, rows: Rows::Sheet(sheet.rows.iter(), row), count: 0 }
    }

    /// The next row; nothing at the end, where reading was stopped, and where it fails, which the document then knows.
    pub fn advance(&mut self) -> Option<&Row<'d>> {
        match &mut self.rows {
            Rows::Sheet(rows, row) => {
                let (line, cells) = rows.next()?;
                let saved = self.document.saved;
                *row = Row::of_sheet(self.document.name, *line, cells).without(saved.index_columns, saved.mark);
                Some(row)
            }
            Rows::Text(rows) => {
                if self.document.progress.is_some_and(Progress::is_cancelled) {
                    return None;
                }
                match rows.advance() {
                    Ok(true) => self.count += 1,
                    Ok(false) => return None,
                    Err(error) => {
                        let endless = rows.endless().map(|line| endless(self.document.name, line));
                        self.document.fail(endless.unwrap_or_else(|| self.document.unreadable(&error.into())));
                        return None;
                    }
                }
                if let Some(progress) = self.document.progress {
                    progress.reach(rows.behind(), self.count);
                }
                Some(rows.row())
            }
        }
    }
}

fn endless(name: &str, line: u32) -> Problem {
    Problem::new(name, line as usize, 1, word!("import.record-does-not-end"), word!("import.close-quote"))
}

impl<'d> Iterator for Pass<'d> {
    type Item = Row<'d>;

    fn next(&mut self) -> Option<Row<'d>> {
        self.advance().cloned()
    }
}

//! A table of texts.

use crate::domain::said_of;

/// A column: its title, and whether it holds numbers.
#[derive(Debug, Clone)]
pub(in crate::export) struct Column {
    pub(in crate::export) title: String,
    pub(in crate::export) numeric: bool,
    /// Its words stay whole, as codes do that are searched for.
    pub(in crate::export) whole: bool,
    /// It holds dates or periods.
    is_time: bool,
}

impl Column {
    /// A column of words.
    pub(in crate::export) fn text(title: impl Into<String>) -> Column {
        Column { title: title.into(), numeric: false, whole: false, is_time: false }
    }

    /// A column of codes.
    pub(in crate::export) fn code(title: impl Into<String>) -> Column {
        Column { whole: true, ..Column::text(title) }
    }

    /// A column of dates or periods, which are read in the written form of the language.
    pub(in crate::export) fn time(title: impl Into<String>) -> Column {
        Column { is_time: true, whole: true, ..Column::text(title) }
    }

    /// A column of numbers.
    pub(in crate::export) fn number(title: impl Into<String>) -> Column {
        Column { numeric: true, whole: true, ..Column::text(title) }
    }
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug)]
pub(in crate::export) struct Table {
    pub(in crate::export) caption: String,
    pub(in crate::export) columns: Vec<Column>,
    pub(in crate::export) rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub(in crate::export) fn new<const N: usize>(caption: impl Into<String>, columns: [Column; N]) -> Table {
        Table { caption: caption.into(), columns: columns.into(), rows: Vec::new() }
    }

    /// Adds a row of as many cells as there are columns.
    pub(in crate::export) fn push(&mut self, cells: impl IntoIterator<Item = impl ToString>) {
        let mut row: Vec<String> = cells.into_iter().map(|cell| cell.to_string()).collect();
        row.resize(self.columns.len(), String::new());
        for (cell, _) in row.iter_mut().zip(&self.columns).filter(|(_, column)| column.is_time) {
            *cell = said_of(cell);
        }
        self.rows.push(row);
    }
}

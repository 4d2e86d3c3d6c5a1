//! Where something stands in a file.

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::domain::Problem;

/// A file's name and text, shared by all places in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SourceText {
    name: String,
    text: String,
    /// Where each line ends, once somebody asked: of inline series, every value's line is asked for.
    line_ends: OnceLock<Vec<usize>>,
}

impl SourceText {
    pub fn new(name: String, text: String) -> Self {
        Self { name, text, line_ends: OnceLock::new() }
    }

    fn line(&self, offset: usize) -> usize {
        let ends = || self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
        self.line_ends.get_or_init(ends).partition_point(|end| *end < offset) + 1
    }
}

/// A place in a file. Displays as `file:line:column`.
///
/// Line and column are counted only when somebody asks: most places of a good file are never named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    source: Arc<SourceText>,
    /// Byte offset; `None` for the whole file.
    offset: Option<usize>,
}

impl Place {
    /// The whole of a file.
    pub fn whole_file(file: impl Into<String>) -> Self {
        Self::whole(Arc::new(SourceText::new(file.into(), String::new())))
    }

    pub(super) fn whole(source: Arc<SourceText>) -> Self {
        Self { source, offset: None }
    }

    pub(super) fn at(source: &Arc<SourceText>, offset: usize) -> Self {
        Self { source: Arc::clone(source), offset: Some(offset) }
    }

    /// Name of the file.
    pub fn file(&self) -> &str {
        &self.source.name
    }

    /// Line, from 1; 0 stands for the whole file.
    pub fn line(&self) -> usize {
        self.offset.map_or(0, |offset| self.source.line(offset))
    }

    /// Column in characters, from 1; 0 for the whole file.
    pub fn column(&self) -> usize {
        self.problem("", "").column
    }

    /// A place `at` bytes into the string `text` that is written here, where it is written letter by letter;
    /// this place itself where it is not.
    pub(super) fn within(&self, text: &str, at: usize) -> Place {
        let written = self.offset.and_then(|offset| {
            let rest = self.source.text.get(offset..)?;
            let quotes = if rest.starts_with("\"\"\"") || rest.starts_with("'''") { 3 } else { 1 };
            rest.get(quotes..)?.starts_with(text).then_some(offset + quotes)
        });
        written.map_or_else(|| self.clone(), |start| Place { offset: Some(start + at), ..self.clone() })
    }

    /// A problem at this place.
    pub fn problem(&self, what: impl Into<String>, hint: impl Into<String>) -> Problem {
        let SourceText { name, text, .. } = &*self.source;
        match self.offset {
            None => Problem::whole_file(&**name, what, hint),
            Some(offset) => Problem::at_span(name, text, offset..offset, what, hint),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.offset {
            None => f.write_str(self.file()),
            Some(_) => write!(f, "{}:{}:{}", self.file(), self.line(), self.column()),
        }
    }
}

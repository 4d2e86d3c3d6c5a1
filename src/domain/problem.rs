//! What is wrong with an input, where, and what to do about it.

use std::fmt;
use std::ops::Range;

/// One thing wrong with an input. Displays as `file:line:column: what; what to do`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name as the user gave it.
    pub file: String,
    /// From 1; 0 where the whole file is meant.
    pub line: usize,
    /// From 1, counted in characters; 0 where the whole line is meant.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it; may be empty.
    pub hint: String,
}

impl Problem {
    /// A problem at a line and column.
    pub fn new(
        file: impl Into<String>,
        line: usize,
        column: usize,
        what: impl Into<String>,
        hint: impl Into<String>,
    ) -> Problem {
        Problem { file: file.into(), line, column, what: what.into(), hint: hint.into() }
    }

    /// A problem with the file as a whole.
    pub fn whole_file(file: impl Into<String>, what: impl Into<String>, hint: impl Into<String>) -> Problem {
        Problem::new(file, 0, 0, what, hint)
    }

    /// A problem at a byte span of `text`; the place is that of the span's start.
    pub fn at_span(
        file: &str,
        text: &str,
        span: Range<usize>,
        what: impl Into<String>,
        hint: impl Into<String>,
    ) -> Problem {
        let mut start = span.start.min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let before = &text[..start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        Problem::new(file, line, column, what, hint)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.line > 0 && self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        write!(f, ": {}", self.what)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, "; {}", self.hint) }
    }
}

impl std::error::Error for Problem {}

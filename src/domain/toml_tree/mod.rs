//! A TOML document as a tree that knows where everything stands.
//!
//! Readers ask a [`Table`] for the keys they know, one by one; wrong types and missing keys become
//! [`Problem`]s with file, line and column. [`Table::finish`] then reports the keys nobody asked for.
//! All problems of a file are collected in one `Vec`, never just the first:
//!
//! ```ignore
//! let document = Document::parse(file, text)?;
//! let mut problems = Vec::new();
//! let title = document.root().required_str("title", &mut problems);
//! for series in document.root().tables("series", &mut problems) {
//!     let unit = series.required_str("unit", &mut problems);
//!     series.finish(&mut problems);
//! }
//! document.root().finish(&mut problems);
//! settled(dataset, problems)
//! ```

mod build;
mod place;
mod syntax;
mod table;
mod value;

use crate::domain::Problem;

pub use place::Place;
pub use table::{Entry, Table};
pub use value::{Date, FromValue, Value};

/// A parsed TOML file.
#[derive(Debug, Clone)]
pub struct Document {
    root: Table,
}

impl Document {
    /// Parses a text; `file` is the name that problems carry. Every syntax error is returned.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let (tree, errors) = toml::de::DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            return Err(syntax::problems(file, text, &errors));
        }
        let (root, problems) = build::root(file, text, tree.into_inner());
        settled(Self { root }, problems)
    }

    /// The top-level table.
    pub fn root(&self) -> &Table {
        &self.root
    }
}

/// What was read, or, in the order of the file, the problems met while reading it.
pub fn settled<T>(read: T, mut problems: Vec<Problem>) -> Result<T, Vec<Problem>> {
    problems.sort_by_key(|problem| (problem.line, problem.column));
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

#[cfg(test)]
mod tests;

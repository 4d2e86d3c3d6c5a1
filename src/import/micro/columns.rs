//! Which column is what, and how its texts are written.

use encoding_rs::Encoding;

use crate::domain::Flow;

use super::super::extract::Mark;

/// The columns of a text of records, by place from 0.
#[derive(Debug, Clone)]
pub struct Columns {
    /// What separates the fields.
    pub separator: u8,
    /// How many fields a row has.
    pub width: usize,
    /// The period, or the year where `month` is a column of its own.
    pub period: usize,
    /// The month, where it is a column of its own.
    pub month: Option<usize>,
    /// Exports or imports.
    pub flow: FlowColumn,
    /// The code of the goods.
    pub product: usize,
    /// The other country.
    pub partner: usize,
    /// The amount.
    pub value: usize,
    /// The reporter whose rows are added up, where a column says of whom a row is.
    pub reporter: Option<Reporter>,
    /// What stands between whole units and fractions.
    pub mark: Mark,
    /// How letters beyond ASCII are written.
    pub encoding: &'static Encoding,
}

/// Where the flow of a row is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowColumn {
    /// In this column.
    At(usize),
    /// Nowhere: all rows are of one flow, as the user says.
    Always(Flow),
    /// In the headings of two columns of amounts, one for each flow.
    Each {
        /// Exports.
        export: usize,
        /// Imports.
        import: usize,
    },
}

/// One of the reporters of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporter {
    /// The column.
    pub column: usize,
    /// What stands in it.
    pub text: Vec<u8>,
}

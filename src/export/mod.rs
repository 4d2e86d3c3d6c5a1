//! The figures and frames of the screen, without a terminal.

pub mod report;
pub mod snapshot;

mod report_text;

pub use report::{Report, SCHEMA};

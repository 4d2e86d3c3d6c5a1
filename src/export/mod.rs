//! The figures and frames of the screen, without a terminal.

pub mod check;
pub mod claims;
pub mod report;
pub mod snapshot;

mod health;
mod input;
mod json;
mod report_text;

pub use check::Check;
pub use report::{Report, SCHEMA};

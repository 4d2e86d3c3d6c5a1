//! The figures and frames of the screen, without a terminal.

pub mod check;
pub mod claims;
pub mod copied;
pub mod frame;
pub mod months;
pub mod pack;
pub mod picture;
pub mod report;
pub mod say;
pub mod snapshot;

mod health;
mod html;
mod input;
mod json;
mod markdown;
mod page;
mod provenance;
mod text;
mod tidy;

pub use check::Check;
pub use frame::{Format, Frame};
pub use months::Months;
pub use provenance::Provenance;
pub use report::{Report, SCHEMA};

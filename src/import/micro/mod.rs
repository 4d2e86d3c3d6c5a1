//! Customs records, millions of them: a row for each period, flow, code of goods and partner, added up while it is read.
//!
//! [`Plan`] says of the first bytes of a file whether it holds records, and which column is what. A [`Scanner`] reads a
//! part of it into a [`Tally`], in memory that the number of sums bounds and not the file. Parts can be read in any order
//! and by any number of threads; a [`Cube`] joins what came of them, and [`dataset`] makes of a cube what panels show:
//! totals, goods one level below the [`Scope`](crate::domain::Scope), and partners. To look further down is to read again, with another scope.

mod careful;
pub mod columns;
pub mod cube;
pub mod dataset;
mod dictionary;
mod digits;
pub mod faults;
mod fields;
mod masks;
mod meaning;
pub mod names;
pub mod order;
pub mod plan;
mod row;
pub mod scan;
mod table;
mod tally;
mod vector;
mod vocabulary;

pub use cube::Cube;
pub use plan::Plan;
pub use scan::{Part, Scanner};
pub use tally::Tally;

//! Vintages: the reference tables, and the embedded figures from release to release.

mod embedded;
mod policies;
mod reference;

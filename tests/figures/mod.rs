//! Figures against reference tables that were worked out independently (exact rationals and pandas
//! in Python), and properties that hold for any data.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

pub mod build;
mod leagues;
mod limits;
mod projection;
mod properties;
mod reference;
mod rounding;
pub mod table;
mod views;

use proptest::prelude::ProptestConfig;

/// So many random cases; failures are printed, not written into the source tree.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

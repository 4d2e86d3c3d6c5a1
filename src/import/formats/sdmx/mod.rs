//! SDMX in its CSV and JSON forms, JSON-stat, and the older formats whose columns are the same concepts.

pub mod concept;
pub mod csv;
pub mod json;
pub mod json_stat;
mod layout;
mod observation;
pub mod role;

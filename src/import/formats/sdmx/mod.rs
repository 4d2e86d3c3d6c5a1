//! SDMX in its CSV and JSON forms, and the older formats whose columns are the same concepts.

pub mod concept;
pub mod csv;
pub mod json;
mod layout;
pub mod role;

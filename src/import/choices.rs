//! What a user says about a file that the file does not say itself.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::domain::{Flow, Scope};

use super::extract::Unit;
use super::mapping::Mapping;

/// What was said on the command line, or in a mapping beside the file.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Name of the importer; found by content where it is not given.
    pub format: Option<String>,
    /// Sheet of a workbook; the one with the most rows where it is not given.
    pub sheet: Option<String>,
    /// Code or name of the reporter; the one with the most trade where it is not given.
    pub reporter: Option<String>,
    /// Unit of values for which the file names none.
    pub unit: Option<Unit>,
    /// Flow of values for which the file names none.
    pub flow: Option<Flow>,
    /// The part of customs records that is looked at.
    pub scope: Scope,
    /// Only rows whose dimension has this value: `("SEASONAL_ADJUST", "N")`.
    pub only: Vec<(String, String)>,
    /// What the columns of tables of no known format are, by the name of the file; before a mapping beside it.
    pub mappings: BTreeMap<String, Mapping>,
    /// The folder that the sums of customs records are kept in from one run to the next; nowhere where it is not given.
    pub cache: Option<PathBuf>,
}

//! From extracts to a dataset. Here, and nowhere else, is decided what is a total and what would count twice.

mod breakdowns;
mod cells;
mod countries;
mod dataset;
mod dimensions;
mod join;
mod members;
mod narrow;
mod sums;

pub(super) use countries::is_country;
pub use join::join;
pub(super) use narrow::frequency_name;

use crate::domain::{Dataset, Problem};

use super::choices::Choices;
use super::extract::{Area, Extract, Goods};
use super::mapping::Mapping;

/// One file that was read.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name.
    pub file: String,
    /// What its format is called.
    pub format: &'static str,
    /// How its bytes were written.
    pub encoding: &'static str,
    /// What its columns are taken for, where it is a table of no known format.
    pub mapping: Option<Mapping>,
    /// What it says.
    pub extract: Extract,
}

/// A dataset with what was decided on the way to it, in sentences.
#[derive(Debug)]
pub struct Assembled {
    /// The dataset.
    pub dataset: Dataset,
    /// What its whole is: all goods and the world, or the one kind and the one partner that the files are about.
    pub wholes: (Goods, Area),
    /// What was chosen, left out, added up, found equal or unequal.
    pub decisions: Vec<String>,
}

/// Makes one dataset of everything that was read.
///
/// # Errors
/// Contradictory rows, amounts out of range, or nothing that is trade.
pub fn assemble(sources: &[Source], choices: &Choices) -> Result<Assembled, Vec<Problem>> {
    let mut decisions = Vec::new();
    let strands = narrow::strands(sources, choices, &mut decisions)?;
    let mut cells = cells::Cells::collect(sources, &strands, &mut decisions)?;
    sums::add(&mut cells, &mut decisions);
    let wholes = (cells.items[0].clone(), cells.partners[0].clone());
    let dataset = dataset::build(sources, &strands, cells)?;
    Ok(Assembled { dataset, wholes, decisions })
}

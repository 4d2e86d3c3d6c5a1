//! From extracts to a dataset. Here, and nowhere else, is decided what is a total and what would count twice.

mod breakdowns;
mod cells;
mod countries;
mod dataset;
mod dimensions;
mod join;
mod line;
mod members;
mod narrow;
mod partial;
mod subtotals;
mod sums;

pub use join::join;
pub(super) use narrow::frequency_name;

use crate::domain::{Dataset, Decision, Problem};
use crate::say;

use cells::Cells;

use super::choices::Choices;
use super::decisions::Decisions;
use super::extract::{Area, Extract, Goods};
use super::mapping::Mapping;
use super::native::Builder;

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

impl Source {
    /// What was decided while it was read.
    fn decisions(&self) -> Vec<Decision> {
        let Source { file, extract, .. } = self;
        let mut decisions = Decisions::default();
        if let Some(assumed) = &extract.assumed {
            decisions.push(say!("import.columns-taken-for", columns = assumed.in_words()));
        }
        let skipped = extract.skipped.iter();
        let left_out =
            skipped.map(|(reason, of)| say!("import.first-line", skipped = of.count, reason = reason, line = of.line));
        decisions.extend(left_out.map(|words| say!("import.left-out", what = words)));
        [&decisions, &extract.remarks].into_iter().flat_map(|of| of.about(file)).collect()
    }
}

/// A dataset, and what its whole is.
#[derive(Debug)]
pub struct Assembled {
    /// The dataset.
    pub dataset: Dataset,
    /// What its whole is: all goods and the world, or the one kind and the one partner that the files are about.
    pub wholes: (Goods, Area),
}

/// Makes one dataset of everything that was read.
///
/// # Errors
/// Contradictory rows, amounts out of range, or nothing that is trade.
pub fn assemble(sources: &[Source], choices: &Choices) -> Result<Assembled, Vec<Problem>> {
    Begun::of(sources, choices)?.finished(sources)
}

/// The same, of files that nobody asks again: their numbers go when they are filed, since all that is made of them takes
/// room too.
///
/// # Errors
/// As [`assemble`].
pub fn assemble_all(mut sources: Vec<Source>, choices: &Choices) -> Result<Assembled, Vec<Problem>> {
    let begun = Begun::of(&sources, choices)?;
    sources.iter_mut().for_each(|source| source.extract.facts = Vec::new());
    begun.finished(&sources)
}

/// A dataset whose amounts are known, and not yet in it.
struct Begun {
    builder: Builder,
    cells: Cells,
    decisions: Decisions,
}

impl Begun {
    fn of(sources: &[Source], choices: &Choices) -> Result<Begun, Vec<Problem>> {
        let mut decisions = Decisions::default();
        let strands = narrow::strands(sources, choices, &mut decisions)?;
        let mut cells = Cells::collect(sources, &strands, &mut decisions)?;
        sums::add(&mut cells, &mut decisions);
        Ok(Begun { builder: dataset::begun(sources, &strands, &cells)?, cells, decisions })
    }

    fn finished(self, sources: &[Source]) -> Result<Assembled, Vec<Problem>> {
        let Begun { builder, cells, decisions } = self;
        let wholes = (cells.items[0].clone(), cells.partners[0].clone());
        let mut dataset = dataset::filled(builder, cells, sources.len())?;
        dataset.decisions = sources.iter().flat_map(Source::decisions).chain(decisions.about("")).collect();
        Ok(Assembled { dataset, wholes })
    }
}

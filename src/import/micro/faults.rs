//! Rows that could not be added: how many, and where the first of each kind stands.

use serde::{Deserialize, Serialize};

/// What may be wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// More or fewer fields than the header has.
    Width,
    /// The period is none.
    Period,
    /// The flow is neither exports nor imports.
    Flow,
    /// The product is no code of digits.
    Product,
    /// There is no partner.
    Partner,
    /// There is no amount.
    Missing,
    /// The amount is no number.
    Amount,
    /// A row of totals, which other rows add up to: left out, but not wrong.
    Total,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 8] =
        [Kind::Width, Kind::Period, Kind::Flow, Kind::Product, Kind::Partner, Kind::Missing, Kind::Amount, Kind::Total];

    /// False for rows that are rightly left out.
    pub fn is_bad(self) -> bool {
        self != Kind::Total
    }
}

/// The first row of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Where the row begins, in bytes from the start of the text.
    pub row: u64,
    /// Where in the row the field begins, in bytes.
    pub field: usize,
    /// What stands there, at most forty bytes of it.
    pub text: Vec<u8>,
}

/// Rows that were not added, by kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faults {
    counts: [u64; Kind::ALL.len()],
    examples: [Option<Example>; Kind::ALL.len()],
}

impl Faults {
    /// Counts a row.
    pub fn note(&mut self, kind: Kind, row: u64, field: usize, text: &[u8]) {
        self.counts[kind as usize] += 1;
        let example = &mut self.examples[kind as usize];
        if example.as_ref().is_none_or(|example| row < example.row) {
            *example = Some(Example { row, field, text: text[..text.len().min(40)].to_vec() });
        }
    }

    /// Each kind that there is: how many rows, and the first.
    pub fn found(&self) -> impl Iterator<Item = (Kind, u64, &Example)> {
        Kind::ALL.into_iter().filter_map(|kind| {
            let example = self.examples[kind as usize].as_ref()?;
            Some((kind, self.counts[kind as usize], example))
        })
    }

    /// Rows that are wrong.
    pub fn bad(&self) -> u64 {
        Kind::ALL.into_iter().filter(|kind| kind.is_bad()).map(|kind| self.counts[kind as usize]).sum()
    }

    /// Adds those of another part of the same text.
    pub fn merge(&mut self, other: Faults) {
        for (at, example) in other.examples.into_iter().enumerate() {
            self.counts[at] += other.counts[at];
            let mine = &mut self.examples[at];
            if example.as_ref().is_some_and(|theirs| mine.as_ref().is_none_or(|mine| theirs.row < mine.row)) {
                *mine = example;
            }
        }
    }
}

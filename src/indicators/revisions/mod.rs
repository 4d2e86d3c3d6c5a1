//! How figures changed from release to release: what each release brought, what changed between two dates, the
//! triangle of a series, how large its revisions usually are, and a month from its first flash to its settled value.
//!
//! Everything goes through a [`View`](crate::domain::View): nothing newer than its date is used.

pub mod changes;
pub mod chain;
pub mod differences;
pub mod known;
pub mod releases;
pub mod sizes;
pub mod statistics;
pub mod triangle;
pub mod words;

use crate::domain::{Dataset, Flow, SeriesKey};

pub use chain::{Link, Stage, chain};
pub use changes::{Change, changes};
pub use differences::{Difference, differences};
pub use known::{Known, known};
pub use releases::{ReleaseDay, releases};
pub use sizes::{Revision, Step, Usual, revisions, usual};
pub use statistics::{Statistics, statistics};
pub use triangle::{Triangle, triangle};

/// All series that have values: those of the files, and the balances that follow from exports and imports.
fn keys(dataset: &Dataset) -> Vec<SeriesKey> {
    let own = dataset.series.iter().map(|series| series.key);
    let balances = own.clone().filter(|key| key.flow == Flow::Export).filter_map(|key| {
        let imports = dataset.series(SeriesKey { flow: Flow::Import, ..key });
        imports.map(|_| SeriesKey { flow: Flow::Balance, ..key })
    });
    let mut keys: Vec<SeriesKey> = own.chain(balances).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

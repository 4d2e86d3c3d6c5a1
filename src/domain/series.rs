//! Series and their observations: append-only, each with the date on which it was released.

use chrono::NaiveDate;

use super::{Flow, ObsStatus, Period, Window};

/// Index of an item in [`super::Dataset::items`]; 0 is the total of all goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u16);

impl ItemId {
    /// All goods.
    pub const TOTAL: ItemId = ItemId(0);
}

/// Index of a partner in [`super::Dataset::partners`]; 0 is the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartnerId(pub u16);

impl PartnerId {
    /// All partners together.
    pub const WORLD: PartnerId = PartnerId(0);
}

/// Index of a source in [`super::Dataset::sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u16);

/// What a series measures. Two observations are comparable only where their keys differ in nothing
/// that the comparison does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesKey {
    /// Exports, imports or the published balance.
    pub flow: Flow,
    /// The goods.
    pub item: ItemId,
    /// The other country.
    pub partner: PartnerId,
    /// The whole month, or a flash window of it.
    pub window: Window,
}

impl SeriesKey {
    /// A flow of all goods with the world, over whole periods.
    pub const fn total(flow: Flow) -> SeriesKey {
        SeriesKey { flow, item: ItemId::TOTAL, partner: PartnerId::WORLD, window: Window::Whole }
    }

    /// A flow of one item with the world, over whole periods.
    pub const fn item(flow: Flow, item: ItemId) -> SeriesKey {
        SeriesKey { flow, item, partner: PartnerId::WORLD, window: Window::Whole }
    }
}

/// One part of the total: an item or a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// Goods of one kind, with all partners.
    Item(ItemId),
    /// All goods, with one partner.
    Partner(PartnerId),
}

impl Member {
    /// Its series of a flow, over whole periods.
    pub const fn key(self, flow: Flow) -> SeriesKey {
        match self {
            Member::Item(item) => SeriesKey::item(flow, item),
            Member::Partner(partner) => SeriesKey { partner, ..SeriesKey::total(flow) },
        }
    }
}

/// When an observation became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Release {
    /// The day of publication; `None` where neither the row nor a rule of the dataset tells.
    /// Such an observation counts as known on any date.
    pub date: Option<NaiveDate>,
    /// True where the date follows from the dataset's release rule, not from the row.
    pub presumed: bool,
}

impl Release {
    /// True where the observation was published on `day` or before, or nobody knows when.
    pub fn is_known_on(self, day: NaiveDate) -> bool {
        self.date.is_none_or(|date| date <= day)
    }
}

/// The line of a file from which an observation was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Index into [`super::Dataset::files`].
    pub file: u16,
    /// From 1; 0 of a sum over many rows, which stands on none.
    pub line: u32,
}

/// One published number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observation {
    /// The period observed.
    pub period: Period,
    /// Whole units of the currency.
    pub value: i64,
    /// What the number was rounded to when printed, in units of the currency.
    pub rounding: i64,
    /// Settled, provisional, estimated …
    pub status: ObsStatus,
    /// When it became known.
    pub release: Release,
    /// Who published it, if the row says.
    pub source: Option<SourceId>,
    /// Where it was read.
    pub origin: Origin,
}

/// Points at one observation of a dataset: series and row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObservationId {
    /// Index into [`super::Dataset::series`].
    pub series: u32,
    /// Index into [`Series::observations`].
    pub row: u32,
}

/// All vintages of one series, ordered by period and, within a period, by release.
#[derive(Debug, Clone)]
pub struct Series {
    /// What is measured.
    pub key: SeriesKey,
    /// Never empty.
    pub observations: Vec<Observation>,
}

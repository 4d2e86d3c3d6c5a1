//! Every series of a view as known on its date, read once for all checks.

use crate::domain::{Flow, ObservationId, Reading, SeriesKey, View, Vintage};

/// All exports and imports of a view.
pub(super) struct Readings<'a> {
    pub view: &'a View,
    flows: Vec<(SeriesKey, Vintage)>,
}

impl<'a> Readings<'a> {
    pub fn of(view: &'a View) -> Readings<'a> {
        let keys = view.dataset().series.iter().map(|series| series.key).filter(|key| key.flow != Flow::Balance);
        Readings { view, flows: keys.map(|key| (key, view.vintage(key))).collect() }
    }

    /// Exports and imports, by key.
    pub fn flows(&self) -> impl Iterator<Item = (SeriesKey, &Vintage)> {
        self.flows.iter().map(|(key, vintage)| (*key, vintage))
    }

    /// One of them.
    pub fn vintage(&self, key: SeriesKey) -> Option<&Vintage> {
        let index = self.flows.binary_search_by(|(known, _)| known.cmp(&key)).ok()?;
        Some(&self.flows[index].1)
    }

    /// The series that panels and sentences are about: total exports and imports, exports of the focus item.
    pub fn main(&self) -> impl Iterator<Item = (SeriesKey, &Vintage)> {
        let focus = self.view.dataset().focus_item.map(|item| SeriesKey::item(Flow::Export, item));
        let totals = [Flow::Export, Flow::Import].map(SeriesKey::total);
        totals.into_iter().chain(focus).filter_map(|key| Some((key, self.vintage(key)?)))
    }
}

/// The observations behind a reading.
pub(super) fn ids(reading: &Reading) -> Vec<ObservationId> {
    reading.inputs().to_vec()
}

/// Half of what a number was rounded to. Printed to the unit of the currency is exact.
pub(super) fn half(rounding: i64) -> i64 {
    if rounding <= 1 { 0 } else { (rounding + 1) / 2 }
}

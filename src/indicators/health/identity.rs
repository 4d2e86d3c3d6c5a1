//! Exports less imports is the balance, in each release that prints all three.

use crate::domain::{Flow, Observation, ObservationId, Period, Series, SeriesKey, View};

use super::readings::{Readings, half};
use super::{Check, Finding};

/// The three numbers of one release.
pub(super) struct Identity {
    pub key: SeriesKey,
    pub period: Period,
    pub observations: [ObservationId; 3],
    balance: i64,
    difference: i64,
    allowed: i64,
}

impl Identity {
    /// Printed balance less (exports less imports).
    pub fn gap(&self) -> i64 {
        self.balance - self.difference
    }

    /// True where the gap is more than the rounding of the three explains.
    pub fn fails(&self) -> bool {
        self.gap().abs() > self.allowed
    }
}

pub(super) fn check(readings: &Readings<'_>) -> Vec<Finding> {
    let series = readings.view.dataset().series.iter().filter(|series| series.key.flow == Flow::Balance);
    let identities = series.flat_map(|series| identities(readings.view, series.key));
    let failing = identities.filter(Identity::fails).map(|identity| {
        Finding::new(Check::BalanceIdentity, identity.key, identity.period, identity.observations.to_vec())
            .numbers(identity.balance, identity.difference)
    });
    failing.collect()
}

/// Every printed balance of a series that was known on the view's date and has exports and imports beside it.
pub(super) fn identities(view: &View, key: SeriesKey) -> Vec<Identity> {
    let dataset = view.dataset();
    let series = |flow| dataset.series(SeriesKey { flow, ..key });
    let (Some(balances), Some(exports), Some(imports)) =
        (series(Flow::Balance), series(Flow::Export), series(Flow::Import))
    else {
        return Vec::new();
    };
    let rows = balances.1.observations.iter().enumerate();
    let known = rows.filter(|(_, balance)| balance.release.is_known_on(view.as_of()));
    let identity = |(row, balance): (usize, &Observation)| {
        let (x_id, x) = same_release(exports, balance)?;
        let (m_id, m) = same_release(imports, balance)?;
        Some(Identity {
            key,
            period: balance.period,
            observations: [ObservationId { series: balances.0, row: row as u32 }, x_id, m_id],
            balance: balance.value,
            difference: x.value - m.value,
            allowed: half(balance.rounding) + half(x.rounding) + half(m.rounding),
        })
    };
    known.filter_map(identity).collect()
}

fn same_release<'a>(
    (series, of): (u32, &'a Series),
    balance: &Observation,
) -> Option<(ObservationId, &'a Observation)> {
    let start = of.observations.partition_point(|observation| observation.period < balance.period);
    let of_period = of.observations[start..].iter().take_while(|observation| observation.period == balance.period);
    let found = of_period.enumerate().find(|(_, observation)| observation.release.date == balance.release.date);
    found.map(|(row, observation)| (ObservationId { series, row: (start + row) as u32 }, observation))
}

//! Checks that a view must pass before its sentences can be believed.

use crate::domain::{Flow, Period, SeriesKey, View, Vintage};

/// A published balance that is not exports less imports of the same release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdentityFailure {
    /// The period.
    pub period: Period,
    /// Published balance less (exports less imports), in units of the currency.
    pub gap: i64,
}

/// What was checked, and what was found, up to a month.
#[derive(Debug, Clone, Default)]
pub struct Health {
    /// Balances compared with exports less imports.
    pub identities_checked: usize,
    /// Those that differ by more than rounding explains.
    pub identity_failures: Vec<IdentityFailure>,
    /// Periods whose exports or imports are provisional or estimated.
    pub provisional: usize,
    /// Periods between the first and the last for which a total is missing.
    pub gaps: Vec<Period>,
    /// Periods that have exports but no imports (or the reverse) as yet.
    pub one_sided: Vec<Period>,
}

impl Health {
    /// Checks the totals of `view`.
    pub fn check(view: &View, exports: &Vintage, imports: &Vintage) -> Health {
        let first = [exports.first(), imports.first()].into_iter().flatten().min();
        let last = [exports.last(), imports.last()].into_iter().flatten().max();
        let mut health = Health::default();
        let Some((first, last)) = first.zip(last) else { return health };
        for period in Period::span(first, last) {
            match (exports.reading(period), imports.reading(period)) {
                (Some(x), Some(m)) => health.provisional += usize::from(x.status.max(m.status).is_open()),
                (None, None) => health.gaps.push(period),
                _ => {
                    health.provisional += 1;
                    health.one_sided.push(period);
                }
            }
        }
        health.check_identities(view);
        health
    }

    /// True where nothing was found that makes a sentence doubtful.
    pub fn is_sound(&self) -> bool {
        self.identity_failures.is_empty() && self.gaps.is_empty()
    }

    fn check_identities(&mut self, view: &View) {
        let dataset = view.dataset();
        let Some((_, balances)) = dataset.series(SeriesKey::total(Flow::Balance)) else { return };
        let same_release = |flow, balance: &crate::domain::Observation| {
            let (_, series) = dataset.series(SeriesKey::total(flow))?;
            let matching = |other: &&crate::domain::Observation| {
                other.period == balance.period && other.release.date == balance.release.date
            };
            series.observations.iter().find(matching)
        };
        for balance in balances.observations.iter().filter(|balance| balance.release.is_known_on(view.as_of())) {
            let pair = same_release(Flow::Export, balance).zip(same_release(Flow::Import, balance));
            let Some((exports, imports)) = pair else { continue };
            self.identities_checked += 1;
            let gap = balance.value - (exports.value - imports.value);
            // Each of the three is off by at most half its last printed digit.
            let allowed = (balance.rounding + exports.rounding + imports.rounding) / 2;
            if gap.abs() > allowed.max(1) {
                self.identity_failures.push(IdentityFailure { period: balance.period, gap });
            }
        }
    }
}

//! Checks that a view must pass before its sentences can be believed. Nothing is ever corrected.

mod duplicate;
mod finding;
mod flash;
mod forecast;
mod gap;
mod identity;
mod late;
mod negative;
mod outlier;
mod parts;
mod readings;
mod stale;
mod unit;
pub mod words;
mod year_to_date;

use crate::domain::{Flow, Period, SeriesKey, View, Vintage};

pub use finding::{Check, Finding, Severity};

use readings::Readings;

/// What is looked at, one file each; growth, in `outlier`, comes last.
const CHECKS: [fn(&Readings<'_>) -> Vec<Finding>; 11] = [
    identity::check,
    parts::check,
    year_to_date::check,
    gap::check,
    duplicate::check,
    unit::check,
    late::check,
    stale::check,
    flash::check,
    negative::check,
    forecast::check,
];

/// Everything that all checks find on a view: errors first, then by check, newest period first.
pub fn inspect(view: &View) -> Vec<Finding> {
    let readings = Readings::of(view);
    let mut findings: Vec<Finding> = CHECKS.iter().flat_map(|check| check(&readings)).collect();
    // Growth on a value that is already known to be wrong would look odd a year later.
    findings.extend(outlier::check(&readings, &findings));
    findings.sort_by_key(|finding| (finding.severity(), finding.check, std::cmp::Reverse(finding.period), finding.key));
    findings
}

/// A published balance that is not exports less imports of the same release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdentityFailure {
    /// The period.
    pub period: Period,
    /// Published balance less (exports less imports), in units of the currency.
    pub gap: i64,
}

/// What was checked of the totals, and what was found, in short.
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
        for identity in identity::identities(view, SeriesKey::total(Flow::Balance)) {
            health.identities_checked += 1;
            if identity.fails() {
                health.identity_failures.push(IdentityFailure { period: identity.period, gap: identity.gap() });
            }
        }
        health
    }

    /// True where nothing was found that makes a sentence doubtful.
    pub fn is_sound(&self) -> bool {
        self.identity_failures.is_empty() && self.gaps.is_empty()
    }
}

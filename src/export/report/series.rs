//! The series that the charts of a page are drawn from, through the lens.

use crate::domain::{Period, Vintage};
use crate::indicators::Deck;

/// Periods that a chart shows.
const SHOWN: i32 = 36;

/// What is charted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum SeriesOf {
    Exports,
    Imports,
    Balance,
    Share,
}

/// The last periods up to the month.
#[derive(Debug, Default)]
pub(in crate::export) struct Series {
    /// The periods, oldest first.
    pub(in crate::export) periods: Vec<Period>,
    exports: Vec<Option<i64>>,
    imports: Vec<Option<i64>>,
    balance: Vec<Option<i64>>,
    /// In hundredths of a percent.
    share: Vec<Option<i64>>,
}

impl Series {
    pub(super) fn of(deck: &Deck) -> Series {
        let seen = &deck.vintages;
        let first = seen.exports.first().or(seen.imports.first()).or(seen.balance.first()).unwrap_or(deck.month);
        let start = deck.month.minus(SHOWN - 1).max(first.min(deck.month));
        let periods: Vec<Period> = Period::span(start, deck.month).collect();
        let values = |vintage: &Vintage| periods.iter().map(|period| vintage.value(*period)).collect();
        let lensed = deck.lensed();
        let share = |period: &Period| {
            let share = lensed.part(lensed.focus(), lensed.around_focus(), *period).share().value.ok()?;
            i64::try_from(share.rounded(2)).ok()
        };
        Series {
            exports: values(&seen.exports),
            imports: values(&seen.imports),
            balance: values(&seen.balance),
            share: periods.iter().map(share).collect(),
            periods,
        }
    }

    /// The values of a series, one for each period; amounts in whole units of the currency.
    pub(in crate::export) fn values(&self, of: SeriesOf) -> &[Option<i64>] {
        match of {
            SeriesOf::Exports => &self.exports,
            SeriesOf::Imports => &self.imports,
            SeriesOf::Balance => &self.balance,
            SeriesOf::Share => &self.share,
        }
    }
}

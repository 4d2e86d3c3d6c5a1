//! How the month's balance stands among all months.

use crate::domain::{Period, Ratio};
use crate::indicators::FigureId;
use crate::indicators::record::{Record, Standing};

use super::super::Wording;
use super::super::through::period_before;
use super::LEAST_HISTORY;

/// What is told of the balance.
pub(in super::super) enum Balance {
    /// A side of it is missing.
    Unknown,
    /// Exports and imports were equal.
    Zero,
    /// A surplus or a deficit, with its sign, and what it is set beside.
    Known(Ratio, Option<Beside>),
}

/// What a balance is set beside. The largest is that of surpluses, or of deficits.
pub(in super::super) enum Beside {
    /// The largest since the data start in that year.
    LargestOfAll(i32),
    /// Second only to that of the period, which is so large.
    SecondTo(Period, i64),
    /// The largest since the period.
    LargestSince(Period),
    /// The value of the period before, or of a year earlier.
    Before(Period, i64),
}

pub(in super::super) fn balance(wording: &Wording<'_>) -> Balance {
    let Some(balance) = wording.figure(FigureId::Balance).value.ok() else { return Balance::Unknown };
    let record = wording.deck.records.balance.as_ref();
    match balance.signum() {
        0 => Balance::Zero,
        1 => Balance::Known(balance, record.and_then(|record| high(wording, record))),
        _ => Balance::Known(balance, record.and_then(|record| low(wording, record))),
    }
}

/// True where enough is known, and without a gap, to call anything the largest.
fn has_history(wording: &Wording<'_>, record: &Record) -> bool {
    let vintage = &wording.deck.vintages.balance;
    wording.has_runs() && record.count >= LEAST_HISTORY && wording.is_complete(vintage)
}

fn high(wording: &Wording<'_>, record: &Record) -> Option<Beside> {
    match (record.highest, record.best_before) {
        _ if !has_history(wording, record) => before(wording, record),
        (Standing::Since { gap: false, .. }, Some((best, value))) if record.rank == 2 && !record.tied => {
            Some(Beside::SecondTo(best, value))
        }
        (standing, _) => largest(record, standing).or_else(|| before(wording, record)),
    }
}

fn low(wording: &Wording<'_>, record: &Record) -> Option<Beside> {
    let largest = largest(record, record.lowest).filter(|_| has_history(wording, record));
    largest.or_else(|| before(wording, record))
}

fn largest(record: &Record, standing: Standing) -> Option<Beside> {
    match standing {
        Standing::Record { start, gap: false } => Some(Beside::LargestOfAll(start.year())),
        Standing::Since { period, tied: false, gap: false } if record.period.since(period) > 3 => {
            Some(Beside::LargestSince(period))
        }
        _ => None,
    }
}

fn before(wording: &Wording<'_>, record: &Record) -> Option<Beside> {
    let before = period_before(wording.lens().span, record.period);
    wording.deck.vintages.balance.value(before).map(|value| Beside::Before(before, value))
}

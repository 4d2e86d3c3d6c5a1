//! How the month's balance stands among all months.

use crate::domain::Flow;
use crate::indicators::FigureId;
use crate::indicators::record::{Record, Standing};

use super::super::format::{period, period_long};
use super::Wording;
use super::through::period_before;

/// Below this many values nothing is called the largest.
const LEAST_HISTORY: u32 = 24;

pub(super) fn sentence(wording: &Wording<'_>) -> String {
    let Some(balance) = wording.figure(FigureId::Balance).value.ok() else {
        return format!("No balance: {}", wording.missing_side());
    };
    let amount = wording.money(balance, wording.decimals());
    let standing = wording.deck.records.balance.as_ref();
    let subject = |word: &str| match wording.of_all_goods() {
        "" => wording.subject(word, Flow::Balance),
        all => format!("{}{all}", wording.subject(word, Flow::Balance)),
    };
    match balance.signum() {
        1 => format!(
            "{} of {amount}{}",
            subject("Surplus"),
            standing.map(|record| high(wording, record)).unwrap_or_default()
        ),
        -1 => format!(
            "{} of {amount}{}",
            subject("Deficit"),
            standing.map(|record| low(wording, record)).unwrap_or_default()
        ),
        _ => "Exports and imports were equal".to_owned(),
    }
}

/// True where enough is known, and without a gap, to call anything the largest.
fn has_history(wording: &Wording<'_>, record: &Record) -> bool {
    let vintage = &wording.deck.vintages.balance;
    wording.has_runs() && record.count >= LEAST_HISTORY && wording.is_complete(vintage)
}

fn high(wording: &Wording<'_>, record: &Record) -> String {
    match (record.highest, record.best_before) {
        _ if !has_history(wording, record) => against_before(wording, record),
        (Standing::Record { start, gap: false }, _) => {
            format!(", the largest since the data start in {}", start.year())
        }
        (Standing::Since { gap: false, .. }, Some((best, value))) if record.rank == 2 && !record.tied => {
            format!(", second only to {} ({})", period_long(best), wording.style.money_of(value, wording.decimals()))
        }
        (Standing::Since { period: since, tied: false, gap: false }, _) if record.period.since(since) > 3 => {
            format!(", the largest since {}", period_long(since))
        }
        _ => against_before(wording, record),
    }
}

fn low(wording: &Wording<'_>, record: &Record) -> String {
    match record.lowest {
        _ if !has_history(wording, record) => against_before(wording, record),
        Standing::Record { start, gap: false } => format!(", the largest since the data start in {}", start.year()),
        Standing::Since { period: since, tied: false, gap: false } if record.period.since(since) > 3 => {
            format!(", the largest since {}", period_long(since))
        }
        _ => against_before(wording, record),
    }
}

/// `, after a deficit of $12.7bn in Jan 2023`.
fn against_before(wording: &Wording<'_>, record: &Record) -> String {
    let before = period_before(wording.lens().span, record.period);
    let words = |value: i64| wording.style.money_of(value, wording.decimals());
    let when = match wording.has_runs() {
        true => format!("in {}", period(before)),
        false => "a year earlier".to_owned(),
    };
    match wording.deck.vintages.balance.value(before) {
        None => String::new(),
        Some(0) => format!(", after a balance of zero {when}"),
        Some(value) => {
            let word = if value < 0 { "deficit" } else { "surplus" };
            let same = (value < 0) == (record.value < 0);
            let noun = if same { String::new() } else { format!("a {word} of ") };
            format!(", after {noun}{} {when}", words(value.saturating_abs()))
        }
    }
}

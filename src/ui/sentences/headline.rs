//! The sentence at the top: exports, and the balance with its run.

use crate::indicators::record::Record;
use crate::indicators::{FigureId, Run, RunKind};

use super::super::format::{ordinal, period_long, period_word, periods_word};
use super::Wording;

pub(super) fn sentence(wording: &Wording<'_>) -> String {
    let balance = balance_clause(wording, true);
    match exports_clause(wording) {
        Some(exports) => format!("{exports}; {balance}."),
        None => capitalised(&format!("{balance}.")),
    }
}

pub(super) fn short(wording: &Wording<'_>) -> String {
    let balance = balance_clause(wording, false);
    let exports = wording.figure(FigureId::Exports).value.ok();
    let growth = wording.figure(FigureId::ExportsYoy).value.ok();
    match (exports, growth) {
        (Some(exports), Some(rate)) => {
            format!("Exports {} to {}; {balance}.", wording.moved(rate, true), wording.money(exports, 1))
        }
        _ => capitalised(&format!("{balance}.")),
    }
}

fn exports_clause(wording: &Wording<'_>) -> Option<String> {
    let exports = wording.figure(FigureId::Exports).value.ok()?;
    let amount = wording.money(exports, 1);
    let record = wording.deck.records.exports.as_ref().filter(|_| wording.is_complete(&wording.deck.vintages.exports));
    let standing = record.map(standing_of_exports).unwrap_or_default();
    let decline = wording.deck.streaks.current(RunKind::ExportDecline).map(fall_in_a_row).unwrap_or_default();
    Some(match wording.figure(FigureId::ExportsYoy).value.ok() {
        Some(rate) => match wording.moved(rate, true).as_str() {
            "were unchanged" => format!("Exports were unchanged from a year earlier at {amount}{standing}"),
            moved => format!("Exports {moved} to {amount}{standing}{decline}"),
        },
        None => format!("Exports were {amount}{standing}"),
    })
}

fn fall_in_a_row(run: &Run) -> String {
    match run.length {
        0 | 1 => String::new(),
        n if run.exact => format!(", the {} fall in a row", ordinal(n)),
        n => format!(", at least the {} fall in a row", ordinal(n)),
    }
}

fn standing_of_exports(record: &Record) -> String {
    if record.tied || record.count < 24 {
        return String::new();
    }
    let word = period_word(record.period.frequency());
    let best_for_month = || format!(", the highest for any {}", super::super::format::month_name_long(record.period));
    match record.rank {
        1 => format!(", the highest {word} on record"),
        2 | 3 => format!(", the {}-highest {word} on record", ordinal(record.rank)),
        _ if record.rank_same_month == 1 && record.count_same_month > 5 => best_for_month(),
        _ => String::new(),
    }
}

fn balance_clause(wording: &Wording<'_>, with_article: bool) -> String {
    let Some(balance) = wording.figure(FigureId::Balance).value.ok() else {
        return format!("no balance: {}", wording.missing_side());
    };
    let amount = wording.money(balance, 1);
    let (word, kind) = match balance.signum() {
        1 => ("surplus", RunKind::Surplus),
        -1 => ("deficit", RunKind::Deficit),
        _ => return "exports and imports were equal".to_owned(),
    };
    let run = wording.deck.streaks.current(kind);
    if !with_article {
        return format!("{word} {amount}{}", place_short(run));
    }
    match run.and_then(|run| place_in_run(wording, run, word)) {
        Some(place) => format!("the {word} of {amount} {place}"),
        None => format!("the {word} was {amount}"),
    }
}

/// Nothing where a single month's place cannot be told for want of the months before it.
fn place_in_run(wording: &Wording<'_>, run: &Run, word: &str) -> Option<String> {
    Some(match run.length {
        1 if run.exact => match last_opposite(wording, run) {
            Some(length) if length > 1 => {
                let periods = periods_word(run.end.frequency());
                format!("ends {length} {periods} of {}", if word == "surplus" { "deficit" } else { "surplus" })
            }
            _ => format!("is the first since {}", period_long(wording.last_of_kind_before(run)?)),
        },
        1 => return None,
        n if run.exact => format!("is the {} in a row", ordinal(n)),
        n => format!("is at least the {} in a row", ordinal(n)),
    })
}

/// Length of the run of the other sign that ended the month before, if it is known exactly.
fn last_opposite(wording: &Wording<'_>, run: &Run) -> Option<u32> {
    let other = if run.kind == RunKind::Surplus { RunKind::Deficit } else { RunKind::Surplus };
    wording
        .deck
        .streaks
        .of(other)
        .find(|earlier| earlier.end == run.start.minus(1) && earlier.exact)
        .map(|earlier| earlier.length)
}

fn place_short(run: Option<&Run>) -> String {
    match run {
        Some(run) if run.length > 1 && run.exact => {
            format!(", {} in a row", super::super::format::ordinal_digits(run.length))
        }
        Some(run) if run.length > 1 => {
            format!(", at least {} in a row", super::super::format::ordinal_digits(run.length))
        }
        _ => String::new(),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

//! The sentence at the top: exports, and the balance with its run.

use crate::domain::Flow;
use crate::indicators::record::Record;
use crate::indicators::{Comparison, FigureId, Run, RunKind};

use super::super::format::{ordinal, period_long, periods_word};
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
    let Some(exports) = exports else { return capitalised(&format!("{balance}.")) };
    let amount = wording.money(exports, wording.decimals());
    let moved = growth.map_or_else(|| format!("were {amount}"), |rate| wording.moved_to(rate, &amount));
    format!("{} {moved}; {balance}.", wording.subject("Exports", Flow::Export))
}

fn exports_clause(wording: &Wording<'_>) -> Option<String> {
    let exports = wording.figure(FigureId::Exports).value.ok()?;
    let amount = wording.money(exports, wording.decimals());
    let record = wording.deck.records.exports.as_ref().filter(|_| wording.is_complete(&wording.deck.vintages.exports));
    let standing = record.map(|record| standing_of_exports(wording, record)).unwrap_or_default();
    let subject = wording.subject("Exports", Flow::Export);
    Some(match wording.figure(FigureId::ExportsYoy).value.ok() {
        Some(rate) => {
            let decline = if rate.rounded(1).signum() < 0 { falls_in_a_row(wording) } else { String::new() };
            let other = wording.other_count().filter(|_| wording.lens().per_day);
            let other = other.map(|other| format!(" ({other})")).unwrap_or_default();
            format!("{subject} {}{other}{standing}{decline}", wording.moved_to(rate, &amount))
        }
        None => format!("{subject} were {amount}{standing}"),
    })
}

/// Where the run is of the growth that is spoken of.
fn falls_in_a_row(wording: &Wording<'_>) -> String {
    let of_growth = matches!(wording.lens().comparison, Comparison::YearAgo | Comparison::PeriodBefore);
    let run = wording.deck.streaks.current(RunKind::ExportDecline).filter(|_| of_growth && wording.has_runs());
    run.map(fall_in_a_row).unwrap_or_default()
}

fn fall_in_a_row(run: &Run) -> String {
    match run.length {
        0 | 1 => String::new(),
        n if run.exact => format!(", the {} fall in a row", ordinal(n)),
        n => format!(", at least the {} fall in a row", ordinal(n)),
    }
}

fn standing_of_exports(wording: &Wording<'_>, record: &Record) -> String {
    if record.tied || record.count < 24 {
        return String::new();
    }
    let (one, on_record) = (wording.one_of(), wording.on_record());
    let best_for_month = || format!(", the highest for {}", wording.any_same_period());
    match record.rank {
        1 if wording.has_runs() => format!(", the highest {one}{on_record}"),
        2 | 3 if wording.has_runs() => format!(", the {}-highest {one}{on_record}", ordinal(record.rank)),
        _ if record.rank_same_month == 1 && record.count_same_month > 5 => best_for_month(),
        _ => String::new(),
    }
}

fn balance_clause(wording: &Wording<'_>, with_article: bool) -> String {
    let Some(balance) = wording.figure(FigureId::Balance).value.ok() else {
        return format!("no balance: {}", wording.missing_side());
    };
    let amount = wording.money(balance, wording.decimals());
    let (word, kind) = match balance.signum() {
        1 => ("surplus", RunKind::Surplus),
        -1 => ("deficit", RunKind::Deficit),
        _ => return "exports and imports were equal".to_owned(),
    };
    let run = wording.deck.streaks.current(kind).filter(|_| wording.has_runs());
    if !with_article {
        return format!("{word} {amount}{}", place_short(run));
    }
    // What exports and balance have in common was said of exports.
    let alike = wording.deck.lensed().excludes(Flow::Export) == wording.deck.lensed().excludes(Flow::Balance);
    let exports_known = wording.figure(FigureId::Exports).is_known();
    let subject = match (alike && exports_known, wording.of_all_goods()) {
        (true, _) => word.to_owned(),
        (false, "") => wording.subject(word, Flow::Balance),
        (false, all) => format!("{word}{all}"),
    };
    match run.and_then(|run| place_in_run(wording, run, word)) {
        Some(place) => format!("the {subject} of {amount} {place}"),
        None => format!("the {subject} was {amount}"),
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

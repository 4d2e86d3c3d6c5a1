//! One item or partner: its growth, its place among its own months, its run.

use crate::domain::{Flow, Member};
use crate::indicators::{Record, record};

use super::super::format::{counted, ordinal, period_long};
use super::super::lens_words::{flow_of, over_periods};
use super::Wording;

/// Below this many known months nothing is called the highest.
const LEAST_HISTORY: u32 = 24;

pub(super) fn sentence(wording: &Wording<'_>, member: Member) -> String {
    let lensed = wording.deck.lensed();
    let month = wording.deck.month;
    let Some(series) = lensed.member(member) else { return String::new() };
    let flow = if series.exports.first().is_some() { Flow::Export } else { Flow::Import };
    let subject = subject(wording, member, flow);
    let Some(value) = lensed.value(series.flow(flow).into(), month).value.ok() else {
        return format!("{subject}: no figure for {}", period_long(month));
    };
    let amount = wording.money(value, wording.decimals());
    let seen = lensed.lens().vintage(series.flow(flow).into(), lensed.calendar());
    let standing = record::record(&seen, month).map(|record| standing(wording, &record)).unwrap_or_default();
    match lensed.growth(series.flow(flow).into(), month).value.ok() {
        Some(rate) => format!("{subject} {}{standing}", wording.moved_to(rate, &amount)),
        None => format!("{subject} were {amount}{standing}"),
    }
}

/// `Exports of semiconductors per working day`, `Exports to China`.
fn subject(wording: &Wording<'_>, member: Member, flow: Flow) -> String {
    let name = flow_of(wording.dataset, member, flow);
    let per_day = if wording.lens().per_day { " per working day" } else { "" };
    format!("{name}{per_day}{}", over_periods(wording.lens().span, wording.deck.month))
}

/// Its rank, if it is among the first three of enough months, and whether all of them are known.
fn standing(wording: &Wording<'_>, record: &Record) -> String {
    if record.tied || record.count < LEAST_HISTORY || record.rank > 3 || !wording.has_runs() {
        return String::new();
    }
    let place = if record.rank == 1 { "highest".to_owned() } else { format!("{}-highest", ordinal(record.rank)) };
    let known = counted(record.count as usize, record.period.frequency());
    let known = known.replacen(' ', " known ", 1);
    format!(", the {place} of {known}")
}

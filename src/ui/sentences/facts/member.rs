//! One item or partner: its growth, and its place among its own months.

use crate::domain::{Flow, Member, Ratio};
use crate::indicators::{Record, record};

use super::super::Wording;
use super::LEAST_HISTORY;

/// What is told of an item or partner.
pub(in super::super) struct Course {
    /// Exports, where there are any; else imports.
    pub flow: Flow,
    /// In whole units of the currency; nothing where the month has none.
    pub amount: Option<Ratio>,
    /// In percent, on the base of the lens.
    pub growth: Option<Ratio>,
    /// Its rank among so many known periods, where it is among the first three.
    pub place: Option<(u32, u32)>,
}

/// Nothing where nothing is loaded of it.
pub(in super::super) fn course(wording: &Wording<'_>, member: Member) -> Option<Course> {
    let (lensed, month) = (wording.deck.lensed(), wording.deck.month);
    let series = lensed.member(member)?;
    let flow = if series.exports.first().is_some() { Flow::Export } else { Flow::Import };
    let seen = lensed.lens().vintage(series.flow(flow).into(), lensed.calendar());
    Some(Course {
        flow,
        amount: lensed.value(series.flow(flow).into(), month).value.ok(),
        growth: lensed.growth(series.flow(flow).into(), month).value.ok(),
        place: record::record(&seen, month).and_then(|record| place(wording, &record)),
    })
}

fn place(wording: &Wording<'_>, record: &Record) -> Option<(u32, u32)> {
    let tells = !record.tied && record.count >= LEAST_HISTORY && record.rank <= 3 && wording.has_runs();
    tells.then_some((record.rank, record.count))
}

//! The sentence about one item or partner.

use crate::domain::{Flow, Member};

use super::super::super::format::{counted, ordinal, period_long};
use super::super::super::lens_words::flow_of;
use super::super::Wording;
use super::super::facts::member::course;
use super::over_periods;

pub(in super::super) fn sentence(wording: &Wording<'_>, member: Member) -> String {
    let Some(course) = course(wording, member) else { return String::new() };
    let subject = subject(wording, member, course.flow);
    let Some(amount) = course.amount else {
        return format!("{subject}: no figure for {}", period_long(wording.deck.month));
    };
    let amount = wording.money(amount, wording.decimals());
    let place = course.place.map(|place| standing(wording, place)).unwrap_or_default();
    match course.growth {
        Some(rate) => format!("{subject} {}{place}", wording.moved_to(rate, &amount)),
        None => format!("{subject} were {amount}{place}"),
    }
}

/// `Exports of semiconductors per working day`, `Exports to China`.
fn subject(wording: &Wording<'_>, member: Member, flow: Flow) -> String {
    let name = flow_of(wording.dataset, member, flow);
    let per_day = if wording.lens().per_day { " per working day" } else { "" };
    format!("{name}{per_day}{}", over_periods(wording.lens().span, wording.deck.month))
}

/// `, the second-highest of 90 known months`.
fn standing(wording: &Wording<'_>, (rank, count): (u32, u32)) -> String {
    let place = if rank == 1 { "highest".to_owned() } else { format!("{}-highest", ordinal(rank)) };
    let known = counted(count as usize, wording.deck.month.frequency()).replacen(' ', " known ", 1);
    format!(", the {place} of {known}")
}

//! The sentence about the focus item.

use crate::indicators::{Comparison, FigureId};

use super::super::super::format::{Sign, period_long};
use super::super::super::lens_words::{on_base, the_base};
use super::super::Wording;
use super::super::facts::focus::other_goods_excluded;
use super::over_periods;

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    if wording.deck.focus_item.is_none() {
        return match wording.dataset.items.len() {
            0 | 1 => "No exports by item are loaded".to_owned(),
            _ => "No focus item is set in the dataset".to_owned(),
        };
    }
    let name = wording.focus_name();
    let Some(share) = wording.figure(FigureId::FocusShare).value.ok() else {
        return format!("{name}: no figure for {}", period_long(wording.deck.month));
    };
    let share = wording.style.decimal(share, 1, Sign::Minus);
    let over = over_periods(wording.lens().span, wording.deck.month);
    let verb = if is_plural(name) { "are" } else { "is" };
    format!("{name} {verb} {share}% of exports{}{over}{}{}", around(wording), change(wording), without(wording))
}

fn change(wording: &Wording<'_>) -> String {
    let Some(change) = wording.figure(FigureId::FocusShareChange).value.ok() else { return String::new() };
    let points = wording.style.decimal(change, 1, Sign::Never);
    match change.rounded(1).signum() {
        1 => format!(", up {points} points {}", since(wording)),
        -1 => format!(", down {points} points {}", since(wording)),
        _ => format!(", as {}", the_base(wording.lens().comparison, wording.deck.month.frequency())),
    }
}

/// `in a year`, `on the month before`.
fn since(wording: &Wording<'_>) -> &'static str {
    match wording.lens().comparison {
        Comparison::YearAgo => "in a year",
        other => on_base(other, wording.deck.month.frequency()),
    }
}

/// ` excl. ships`, where other items are taken out of exports.
fn around(wording: &Wording<'_>) -> String {
    other_goods_excluded(wording).map(|words| format!(" {words}")).unwrap_or_default()
}

/// By its last letter: `chips`, but `steel`.
fn is_plural(name: &str) -> bool {
    name.ends_with('s') && !name.ends_with("ss")
}

fn without(wording: &Wording<'_>) -> String {
    match wording.figure(FigureId::ExFocusYoy).value.ok() {
        None => String::new(),
        Some(rate) => {
            let them = if is_plural(wording.focus_name()) { "them" } else { "it" };
            let per_day = if wording.lens().per_day { " per working day" } else { "" };
            format!("; without {them} exports{per_day} {}", wording.moved(rate))
        }
    }
}

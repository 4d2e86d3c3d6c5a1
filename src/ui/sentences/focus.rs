//! The focus item's share, and growth without it.

use crate::indicators::FigureId;

use super::super::format::{Sign, period_long};
use super::Wording;

pub(super) fn sentence(wording: &Wording<'_>) -> String {
    if wording.deck.focus_item.is_none() {
        return "No focus item is set in the dataset".to_owned();
    }
    let name = wording.focus_name();
    let Some(share) = wording.figure(FigureId::FocusShare).value.ok() else {
        return format!("{name}: no figure for {}", period_long(wording.deck.month));
    };
    let share = wording.style.decimal(share, 1, Sign::Minus);
    format!("{name} are {share}% of exports{}{}", change(wording), without(wording))
}

fn change(wording: &Wording<'_>) -> String {
    let Some(change) = wording.figure(FigureId::FocusShareChange).value.ok() else { return String::new() };
    let points = wording.style.decimal(change, 1, Sign::Never);
    match change.rounded(1).signum() {
        1 => format!(", up {points} points in a year"),
        -1 => format!(", down {points} points in a year"),
        _ => ", as a year earlier".to_owned(),
    }
}

fn without(wording: &Wording<'_>) -> String {
    match wording.figure(FigureId::ExFocusYoy).value.ok() {
        None => String::new(),
        Some(rate) => format!("; without them exports {}", wording.moved(rate, true)),
    }
}

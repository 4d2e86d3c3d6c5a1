//! What each action does.

use crate::config::Range;

use super::command::Action;
use super::state::{Overlay, State};

/// What is left to do after an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Draw.
    Redraw,
    /// Leave.
    Quit,
    /// Hand the terminal back for a while.
    Suspend,
}

/// Applies an action to the state.
pub fn update(state: &mut State, action: Action) -> Outcome {
    state.notices.clear();
    match action {
        Action::Quit => return Outcome::Quit,
        Action::Suspend => return Outcome::Suspend,
        Action::Help => toggle_help(state),
        Action::Back => back(state),
        _ if state.overlay.is_some() => in_overlay(state, action),
        _ => on_panels(state, action),
    }
    Outcome::Redraw
}

fn toggle_help(state: &mut State) {
    state.overlay = if state.overlay.is_some() { None } else { Some(Overlay::Help) };
    state.scroll = 0;
}

fn back(state: &mut State) {
    if state.overlay.take().is_none() {
        state.zoomed = false;
    }
    state.scroll = 0;
}

/// An overlay takes the keys that scroll; any other key closes it and then acts.
fn in_overlay(state: &mut State, action: Action) {
    match action {
        Action::RowBy(rows) => scroll(state, rows),
        Action::YearBy(pages) => scroll(state, pages * 10),
        _ => {
            state.overlay = None;
            state.scroll = 0;
            on_panels(state, action);
        }
    }
}

fn on_panels(state: &mut State, action: Action) {
    let month = state.month();
    let (first, last) = state.span();
    match action {
        Action::MonthBy(periods) => state.go_to(month.plus(periods)),
        Action::YearBy(years) => state.go_to(month.plus(years * month.frequency().per_year())),
        Action::FirstMonth => state.go_to(first),
        Action::LastMonth => state.go_to(last),
        Action::GoTo(period) => state.go_to(period),
        Action::Focus(panel) => focus(state, panel),
        Action::FocusNext => focus(state, (state.focus + 1) % state.panels.len().max(1)),
        Action::FocusPrevious => {
            focus(state, (state.focus + state.panels.len().max(1) - 1) % state.panels.len().max(1))
        }
        Action::Zoom => {
            state.zoomed = !state.zoomed;
            state.scroll = 0;
        }
        Action::RowBy(rows) => scroll(state, rows),
        Action::RangeShorter => change_range(state, -1),
        Action::RangeLonger => change_range(state, 1),
        Action::NextTheme => state.theme_steps += 1,
        Action::Back | Action::Help | Action::Quit | Action::Suspend => {}
    }
}

fn focus(state: &mut State, panel: usize) {
    if panel < state.panels.len() {
        state.focus = panel;
        state.scroll = 0;
    }
}

fn scroll(state: &mut State, rows: i32) {
    let rows = i32::from(state.scroll).saturating_add(rows).clamp(0, i32::from(u16::MAX));
    state.scroll = rows as u16;
}

fn change_range(state: &mut State, steps: i32) {
    let now = Range::STEPS.iter().position(|range| *range == state.range).unwrap_or(1) as i32;
    let next = (now + steps).clamp(0, Range::STEPS.len() as i32 - 1);
    state.range = Range::STEPS[next as usize];
    state.keep_cursor_in_window();
}

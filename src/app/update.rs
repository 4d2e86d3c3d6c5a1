//! What each action does.

use crate::config::Range;
use crate::domain::{Member, Said as _, Scope};
use crate::import::mapping::Mapped;
use crate::indicators::{Comparison, Lens, SortBy};
use crate::{say, word};

use super::command::Action;
use super::overlay::Overlay;
use super::prompt::{Kind, Prompt};
use super::state::{Notice, State};
use super::viewpoint::Units;
use super::{briefing, find, mapping, rows, scope, vintage};

/// Viewpoints that are kept for undoing.
const MOST_EARLIER: usize = 100;

/// What is left to do after an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Draw.
    Redraw,
    /// Leave.
    Quit,
    /// Hand the terminal back for a while.
    Suspend,
    /// Append the number at the cursor to the file of claims, and hand the claim back.
    AddClaim,
    /// Copy what the focused panel says.
    Copy,
    /// Save the screen as pictures.
    Save,
    /// Write the morning pack.
    Pack,
    /// Read the source again.
    Reload,
    /// Find out what the columns of the source are taken for.
    Mapping,
    /// Read the source again with this in place of what its columns are taken for.
    Map(Box<Mapped>),
    /// Write this beside the source.
    SaveMapping(Box<Mapped>),
    /// Read another part of the records.
    Look(Scope),
}

/// Applies an action to the state.
pub fn update(state: &mut State, action: Action) -> Outcome {
    state.notices.clear();
    let before = state.viewpoint.clone();
    match action {
        Action::QuitAtOnce => return Outcome::Quit,
        _ if briefing::takes(state, &action) => return briefing::act(state, action),
        Action::Quit => return Outcome::Quit,
        Action::Suspend => return Outcome::Suspend,
        Action::AddClaim => return Outcome::AddClaim,
        Action::Copy => return Outcome::Copy,
        Action::Save => return Outcome::Save,
        Action::Pack => return Outcome::Pack,
        Action::Reload => return Outcome::Reload,
        Action::Mapping if state.overlay != Some(Overlay::Mapping) => return Outcome::Mapping,
        Action::Mapping => toggle(state, Overlay::Mapping),
        Action::Map(key, value) => return mapping::map(state, &key, &value),
        Action::SaveMapping => return mapping::save(state),
        Action::ScopeUp => {
            return match scope::up(state) {
                Some(scope) => Outcome::Look(scope),
                None => {
                    let is_all = state.dataset().scope.is_some();
                    notice(state, if is_all { word!("scope.no-wider") } else { word!("scope.no-records") });
                    Outcome::Redraw
                }
            };
        }
        Action::Zoom if state.overlay.is_none() && state.viewpoint.zoomed => {
            if let Some(scope) = scope::down(state) {
                return Outcome::Look(scope);
            }
            on_panels(state, action);
        }
        Action::Undo => {
            undo(state);
            return Outcome::Redraw;
        }
        Action::Help => toggle(state, Overlay::Help),
        Action::Why => toggle(state, Overlay::Why),
        Action::Records => toggle(state, Overlay::Records),
        Action::Notes => toggle(state, Overlay::Notes),
        Action::Vintages => toggle(state, Overlay::Vintages),
        Action::Changes => vintage::next_changes(state),
        Action::Revisions => toggle(state, Overlay::Revisions),
        Action::Health => toggle(state, Overlay::Health),
        Action::CommandLine => state.prompt = Some(Prompt::new(Kind::Command)),
        Action::Find => state.prompt = Some(Prompt::new(Kind::Find)),
        Action::Back => back(state),
        _ if state.overlay.is_some() => in_overlay(state, action),
        _ => on_panels(state, action),
    }
    remember(state, before);
    Outcome::Redraw
}

/// Keeps the viewpoint left, so that it can be brought back. A series of steps counts as one change.
fn remember(state: &mut State, before: super::viewpoint::Viewpoint) {
    if state.viewpoint == before || state.earlier.last() == Some(&state.viewpoint) {
        return;
    }
    let continues = state.earlier.last().is_some_and(|earlier| earlier.differs_by_a_step(&before));
    if continues && before.differs_by_a_step(&state.viewpoint) {
        return;
    }
    state.earlier.push(before);
    if state.earlier.len() > MOST_EARLIER {
        state.earlier.remove(0);
    }
}

fn undo(state: &mut State) {
    match state.earlier.pop() {
        Some(viewpoint) => state.look_from(viewpoint),
        None => notice(state, word!("notices.nothing-to-undo")),
    }
}

pub(super) fn notice(state: &mut State, words: impl Into<String>) {
    state.notices.push(Notice::Words(words.into()));
}

fn toggle(state: &mut State, overlay: Overlay) {
    state.overlay = if state.overlay == Some(overlay) { None } else { Some(overlay) };
    state.scroll = 0;
    state.read_on = 0;
}

fn back(state: &mut State) {
    state.scroll = 0;
    if state.overlay.take().is_none() && state.viewpoint.detail.take().is_none() {
        state.viewpoint.zoomed = false;
    }
}

/// An overlay takes the keys that scroll, and stays while the cursor moves: it shows the new month. Any other
/// key closes it and then acts.
fn in_overlay(state: &mut State, action: Action) {
    let read_on = std::mem::take(&mut state.read_on);
    match action {
        Action::RowBy(rows) => scroll(state, rows),
        Action::YearBy(pages) if state.overlay == Some(Overlay::Help) => scroll(state, pages * 10),
        Action::Zoom if state.overlay == Some(Overlay::Vintages) => vintage::go_to_picked(state),
        Action::Zoom if state.overlay == Some(Overlay::Why) => state.read_on = read_on.wrapping_add(1),
        Action::MonthBy(_)
        | Action::YearBy(_)
        | Action::FirstMonth
        | Action::LastMonth
        | Action::OlderVintage
        | Action::NewerVintage
            if state.overlay != Some(Overlay::Help) =>
        {
            on_panels(state, action);
        }
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
    let panels = state.panels.len().max(1);
    let lens = state.lens().clone();
    match action {
        Action::MonthBy(periods) => state.go_to(month.plus(periods)),
        Action::YearBy(years) => state.go_to(month.plus(years * month.frequency().per_year())),
        Action::FirstMonth => state.go_to(first),
        Action::LastMonth => state.go_to(last),
        Action::GoTo(period) => go_to(state, period),
        Action::AsOf(date) => vintage::go_to(state, date),
        Action::OlderVintage => vintage::older(state),
        Action::NewerVintage => vintage::newer(state),
        Action::Focus(panel) => focus(state, panel),
        Action::FocusNext => focus(state, (state.focus() + 1) % panels),
        Action::FocusPrevious => focus(state, (state.focus() + panels - 1) % panels),
        Action::Zoom => zoom(state),
        Action::Show(member) => show(state, member),
        Action::RowBy(rows) => row_by(state, rows),
        Action::Row(row) => select(state, row),
        Action::Mark => mark(state),
        Action::RangeShorter => change_range(state, -1),
        Action::RangeLonger => change_range(state, 1),
        Action::Range(range) => set_range(state, range),
        Action::PerDay => look(state, Lens { per_day: !lens.per_day, ..lens }),
        Action::Without => without(state),
        Action::WithoutThese(members) => look(state, Lens { without: members, ..lens }),
        Action::NextComparison => next_comparison(state),
        Action::Compare(comparison) => look(state, lens.against(comparison)),
        Action::Span(span) => look(state, lens.over(span)),
        Action::PlainLens => look(state, Lens::default()),
        Action::NextUnits => state.viewpoint.units = next(&Units::steps(), state.viewpoint.units),
        Action::Units(units) => state.viewpoint.units = units,
        Action::NextSort => sort(state, next(&SortBy::ALL, state.viewpoint.sort)),
        Action::Sort(by) => sort(state, by),
        Action::Flags => state.viewpoint.flags = !state.viewpoint.flags,
        Action::FindNext => match find::next(state) {
            Some(action) => on_panels(state, action),
            None => notice(state, word!("notices.nothing-looked-for")),
        },
        Action::NextTheme => state.theme_steps += 1,
        Action::NextLanguage => state.language = state.language.next(),
        Action::NextNegative => state.negative = state.negative.next(),
        Action::Undo
        | Action::Back
        | Action::Help
        | Action::Why
        | Action::Records
        | Action::Notes
        | Action::Vintages
        | Action::Changes
        | Action::Revisions
        | Action::Health
        | Action::AddClaim
        | Action::Copy
        | Action::Save
        | Action::Pack
        | Action::Reload
        | Action::Mapping
        | Action::Map(..)
        | Action::SaveMapping
        | Action::ScopeUp
        | Action::CommandLine
        | Action::Find
        | Action::Quit
        | Action::QuitAtOnce
        | Action::Briefing
        | Action::BriefingRestart
        | Action::BriefingBlank
        | Action::BriefingSpeaker
        | Action::BriefingPage(_)
        | Action::Suspend => {}
    }
}

/// The one after `now`, and after the last the first.
fn next<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    all[(at + 1) % all.len()]
}

fn go_to(state: &mut State, month: crate::domain::Period) {
    let (first, last) = state.span();
    if !(first..=last).contains(&month) {
        notice(state, say!("notices.outside", month = month.said(), first = first.said(), last = last.said()));
    }
    state.go_to(month);
}

fn focus(state: &mut State, panel: usize) {
    state.is_focus_chosen = true;
    if panel < state.panels.len() && panel != state.focus() {
        state.viewpoint.focus = panel;
        state.viewpoint.detail = None;
        state.scroll = 0;
    }
}

/// From all panels to one, from a table to the series of its row, and back.
fn zoom(state: &mut State) {
    let selected = rows::selected_member(state);
    let viewpoint = &mut state.viewpoint;
    match (viewpoint.zoomed, viewpoint.detail, selected) {
        (false, ..) => viewpoint.zoomed = true,
        (true, None, Some(member)) => viewpoint.detail = Some(member),
        (true, Some(_), _) => viewpoint.detail = None,
        (true, None, None) => viewpoint.zoomed = false,
    }
    state.scroll = 0;
}

/// The series of an item or partner, in the panel that lists it.
fn show(state: &mut State, member: Member) {
    let panel = match member {
        Member::Item(_) => "items",
        Member::Partner(_) => "partners",
    };
    let Some(place) = state.panels.iter().position(|name| *name == panel) else { return };
    focus(state, place);
    if let Some(row) = rows::members(state, panel).iter().position(|other| *other == member) {
        select(state, row);
    }
    state.viewpoint.zoomed = true;
    state.viewpoint.detail = Some(member);
}

fn row_by(state: &mut State, rows: i32) {
    let row = i64::try_from(state.selected_row()).unwrap_or(0) + i64::from(rows);
    select(state, usize::try_from(row).unwrap_or(0));
    if let (Some(_), Some(member)) = (state.viewpoint.detail, rows::selected_member(state)) {
        state.viewpoint.detail = Some(member);
    }
}

fn select(state: &mut State, row: usize) {
    let focus = state.focus();
    let last = rows::count(state, state.focused_panel()).saturating_sub(1);
    if let Some(selected) = state.viewpoint.rows.get_mut(focus) {
        *selected = row.min(last);
    }
}

fn mark(state: &mut State) {
    let Some(member) = rows::selected_member(state) else {
        return notice(state, word!("notices.cannot-mark"));
    };
    let marked = &mut state.viewpoint.marked;
    match marked.iter().position(|other| *other == member) {
        Some(at) => _ = marked.remove(at),
        None => marked.push(member),
    }
}

fn scroll(state: &mut State, rows: i32) {
    let rows = i32::from(state.scroll).saturating_add(rows).clamp(0, i32::from(u16::MAX));
    state.scroll = rows as u16;
}

fn change_range(state: &mut State, steps: i32) {
    let now = Range::STEPS.iter().position(|range| *range == state.viewpoint.range).unwrap_or(1) as i32;
    let next = (now + steps).clamp(0, Range::STEPS.len() as i32 - 1);
    set_range(state, Range::STEPS[next as usize]);
}

fn set_range(state: &mut State, range: Range) {
    state.viewpoint.range = range;
    state.keep_cursor_in_window();
}

fn look(state: &mut State, lens: Lens) {
    if let Err(conflict) = state.look_through(lens) {
        state.notices.push(Notice::Refused(conflict));
    }
}

/// Takes out the marked rows, or the focus item where none is marked; or puts back what was taken out.
fn without(state: &mut State) {
    let lens = state.lens().clone();
    let focus = state.dataset().focus_item.map(Member::Item);
    let marked = state.viewpoint.marked.clone();
    let members = if marked.is_empty() { focus.into_iter().collect() } else { marked };
    match (lens.without.is_empty(), members.is_empty()) {
        (false, _) => look(state, Lens { without: Vec::new(), ..lens }),
        (true, true) => state.notices.push(Notice::Refused(crate::indicators::Conflict::NothingToExclude)),
        (true, false) => look(state, Lens { without: members, ..lens }),
    }
}

/// The next base that means something with the rest of the lens; the reasons against those passed over are told.
fn next_comparison(state: &mut State) {
    let lens = state.lens().clone();
    let mut comparison = lens.comparison;
    for _ in 0..Comparison::ALL.len() {
        comparison = next(&Comparison::ALL, comparison);
        match state.look_through(lens.against(comparison)) {
            Ok(()) => return,
            Err(conflict) => state.notices.push(Notice::Refused(conflict)),
        }
    }
}

/// Another order; the selected row stays selected.
fn sort(state: &mut State, by: SortBy) {
    let selected: Vec<Option<Member>> = (0..state.panels.len())
        .map(|panel| rows::members(state, state.panels[panel]).get(state.row_of(panel)).copied())
        .collect();
    state.viewpoint.sort = by;
    for (panel, member) in selected.into_iter().enumerate() {
        let Some(member) = member else { continue };
        let row = rows::members(state, state.panels[panel]).iter().position(|other| *other == member);
        state.viewpoint.rows[panel] = row.unwrap_or(0);
    }
}

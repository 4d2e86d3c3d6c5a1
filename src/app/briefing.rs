//! The briefing: pages that turn, and what the keys mean while it goes on. It is a mode of the same program: a page
//! is a viewpoint, and panels, sentences and figures are those of the dashboard.

use std::time::Duration;

use crate::config::{PageLens, PageMonth, PlaylistPage};
use crate::domain::Member;
use crate::indicators::{Lens, Span};

use super::command::Action;
use super::overlay::Overlay;
use super::state::State;
use super::update::{Outcome, update};
use super::viewpoint::Viewpoint;

/// The time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
}

/// Steps of the mark that shows how long a page has stood.
pub const PROGRESS: u8 = 8;

/// Most steps that type can be made larger or smaller by.
const SIZES: i8 = 4;

/// A briefing that is going on.
#[derive(Debug, Clone, PartialEq)]
pub struct Briefing {
    /// The page shown, from 0.
    pub page: usize,
    /// The page stays until it is let go.
    pub held: bool,
    /// Nothing is shown.
    pub blank: bool,
    /// Steps by which type is larger than it would be; negative for smaller.
    pub larger: i8,
    /// Keys and distances stand in the last row.
    pub footer: bool,
    /// What only the speaker needs stands below the page: the whole sentence, the note, the next page, the time gone.
    pub speaker: bool,
    /// When the briefing began, where the time of day is known.
    pub began: Option<Clock>,
    /// How far the page's time has gone, in [`PROGRESS`] steps.
    pub progress: u8,
    /// Where the user was, and goes back to.
    pub(super) from: Viewpoint,
}

/// What briefing mode takes of an action; the rest goes on as it is on the dashboard.
pub(super) fn takes(state: &State, action: &Action) -> bool {
    let begins = matches!(action, Action::Briefing | Action::BriefingRestart | Action::BriefingPage(_));
    let scrolls = matches!(action, Action::RowBy(_)) && state.overlay.is_some();
    begins || (state.briefing.is_some() && !scrolls && !keeps(action)) || means_nothing_else(action)
}

/// Actions that mean something in a briefing alone.
fn means_nothing_else(action: &Action) -> bool {
    matches!(action, Action::BriefingBlank | Action::BriefingSpeaker)
}

/// Actions that mean in a briefing what they mean on the dashboard.
pub fn keeps(action: &Action) -> bool {
    matches!(
        action,
        Action::Why
            | Action::Help
            | Action::PerDay
            | Action::Without
            | Action::NextUnits
            | Action::Copy
            | Action::NextTheme
            | Action::NextLanguage
            | Action::NextNegative
            | Action::Suspend
    )
}

/// Does what an action means to the briefing.
pub(super) fn act(state: &mut State, action: Action) -> Outcome {
    let Some(briefing) = state.briefing.as_mut() else {
        if !means_nothing_else(&action) {
            begin(state);
        }
        return Outcome::Redraw;
    };
    let (page, last) = (briefing.page, state.playlist.pages.len().saturating_sub(1));
    let was_covered = state.overlay.take().is_some();
    // Whatever comes, the picture is there again first: nobody turns pages that are not seen.
    let was_blank = std::mem::take(&mut briefing.blank);
    match action {
        Action::Back | Action::Quit if was_covered || was_blank => {}
        Action::Back | Action::Quit if state.playlist.kiosk => {}
        Action::Back | Action::Quit => leave(state),
        Action::Briefing | Action::BriefingBlank => briefing.blank = !was_blank,
        _ if was_blank => {}
        Action::BriefingRestart | Action::FirstMonth => turn(state, 0),
        Action::LastMonth => turn(state, last),
        Action::MonthBy(pages) | Action::YearBy(pages) => turn(state, page.saturating_add_signed(pages as isize)),
        Action::Mark => turn(state, if page == last { 0 } else { page + 1 }),
        Action::Focus(panel) => turn(state, panel),
        Action::BriefingPage(page) => turn(state, page),
        Action::RowBy(_) | Action::Zoom => briefing.held = !briefing.held,
        Action::RangeLonger => briefing.larger = (briefing.larger + 1).min(SIZES),
        Action::RangeShorter => briefing.larger = (briefing.larger - 1).max(-SIZES),
        Action::Flags => briefing.footer = !briefing.footer,
        Action::BriefingSpeaker => briefing.speaker = !briefing.speaker,
        _ => {}
    }
    Outcome::Redraw
}

fn begin(state: &mut State) {
    if state.playlist.pages.is_empty() {
        return;
    }
    state.overlay = None;
    state.briefing = Some(Briefing {
        page: 0,
        held: false,
        blank: false,
        larger: 0,
        footer: true,
        speaker: false,
        began: None,
        progress: 0,
        from: state.viewpoint.clone(),
    });
    turn(state, 0);
}

fn leave(state: &mut State) {
    if let Some(briefing) = state.briefing.take() {
        state.clock = None;
        let now = state.viewpoint.clone();
        state.look_from(Viewpoint { lens: now.lens, units: now.units, as_of: now.as_of, ..briefing.from });
    }
}

/// Shows a page, the last one where there are fewer.
fn turn(state: &mut State, page: usize) {
    let page = page.min(state.playlist.pages.len().saturating_sub(1));
    let playlist = std::sync::Arc::clone(&state.playlist);
    let (Some(briefing), Some(shown)) = (state.briefing.as_mut(), playlist.pages.get(page)) else { return };
    // A lens that was chosen while a page without its own stood is the one of all such pages.
    let had_own = playlist.pages.get(briefing.page).is_some_and(|before| !before.lens.is_empty());
    if !had_own {
        briefing.from.lens = state.viewpoint.lens.clone();
    }
    (briefing.page, briefing.progress) = (page, 0);
    let from = briefing.from.clone();
    let viewpoint = Viewpoint {
        focus: state.panels.iter().position(|panel| *panel == shown.panel).unwrap_or(0),
        month: month(state, shown, &from),
        lens: lens(state, shown, from.lens),
        units: state.viewpoint.units,
        as_of: state.viewpoint.as_of,
        zoomed: true,
        detail: None,
        ..from
    };
    state.look_from(viewpoint);
}

/// Goes to the page that a dataset read again has changed: of the panel that shows what is new, at its month.
pub(super) fn follow_news(state: &mut State) {
    let Some((panel, month)) = state.live().news.as_ref().map(|news| (news.panel, news.month)) else { return };
    let playlist = std::sync::Arc::clone(&state.playlist);
    let shows =
        |page: &PlaylistPage| page.panel == panel && page.lens.is_empty() && !matches!(page.month, PageMonth::At(_));
    let page = playlist.pages.iter().position(shows);
    let (Some(briefing), Some(page)) = (state.briefing.as_mut(), page) else { return };
    briefing.from.month = month;
    turn(state, page);
}

/// Goes on with a briefing on a dataset of another frequency.
pub(super) fn resume(state: &mut State, before: &Briefing) {
    begin(state);
    if let Some(briefing) = state.briefing.as_mut() {
        let from = briefing.from.clone();
        *briefing = Briefing { from, ..before.clone() };
    }
    turn(state, before.page);
}

fn month(state: &State, page: &PlaylistPage, from: &Viewpoint) -> crate::domain::Period {
    match page.month {
        PageMonth::LookedAt => from.month,
        PageMonth::Latest => state.latest_complete(),
        PageMonth::At(month) if month.frequency() == from.month.frequency() => month,
        PageMonth::At(_) => from.month,
    }
}

fn lens(state: &State, page: &PlaylistPage, in_force: Lens) -> Lens {
    if page.lens.is_empty() {
        return in_force;
    }
    let focus = state.dataset().focus_item.map(Member::Item);
    page.lens.iter().fold(Lens::default(), |lens, part| match part {
        PageLens::PerDay => Lens { per_day: true, ..lens },
        PageLens::WithoutFocus => Lens { without: focus.into_iter().collect(), ..lens },
        PageLens::YearToDate => lens.over(Span::YearToDate),
        PageLens::TwelveMonths => lens.over(Span::OneYear),
        PageLens::ThreeMonths => lens.over(Span::ThreeMonths),
    })
}

impl Clock {
    /// Minutes since another time of day, past midnight too.
    pub fn minutes_since(self, other: Clock) -> u32 {
        const DAY: u32 = 24 * 60;
        let minutes = |clock: Clock| clock.hour * 60 + clock.minute;
        (minutes(self) + DAY - minutes(other)) % DAY
    }
}

impl State {
    /// The time of day is this one. True where another was shown.
    pub fn tell_time(&mut self, clock: Clock) -> bool {
        if let Some(briefing) = &mut self.briefing {
            briefing.began.get_or_insert(clock);
        }
        self.clock.replace(clock) != Some(clock)
    }

    /// How long the page of the briefing stands; `None` where it does not turn by itself.
    pub fn page_time(&self) -> Option<Duration> {
        let briefing = self.briefing.as_ref().filter(|briefing| !briefing.held && !briefing.blank)?;
        // What was asked for is not taken away from under its reader.
        let is_read = self.overlay.is_some_and(|overlay| overlay != Overlay::Help);
        let seconds = self.playlist.pages.get(briefing.page)?.seconds.unwrap_or(self.playlist.seconds);
        (self.playlist.seconds > 0 && !is_read).then(|| Duration::from_secs(u64::from(seconds)))
    }

    /// The page has stood for so long: turns it when its time is over. True where the screen is another now.
    pub fn page_stood(&mut self, stood: Duration) -> bool {
        let Some(time) = self.page_time() else { return false };
        if stood >= time {
            update(self, Action::Mark);
            return true;
        }
        let steps = stood.as_millis() * u128::from(PROGRESS) / time.as_millis().max(1);
        let steps = u8::try_from(steps).unwrap_or(PROGRESS);
        let progress = self.briefing.as_mut().map(|briefing| &mut briefing.progress);
        progress.is_some_and(|progress| std::mem::replace(progress, steps) != steps)
    }
}

//! The days on which something was released: which one is in force, and the steps from one to the next.

use std::sync::Arc;

use crate::domain::{Date, Flow, Said as _, SeriesKey, View};
use crate::indicators::Vintages;
use crate::indicators::revisions::{self, Change, ReleaseDay, Usual, changes, releases};
use crate::{say, word};

use super::overlay::{Overlay, Since};
use super::state::{Notice, State};

impl State {
    /// Every day of the dataset on which a value became known or changed, oldest first; worked out when first asked for.
    fn all_release_days(&self) -> &[ReleaseDay] {
        self.releases.get_or_init(|| releases(&View::new(Arc::clone(self.view().dataset()), None)))
    }

    /// The days up to the view's date on which a value became known or changed, oldest first.
    pub fn release_days(&self) -> &[ReleaseDay] {
        let all = self.all_release_days();
        &all[..all.partition_point(|day| day.date <= self.view().as_of())]
    }

    /// The newest release up to the view's date: what is shown is as it was from that day on.
    pub fn in_force(&self) -> Option<&ReleaseDay> {
        self.release_days().last()
    }

    /// The two dates whose figures are compared; `None` where there is only one. Neither is later than the view's.
    pub fn compared(&self, since: Since) -> Option<(Date, Date)> {
        match (since, self.release_days()) {
            (Since::ReleaseBefore, [.., before, in_force]) => Some((before.date, in_force.date)),
            (Since::ReleaseBefore, _) => None,
            (Since::LookedAtBefore, _) => {
                let before = self.looked_at_before.filter(|before| *before < self.view().as_of());
                before.map(|before| (before, self.view().as_of()))
            }
        }
    }

    /// What changed between the two dates: revisions first, then what is new, the largest first.
    pub fn changes(&self, since: Since) -> &[Change] {
        match (since, self.compared(since)) {
            (_, None) => &[],
            (Since::ReleaseBefore, _) => self.in_force().map_or(&[], |day| &day.changes),
            (Since::LookedAtBefore, Some((from, to))) => {
                self.changed.get_or_init(|| changes(self.view().dataset(), from, to))
            }
        }
    }

    /// How much the totals are usually revised, as known on the view's date.
    pub fn usual(&self, flow: Flow) -> &Usual {
        let all =
            self.usual.get_or_init(|| Flow::ALL.map(|flow| revisions::usual(self.view(), SeriesKey::total(flow))));
        &all[flow as usize]
    }
}

/// To the release before the one in force.
pub(super) fn older(state: &mut State) {
    match *state.release_days() {
        [.., ref before, _] => go_to(state, before.date),
        [ref first] => {
            let words = say!("notices.first-release", date = first.date.said());
            state.notices.push(Notice::Words(words));
        }
        [] => state.notices.push(undated()),
    }
}

/// To the release after the view's date.
pub(super) fn newer(state: &mut State) {
    let known = state.release_days().len();
    match (state.all_release_days().get(known), state.in_force()) {
        (Some(next), _) => go_to(state, next.date),
        (None, Some(newest)) => {
            let words = say!("notices.newest-release", date = newest.date.said());
            state.notices.push(Notice::Words(words));
        }
        (None, None) => state.notices.push(undated()),
    }
}

fn undated() -> Notice {
    Notice::Words(word!("notices.undated").to_owned())
}

/// Shows what was known on a date, if anything was.
pub(super) fn go_to(state: &mut State, date: Date) {
    let view = state.view().on(date);
    if Vintages::read(&view).span().is_none() {
        state.notices.push(Notice::Words(say!("notices.nothing-known", date = date.said())));
        return;
    }
    state.viewpoint.as_of = date;
    state.settle();
}

/// To the release picked in the list, which is in the order of the newest first.
pub(super) fn go_to_picked(state: &mut State) {
    let days = state.release_days();
    let picked = days.iter().rev().nth(usize::from(state.scroll)).or(days.first()).map(|day| day.date);
    state.overlay = None;
    state.scroll = 0;
    if let Some(date) = picked {
        go_to(state, date);
    }
}

/// Opens the list of changes since the release before; then, where it is another, since the date looked at before;
/// then closes it.
pub(super) fn next_changes(state: &mut State) {
    let other = state.compared(Since::LookedAtBefore);
    let has_other = other.is_some() && other != state.compared(Since::ReleaseBefore);
    state.overlay = match state.overlay {
        Some(Overlay::Changes(Since::ReleaseBefore)) if has_other => Some(Overlay::Changes(Since::LookedAtBefore)),
        Some(Overlay::Changes(_)) => None,
        _ => Some(Overlay::Changes(Since::ReleaseBefore)),
    };
    state.scroll = 0;
}

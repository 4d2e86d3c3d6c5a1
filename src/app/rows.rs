//! The rows of the panels that have any: what Up, Down, Space and Enter act on.

use crate::domain::{Matching, Member};
use crate::indicators::{LeagueOf, policy};

use super::state::State;

/// The league that a panel shows, by the panel's name.
pub fn league_of(panel: &str) -> Option<LeagueOf> {
    match panel {
        "items" => Some(LeagueOf::Items),
        "partners" => Some(LeagueOf::Partners),
        _ => None,
    }
}

/// The league that has a row for an item or partner.
pub fn league_with(member: Member) -> LeagueOf {
    match member {
        Member::Item(_) => LeagueOf::Items,
        Member::Partner(_) => LeagueOf::Partners,
    }
}

/// The items or partners of a panel's rows, from top to bottom.
pub fn members(state: &State, panel: &str) -> Vec<Member> {
    let Some(of) = league_of(panel) else { return Vec::new() };
    let league = state.deck.league(of);
    let order = league.order(state.dataset(), state.viewpoint.sort);
    order.into_iter().filter_map(|row| league.rows[row].member).collect()
}

/// What a row is about, wherever it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    /// An item or partner.
    Member(Member),
    /// A statement or a policy, by its id.
    Id(String),
}

impl About {
    /// The same in another dataset.
    pub(super) fn carried(self, matching: &Matching) -> Option<About> {
        match self {
            About::Member(member) => matching.member(member).map(About::Member),
            About::Id(id) => Some(About::Id(id)),
        }
    }
}

/// What a panel's rows are about, from top to bottom; of statements also while they are being judged.
pub(super) fn subjects(state: &State, panel: &str) -> Vec<About> {
    match panel {
        "claims" => state.statements_made().map(|statement| About::Id(statement.id.clone())).collect(),
        "policy" => {
            policy::standings(state.view()).iter().map(|standing| About::Id(standing.policy.id.clone())).collect()
        }
        _ => members(state, panel).into_iter().map(About::Member).collect(),
    }
}

/// Number of rows of a panel that can be selected.
pub fn count(state: &State, panel: &str) -> usize {
    match panel {
        "claims" => state.judgements().len(),
        "policy" => policy::standings(state.view()).len(),
        _ => members(state, panel).len(),
    }
}

/// The item or partner of the selected row of the focused panel.
pub fn selected_member(state: &State) -> Option<Member> {
    members(state, state.focused_panel()).get(state.selected_row()).copied()
}

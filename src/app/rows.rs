//! The rows of the panels that have any: what Up, Down, Space and Enter act on.

use crate::domain::Member;
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

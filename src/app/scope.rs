//! Looking into customs records: from all trade to goods, to a partner, and back.

use crate::domain::{Member, Scope};

use super::rows;
use super::state::State;

/// The scope of the selected row, where the dataset can be looked into and is not that scope already. The scope left
/// is kept for the way back.
pub(super) fn down(state: &mut State) -> Option<Scope> {
    let now = state.dataset().scope.clone()?;
    let member = rows::selected_member(state)?;
    let code = state.dataset().member_code(member);
    let next = match member {
        Member::Item(_) => now.within(Some(code), None),
        Member::Partner(_) => now.within(None, Some(code)),
    };
    if next == now {
        return None;
    }
    state.trail.push(now);
    Some(next)
}

/// The scope that was left for this one, else the one around it.
pub(super) fn up(state: &mut State) -> Option<Scope> {
    let now = state.dataset().scope.clone()?;
    while let Some(left) = state.trail.pop() {
        if left != now {
            return Some(left);
        }
    }
    now.around()
}

//! Whether a theme can be read.

use super::{Depth, Kind, Paint, Role, Theme, contrast};

/// The least contrast of words.
const WORDS: f64 = 4.5;
/// The least contrast of shapes that carry meaning.
const MARKS: f64 = 3.0;

/// A role that cannot be seen well enough on a background.
#[derive(Debug, Clone, PartialEq)]
pub struct Shortfall {
    /// The role.
    pub role: Role,
    /// The background.
    pub ground: Role,
    /// The contrast it has.
    pub ratio: f64,
    /// The contrast it needs.
    pub needed: f64,
}

/// Every role without enough contrast on a background: words need 4.5, marks 3. Nothing is known, and
/// nothing reported, of colours that the terminal decides.
pub fn audit(theme: &Theme) -> Vec<Shortfall> {
    let grounds = || Role::ALL.into_iter().filter(|role| role.kind() == Kind::Ground);
    let seen = Role::ALL.into_iter().filter_map(|role| Some((role, needed(role)?)));
    seen.flat_map(|(role, needed)| {
        grounds().filter_map(move |ground| {
            let ratio = ratio(theme.paint(role), theme.paint(ground), theme.depth())?;
            (ratio < needed).then_some(Shortfall { role, ground, ratio, needed })
        })
    })
    .collect()
}

pub(super) fn needed(role: Role) -> Option<f64> {
    match role.kind() {
        Kind::Word => Some(WORDS),
        Kind::Mark => Some(MARKS),
        Kind::Ground | Kind::Quiet => None,
    }
}

pub(super) fn ratio(role: Paint, ground: Paint, depth: Depth) -> Option<f64> {
    Some(contrast(role.fg?.seen(depth)?, ground.bg?.seen(depth)?))
}

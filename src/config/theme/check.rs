//! A theme as a table: how well each role is seen on each ground, and how far opposite meanings are apart.

use std::fmt::Write as _;

use crate::{say, word};

use super::audit::{needed, ratio};
use super::{Depth, Kind, Role, Theme, deutan_distance, protan_distance, tritan_distance};

/// The least distance between colours that say the opposite, in CIE Lab.
pub const APART: f64 = 20.0;

/// Roles that mean the opposite of one another, or that must not be taken for one another.
pub const OPPOSITES: [(Role, Role); 3] =
    [(Role::Surplus, Role::Deficit), (Role::Flag, Role::Surplus), (Role::Flag, Role::Deficit)];

/// One line of the table.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// The least contrast of a role on any ground, and what it needs.
    Contrast {
        /// The role.
        role: Role,
        /// The ground on which it is seen worst.
        ground: Role,
        /// The ratio there.
        ratio: f64,
        /// The least that is enough.
        needed: f64,
    },
    /// The distances of two roles: for most eyes without red, green or blue receptors, in this order.
    Distance {
        /// The roles.
        roles: (Role, Role),
        /// Without the red, the green and the blue receptor.
        apart: [f64; 3],
        /// Whether they must be apart: the third pair and the second are told by their signs as well.
        is_needed: bool,
    },
}

impl Line {
    /// Whether it can be seen, or told apart, well enough.
    pub fn is_enough(&self) -> bool {
        match self {
            Line::Contrast { ratio, needed, .. } => ratio >= needed,
            Line::Distance { apart, is_needed, .. } => !is_needed || apart.iter().all(|apart| *apart >= APART),
        }
    }
}

/// All lines of a theme; none where the terminal decides its colours.
pub fn lines(theme: &Theme) -> Vec<Line> {
    let contrasts = Role::ALL.into_iter().filter_map(|role| worst(theme, role));
    contrasts
        .chain(OPPOSITES.into_iter().enumerate().filter_map(|(at, roles)| distance(theme, roles, at == 0)))
        .collect()
}

fn worst(theme: &Theme, role: Role) -> Option<Line> {
    let needed = needed(role)?;
    let grounds = Role::ALL.into_iter().filter(|ground| ground.kind() == Kind::Ground);
    let seen =
        grounds.filter_map(|ground| Some((ground, ratio(theme.paint(role), theme.paint(ground), theme.depth())?)));
    let (ground, ratio) = seen.min_by(|one, other| one.1.total_cmp(&other.1))?;
    Some(Line::Contrast { role, ground, ratio, needed })
}

fn distance(theme: &Theme, roles: (Role, Role), is_needed: bool) -> Option<Line> {
    let colour = |role| theme.paint(role).fg?.seen(theme.depth());
    let (one, other) = (colour(roles.0)?, colour(roles.1)?);
    let apart = [protan_distance, deutan_distance, tritan_distance].map(|distance| distance(one, other));
    Some(Line::Distance { roles, apart, is_needed })
}

/// The lines as text.
pub fn table(theme: &Theme, lines: &[Line]) -> String {
    let depth = if theme.depth() == Depth::True { word!("themes.true") } else { word!("themes.x256") };
    let mut text = format!("{} ({depth})\n", theme.name());
    if lines.is_empty() {
        let _ = writeln!(text, "  {}", word!("themes.no-colours"));
    }
    for line in lines {
        let verdict = if line.is_enough() { word!("themes.enough") } else { word!("themes.short") };
        let told = match line {
            Line::Contrast { role, ground, ratio, needed } => {
                let what =
                    say!("themes.contrast", ratio = format!("{ratio:.1}"), ground = ground.name(), needed = needed);
                format!("{:<22} {what}", role.name())
            }
            Line::Distance { roles: (one, other), apart: [red, green, blue], .. } => {
                let show = |apart: &f64| format!("{apart:.0}");
                let what = say!("themes.distance", red = show(red), green = show(green), blue = show(blue));
                format!("{:<22} {what}", format!("{} / {}", one.name(), other.name()))
            }
        };
        let _ = writeln!(text, "  {told}  {verdict}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::shipped;

    #[test]
    fn every_shipped_theme_is_good_enough() {
        for name in shipped::theme_names() {
            for depth in [Depth::True, Depth::X256] {
                let theme = Theme::shipped(name, depth).unwrap();
                let lines = lines(&theme);
                assert_eq!(lines.is_empty(), name == "mono");
                for line in lines {
                    assert!(line.is_enough(), "{name} {depth:?}: {line:?}");
                }
            }
        }
    }

    #[test]
    fn red_and_green_are_not() {
        let text = "inherits = \"dark\"\n[inks]\nsky = { rgb = \"#30A030\" }\norange = { rgb = \"#A87A20\" }\ngrey = { rgb = \"#444444\" }\n";
        let theme = Theme::parse("bad.toml", text, Depth::True).unwrap();
        let short: Vec<Line> = lines(&theme).into_iter().filter(|line| !line.is_enough()).collect();
        assert!(short.iter().any(|line| matches!(line, Line::Contrast { role: Role::Muted, .. })), "{short:?}");
        assert!(short.iter().any(|line| matches!(line, Line::Distance { .. })), "{short:?}");
        let table = table(&theme, &lines(&theme));
        assert!(table.contains("muted") && table.contains("NOT ENOUGH"), "{table}");
    }
}

//! What each part of the screen looks like: roles, not colours.

mod audit;
pub mod check;
mod contrast;
mod ink;
mod paint;
mod palette;
mod read;
mod resolve;
mod role;
mod sheet;

use crate::config::shipped;
use crate::domain::Problem;
use crate::domain::toml_tree::settled;

pub use audit::{Shortfall, audit};
pub use contrast::{contrast, deutan_distance, distance, protan_distance, tritan_distance};
pub use ink::{Ink, Rgb, Shade};
pub use paint::Paint;
pub use palette::rgb as palette_colour;
pub use role::{Kind, Role};
use sheet::Sheet;

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None.
    None,
    /// The terminal's own sixteen.
    X16,
    /// The 256-colour palette.
    X256,
    /// 24-bit colour.
    True,
}

impl Depth {
    /// From most to least.
    pub const ALL: [Self; 4] = [Self::True, Self::X256, Self::X16, Self::None];
}

/// How panels are set off from the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cards {
    /// By a background one step off the page's.
    Surface,
    /// By box lines.
    Box,
}

/// What each role looks like, at one depth.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    name: String,
    depth: Depth,
    cards: Cards,
    paints: [Paint; Role::ALL.len()],
}

impl Theme {
    /// Reads a theme for a depth. Its name is the file's, without folder and `.toml`.
    pub fn parse(file: &str, text: &str, depth: Depth) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let sheet = Sheet::parse(file, text, &mut problems)?;
        let paints = resolve::paints(&sheet, depth, &mut problems);
        let cards = cards(&sheet, depth);
        settled(Self { name: stem(file), depth, cards, paints }, problems)
    }

    /// The shipped theme of that name, or the first one if there is none of that name.
    pub fn shipped(name: &str, depth: Depth) -> Result<Self, Vec<Problem>> {
        let shipped = shipped::theme(name).unwrap_or(shipped::THEMES[0]);
        Self::parse(shipped.file, shipped.text, depth)
    }

    /// This theme on the terminal's own background: page and panels unpainted, panels as boxes.
    pub fn unpainted(mut self) -> Self {
        for role in [Role::Page, Role::Surface, Role::SurfaceFocus] {
            self.paints[role as usize].bg = None;
        }
        self.cards = Cards::Box;
        self
    }

    /// The theme's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The depth it was read for.
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// How panels are set off from the page.
    pub fn cards(&self) -> Cards {
        self.cards
    }

    /// What a role looks like. Without colours, `fg` and `bg` are `None`.
    pub fn paint(&self, role: Role) -> Paint {
        self.paints[role as usize]
    }
}

/// As the theme says, or by depth; without surfaces to see, always boxes.
fn cards(sheet: &Sheet, depth: Depth) -> Cards {
    if depth <= Depth::X16 { Cards::Box } else { sheet.cards.unwrap_or(Cards::Surface) }
}

fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.strip_suffix(".toml").unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests;

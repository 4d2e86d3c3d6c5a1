//! How the overview arranges its panels, for each size of terminal.

mod arrange;
mod read;
mod split;

use crate::config::shipped;
use crate::domain::Problem;

pub use arrange::{arrange, arrange_in};

/// A panel's place, in cells from the top left corner of the area arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The panel's name.
    pub panel: String,
    /// Columns from the left.
    pub x: u16,
    /// Lines from the top.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Lines.
    pub height: u16,
}

/// A layout: tiers for ever smaller terminals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The panels to leave out when space is short, the first one first.
    pub give_way: Vec<String>,
    /// The first that fits the terminal is used.
    pub tiers: Vec<Tier>,
}

/// An arrangement for terminals of at least some size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// Least columns of the terminal.
    pub min_width: u16,
    /// Least lines of the terminal.
    pub min_height: u16,
    /// Empty columns between panels.
    pub gap_x: u16,
    /// Empty lines between rows.
    pub gap_y: u16,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// Panels side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The height.
    pub size: Size,
    /// From left to right.
    pub panels: Vec<Seat>,
}

/// A panel in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The panel's name.
    pub panel: String,
    /// The width.
    pub size: Size,
}

/// A width or a height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// So many cells.
    Fixed(u16),
    /// A part of what the fixed ones leave.
    Share {
        /// Weight against the other shares.
        share: u16,
        /// Never less than this.
        min: u16,
    },
}

impl Size {
    /// The least that will do.
    pub fn least(self) -> u16 {
        match self {
            Self::Fixed(size) => size,
            Self::Share { min, .. } => min,
        }
    }
}

impl Layout {
    /// Reads a layout; `panels` are those that exist. Every problem is returned.
    pub fn parse(file: &str, text: &str, panels: &[&str]) -> Result<Self, Vec<Problem>> {
        read::layout(file, text, panels)
    }

    /// The shipped layout of that name, or of the name `default` if there is none.
    pub fn shipped(name: &str, panels: &[&str]) -> Result<Self, Vec<Problem>> {
        let shipped = shipped::layout(name).unwrap_or(shipped::LAYOUTS[0]);
        Self::parse(shipped.file, shipped.text, panels)
    }

    /// The first tier that fits a terminal; the last one if none does.
    pub fn tier(&self, width: u16, height: u16) -> Option<&Tier> {
        let fits = |tier: &&Tier| tier.min_width <= width && tier.min_height <= height;
        self.tiers.iter().find(fits).or(self.tiers.last())
    }
}

#[cfg(test)]
mod tests;

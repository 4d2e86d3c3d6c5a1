//! What every part of the screen is drawn from.

use crate::app::State;
use crate::config::{Keymap, Layout, Role};
use crate::domain::Period;
use crate::indicators::{Deck, Figure, FigureId};
use ratatui::style::Style;

use super::format::NumberStyle;
use super::palette::Palette;
use super::sentences::Wording;
use super::widgets::Glyphs;

/// The state, and how it is to look.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// What is shown.
    pub state: &'a State,
    /// In which colours.
    pub palette: &'a Palette,
    /// With which numbers.
    pub numbers: &'a NumberStyle,
    /// Arranged how.
    pub layout: &'a Layout,
    /// With which keys.
    pub keymap: &'a Keymap,
}

impl<'a> Scene<'a> {
    /// The month's figures.
    pub fn deck(&self) -> &'a Deck {
        &self.state.deck
    }

    /// One figure.
    pub fn figure(&self, id: FigureId) -> &'a Figure {
        self.state.deck.figure(id)
    }

    /// One figure as text, without its money unit.
    pub fn shown(&self, id: FigureId) -> String {
        self.numbers.figure(self.figure(id))
    }

    /// The sentences.
    pub fn wording(&self) -> Wording<'a> {
        Wording { deck: &self.state.deck, dataset: self.state.dataset(), style: self.numbers }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.palette.style(role)
    }

    /// Characters that may be drawn.
    pub fn glyphs(&self) -> Glyphs {
        self.palette.glyphs
    }

    /// The months of a chart that has room for `count`.
    pub fn window(&self, count: usize) -> Vec<Period> {
        let (first, last) = self.state.window(count);
        Period::span(first, last).collect()
    }

    /// The name of the focus item, short.
    pub fn focus_name(&self) -> String {
        let dataset = self.state.dataset();
        let item = dataset.focus_item.map(|item| dataset.item(item));
        item.map_or_else(String::new, |item| {
            if item.short.en.is_empty() { item.name.en.clone() } else { item.short.en.clone() }
        })
    }

    /// The name of the focus item, in full.
    pub fn focus_name_long(&self) -> String {
        let dataset = self.state.dataset();
        dataset.focus_item.map_or_else(String::new, |item| dataset.item(item).name.en.clone())
    }
}

//! What every part of the screen is drawn from.

use crate::app::State;
use crate::config::{Keymap, Layout, Role};
use crate::domain::Period;
use crate::indicators::{Deck, Figure, FigureId, Quantity};
use crate::word;
use ratatui::style::Style;

use super::format::{self, NumberStyle};
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
        let figure = self.figure(id);
        self.numbers.value(figure.value, figure.quantity(), self.decimals_of(id))
    }

    /// Decimals that a figure is shown with.
    pub fn decimals_of(&self, id: FigureId) -> u32 {
        let definition = id.definition();
        let is_money = matches!(definition.quantity, Quantity::Money | Quantity::MoneyChange | Quantity::Balance);
        definition.decimals + if is_money { self.decimals() - 1 } else { 0 }
    }

    /// Decimals of amounts in billions: what is earned in a day needs one more.
    pub fn decimals(&self) -> u32 {
        1 + u32::from(self.deck().lens().per_day)
    }

    /// A text with the screen's sign of negative numbers for the plain one.
    pub fn minus(&self, text: &str) -> String {
        format::with_minus(text, self.numbers.minus).into_owned()
    }

    /// The unit of amounts through the lens: `$bn`, `$bn/day`.
    pub fn unit(&self) -> String {
        let per_day = if self.deck().lens().per_day { word!("panels.unit-per-day") } else { "" };
        format!("{}{per_day}", self.numbers.unit())
    }

    /// The sentences.
    pub fn wording(&self) -> Wording<'a> {
        let deck = &self.state.deck;
        Wording { deck, dataset: self.state.dataset(), style: self.numbers, findings: deck.lensed().findings() }
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
            if item.short.en.is_empty() { item.name.here() } else { item.short.here() }.to_owned()
        })
    }

    /// The name of the focus item, in full.
    pub fn focus_name_long(&self) -> String {
        let dataset = self.state.dataset();
        dataset.focus_item.map_or_else(String::new, |item| dataset.item(item).name.here().to_owned())
    }
}

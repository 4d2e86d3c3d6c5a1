//! A theme turned into styles of the screen library.

use ratatui::style::{Color, Modifier, Style};

use crate::config::{Cards, Depth, Ink, Paint, Role, Shade, Theme};

use super::widgets::Glyphs;
use super::widgets::columns::Fill;

/// The styles of all roles, and which characters may be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    styles: [Style; Role::ALL.len()],
    /// Panels are surfaces or boxes.
    pub cards: Cards,
    /// Colours that the terminal has.
    pub depth: Depth,
    /// Characters that the terminal has.
    pub glyphs: Glyphs,
}

impl Palette {
    /// The styles of a theme.
    pub fn new(theme: &Theme, glyphs: Glyphs) -> Palette {
        let styles = Role::ALL.map(|role| style(theme.paint(role), theme.depth()));
        Palette { styles, cards: theme.cards(), depth: theme.depth(), glyphs }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// Where colours are few, what lies below zero is filled differently.
    pub fn negative_fill(&self) -> Fill {
        match self.depth {
            Depth::None => Fill::Shade,
            _ => Fill::Solid,
        }
    }

    /// The colour of a balance: surplus, deficit, or neither.
    pub fn of_sign(&self, sign: i32) -> Style {
        match sign {
            1 => self.style(Role::Surplus),
            -1 => self.style(Role::Deficit),
            _ => self.style(Role::Strong),
        }
    }
}

fn style(paint: Paint, depth: Depth) -> Style {
    let mut style = Style::new();
    style.fg = paint.fg.map(|ink| colour(ink, depth));
    style.bg = paint.bg.map(|ink| colour(ink, depth));
    let modifiers = [
        (paint.bold, Modifier::BOLD),
        (paint.reverse, Modifier::REVERSED),
        (paint.underline, Modifier::UNDERLINED),
        (paint.dim, Modifier::DIM),
    ];
    for (_, modifier) in modifiers.into_iter().filter(|(wanted, _)| *wanted) {
        style = style.add_modifier(modifier);
    }
    style
}

fn colour(ink: Ink, depth: Depth) -> Color {
    match ink.at(depth) {
        Shade::Default => Color::Reset,
        Shade::Ansi(n) => ANSI[usize::from(n) % 16],
        Shade::Indexed(n) => Color::Indexed(n),
        Shade::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}

const ANSI: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The place of a colour among the 256 of terminals; `None` for 24-bit colours and the terminal's own.
pub fn place(colour: Color) -> Option<u8> {
    match colour {
        Color::Indexed(index) => Some(index),
        named => ANSI.iter().position(|ansi| *ansi == named).and_then(|place| u8::try_from(place).ok()),
    }
}

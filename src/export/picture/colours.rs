//! The colours of cells, as pictures have them.

use std::fmt;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::config::palette_colour;
use crate::ui::palette::place;

/// Red, green and blue, as the screen mixes them. Written as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rgb(pub(super) u8, pub(super) u8, pub(super) u8);

/// Ink and ground where the terminal's own would be.
pub(super) const PAGE: (Rgb, Rgb) = (Rgb(0x1b, 0x1f, 0x23), Rgb(0xff, 0xff, 0xff));

/// The usual sixteen; a terminal may have others.
const SIXTEEN: [Rgb; 16] = [
    Rgb(0x00, 0x00, 0x00),
    Rgb(0xcd, 0x00, 0x00),
    Rgb(0x00, 0xcd, 0x00),
    Rgb(0xcd, 0xcd, 0x00),
    Rgb(0x00, 0x00, 0xee),
    Rgb(0xcd, 0x00, 0xcd),
    Rgb(0x00, 0xcd, 0xcd),
    Rgb(0xe5, 0xe5, 0xe5),
    Rgb(0x7f, 0x7f, 0x7f),
    Rgb(0xff, 0x00, 0x00),
    Rgb(0x00, 0xff, 0x00),
    Rgb(0xff, 0xff, 0x00),
    Rgb(0x5c, 0x5c, 0xff),
    Rgb(0xff, 0x00, 0xff),
    Rgb(0x00, 0xff, 0xff),
    Rgb(0xff, 0xff, 0xff),
];

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// Ink and ground of a cell.
pub(super) fn of(cell: &Cell) -> (Rgb, Rgb) {
    let (ink, ground) = (named(cell.fg).unwrap_or(PAGE.0), named(cell.bg).unwrap_or(PAGE.1));
    if cell.modifier.contains(Modifier::REVERSED) { (ground, ink) } else { (ink, ground) }
}

/// Ink and ground of what lies around the frame: those of the upper right cell, which no panel marks.
pub(super) fn edges(buf: &Buffer) -> (Rgb, Rgb) {
    buf.cell((buf.area.right().saturating_sub(1), buf.area.y)).map_or(PAGE, of)
}

fn named(colour: Color) -> Option<Rgb> {
    if let Color::Rgb(r, g, b) = colour {
        return Some(Rgb(r, g, b));
    }
    let index = place(colour)?;
    let mixed = palette_colour(index).map(|(r, g, b)| Rgb(r, g, b));
    mixed.or_else(|| SIXTEEN.get(usize::from(index)).copied())
}

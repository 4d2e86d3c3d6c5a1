//! The colours of cells, as pictures write them.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::config::palette_colour;
use crate::ui::palette::place;

/// Ink and ground where the terminal's own would be.
pub(super) const PAGE: (&str, &str) = ("#1b1f23", "#ffffff");

/// The usual sixteen; a terminal may have others.
const SIXTEEN: [&str; 16] = [
    "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5", "#7f7f7f", "#ff0000",
    "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
];

/// Ink and ground of a cell.
pub(super) fn of(cell: &Cell) -> (String, String) {
    let (ink, ground) = (named(cell.fg).unwrap_or(PAGE.0.to_owned()), named(cell.bg).unwrap_or(PAGE.1.to_owned()));
    if cell.modifier.contains(Modifier::REVERSED) { (ground, ink) } else { (ink, ground) }
}

/// Ink and ground of what lies around the frame: those of the upper right cell, which no panel marks.
pub(super) fn edges(buf: &Buffer) -> (String, String) {
    buf.cell((buf.area.right().saturating_sub(1), buf.area.y)).map_or((PAGE.0.to_owned(), PAGE.1.to_owned()), of)
}

fn named(colour: Color) -> Option<String> {
    let hex = |(r, g, b): (u8, u8, u8)| format!("#{r:02x}{g:02x}{b:02x}");
    if let Color::Rgb(r, g, b) = colour {
        return Some(hex((r, g, b)));
    }
    let index = place(colour)?;
    palette_colour(index).map(hex).or_else(|| SIXTEEN.get(usize::from(index)).map(|colour| (*colour).to_owned()))
}

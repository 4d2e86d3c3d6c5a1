//! Block, line and braille characters as geometry, as modern terminals draw them.

mod blocks;
mod boxes;

use ratatui::buffer::Buffer;

use super::path::Paths;
use super::{CELL, colours};

pub(super) use boxes::LIGHT;

/// Something filled within a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shape {
    /// A rectangle: left, top, width, height.
    Rect(f64, f64, f64, f64),
    /// A rounded corner that joins the middles of two sides; whether these are the left, and the upper one.
    Corner(bool, bool),
}

/// The shapes of a character and how dense they are in percent; nothing for what a font draws.
pub(super) fn shapes(symbol: &str) -> Option<(Vec<Shape>, u8)> {
    let mut letters = symbol.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    blocks::shapes(letter).or_else(|| boxes::shapes(letter).map(|shapes| (shapes, 100)))
}

/// True where a symbol is drawn as shapes.
pub(super) fn is_drawn(symbol: &str) -> bool {
    shapes(symbol).is_some()
}

pub(super) fn draw(buf: &Buffer) -> String {
    let mut paths = Paths::default();
    for row in 0..buf.area.height {
        for column in 0..buf.area.width {
            let Some(cell) = buf.cell((buf.area.x + column, buf.area.y + row)) else { continue };
            let Some((shapes, density)) = shapes(cell.symbol()) else { continue };
            let outline = paths.filled(colours::of(cell).0, density);
            let place = (f64::from(column) * CELL.0, f64::from(row) * CELL.1);
            for shape in shapes {
                outlined(outline, place, shape);
            }
        }
    }
    paths.elements()
}

fn outlined(outline: &mut String, (x, y): (f64, f64), shape: Shape) {
    match shape {
        Shape::Rect(left, top, width, height) => super::path::rect(outline, (x + left, y + top), (width, height)),
        Shape::Corner(to_left, to_top) => boxes::corner(outline, (x, y), to_left, to_top),
    }
}

//! What lies behind the letters: one rectangle for each stretch of cells of one colour.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr as _;

use super::colours::Rgb;
use super::path::{Paths, rect};
use super::{CELL, colours};

pub(super) fn draw(buf: &Buffer) -> String {
    let mut paths = Paths::default();
    let (_, page) = colours::edges(buf);
    for row in 0..buf.area.height {
        let mut start = 0;
        for stretch in grounds(buf, row).chunk_by(|a, b| a == b) {
            let (colour, width) = (stretch[0], stretch.len() as f64);
            if colour != page {
                let place = (f64::from(start) * CELL.0, f64::from(row) * CELL.1);
                rect(paths.filled(colour, 100), place, (width * CELL.0, CELL.1));
            }
            start += stretch.len() as u32;
        }
    }
    paths.elements()
}

/// The colour behind each cell of a row. Behind the second cell of a wide letter lies what lies behind its first: the
/// second has no colour of its own.
fn grounds(buf: &Buffer, row: u16) -> Vec<Rgb> {
    let width = usize::from(buf.area.width);
    let mut grounds = Vec::with_capacity(width);
    while grounds.len() < width {
        let Some(cell) = buf.cell((buf.area.x + grounds.len() as u16, buf.area.y + row)) else { break };
        let cells = cell.symbol().width().clamp(1, width - grounds.len());
        grounds.extend(std::iter::repeat_n(colours::of(cell).1, cells));
    }
    grounds
}

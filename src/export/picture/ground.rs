//! What lies behind the letters: one rectangle for each stretch of cells of one colour.

use ratatui::buffer::Buffer;

use super::path::{Paths, rect};
use super::{CELL, colours};

pub(super) fn draw(buf: &Buffer) -> String {
    let mut paths = Paths::default();
    let (_, page) = colours::edges(buf);
    for row in 0..buf.area.height {
        let ground =
            |column: u16| buf.cell((buf.area.x + column, buf.area.y + row)).map_or(page, |cell| colours::of(cell).1);
        let mut start = 0;
        while start < buf.area.width {
            let colour = ground(start);
            let end = (start + 1..buf.area.width).find(|column| ground(*column) != colour).unwrap_or(buf.area.width);
            if colour != page {
                let place = (f64::from(start) * CELL.0, f64::from(row) * CELL.1);
                rect(paths.filled(colour, 100), place, (f64::from(end - start) * CELL.0, CELL.1));
            }
            start = end;
        }
    }
    paths.elements()
}

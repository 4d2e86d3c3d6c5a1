//! Braille dots: two by four to a cell.

use ratatui::layout::Rect;

/// Bits of the braille dots, `[row][column]`.
const DOTS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// Dots collected over the plot: bits and the line that owns the cell.
pub struct Canvas {
    /// The cells covered.
    pub plot: Rect,
    /// Row by row: bits and owner.
    pub cells: Vec<(u8, u16)>,
}

impl Canvas {
    /// Sets a dot, counted from the top left; one outside is left out.
    pub fn dot(&mut self, x: i64, y: i64, line: u16) {
        let (wide, high) = (i64::from(self.plot.width), i64::from(self.plot.height));
        if x < 0 || y < 0 || x >= wide * 2 || y >= high * 4 {
            return;
        }
        let at = (y / 4 * wide + x / 2) as usize;
        if let Some(cell) = self.cells.get_mut(at) {
            *cell = (cell.0 | DOTS[(y % 4) as usize][(x % 2) as usize], line);
        }
    }

    /// Draws a straight stroke; `pen` says whether it is thick and whether it is dashed.
    pub fn stroke(&mut self, from: (i64, i64), to: (i64, i64), line: u16, pen: (bool, bool)) {
        let (thick, dashed) = pen;
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let steps = dx.abs().max(dy.abs()).max(1);
        for step in 0..=steps {
            let at = |start: i64, delta: i64| start + (2 * delta * step + steps * delta.signum()) / (2 * steps);
            let (x, y) = (at(from.0, dx), at(from.1, dy));
            if dashed && x / 2 % 2 != 0 {
                continue;
            }
            self.dot(x, y, line);
            if thick {
                if dy.abs() > dx.abs() { self.dot(x + 1, y, line) } else { self.dot(x, y + 1, line) }
            }
        }
    }
}

//! Bars within table cells, to the right of a zero line or to the left of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Glyphs, LEFT_EIGHTHS, ink};

/// The scale that all bars of a table share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarScale {
    least: i64,
    greatest: i64,
    width: u16,
}

impl BarScale {
    /// A scale over these values, zero included, on `width` cells.
    pub fn over(values: impl IntoIterator<Item = i64>, width: u16) -> BarScale {
        let (mut least, mut greatest) = (0, 0);
        for value in values {
            least = least.min(value);
            greatest = greatest.max(value);
        }
        BarScale { least, greatest, width }
    }

    /// Eighths of a cell from the left to `value`.
    fn place(&self, value: i64) -> i64 {
        let extent = i128::from(self.greatest) - i128::from(self.least);
        let eighths = i128::from(self.width) * 8;
        if extent == 0 {
            return 0;
        }
        let zero = self.zero();
        let room = if value < 0 { i128::from(zero) } else { eighths - i128::from(zero) };
        let span = if value < 0 { -i128::from(self.least) } else { i128::from(self.greatest) };
        if span == 0 {
            return zero;
        }
        zero + (i128::from(value) * room / span) as i64
    }

    /// The zero line, at the border of a cell.
    fn zero(&self) -> i64 {
        let extent = i128::from(self.greatest) - i128::from(self.least);
        if extent == 0 || self.least == 0 {
            return 0;
        }
        let share = -i128::from(self.least) * i128::from(self.width);
        // A cell at least for what is below zero, and one for what is above.
        let most = i128::from(self.width) - i128::from(self.greatest > 0);
        (((share + extent - 1) / extent).min(most) * 8) as i64
    }

    /// Draws the bar of `value` in the row at (`x`, `y`), one eighth of a cell long at least.
    pub fn draw(&self, buf: &mut Buffer, (x, y): (u16, u16), value: i64, style: Style, glyphs: Glyphs) {
        let clip = Rect::new(x, y, self.width, 1);
        let zero = self.zero();
        let end = match value.signum() {
            0 => return,
            1 => self.place(value).max(zero + 1),
            _ => self.place(value).min(zero - 1),
        };
        for cell in zero.min(end).div_euclid(8)..=(zero.max(end) - 1).div_euclid(8) {
            let Ok(at) = u16::try_from(cell) else { continue };
            let inside = if value > 0 { (end - cell * 8).min(8) } else { (cell * 8 + 8 - end).min(8) };
            let (ch, reversed) = match (glyphs, value > 0) {
                (Glyphs::Ascii | Glyphs::Console, true) => (glyphs.fills().0, false),
                (Glyphs::Ascii | Glyphs::Console, false) => (glyphs.fills().1, false),
                (Glyphs::Unicode | Glyphs::Cjk, true) => (LEFT_EIGHTHS[inside as usize], false),
                // The left part of the cell stays empty: the rest of it, reversed.
                (Glyphs::Unicode | Glyphs::Cjk, false) => (LEFT_EIGHTHS[8 - inside as usize], true),
            };
            let style = if reversed && inside < 8 { style.add_modifier(Modifier::REVERSED) } else { style };
            let ch = if reversed && inside == 8 { '█' } else { ch };
            ink(buf, clip, x.saturating_add(at), y, ch, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::testing::{confined, row};

    fn drawn(values: &[i64], value: i64) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
        let scale = BarScale::over(values.iter().copied(), 8);
        scale.draw(&mut buf, (0, 0), value, Style::new(), Glyphs::Unicode);
        row(&buf, 0)
    }

    #[test]
    fn bars_begin_at_zero_and_point_to_their_side() {
        assert_eq!(drawn(&[100, 50], 100), "████████");
        assert_eq!(drawn(&[100, 50], 50), "████    ");
        assert_eq!(drawn(&[100, -100], 100), "    ████");
        assert_eq!(drawn(&[100, -100], -100), "████    ");
        assert_eq!(drawn(&[100, 1], 1), "▏       ", "never nothing for something");
        assert_eq!(drawn(&[0], 0), "        ");
    }

    #[test]
    fn stays_inside() {
        confined(|area, buf| {
            if area.height > 0 {
                let scale = BarScale::over([i64::MIN / 2, i64::MAX / 2], area.width);
                scale.draw(buf, (area.x, area.y), -7, Style::new(), Glyphs::Unicode);
                scale.draw(buf, (area.x, area.y), i64::MAX / 2, Style::new(), Glyphs::Ascii);
            }
        });
    }
}

//! Sparklines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::{EIGHTHS, Glyphs, ink, ticks};

/// A small column chart without a scale: the least value is one eighth high, the greatest fills the height, of a single row
/// all but an eighth.
/// The last values are shown, one per cell, at the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sparkline<'a> {
    /// The values; a missing one leaves a blank.
    pub values: &'a [Option<i64>],
    /// Colour of values from zero up.
    pub style: Style,
    /// Colour of values below zero.
    pub negative: Style,
    /// Colour of the last value, if it is to stand out.
    pub last: Option<Style>,
    /// Character set.
    pub glyphs: Glyphs,
}

impl Sparkline<'_> {
    fn eighths(value: i64, (min, max): (i64, i64), rows: u16) -> u32 {
        // A single row keeps an eighth free, so that rows of a table do not grow together.
        let full = i128::from(rows) * 8 - i128::from(rows == 1);
        let extent = i128::from(max) - i128::from(min);
        if extent == 0 {
            return u32::from(rows) * 4;
        }
        let rise = ((i128::from(value) - i128::from(min)) * (full - 1) + extent / 2) / extent;
        u32::try_from(rise + 1).unwrap_or(1)
    }

    fn style_of(&self, value: i64, last: bool) -> Style {
        let style = if value < 0 { self.negative } else { self.style };
        self.last.filter(|_| last).unwrap_or(style)
    }
}

impl Widget for &Sparkline<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let shown = self.values.len().min(usize::from(area.width));
        let values = self.values.get(self.values.len() - shown..).unwrap_or_default();
        let span = ticks::span(values.iter().copied());
        let left = area.right().saturating_sub(shown as u16);
        for ((at, value), x) in values.iter().enumerate().zip(left..area.right()) {
            let Some(value) = *value else { continue };
            let high = Sparkline::eighths(value, span, area.height);
            let style = self.style_of(value, at + 1 == shown);
            for (row, y) in (0u32..).zip((area.top()..area.bottom()).rev()) {
                let size = high.saturating_sub(row * 8).min(8) as usize;
                let ch = match self.glyphs {
                    Glyphs::Unicode | Glyphs::Cjk => EIGHTHS[size],
                    Glyphs::Ascii | Glyphs::Console => [' ', '_', '_', '.', '.', '-', '-', '^', '#'][size],
                };
                if size > 0 {
                    ink(buf, area, x, y, ch, style);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::testing::{confined, row};

    #[test]
    fn draws_from_least_to_greatest() {
        let values = [Some(-7), None, Some(0), Some(7)];
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        Sparkline { values: &values, ..Sparkline::default() }.render(buf.area, &mut buf);
        assert_eq!(row(&buf, 0), "  ▁ ▄▇");
        let mut buf = Buffer::empty(Rect::new(0, 0, 2, 1));
        Sparkline { values: &values, ..Sparkline::default() }.render(buf.area, &mut buf);
        assert_eq!(row(&buf, 0), "▁▇");
    }

    #[test]
    fn stays_inside() {
        let values = [Some(i64::MIN), None, Some(0), Some(i64::MAX)].repeat(12);
        confined(|area, buf| Sparkline { values: &values, ..Sparkline::default() }.render(area, buf));
        confined(|area, buf| {
            Sparkline { values: &[], glyphs: Glyphs::Ascii, ..Sparkline::default() }.render(area, buf)
        });
    }
}

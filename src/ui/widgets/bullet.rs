//! Bullet bars: done, pace and target on one track.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::{Glyphs, LEFT_EIGHTHS, ink, paints};

/// A bullet bar. All amounts are in the same unit; negative ones count as zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bullet {
    /// What is done.
    pub done: i128,
    /// Where it should be by now.
    pub pace: Option<i128>,
    /// What is to be reached.
    pub target: Option<i128>,
    /// A range drawn on the track (an interval of the outcome).
    pub range: Option<(i128, i128)>,
    /// The amount at the right end; raised to the greatest amount if that is more, so 0 means automatic.
    pub extent: i128,
    /// Colour of what is done.
    pub done_style: Style,
    /// The track; without a background it is drawn dotted.
    pub track_style: Style,
    /// Colour of the pace mark.
    pub pace_style: Style,
    /// Colour of the target mark.
    pub target_style: Style,
    /// The range: its background, or shaded in its colour.
    pub range_style: Style,
    /// Character set.
    pub glyphs: Glyphs,
}

impl Bullet {
    /// The amount at the right end.
    pub fn full(&self) -> i128 {
        let range = self.range.map(|range| range.0.max(range.1));
        [Some(self.done), self.pace, self.target, range].into_iter().flatten().fold(self.extent.max(1), i128::max)
    }

    /// An amount in eighths of a cell from the left end of a bar `width` cells wide.
    pub fn eighths(&self, amount: i128, width: u16) -> u32 {
        let full = self.full();
        let cells = i128::from(width) * 8;
        // Amounts near the limits of the type are scaled down first; the error is far below an eighth.
        let shift = (full as u128).leading_zeros() < 24;
        let (amount, full) = if shift { (amount >> 24, (full >> 24).max(1)) } else { (amount, full) };
        let at = (amount.clamp(0, full) * cells + full / 2) / full;
        let at = if amount > 0 { at.max(1) } else { at };
        u32::try_from(at.min(cells)).unwrap_or_default()
    }

    fn track(&self) -> (char, Style) {
        let ch = if paints(self.track_style) { ' ' } else { self.glyphs.pick('░', '.') };
        (ch, self.track_style)
    }

    fn draw_row(&self, buf: &mut Buffer, area: Rect, y: u16) {
        let (track, style) = self.track();
        let done = self.eighths(self.done, area.width);
        let range = self
            .range
            .map(|(a, b)| (self.eighths(a.min(b), area.width) / 8, self.eighths(a.max(b), area.width).div_ceil(8)));
        for (cell, x) in (0u32..).zip(area.left()..area.right()) {
            ink(buf, area, x, y, track, style);
            if range.is_some_and(|(from, to)| (from..to).contains(&cell)) {
                let ch = if paints(self.range_style) { ' ' } else { self.glyphs.pick('▒', '-') };
                ink(buf, area, x, y, ch, self.range_style);
            }
            let size = done.saturating_sub(cell * 8).min(8) as usize;
            match self.glyphs {
                Glyphs::Unicode | Glyphs::Cjk if size > 0 => ink(buf, area, x, y, LEFT_EIGHTHS[size], self.done_style),
                Glyphs::Ascii | Glyphs::Console if size >= 4 || (size > 0 && cell == 0) => {
                    ink(buf, area, x, y, self.glyphs.fills().0, self.done_style)
                }
                _ => {}
            }
        }
        self.draw_mark(buf, area, y, self.pace, self.glyphs.pick('╏', ':'), self.pace_style);
        self.draw_mark(buf, area, y, self.target, self.glyphs.pick('┃', '|'), self.target_style);
    }

    fn draw_mark(&self, buf: &mut Buffer, area: Rect, y: u16, amount: Option<i128>, ch: char, style: Style) {
        let Some(amount) = amount else { return };
        let cell = (self.eighths(amount, area.width) / 8).min(u32::from(area.width) - 1);
        let covered = self.eighths(self.done, area.width) >= (cell + 1) * 8;
        let style = match self.done_style.fg.filter(|_| covered) {
            Some(colour) => style.bg(colour),
            None => style,
        };
        ink(buf, area, area.x + cell as u16, y, ch, style);
    }
}

impl Widget for &Bullet {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if !area.is_empty() {
            (area.top()..area.bottom()).for_each(|y| self.draw_row(buf, area, y));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::testing::{confined, row};

    #[test]
    fn eighths_and_marks() {
        let b = Bullet { done: 141, pace: Some(160), target: Some(1000), ..Bullet::default() };
        assert_eq!((b.eighths(0, 10), b.eighths(1, 10), b.eighths(500, 10), b.eighths(1000, 10)), (0, 1, 40, 80));
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        b.render(buf.area, &mut buf);
        assert_eq!(row(&buf, 0), "█╏░░░░░░░┃");
        Bullet { glyphs: Glyphs::Ascii, done: 300, ..b }.render(buf.area, &mut buf);
        assert_eq!(row(&buf, 0), "#:#......|");
    }

    #[test]
    fn beyond_the_target() {
        let b = Bullet { done: 150, target: Some(100), ..Bullet::default() };
        let mut buf = Buffer::empty(Rect::new(0, 0, 9, 1));
        b.render(buf.area, &mut buf);
        assert_eq!(row(&buf, 0), "██████┃██");
    }

    #[test]
    fn stays_inside_for_any_amounts() {
        for (done, target) in
            [(0, None), (5, Some(9)), (-4, Some(-9)), (i128::MAX, Some(1)), (i128::MIN, Some(i128::MAX))]
        {
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                confined(|area, buf| {
                    Bullet { done, target, pace: Some(3), range: Some((8, 2)), glyphs, ..Bullet::default() }
                        .render(area, buf)
                });
            }
        }
    }
}

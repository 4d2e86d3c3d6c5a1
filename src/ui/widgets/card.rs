//! Cards: a surface or a box with a title.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Glyphs, ink, paints, text, tint};

/// A card. With a background in `surface` it is a filled surface, otherwise a box of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Card<'a> {
    /// Key that selects the card; empty for none.
    pub number: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Said after the name (a lens, a qualification).
    pub note: &'a str,
    /// Unit and period, at the right.
    pub right: &'a str,
    /// Whether it has the focus.
    pub focused: bool,
    /// Background (and text colour) of the card.
    pub surface: Style,
    /// Lines of the box.
    pub border: Style,
    /// Style of the name.
    pub title: Style,
    /// Style of number, note and right text.
    pub muted: Style,
    /// Accent of the focused card: its bar or lines and its number.
    pub accent: Style,
    /// Character set.
    pub glyphs: Glyphs,
}

impl Card<'_> {
    /// The area inside: below the title, within the padding.
    pub fn inner(&self, area: Rect) -> Rect {
        let (side, bottom) = if paints(self.surface) { (2, 0) } else { (2, 1) };
        let side = side.min(area.width / 2);
        let top = 1.min(area.height);
        let bottom = bottom.min(area.height - top);
        Rect::new(area.x + side, area.y + top, area.width - 2 * side, area.height - top - bottom)
    }

    /// Draws the card and returns the area inside.
    pub fn render(&self, area: Rect, buf: &mut Buffer) -> Rect {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return area;
        }
        if paints(self.surface) {
            tint(buf, area, area, self.surface);
            if self.focused {
                self.draw_bar(buf, area);
            }
            self.draw_title(buf, area, 2);
        } else {
            self.draw_box(buf, area);
            self.draw_title(buf, area, 2);
        }
        self.inner(area)
    }

    fn draw_bar(&self, buf: &mut Buffer, area: Rect) {
        for y in area.top()..area.bottom() {
            ink(buf, area, area.x, y, self.glyphs.pick('▎', '|'), self.accent);
        }
    }

    fn draw_box(&self, buf: &mut Buffer, area: Rect) {
        let style = if self.focused { self.accent.add_modifier(Modifier::BOLD) } else { self.border };
        let [across, down, a, b, c, d] = match (self.glyphs, self.focused) {
            (Glyphs::Ascii | Glyphs::Console, false) => ['-', '|', '+', '+', '+', '+'],
            (Glyphs::Ascii | Glyphs::Console, true) => ['=', '|', '#', '#', '#', '#'],
            (Glyphs::Unicode | Glyphs::Cjk, false) => ['─', '│', '╭', '╮', '╰', '╯'],
            (Glyphs::Unicode | Glyphs::Cjk, true) => ['━', '┃', '┏', '┓', '┗', '┛'],
        };
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        for x in area.left()..=right {
            ink(buf, area, x, area.y, across, style);
            ink(buf, area, x, bottom, across, style);
        }
        for y in area.top()..=bottom {
            ink(buf, area, area.x, y, down, style);
            ink(buf, area, right, y, down, style);
        }
        for (x, y, ch) in [(area.x, area.y, a), (right, area.y, b), (area.x, bottom, c), (right, bottom, d)] {
            ink(buf, area, x, y, ch, style);
        }
    }

    /// Title left and text right on the first row; the right text goes first when space is short.
    fn draw_title(&self, buf: &mut Buffer, area: Rect, pad: u16) {
        let boxed = !paints(self.surface);
        let (left, right) = (area.x + pad.min(area.width), area.right().saturating_sub(pad));
        let room = right.saturating_sub(left);
        let pieces = self.pieces();
        let gap = |text: &str| {
            if text.is_empty() { 0 } else { text::width(text).saturating_add(1) }
        };
        let need: u16 = pieces.iter().fold(0u16, |sum, piece| sum.saturating_add(gap(piece.0))).saturating_sub(1);
        let wide = text::width(self.right);
        let show_right = wide > 0 && need.saturating_add(wide).saturating_add(2) <= room;
        let limit = if show_right { right - wide - 2 } else { right };
        if boxed && room > 2 {
            let plain = Style::new().fg(self.surface.fg.unwrap_or_default()).remove_modifier(Modifier::all());
            let blank =
                |buf: &mut Buffer, from: u16, to: u16| (from..to).for_each(|x| ink(buf, area, x, area.y, ' ', plain));
            blank(buf, left - 1, left.saturating_add(need.min(limit - left)) + 1);
            if show_right {
                blank(buf, right - wide - 1, right + 1);
            }
        }
        let mut x = left;
        for (piece, style) in pieces.into_iter().filter(|(piece, _)| !piece.is_empty()) {
            x = x.saturating_add(text::put_in(buf, x, area.y, piece, style, limit.saturating_sub(x), self.glyphs) + 1);
        }
        if show_right {
            text::put_right_in(buf, right, area.y, self.right, self.muted, wide, self.glyphs);
        }
    }

    fn pieces(&self) -> [(&str, Style); 3] {
        let number = if self.focused { self.accent } else { self.muted };
        [
            (self.number, number.add_modifier(Modifier::BOLD)),
            (self.name, self.title.add_modifier(Modifier::BOLD)),
            (self.note, self.muted),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::testing::{confined, row};
    use ratatui::style::Color;

    const CARD: Card<'_> = Card {
        number: "1",
        name: "무역수지",
        note: "per day",
        right: "$bn 30 months",
        focused: true,
        surface: Style::new(),
        border: Style::new(),
        title: Style::new(),
        muted: Style::new(),
        accent: Style::new(),
        glyphs: Glyphs::Unicode,
    };

    #[test]
    fn a_box_with_titles() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 30, 3));
        let card = Card { name: "Balance", right: "$bn", ..CARD };
        assert_eq!(card.render(buf.area, &mut buf), Rect::new(2, 1, 26, 1));
        assert_eq!(row(&buf, 0), "┏ 1 Balance per day ━━━━ $bn ┓");
    }

    #[test]
    fn stays_inside() {
        for surface in [Style::new(), Style::new().bg(Color::Blue)] {
            for (focused, glyphs) in [(true, Glyphs::Unicode), (false, Glyphs::Unicode), (true, Glyphs::Ascii)] {
                confined(|area, buf| {
                    let inner = Card { surface, focused, glyphs, ..CARD }.render(area, buf);
                    assert_eq!(inner.intersection(area.intersection(buf.area)), inner);
                });
            }
        }
    }
}

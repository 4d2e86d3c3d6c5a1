//! Tiles: one number, big.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::spark::Sparkline;
use super::{Glyphs, bigtext, text};

/// A key number with its name, unit, a note and a sparkline. It draws no surface of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tile<'a> {
    /// Its name, top left.
    pub name: &'a str,
    /// Its unit, top right.
    pub unit: &'a str,
    /// The number as text.
    pub value: &'a str,
    /// A note below the number.
    pub note: &'a str,
    /// A sparkline at the right of the number, drawn where there is room; its own glyph set is ignored.
    pub spark: Option<Sparkline<'a>>,
    /// Style of the number.
    pub value_style: Style,
    /// Style of the name.
    pub name_style: Style,
    /// Style of unit and note.
    pub muted: Style,
    /// Style of the note.
    pub note_style: Style,
    /// Rows that the digits may have at the most, so that those of several tiles are of one size; 0 for no such bound.
    pub most_rows: u16,
    /// Character set.
    pub glyphs: Glyphs,
}

/// Least and greatest width of the sparkline.
const SPARK: (u16, u16) = (6, 24);

impl Tile<'_> {
    /// The size of digits used in an area, `None` for ordinary text.
    pub fn size(&self, area: Rect) -> Option<bigtext::Size> {
        if !self.glyphs.has_typography() {
            return None;
        }
        let below = u16::from(!self.note.is_empty());
        let rows = area.height.saturating_sub(self.head() + below);
        bigtext::best(self.value, area.width, if self.most_rows > 0 { rows.min(self.most_rows) } else { rows })
    }

    /// Rows of the name and the unit: none if both are empty.
    fn head(&self) -> u16 {
        u16::from(!self.name.is_empty() || !self.unit.is_empty())
    }

    fn draw_head(&self, buf: &mut Buffer, area: Rect) {
        let used = text::put_in(buf, area.x, area.y, self.name, self.name_style, area.width, self.glyphs);
        let room = area.width.saturating_sub(used + 1);
        if text::width(self.unit) <= room {
            text::put_right_in(buf, area.right(), area.y, self.unit, self.muted, room, self.glyphs);
        }
    }

    fn draw_spark(&self, buf: &mut Buffer, right: Rect) {
        let Some(spark) = self.spark.filter(|_| right.width >= SPARK.0) else {
            return;
        };
        let width = right.width.min(SPARK.1);
        let rect = Rect { x: right.right() - width, width, ..right };
        Sparkline { glyphs: self.glyphs, ..spark }.render(rect, buf);
    }

    /// The whole tile on one line: name, number, note as far as they fit.
    fn draw_line(&self, buf: &mut Buffer, area: Rect) {
        let bold = self.value_style.add_modifier(Modifier::BOLD);
        let mut x = area.x;
        for (piece, style) in
            [(self.name, self.name_style), (self.value, bold), (self.unit, self.muted), (self.note, self.note_style)]
        {
            let room = area.right().saturating_sub(x);
            if piece.is_empty() || (x > area.x && text::width(piece) > room) {
                continue;
            }
            x = x.saturating_add(text::put_in(buf, x, area.y, piece, style, room, self.glyphs)).saturating_add(1);
        }
    }

    /// Name, ordinary bold number and note on two or three rows.
    fn draw_plain(&self, buf: &mut Buffer, area: Rect) {
        self.draw_head(buf, area);
        let bold = self.value_style.add_modifier(Modifier::BOLD);
        let y = area.y + self.head();
        let used = text::put_in(buf, area.x, y, self.value, bold, area.width, self.glyphs) + 2;
        let rest = Rect { x: area.x.saturating_add(used), y, width: area.width.saturating_sub(used), height: 1 };
        if area.bottom() - y > 1 {
            self.draw_spark(buf, rest);
            text::put_in(buf, area.x, y + 1, self.note, self.note_style, area.width, self.glyphs);
        } else if rest.width > 1 {
            text::put_in(buf, rest.x, y, self.note, self.note_style, rest.width, self.glyphs);
        }
    }
}

impl Widget for &Tile<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let Some(size) = self.size(area) else {
            return if area.height == 1 { self.draw_line(buf, area) } else { self.draw_plain(buf, area) };
        };
        self.draw_head(buf, area);
        let rows = size.rows();
        let spare = area.height - self.head() - rows - u16::from(!self.note.is_empty());
        let top = area.y + self.head() + u16::from(spare > 1);
        let used = bigtext::render_in(buf, area, area.x, top, self.value, size, self.value_style);
        let rest = area.width.saturating_sub(used + 3);
        self.draw_spark(buf, Rect { x: area.right() - rest, y: top + rows - 2, width: rest, height: 2 });
        let below = top + rows + u16::from(spare > 0);
        text::put_in(buf, area.x, below, self.note, self.note_style, area.width, self.glyphs);
    }
}

#[cfg(test)]
#[path = "tile_tests.rs"]
mod tests;

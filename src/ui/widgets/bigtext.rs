//! Big numbers in quadrant blocks: two sub-pixels per cell in each direction.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{bigfont, ink};

/// Size of the big digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Three rows, digits three cells wide.
    Small,
    /// Four rows, digits five cells wide.
    Large,
    /// Eight rows, digits ten cells wide: the large form, doubled and smoothed.
    Huge,
}

const QUADRANTS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/// Sub-pixels between two glyphs, before doubling.
const SPACING: usize = 2;

impl Size {
    /// Rows of cells a line of this size takes.
    pub const fn rows(self) -> u16 {
        match self {
            Self::Small => 3,
            Self::Large => 4,
            Self::Huge => 8,
        }
    }

    const fn glyph(self, ch: char) -> Option<bigfont::Bitmap> {
        match self {
            Self::Small => bigfont::small(ch),
            Self::Large | Self::Huge => bigfont::large(ch),
        }
    }

    const fn factor(self) -> usize {
        if matches!(self, Self::Huge) { 2 } else { 1 }
    }
}

/// Sub-pixels from the start of a glyph to the start of the next.
fn advance(glyph: bigfont::Bitmap, size: Size) -> usize {
    (glyph.first().map_or(0, |row| row.len()) + SPACING) * size.factor()
}

/// Cells the text takes, or `None` if a character has no big form.
pub fn width(text: &str, size: Size) -> Option<u16> {
    let mut wide = 0;
    for ch in text.chars() {
        wide += advance(size.glyph(ch)?, size);
    }
    u16::try_from(wide.saturating_sub(SPACING * size.factor()).div_ceil(2)).ok()
}

/// The largest size in which the text fits a space.
pub fn best(text: &str, max_width: u16, max_rows: u16) -> Option<Size> {
    [Size::Huge, Size::Large, Size::Small]
        .into_iter()
        .find(|&size| size.rows() <= max_rows && width(text, size).is_some_and(|wide| wide <= max_width))
}

/// Draws the text with its top left at a cell; only inked cells are written. Returns the cells used
/// (0 if a character has no big form; nothing is drawn then).
pub fn render(buf: &mut Buffer, x: u16, y: u16, text: &str, size: Size, style: Style) -> u16 {
    render_in(buf, buf.area, x, y, text, size, style)
}

/// [`render`], clipped to an area.
pub fn render_in(buf: &mut Buffer, clip: Rect, x: u16, y: u16, text: &str, size: Size, style: Style) -> u16 {
    let Some(wide) = width(text, size) else {
        return 0;
    };
    let columns = usize::from(wide);
    let mut cells = vec![0u8; columns * usize::from(size.rows())];
    let mut pen = 0;
    for glyph in text.chars().filter_map(|ch| size.glyph(ch)) {
        stamp(&mut cells, columns, pen, glyph, size);
        pen += advance(glyph, size);
    }
    for (at, &bits) in cells.iter().enumerate().filter(|&(_, &bits)| bits != 0) {
        let (dx, dy) = ((at % columns) as u16, (at / columns) as u16);
        let symbol = QUADRANTS[usize::from(bits & 15)];
        ink(buf, clip, x.saturating_add(dx), y.saturating_add(dy), symbol, style);
    }
    wide
}

fn stamp(cells: &mut [u8], columns: usize, pen: usize, glyph: bigfont::Bitmap, size: Size) {
    let factor = size.factor();
    let wide = glyph.first().map_or(0, |row| row.len());
    for (row, column) in (0..glyph.len() * factor).flat_map(|row| (0..wide * factor).map(move |column| (row, column))) {
        let inked = if factor == 1 { dot(glyph, row as isize, column as isize) } else { smooth(glyph, row, column) };
        let (x, bit) = ((pen + column) / 2, (pen + column) % 2 + row % 2 * 2);
        if let Some(cell) = cells.get_mut(row / 2 * columns + x).filter(|_| inked) {
            *cell |= 1 << bit;
        }
    }
}

/// Whether a sub-pixel of a glyph is inked; outside nothing is.
fn dot(glyph: bigfont::Bitmap, row: isize, column: isize) -> bool {
    let line = usize::try_from(row).ok().and_then(|row| glyph.get(row));
    line.zip(usize::try_from(column).ok()).is_some_and(|(line, column)| line.as_bytes().get(column) == Some(&b'#'))
}

/// A sub-pixel of the doubled glyph: a corner takes the colour of its two outer neighbours if they agree with each
/// other and with no one else (Scale2x), but only on the steps of a slope: a right angle stays one.
fn smooth(glyph: bigfont::Bitmap, row: usize, column: usize) -> bool {
    let (y, x) = ((row / 2) as isize, (column / 2) as isize);
    let side = |odd: usize| if odd.is_multiple_of(2) { -1 } else { 1 };
    let (dy, dx) = (side(row), side(column));
    let near = (dot(glyph, y + dy, x), dot(glyph, y, x + dx));
    let far = (dot(glyph, y - dy, x), dot(glyph, y, x - dx));
    let own = dot(glyph, y, x);
    let step = dot(glyph, y + dy, x - dx) == own || dot(glyph, y - dy, x + dx) == own;
    if step && near.0 == near.1 && near.0 != far.0 && near.1 != far.1 { near.0 } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_add_up() {
        assert_eq!(width("0", Size::Large), Some(5));
        assert_eq!(width("00", Size::Large), Some(11));
        assert_eq!(width("00", Size::Small), Some(7));
        assert_eq!(width("00", Size::Huge), Some(22));
        assert_eq!(width("", Size::Large), Some(0));
        assert_eq!(width("1a", Size::Large), None);
        assert_eq!(best("00", 8, 4), Some(Size::Small));
        assert_eq!(best("00", 80, 2), None);
    }

    #[test]
    fn clips() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 3));
        render(&mut buf, 3, 1, "88", Size::Large, Style::new());
        render(&mut buf, 4, 1, "₩88", Size::Huge, Style::new());
        render(&mut buf, u16::MAX, u16::MAX, "88", Size::Large, Style::new());
        assert_eq!(buf[(0, 0)].symbol(), " ");
        assert_eq!(buf[(3, 1)].symbol(), "▗");
    }
}

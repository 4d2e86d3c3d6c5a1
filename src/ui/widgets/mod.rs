//! Chart widgets. They know nothing of the subject: plain integers, ready strings and styles go in, cells come out.
//! None of them panics for any rectangle, and none writes outside the rectangle it was given.

pub mod axis;
pub mod bigfont;
pub mod bigtext;
pub mod braille;
pub mod bullet;
pub mod calendar;
pub mod card;
pub mod chart;
pub mod columns;
pub mod databar;
pub mod label;
pub mod layout;
pub mod letters;
pub mod line;
pub mod narrow;
pub mod scale;
pub mod spark;
pub mod text;
pub mod ticks;
pub mod tile;

#[cfg(test)]
mod testing;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

/// Which characters a widget may draw with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyphs {
    /// Block, box and braille characters.
    #[default]
    Unicode,
    /// The same, made one cell wide at the end: for terminals that draw ambiguous characters two cells wide.
    Cjk,
    /// The 95 printable ASCII characters only.
    Ascii,
    /// The same, with whole and half blocks for bars and big type: the Linux console, whose fonts have those of code page 437.
    Console,
}

impl Glyphs {
    /// Whether typographic marks beyond ASCII can be drawn.
    pub fn has_typography(self) -> bool {
        !matches!(self, Self::Ascii | Self::Console)
    }

    /// What fills a cell of a bar above zero, and of one below, where there are no parts of cells.
    pub const fn fills(self) -> (char, char) {
        match self {
            Self::Unicode | Self::Cjk | Self::Console => ('█', '▒'),
            Self::Ascii => ('#', '='),
        }
    }

    /// `unicode` or `ascii`, whichever this set asks for.
    pub const fn pick(self, unicode: char, ascii: char) -> char {
        match self {
            Self::Unicode | Self::Cjk => unicode,
            Self::Ascii | Self::Console => ascii,
        }
    }
}

/// Lower eighth blocks: index 0 is blank, 8 is full.
pub const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Left eighth blocks: index 0 is blank, 8 is full.
pub const LEFT_EIGHTHS: [char; 9] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/// Draws one narrow character if the cell is inside `clip` and the buffer; the style is laid over the cell's own.
pub fn ink(buf: &mut Buffer, clip: Rect, x: u16, y: u16, ch: char, style: Style) {
    if clip.contains((x, y).into())
        && let Some(cell) = buf.cell_mut((x, y))
    {
        cell.set_char(ch).set_style(style);
    }
}

/// Lays a style over a rectangle, clipped.
pub fn tint(buf: &mut Buffer, clip: Rect, area: Rect, style: Style) {
    buf.set_style(area.intersection(clip).intersection(buf.area), style);
}

/// Whether the style paints a background of its own.
pub fn paints(style: Style) -> bool {
    style.bg.is_some_and(|colour| colour != Color::Reset)
}

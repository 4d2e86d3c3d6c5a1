//! Big type: real letterforms, Latin and Hangul, set in any number of rows.
//!
//! A form is drawn with a pen on a grid of two sub-pixels to a cell each way (its rows hinted, so that strokes keep
//! apart), made bold, and set beside the one before it by its ink, so that a line looks set and not stamped.

mod forms;
mod hint;
mod pen;
mod wrap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_normalization::UnicodeNormalization as _;

use super::{Glyphs, ink, text};
use forms::{COLUMNS, Form};
use hint::Guides;
use pen::Bitmap;
pub use wrap::{parts_a_number, wrap, wrap_evenly};

/// The fewest rows in which Latin can be read.
pub const LEAST_ROWS: u16 = 4;

/// The most rows of a line of type.
pub const MOST_ROWS: u16 = 40;

/// Rows from which half blocks are fine enough for every form.
const FINE_ROWS: usize = 6;

/// One line of big type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    rows: usize,
    guides: Guides,
}

impl Face {
    /// The face for a text in so many rows: what stands in a line decides how tall its letters can be.
    pub fn of(text: &str, rows: u16) -> Face {
        let rows = usize::from(rows.clamp(1, MOST_ROWS));
        let forms = || text.nfc().filter_map(Form::of);
        let guides = Guides::of(2 * rows, forms().any(|form| form.is_syllable), forms().any(|form| form.descends()));
        Face { rows, guides }
    }

    /// How tall capitals and digits are, in rows.
    pub fn cap_rows(self) -> f64 {
        (self.guides.base + 1 - self.guides.cap) as f64 / 2.0
    }

    /// Sub-pixels that strokes are thick: across, and down. Syllables have no room for more in few rows.
    fn pen(self, is_syllable: bool) -> (usize, usize) {
        let down = if is_syllable && self.rows < 8 { 1 } else { self.rows.div_ceil(4).max(1) };
        (self.rows.div_ceil(2).max(2), if self.rows < 6 { 1 } else { down.min(self.rows / 4 + 1) })
    }

    /// Sub-pixels between the ink of two letters.
    fn gap(self) -> usize {
        (self.rows * 3).div_ceil(10).max(2)
    }

    fn blank(self) -> usize {
        self.rows.max(3) * 9 / 10
    }

    /// Where the columns of a form stand, and the sub-pixels it takes.
    fn columns(self, form: &Form) -> ([usize; COLUMNS], usize) {
        let (first, last) = form.extent().unwrap_or((0, 0));
        // Condensed a little: a syllable is three quarters as wide as it is high.
        let scale = |column: usize| {
            let per_thousand = (self.rows * if form.is_syllable { 200 } else { 238 }).max(1000);
            ((column - first) * per_thousand + 500) / 1000
        };
        let mut places = [0; COLUMNS];
        (first..=last).for_each(|column| places[column] = scale(column));
        (places, places[last] + self.pen(form.is_syllable).0)
    }

    fn letter(self, letter: char, glyphs: Glyphs) -> Bitmap {
        let is_coarse = matches!(glyphs, Glyphs::Console | Glyphs::Ascii) && self.rows < FINE_ROWS;
        let form = if is_coarse { Form::in_half_blocks(letter) } else { Form::of(letter) };
        let Some(form) = form else { return Bitmap::new(self.blank(), 2 * self.rows) };
        let (across, down) = self.pen(form.is_syllable);
        let (columns, width) = self.columns(&form);
        let rows = hint::rows(&form, letter, self.guides, down);
        Bitmap::strokes(&form, &columns, &rows, (width, 2 * self.rows)).emboldened(across - 1, down - 1)
    }

    fn advance(self, letter: char) -> usize {
        Form::of(letter).map_or(self.blank(), |form| self.columns(&form).1) + self.gap()
    }

    /// Cells that a text takes.
    fn width(self, text: &str) -> u16 {
        let wide: usize = text.nfc().map(|letter| self.advance(letter)).sum();
        u16::try_from(wide.saturating_sub(self.gap()).div_ceil(2)).unwrap_or(u16::MAX)
    }
}

/// Cells that a line of `rows` rows takes.
pub fn width(line: &str, rows: u16) -> u16 {
    Face::of(line, rows).width(line)
}

/// Whether every letter has a form: only then can a text be set.
pub fn can_set(words: &str) -> bool {
    text::clean(words).nfc().all(|letter| letter == ' ' || Form::of(letter).is_some())
}

const QUADRANTS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];
/// The nearest of whole and half blocks, rather more ink than less.
const HALVES: [char; 16] = [' ', '▀', '▀', '▀', '▄', '▌', '█', '█', '▄', '█', '▐', '█', '▄', '█', '█', '█'];
const PLAIN: [char; 16] = [' ', '\'', '\'', '"', '.', '[', '/', 'P', '.', '\\', ']', '9', '_', 'L', 'J', '#'];

/// Draws one line with its top left at the area's; what does not fit is left out. Only inked cells are written.
/// Gives the cells used.
pub fn draw(buf: &mut Buffer, area: Rect, line: &str, rows: u16, style: Style, glyphs: Glyphs) -> u16 {
    draw_in(buf, area, Face::of(line, rows), line, style, glyphs)
}

/// [`draw`] in the face of a whole text, so that all of its lines are alike.
pub fn draw_in(buf: &mut Buffer, area: Rect, face: Face, line: &str, style: Style, glyphs: Glyphs) -> u16 {
    let wide = face.width(line);
    let mut set = Bitmap::new(usize::from(wide) * 2, 2 * face.rows);
    let mut pen = 0;
    for letter in text::clean(line).nfc() {
        set.stamp(&face.letter(letter, glyphs), pen);
        pen += face.advance(letter);
    }
    for (row, column) in (0..face.rows).flat_map(|row| (0..usize::from(wide)).map(move |column| (row, column))) {
        let dots = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(x, y)| set.is_on(2 * column + x, 2 * row + y));
        let bits = dots.into_iter().enumerate().fold(0, |bits, (at, on)| bits | usize::from(on) << at);
        if bits != 0 {
            let (x, y) = (area.x.saturating_add(column as u16), area.y.saturating_add(row as u16));
            dot_cell(buf, area, (x, y), bits, style, glyphs);
        }
    }
    wide.min(area.width)
}

/// One cell of type, by the quarters that are inked.
fn dot_cell(buf: &mut Buffer, area: Rect, (x, y): (u16, u16), bits: usize, style: Style, glyphs: Glyphs) {
    match glyphs {
        Glyphs::Unicode | Glyphs::Cjk => ink(buf, area, x, y, QUADRANTS[bits], style),
        Glyphs::Ascii => ink(buf, area, x, y, PLAIN[bits], style),
        Glyphs::Console => ink(buf, area, x, y, HALVES[bits], style),
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;

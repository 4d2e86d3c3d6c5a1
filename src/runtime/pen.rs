//! Cells as escape sequences, in as few bytes as will do: a frame may have a slow line before it.
//!
//! What is bought with bytes is colour: naming a 24-bit one costs up to nineteen, moving the cursor
//! about seven. So a frame is cut into strokes of one look, and strokes of one look are written one
//! after the other, wherever they stand. Nobody sees the order: a frame is one synchronized update.

use std::fmt::Arguments;
use std::io::{self, Write};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::ui::palette::place;

/// Each modifier with the codes that begin and end it.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Modifiers that show on a blank cell.
const SHOWN_ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Everything about a cell but its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    underline: Color,
    modifier: Modifier,
}

impl Look {
    /// How the terminal writes after a reset.
    const PLAIN: Look =
        Look { fg: Color::Reset, bg: Color::Reset, underline: Color::Reset, modifier: Modifier::empty() };

    fn of(cell: &Cell) -> Look {
        Look { fg: cell.fg, bg: cell.bg, underline: cell.underline_color, modifier: cell.modifier }
    }

    /// About how many bytes it takes to get from one to the other.
    fn distance(self, other: Look) -> u8 {
        let colours = [self.fg != other.fg, self.bg != other.bg, self.underline != other.underline];
        colours.map(|differs| 16 * u8::from(differs)).iter().sum::<u8>() + u8::from(self.modifier != other.modifier)
    }

    fn shows_on_blank(self) -> bool {
        self.modifier.intersects(SHOWN_ON_BLANK)
    }

    /// Whether a blank cell of this look can be written in the other look.
    fn blank_passes_as(self, other: Look) -> bool {
        self.bg == other.bg && !self.shows_on_blank() && !other.shows_on_blank()
    }
}

/// Cells of one row that are written in one go.
struct Stroke {
    x: u16,
    y: u16,
    look: Look,
    /// Nothing but blanks so far: any look with the same background will do.
    blank: bool,
    /// Where its text begins; it ends where that of the next stroke begins.
    start: usize,
    end: usize,
}

/// Writes cells, beginning and ending with the terminal's plain look.
pub(super) fn draw<'a>(out: &mut impl Write, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> io::Result<()> {
    let (text, mut strokes) = strokes(cells);
    arrange(&mut strokes);
    let mut pen = Pen { look: Look::PLAIN, row: None };
    for stroke in &strokes {
        pen.go_to(out, stroke.x, stroke.y)?;
        pen.take(out, stroke)?;
        out.write_all(&text.as_bytes()[stroke.start..stroke.end])?;
    }
    out.write_all(b"\x1b[0m")
}

/// Cuts a frame into strokes; their texts are one after the other in the string.
fn strokes<'a>(cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> (String, Vec<Stroke>) {
    let mut text = String::new();
    let mut strokes: Vec<Stroke> = Vec::new();
    // Where the last stroke goes on. A wide character is followed by a gap, so it ends its stroke:
    // terminals are not of one mind about widths.
    let mut next = None;
    for (x, y, cell) in cells {
        let look = Look::of(cell);
        let blank = cell.symbol() == " " && !look.shows_on_blank();
        let start = text.len();
        text.push_str(cell.symbol());
        let end = text.len();
        let last = strokes.last_mut().filter(|_| next == Some((x, y)));
        next = Some((x + 1, y));
        match last {
            Some(last) if last.look == look || (blank && look.blank_passes_as(last.look)) => {
                last.blank &= blank;
                last.end = end;
            }
            Some(last) if last.blank && last.look.blank_passes_as(look) => {
                *last = Stroke { look, blank, end, ..*last };
            }
            _ => strokes.push(Stroke { x, y, look, blank, start, end }),
        }
    }
    (text, strokes)
}

/// Brings strokes of one look together, and of the looks each to the one that differs least from it.
fn arrange(strokes: &mut [Stroke]) {
    let mut looks: Vec<Look> = Vec::new();
    for stroke in strokes.iter_mut() {
        let fits = |look: &&Look| **look == stroke.look || (stroke.blank && stroke.look.blank_passes_as(**look));
        match looks.iter().find(fits) {
            Some(look) => stroke.look = *look,
            None => looks.push(stroke.look),
        }
    }
    let mut before = Look::PLAIN;
    for done in 0..looks.len() {
        let nearest = (done..looks.len()).min_by_key(|at| before.distance(looks[*at])).unwrap_or(done);
        looks[done..=nearest].rotate_right(1);
        before = looks[done];
    }
    let place = |look: Look| looks.iter().position(|other| *other == look);
    strokes.sort_by_cached_key(|stroke| place(stroke.look));
}

/// What the terminal has been told so far.
struct Pen {
    look: Look,
    row: Option<u16>,
}

impl Pen {
    fn go_to(&mut self, out: &mut impl Write, x: u16, y: u16) -> io::Result<()> {
        let row = self.row.replace(y);
        if row == Some(y) { write!(out, "\x1b[{}G", x + 1) } else { write!(out, "\x1b[{};{}H", y + 1, x + 1) }
    }

    /// Tells the terminal in what its look and the stroke's differ.
    fn take(&mut self, out: &mut impl Write, stroke: &Stroke) -> io::Result<()> {
        let (old, new) = (self.look, stroke.look);
        if old == new || (stroke.blank && new.blank_passes_as(old)) {
            return Ok(());
        }
        self.look = new;
        let mut codes = Codes { out, any: false };
        let lost = MODIFIERS.iter().filter(|(modifier, ..)| (old.modifier - new.modifier).contains(*modifier));
        let is_over = |end: u8| lost.clone().any(|(.., other)| *other == end);
        for (.., end) in lost.clone() {
            codes.add(format_args!("{end}"))?;
        }
        for (modifier, begin, end) in MODIFIERS {
            // Two of them share their end: the one that stays begins anew.
            if new.modifier.contains(modifier) && (!old.modifier.contains(modifier) || is_over(end)) {
                codes.add(format_args!("{begin}"))?;
            }
        }
        for (old, new, base) in [(old.fg, new.fg, 30), (old.bg, new.bg, 40), (old.underline, new.underline, 50)] {
            if old != new {
                codes.colour(base, new)?;
            }
        }
        codes.finish()
    }
}

/// The codes of one sequence.
struct Codes<'a, W> {
    out: &'a mut W,
    any: bool,
}

impl<W: Write> Codes<'_, W> {
    fn add(&mut self, code: Arguments<'_>) -> io::Result<()> {
        self.out.write_all(if self.any { b";" } else { b"\x1b[" })?;
        self.any = true;
        self.out.write_fmt(code)
    }

    fn colour(&mut self, base: u8, colour: Color) -> io::Result<()> {
        let (kind, reset) = (base + 8, base + 9);
        match (colour, place(colour)) {
            (Color::Rgb(r, g, b), _) => self.add(format_args!("{kind};2;{r};{g};{b}")),
            (_, Some(index)) => self.add(format_args!("{kind};5;{index}")),
            _ => self.add(format_args!("{reset}")),
        }
    }

    fn finish(self) -> io::Result<()> {
        if self.any { self.out.write_all(b"m") } else { Ok(()) }
    }
}

#[cfg(test)]
#[path = "pen_tests.rs"]
mod tests;

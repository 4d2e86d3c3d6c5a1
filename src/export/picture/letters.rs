//! Letters: stretches of one style, each letter at the place of its cell.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr as _;

use super::super::html::escaped;
use super::path::short;
use super::shapes::is_drawn;
use super::{CELL, colours};

/// Fonts to be tried; a letter keeps its cell in any of them.
pub(super) const FONT: &str = "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono, Noto Sans Mono CJK KR, monospace";

/// Font size at which the letters of usual fonts are a cell wide.
pub(super) const SIZE: f64 = 16.6;

/// From the top of a cell to the foot of its letters.
const BASE: f64 = 16.0;

/// Letters of two cells are narrower than these by this much on each side.
const WIDE_MARGIN: f64 = 1.7;

pub(super) fn draw(buf: &Buffer) -> String {
    let mut text = String::new();
    for row in 0..buf.area.height {
        for stretch in stretches(buf, row) {
            stretch.write(row, &mut text);
        }
    }
    text
}

/// Letters of one style, with their columns.
struct Stretch<'a> {
    cell: &'a Cell,
    letters: Vec<(u16, &'a str)>,
}

fn stretches(buf: &Buffer, row: u16) -> Vec<Stretch<'_>> {
    let mut found: Vec<Stretch<'_>> = Vec::new();
    let mut column = 0;
    // Only a letter goes on with a stretch.
    let mut is_open = false;
    while column < buf.area.width {
        let Some(cell) = buf.cell((buf.area.x + column, buf.area.y + row)) else { break };
        let symbol = cell.symbol();
        let is_letter = !symbol.trim().is_empty() && !is_drawn(symbol);
        match found.last_mut().filter(|last| is_open && is_alike(last.cell, cell)) {
            Some(last) if is_letter => last.letters.push((column, symbol)),
            None if is_letter => found.push(Stretch { cell, letters: vec![(column, symbol)] }),
            _ => {}
        }
        is_open = is_letter;
        column += u16::try_from(symbol.width()).unwrap_or(1).max(1);
    }
    found
}

fn is_alike(a: &Cell, b: &Cell) -> bool {
    a.modifier == b.modifier && colours::of(a).0 == colours::of(b).0
}

impl Stretch<'_> {
    fn write(&self, row: u16, text: &mut String) {
        let (ink, _) = colours::of(self.cell);
        let y = f64::from(row) * CELL.1 + BASE;
        let places: Vec<String> = self.letters.iter().flat_map(|(column, symbol)| places(*column, symbol)).collect();
        let letters: String = self.letters.iter().map(|(_, symbol)| *symbol).collect();
        let _ = writeln!(
            text,
            "<text x=\"{}\" y=\"{}\" fill=\"{ink}\"{}>{}</text>",
            places.join(" "),
            short(y),
            self.attributes(),
            escaped(&letters)
        );
    }

    fn attributes(&self) -> String {
        const KNOWN: [(Modifier, &str); 4] = [
            (Modifier::BOLD, " font-weight=\"700\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::UNDERLINED, " text-decoration=\"underline\""),
            (Modifier::DIM, " opacity=\"0.6\""),
        ];
        KNOWN.iter().filter(|(modifier, _)| self.cell.modifier.contains(*modifier)).map(|(_, words)| *words).collect()
    }
}

/// One place for each character; marks upon a letter stand where it does.
fn places(column: u16, symbol: &str) -> Vec<String> {
    let left = f64::from(column) * CELL.0;
    let left = if symbol.width() > 1 { left + WIDE_MARGIN } else { left };
    symbol.chars().map(|_| short(left)).collect()
}

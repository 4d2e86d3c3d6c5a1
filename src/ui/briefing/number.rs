//! The number of a page: which of its forms, and how large.

use ratatui::style::Style;

use super::super::widgets::letters;
use super::chart::Pitch;
use super::content::{Chart, Content, Number};
use super::set::{Limits, OWN_TEXT, wide};

/// The number as it is set, and the cells and rows that it needs at the least.
pub struct Figure<'a> {
    /// What it says.
    pub words: &'a str,
    /// Its colour.
    pub style: Style,
    /// Cells that it needs at the least.
    pub wide: u16,
    /// Rows that it needs at the least.
    pub rows: u16,
}

/// The longest form of the number that has room in so many cells; where none has, the longest.
pub fn number(content: &Content, room: u16, limits: Limits) -> Option<Figure<'_>> {
    let Number { forms, style } = content.number.as_ref()?;
    let figures = || {
        forms.iter().map(|words| {
            let rows = if letters::can_set(words) { limits.least_rows(words) } else { OWN_TEXT };
            Figure { words, style: *style, wide: wide(words, rows), rows }
        })
    };
    figures().find(|figure| figure.wide <= room).or_else(|| figures().next())
}

/// Rows to be kept for bars below a number: for two of them, else for one, as long as the number has its own.
pub fn kept_for_bars(content: &Content, height: u16, number: u16, limits: Limits) -> u16 {
    let Chart::Bars(bars) = &content.chart else { return 0 };
    let Some(first) = bars.first() else { return 0 };
    let rows = limits.least_rows(&first.names[0]);
    let pitch = Pitch::least(bars, rows).of(rows);
    [2, 1].map(|count| count * pitch).into_iter().find(|kept| kept + number <= height).unwrap_or(0)
}

/// The largest type in which words fit; the terminal's own where none does and nobody asks for more.
pub fn largest(words: &str, width: u16, most: u16, limits: Limits) -> u16 {
    if !letters::can_set(words) {
        return OWN_TEXT;
    }
    let least = limits.least_rows(words);
    let found = (least..=most.min(letters::MOST_ROWS)).rev().find(|rows| wide(words, *rows) <= width);
    found.unwrap_or(if limits.least_caps > 0.0 { 0 } else { OWN_TEXT })
}

//! The report as plain text: sentences, then aligned tables.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use crate::say;
use crate::ui::widgets::text::wrap;
use crate::word;

use super::page::{Column, Page, Table};

/// Cells of a line, where its words allow it.
const WIDTH: u16 = 120;

/// Widest column of words, and the narrowest that a wide table makes of it.
const WORDS: std::ops::RangeInclusive<u16> = 10..=60;

pub(super) fn write(page: &Page<'_>) -> String {
    let report = page.report;
    let mut text = String::new();
    let _ = writeln!(text, "{}\n{}", report.title(), report.basis());
    if !report.lens.words.is_empty() {
        let _ = writeln!(text, "{}", say!("report.lens", lens = report.lens.words));
    }
    let _ = writeln!(text, "\n{}", wrapped(&ended(&page.headline), ""));
    for section in &page.sections {
        let _ = writeln!(text, "\n{}{}", section.title.to_uppercase(), parenthesis(&section.note));
        let _ = writeln!(text, "{}", wrapped(&ended(&section.sentence), ""));
        for table in section.tables.iter().filter(|table| !table.rows.is_empty()) {
            let _ = write!(text, "\n{}", aligned(table));
        }
        for remark in &section.remarks {
            let _ = writeln!(text, "- {}", wrapped(remark, "  "));
        }
    }
    let _ = writeln!(text, "\n{}:", word!("report.sources"));
    for source in &report.sources {
        let _ = writeln!(text, "{}: {}, {}\n  {}", source.id, source.publisher, source.title, source.url);
    }
    let _ = writeln!(text, "\n{}", report.maker());
    text
}

/// The text on lines of [`WIDTH`]; those after the first are indented.
fn wrapped(text: &str, indent: &str) -> String {
    wrap(text, WIDTH - 4).join(&format!("\n{indent}"))
}

/// A sentence with a full stop.
pub(super) fn ended(sentence: &str) -> String {
    if sentence.is_empty() || sentence.ends_with('.') { sentence.to_owned() } else { format!("{sentence}.") }
}

/// ` (note)`; nothing for none.
pub(super) fn parenthesis(note: &str) -> String {
    if note.is_empty() { String::new() } else { format!(" ({note})") }
}

/// The caption, the titles and the rows in columns: words to the left, numbers to the right. Words that are too long
/// for the line go on below.
pub(super) fn aligned(table: &Table) -> String {
    let limit = WORDS.rev().find(|limit| width(&widths(table, *limit)) <= WIDTH).unwrap_or(*WORDS.start());
    let widths = widths(table, limit);
    let titles: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
    let mut text = format!("{}:\n", table.caption);
    for row in std::iter::once(&titles).chain(&table.rows) {
        let cells: Vec<Vec<String>> =
            row.iter().zip(&table.columns).map(|(cell, column)| lines(cell, column, limit)).collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let parts = cells.iter().zip(&widths).zip(&table.columns).map(|((cell, width), column)| {
                let part = cell.get(line).map_or("", String::as_str);
                let blanks = " ".repeat(usize::from(*width).saturating_sub(part.width()));
                if column.numeric { format!("{blanks}{part}") } else { format!("{part}{blanks}") }
            });
            text.push_str(parts.collect::<Vec<_>>().join("  ").trim_end());
            text.push('\n');
        }
    }
    text
}

/// A cell on lines of at most `limit` cells; numbers and codes stay whole.
fn lines(cell: &str, column: &Column, limit: u16) -> Vec<String> {
    if column.whole { vec![cell.to_owned()] } else { wrap(cell, limit) }
}

fn widths(table: &Table, limit: u16) -> Vec<u16> {
    let of_column = |(place, column): (usize, &Column)| {
        let cells = table.rows.iter().map(|row| row[place].as_str()).chain([column.title.as_str()]);
        let lines = cells.flat_map(|cell| lines(cell, column, limit));
        lines.map(|line| u16::try_from(line.width()).unwrap_or(u16::MAX)).max().unwrap_or(0)
    };
    table.columns.iter().enumerate().map(of_column).collect()
}

fn width(widths: &[u16]) -> u16 {
    widths.iter().fold(0, |sum, width| sum.saturating_add(*width).saturating_add(2))
}

//! Rows of text for sheets: pieces of text, each from a column on, and columns of rows side by side.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::widgets::{Glyphs, text};

/// A text within a row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    x: u16,
    text: String,
    style: Style,
    /// Cells that it may take.
    room: u16,
}

/// One row of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pieces: Vec<Piece>,
}

impl Row {
    /// A row with nothing on it.
    pub fn blank() -> Row {
        Row::default()
    }

    /// A row of one text.
    pub fn of(text: impl Into<String>, style: Style) -> Row {
        Row::blank().at(0, text, style)
    }

    /// The same with a text from column `x` on.
    #[must_use]
    pub fn at(mut self, x: u16, text: impl Into<String>, style: Style) -> Row {
        self.pieces.push(Piece { x, text: text.into(), style, room: u16::MAX });
        self
    }

    /// The same with a text that ends before column `right`.
    #[must_use]
    pub fn until(self, right: u16, text: impl Into<String>, style: Style) -> Row {
        let text = text.into();
        let x = right.saturating_sub(text::width(&text));
        self.at(x, text, style)
    }

    /// The same, `by` columns further right and at most `width` wide.
    fn shifted(mut self, by: u16, width: u16) -> Row {
        for piece in &mut self.pieces {
            piece.room = piece.room.min(width.saturating_sub(piece.x));
            piece.x = piece.x.saturating_add(by);
        }
        self
    }
}

/// A text on as many rows as it needs in `width` cells, from column `x` on.
pub fn wrapped(words: &str, x: u16, width: u16, style: Style) -> Vec<Row> {
    let lines = text::wrap(words, width.saturating_sub(x).max(1));
    lines.into_iter().map(|line| Row::blank().at(x, line, style)).collect()
}

/// A name, and beside it from column `x` on a text on as many rows as it needs.
pub fn labelled(label: (&str, Style), words: (&str, Style), x: u16, width: u16) -> Vec<Row> {
    let mut rows = wrapped(words.0, x, width, words.1);
    match rows.first_mut() {
        // A label that would run into the words has a row of its own.
        Some(_) if text::width(label.0) >= x && x > 0 => rows.insert(0, Row::of(label.0, label.1)),
        Some(first) => *first = std::mem::take(first).at(0, label.0, label.1),
        None => rows.push(Row::of(label.0, label.1)),
    }
    rows
}

/// Blocks beside each other, each `width` cells wide with `gap` cells between.
pub fn side_by_side(columns: Vec<Vec<Row>>, width: u16, gap: u16) -> Vec<Row> {
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows = vec![Row::blank(); height];
    for (index, column) in (0..).zip(columns) {
        let by = (width + gap).saturating_mul(index);
        for (row, part) in rows.iter_mut().zip(column) {
            row.pieces.extend(part.shifted(by, width).pieces);
        }
    }
    rows
}

/// Blocks in their order, one below the other in `count` columns as equally high as can be; a blank row between.
pub fn flowed(blocks: Vec<Vec<Row>>, count: usize) -> Vec<Vec<Row>> {
    let heights: Vec<usize> = blocks.iter().map(|block| block.len() + 1).collect();
    let total: usize = heights.iter().sum();
    let fits = |limit: usize| columns_needed(&heights, limit) <= count.max(1);
    let limit = (total.div_ceil(count.max(1))..=total).find(|limit| fits(*limit)).unwrap_or(total);
    let mut columns: Vec<Vec<Row>> = vec![Vec::new()];
    for block in blocks {
        let used = columns.last().map_or(0, Vec::len);
        if used > 0 && used + 1 + block.len() > limit {
            columns.push(Vec::new());
        }
        let Some(column) = columns.last_mut() else { break };
        if !column.is_empty() {
            column.push(Row::blank());
        }
        column.extend(block);
    }
    columns
}

fn columns_needed(heights: &[usize], limit: usize) -> usize {
    let mut columns = 1;
    let mut used = 0;
    for height in heights {
        if used > 0 && used + height > limit + 1 {
            columns += 1;
            used = 0;
        }
        used += height;
    }
    columns
}

/// Draws rows from `first` on, as far as the area has room.
pub fn draw(rows: &[Row], first: u16, area: Rect, glyphs: Glyphs, buf: &mut Buffer) {
    for (y, row) in (area.top()..area.bottom()).zip(rows.iter().skip(usize::from(first))) {
        for piece in row.pieces.iter().filter(|piece| piece.x < area.width) {
            let room = piece.room.min(area.width - piece.x);
            text::put_in(buf, area.x + piece.x, y, &piece.text, piece.style, room, glyphs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(height: usize) -> Vec<Row> {
        (0..height).map(|n| Row::of(format!("{height}.{n}"), Style::new())).collect()
    }

    #[test]
    fn columns_are_as_equal_as_their_blocks_allow() {
        let heights = |blocks: &[usize], count| -> Vec<usize> {
            flowed(blocks.iter().map(|height| block(*height)).collect(), count).iter().map(Vec::len).collect()
        };
        assert_eq!(heights(&[3, 3, 3, 3], 2), [7, 7]);
        assert_eq!(heights(&[8, 1, 1, 1], 2), [8, 5]);
        assert_eq!(heights(&[4, 4], 1), [9]);
        assert_eq!(heights(&[2], 3), [2]);
        assert_eq!(heights(&[], 3), [0]);
        for count in 1..5 {
            assert!(heights(&[5, 1, 7, 2, 2, 9, 4], count).len() <= count);
        }
    }

    #[test]
    fn a_text_stays_in_its_column() {
        let columns = vec![vec![Row::of("abcdefgh", Style::new())], vec![Row::of("한국어", Style::new())]];
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 1));
        draw(&side_by_side(columns, 5, 1), 0, buf.area, Glyphs::Unicode, &mut buf);
        let text: String = (0..12).map(|x| buf[(x, 0)].symbol()).collect();
        assert_eq!(text, "abcd… 한 국 … ");
    }
}

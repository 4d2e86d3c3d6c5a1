//! Text on cells: exact widths, clean truncation, no control characters.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use unicode_normalization::UnicodeNormalization as _;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Glyphs;

/// Whether a character must never reach the screen: controls, and the invisible ones that turn text around.
fn unsafe_char(ch: char) -> bool {
    ch.is_control()
        || matches!(ch, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// Whether a character joins the one before it: a mark, or a part of a Hangul syllable.
fn joins(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{36f}' | '\u{1160}'..='\u{11ff}')
}

/// The text without control and direction characters, composed; a tab or line break becomes a blank.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|ch| unsafe_char(ch) || joins(ch)) {
        return Cow::Borrowed(text);
    }
    let keep = |ch: char| match ch {
        '\t' | '\n' => Some(' '),
        ch if unsafe_char(ch) => None,
        ch => Some(ch),
    };
    Cow::Owned(text.nfc().filter_map(keep).collect())
}

/// Cells the text takes once cleaned.
pub fn width(text: &str) -> u16 {
    u16::try_from(clean(text).width()).unwrap_or(u16::MAX)
}

/// The longest start of `text` (already clean) that fits `limit` cells, in bytes and cells.
fn prefix(text: &str, limit: usize) -> (usize, usize) {
    let mut used = 0;
    for (at, ch) in text.char_indices() {
        let next = used + ch.width().unwrap_or(0);
        if next > limit {
            return (at, used);
        }
        used = next;
    }
    (text.len(), used)
}

/// Shortens `text` to at most `max` cells, ending in `…` (or `~`) when something was left out.
pub fn fit(text: &str, max: u16, glyphs: Glyphs) -> Cow<'_, str> {
    let text = clean(text);
    let max = usize::from(max);
    if text.width() <= max {
        return text;
    }
    if max == 0 {
        return Cow::Borrowed("");
    }
    let (bytes, _) = prefix(&text, max - 1);
    let mut short = text.get(..bytes).unwrap_or_default().trim_end().to_owned();
    short.push(glyphs.pick('…', '~'));
    Cow::Owned(short)
}

/// Draws `text` at a cell, at most `max_width` cells of it, cut with `…`; returns the cells used.
pub fn put(buf: &mut Buffer, x: u16, y: u16, text: &str, style: Style, max_width: u16) -> u16 {
    put_in(buf, x, y, text, style, max_width, Glyphs::Unicode)
}

/// [`put`] with the cut mark of a glyph set.
pub fn put_in(buf: &mut Buffer, x: u16, y: u16, text: &str, style: Style, max_width: u16, glyphs: Glyphs) -> u16 {
    let area = buf.area;
    if x < area.left() || x >= area.right() || y < area.top() || y >= area.bottom() {
        return 0;
    }
    let room = max_width.min(area.right() - x);
    let (end, _) = buf.set_stringn(x, y, fit(text, room, glyphs), usize::from(room), style);
    end.saturating_sub(x)
}

/// Draws `text` so that it ends before the column `right`, cut on its right if it is wider than `max_width`;
/// returns the cells used.
pub fn put_right(buf: &mut Buffer, right: u16, y: u16, text: &str, style: Style, max_width: u16) -> u16 {
    put_right_in(buf, right, y, text, style, max_width, Glyphs::Unicode)
}

/// [`put_right`] with the cut mark of a glyph set.
pub fn put_right_in(
    buf: &mut Buffer,
    right: u16,
    y: u16,
    text: &str,
    style: Style,
    max_width: u16,
    glyphs: Glyphs,
) -> u16 {
    let room = max_width.min(right.saturating_sub(buf.area.left()));
    let text = fit(text, room, glyphs);
    let wide = width(&text);
    put_in(buf, right.saturating_sub(wide), y, &text, style, wide, glyphs)
}

/// The text with blanks behind it, to at least `width` cells.
pub fn padded(text: &str, width: u16) -> String {
    format!("{text}{}", " ".repeat(usize::from(width.saturating_sub(self::width(text)))))
}

/// The longest beginning of `text` that fits and ends where a clause ends (`, `, `; ` or three spaces); all of it
/// where none does.
pub fn clause(text: &str, width: u16) -> &str {
    if self::width(text) <= width {
        return text;
    }
    let ends = [", ", "; ", "   "].into_iter().flat_map(|end| text.match_indices(end).map(|(at, _)| &text[..at]));
    ends.filter(|part| self::width(part) <= width).max_by_key(|part| part.len()).unwrap_or(text)
}

/// Breaks `text` into lines of at most `width` cells, between words; a word wider than a line is broken between
/// characters (for Hangul: syllables). A character wider than a line is left out.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let word = clean(word);
        let sep = usize::from(!line.is_empty());
        if line.width() + sep + word.width() <= width {
            line.extend(std::iter::repeat_n(' ', sep));
            line.push_str(&word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        break_word(&word, width, &mut lines, &mut line);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// What `wrap` makes of a text at a width, on as many lines but of about one length, as long as they are good: no word is left
/// alone on the last.
pub fn evenly(width: u16, wrap: impl Fn(u16) -> Vec<String>, is_good: impl Fn(&[String]) -> bool) -> Vec<String> {
    // A word broken in two counts twice.
    let words = |lines: &[String]| lines.iter().map(|line| line.split_whitespace().count()).sum::<usize>();
    let lines = wrap(width);
    let (mut low, mut high, mut even) = (0, width, lines.clone());
    while lines.len() > 1 && low + 1 < high {
        let middle = u16::midpoint(low, high);
        let narrow = wrap(middle);
        if narrow.len() == lines.len() && words(&narrow) == words(&lines) && is_good(&narrow) {
            (high, even) = (middle, narrow);
        } else {
            low = middle;
        }
    }
    even
}

fn break_word(word: &str, width: usize, lines: &mut Vec<String>, line: &mut String) {
    let mut used = 0;
    for ch in word.chars() {
        let wide = ch.width().unwrap_or(0);
        if wide > width {
            continue;
        }
        if used + wide > width {
            lines.push(std::mem::take(line));
            used = 0;
        }
        line.push(ch);
        used += wide;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    fn row(buf: &Buffer, y: u16) -> String {
        (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect()
    }

    #[test]
    fn cuts_at_the_cell() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        assert_eq!(put(&mut buf, 0, 0, "abcdefgh", Style::new(), 4), 4);
        assert_eq!(row(&buf, 0), "abc…  ");
        assert_eq!(put_in(&mut buf, 0, 0, "abcdefgh", Style::new(), 9, Glyphs::Ascii), 6);
        assert_eq!(row(&buf, 0), "abcde~");
    }

    #[test]
    fn wide_glyphs_never_straddle_the_edge() {
        for max in 0..12 {
            let mut buf = Buffer::empty(Rect::new(0, 0, 12, 1));
            let used = put(&mut buf, 0, 0, "무역수지 x", Style::new(), max);
            assert!(used <= max);
            for x in max..12 {
                assert_eq!(buf[(x, 0)].symbol(), " ", "max {max}");
            }
        }
        let mut buf = Buffer::empty(Rect::new(0, 0, 3, 1));
        assert_eq!(put(&mut buf, 2, 0, "무", Style::new(), 5), 1);
        assert_eq!(buf[(2, 0)].symbol(), "…");
        assert_eq!(put(&mut buf, 3, 0, "a", Style::new(), 5), 0);
        assert_eq!(put(&mut buf, 0, 9, "a", Style::new(), 5), 0);
    }

    #[test]
    fn control_characters_never_arrive() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 1));
        put(&mut buf, 0, 0, "a\x1b[31mb\u{202e}c\u{9b}\td", Style::new(), 12);
        assert_eq!(row(&buf, 0), "a[31mbc d   ");
    }

    #[test]
    fn decomposed_text_is_drawn_composed() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        assert_eq!(put(&mut buf, 0, 0, "\u{1112}\u{1161}\u{11ab}e\u{301}", Style::new(), 6), 3);
        assert_eq!((buf[(0, 0)].symbol(), buf[(2, 0)].symbol()), ("한", "é"));
    }

    #[test]
    fn right_aligned() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
        assert_eq!(put_right(&mut buf, 8, 0, "한국", Style::new(), 8), 4);
        assert_eq!(buf[(4, 0)].symbol(), "한");
        assert_eq!(put_right(&mut buf, 99, 0, "x", Style::new(), 8), 0);
    }

    #[test]
    fn wraps_words_and_syllables() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("반도체수출 감소", 5), ["반도", "체수", "출", "감소"]);
        assert!(wrap("반", 1).is_empty());
        assert!(wrap("", 0).is_empty());
    }
}

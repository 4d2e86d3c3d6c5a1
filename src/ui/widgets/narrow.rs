//! A frame for terminals that draw ambiguous characters two cells wide: each is replaced by one that is one cell wide
//! everywhere. Blocks become cells in reverse and braille, lines become ASCII.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_normalization::UnicodeNormalization as _;
use unicode_width::UnicodeWidthStr as _;

/// Dots of braille by row and column: the bits of its code.
const DOTS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// All eight.
const FULL: u8 = 0xFF;

/// Replaces every character whose width a terminal may take for two.
pub fn translate(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let Some(first) = cell.symbol().chars().next().filter(|first| is_ambiguous(cell.symbol(), *first)) else {
            continue;
        };
        match dots(first) {
            // Its other half is narrow everywhere.
            _ if first == '▌' => {
                cell.modifier.toggle(Modifier::REVERSED);
                cell.set_symbol("▐");
            }
            Some(dots) => fill(cell, dots),
            None => {
                let plain = plain(cell.symbol());
                cell.set_char(plain);
            }
        }
    }
}

/// Letters with marks are counted as narrow here, but some terminals count them too.
fn is_ambiguous(symbol: &str, first: char) -> bool {
    symbol.width_cjk() != symbol.width() || matches!(first, 'À'..='ÿ' | 'Ā'..='ž') && !matches!(first, '×' | '÷')
}

/// Draws dots; a cell that is full or empty is a blank in or out of reverse.
fn fill(cell: &mut Cell, dots: u8) {
    let is_reversed = cell.modifier.contains(Modifier::REVERSED);
    cell.modifier.remove(Modifier::REVERSED);
    let dots = if is_reversed { !dots } else { dots };
    match (dots, cell.fg) {
        (0, _) => _ = cell.set_symbol(" "),
        (FULL, Color::Reset) => {
            cell.modifier.insert(Modifier::REVERSED);
            cell.set_symbol(" ");
        }
        (FULL, colour) => _ = cell.set_symbol(" ").set_bg(colour),
        (dots, _) => _ = cell.set_char(char::from_u32(0x2800 + u32::from(dots)).unwrap_or('#')),
    }
}

/// The dots that a block character covers.
fn dots(block: char) -> Option<u8> {
    let code = u32::from(block);
    Some(match block {
        '▀' => area(|row, _| row < 2),
        '▁'..='█' => {
            let rows = (code - 0x2580).div_ceil(2) as usize;
            area(|row, _| row + rows >= 4)
        }
        '▉'..='▏' => {
            let columns = if code <= 0x258A { 2 } else { 1 };
            area(|_, column| column < columns)
        }
        '▐' => area(|_, column| column == 1),
        '░' => area(|row, column| row % 2 == 0 && column == row / 2),
        '▒' => area(|row, column| row % 2 == column),
        '▓' => area(|row, column| row % 2 == column || row % 2 == 0),
        '▔' => area(|row, _| row == 0),
        '▖'..='▟' => {
            let quarters = QUARTERS[(code - 0x2596) as usize];
            area(|row, column| quarters[row / 2][column])
        }
        _ => return None,
    })
}

/// The quarters of the characters from `▖` to `▟`: upper left and right, lower left and right.
const QUARTERS: [[[bool; 2]; 2]; 10] = {
    const X: bool = true;
    const O: bool = false;
    [
        [[O, O], [X, O]],
        [[O, O], [O, X]],
        [[X, O], [O, O]],
        [[X, O], [X, X]],
        [[X, O], [O, X]],
        [[X, X], [X, O]],
        [[X, X], [O, X]],
        [[O, X], [O, O]],
        [[O, X], [X, O]],
        [[O, X], [X, X]],
    ]
};

fn area(covers: impl Fn(usize, usize) -> bool) -> u8 {
    let places = (0..4).flat_map(|row| [(row, 0), (row, 1)]);
    places.filter(|&(row, column)| covers(row, column)).fold(0, |dots, (row, column)| dots | DOTS[row][column])
}

/// The ASCII character nearest to one that is no block.
fn plain(symbol: &str) -> char {
    let Some(first) = symbol.chars().next() else { return ' ' };
    match first {
        '─' | '–' | '—' | '┄' => '-',
        '━' | '‖' | '═' => '=',
        '│' | '┃' | '║' => '|',
        '┊' | '┆' => ':',
        '╭' | '╮' | '╰' | '╯' | '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '┏' | '┓' | '┗' | '┛' => '#',
        '←' => '<',
        '→' => '>',
        '↑' => '^',
        '↓' => 'v',
        '…' | '±' => '~',
        '·' => '.',
        '•' | '●' | '◆' => '*',
        '○' => 'o',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '×' => 'x',
        '≥' => '>',
        '≤' => '<',
        '€' => 'E',
        _ => symbol.nfd().next().filter(char::is_ascii_graphic).unwrap_or('?'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn translated(text: &str, style: Style) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 1));
        buf.set_string(0, 0, text, style);
        translate(&mut buf);
        buf
    }

    fn row(buf: &Buffer) -> String {
        buf.content.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn blocks_lines_and_marks_have_one_cell() {
        assert_eq!(row(&translated("╭─a─╮ é … € →", Style::new())), "+-a-+ e ~ E >");
        assert_eq!(row(&translated("▁▄▆▀▌▐▖▟", Style::new())), "⣀⣤⣶⠛▐▐▖▟");
        assert_eq!(row(&translated("수출 −5 ⣀", Style::new())), "수 출  −5 ⣀");
    }

    #[test]
    fn full_blocks_are_blanks_in_their_colour_and_reversed_blocks_hang() {
        let buf = translated("█▄", Style::new().fg(Color::Red));
        assert_eq!((buf[(0, 0)].symbol(), buf[(0, 0)].bg), (" ", Color::Red));
        let plain = translated("█", Style::new());
        assert!(plain[(0, 0)].modifier.contains(Modifier::REVERSED));
        let hanging = translated("▂", Style::new().fg(Color::Red).add_modifier(Modifier::REVERSED));
        assert_eq!((hanging[(0, 0)].symbol(), hanging[(0, 0)].modifier), ("⠿", Modifier::empty()));
    }

    #[test]
    fn nothing_is_left_that_could_be_wide() {
        for code in 0x80..0x3000 {
            let Some(letter) = char::from_u32(code).filter(|letter| !letter.is_control()) else { continue };
            let buf = translated(&letter.to_string(), Style::new());
            let symbol = buf[(0, 0)].symbol();
            assert_eq!(symbol.width_cjk(), symbol.width(), "{letter:?} became {symbol:?}");
        }
    }
}

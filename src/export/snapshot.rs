//! One frame as text, plain or with colours.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The frame as lines of text without trailing blanks.
pub fn to_text(buf: &Buffer) -> String {
    let mut text = String::new();
    for y in buf.area.top()..buf.area.bottom() {
        let line: String = cells(buf, y).map(Cell::symbol).collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The frame as text with ANSI colour sequences; each line ends with a reset.
pub fn to_ansi(buf: &Buffer) -> String {
    let mut text = String::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut before: Option<String> = None;
        for cell in cells(buf, y) {
            let style = sequence(cell);
            if before.as_ref() != Some(&style) {
                text.push_str(&style);
                before = Some(style);
            }
            text.push_str(cell.symbol());
        }
        text.push_str("\x1b[0m\n");
    }
    text
}

/// The cells of a row; the second half of a wide character is left out.
fn cells(buf: &Buffer, y: u16) -> impl Iterator<Item = &Cell> {
    let mut skip = 0;
    (buf.area.left()..buf.area.right()).filter_map(move |x| {
        let cell = buf.cell((x, y))?;
        if skip > 0 {
            skip -= 1;
            return None;
        }
        skip = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
        Some(cell)
    })
}

fn sequence(cell: &Cell) -> String {
    const MODIFIERS: [(Modifier, &str); 4] =
        [(Modifier::BOLD, "1"), (Modifier::DIM, "2"), (Modifier::UNDERLINED, "4"), (Modifier::REVERSED, "7")];
    let mut codes = vec!["0".to_owned()];
    codes.extend(
        MODIFIERS.iter().filter(|(modifier, _)| cell.modifier.contains(*modifier)).map(|(_, code)| (*code).to_owned()),
    );
    codes.extend(colour(cell.fg, false));
    codes.extend(colour(cell.bg, true));
    format!("\x1b[{}m", codes.join(";"))
}

fn colour(colour: Color, is_background: bool) -> Option<String> {
    let base = if is_background { 40 } else { 30 };
    let bright = base + 60;
    Some(match colour {
        Color::Reset => return None,
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", base + 8),
        Color::Indexed(n) => format!("{};5;{n}", base + 8),
        Color::Black => base.to_string(),
        Color::Red => (base + 1).to_string(),
        Color::Green => (base + 2).to_string(),
        Color::Yellow => (base + 3).to_string(),
        Color::Blue => (base + 4).to_string(),
        Color::Magenta => (base + 5).to_string(),
        Color::Cyan => (base + 6).to_string(),
        Color::Gray => (base + 7).to_string(),
        Color::DarkGray => bright.to_string(),
        Color::LightRed => (bright + 1).to_string(),
        Color::LightGreen => (bright + 2).to_string(),
        Color::LightYellow => (bright + 3).to_string(),
        Color::LightBlue => (bright + 4).to_string(),
        Color::LightMagenta => (bright + 5).to_string(),
        Color::LightCyan => (bright + 6).to_string(),
        Color::White => (bright + 7).to_string(),
    })
}

//! Whether the terminal draws ambiguous characters two cells wide: it is asked once, before anything reads its input.

use std::io::{self, Write as _};

use crossterm::{cursor, terminal};

use super::locale;

/// True where a block takes two cells. Only terminals of Chinese, Japanese and Korean locales are asked: no others do so,
/// and one that does not answer would cost its user two seconds.
pub fn draws_blocks_wide() -> bool {
    let asks = super::terminal::missing_stream().is_none() && locale::is_east_asian();
    asks && column_after("█").is_ok_and(|column| column == 2)
}

/// The column after a text at the start of the line, which is blank again afterwards.
fn column_after(text: &str) -> io::Result<u16> {
    let was_raw = terminal::is_raw_mode_enabled()?;
    terminal::enable_raw_mode()?;
    let mut out = io::stdout();
    let written = write!(out, "\r{text}").and_then(|()| out.flush());
    let column = written.and_then(|()| cursor::position()).map(|(column, _)| column);
    let cleared = write!(out, "\r\x1b[K").and_then(|()| out.flush());
    if !was_raw {
        terminal::disable_raw_mode()?;
    }
    cleared.and(column)
}

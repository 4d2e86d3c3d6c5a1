//! The least that a ratatui program does between its start and its first frame: the yardstick for
//! tradedeck's start, see `benches/README.md`. Ends with any key.

use std::io;

use crossterm::event::{self, Event};

fn main() -> io::Result<()> {
    let mut terminal = ratatui::init();
    let drawn = terminal.draw(|frame| frame.render_widget("Hello", frame.area())).map(|_| ());
    while drawn.is_ok() && !matches!(event::read()?, Event::Key(_)) {}
    ratatui::restore();
    drawn
}

//! The dashboard on the embedded dataset, as the program starts it, without a user's own files.

use std::sync::Arc;

use ratatui::Terminal;
use ratatui::layout::Size;
use tradedeck::app::{State, command_names};
use tradedeck::config::{Depth, Keymap, Layout, Negative, Range, Theme, shipped};
use tradedeck::domain::{Dataset, Problem};
use tradedeck::import::embedded;
use tradedeck::runtime::dashboard::{Dashboard, Look};
use tradedeck::runtime::{Program, ScreenBackend};
use tradedeck::ui::widgets::Glyphs;
use tradedeck::ui::{panels, view};

/// What the program looks like by default, in so many colours.
pub fn look(depth: Depth) -> Result<Look, Vec<Problem>> {
    let commands = command_names(&panels::names());
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    let themes = shipped::theme_names().into_iter().map(|name| Theme::shipped(name, depth));
    Ok(Look {
        themes: themes.collect::<Result<_, _>>()?,
        glyphs: Glyphs::Unicode,
        negative: Negative::Minus,
        layout: Layout::shipped("default", &view::layout_names())?,
        keymap: Keymap::shipped(&commands)?,
        mouse: true,
    })
}

/// The dashboard at the last complete month.
pub fn dashboard(depth: Depth) -> Dashboard {
    try_dashboard(depth).expect("the shipped files are good")
}

fn try_dashboard(depth: Depth) -> Result<Dashboard, Vec<Problem>> {
    let state = state(Arc::new(embedded::korea()?)).ok_or_else(Vec::new)?;
    Ok(Dashboard::new(state, look(depth)?))
}

/// The state at the start.
pub fn state(dataset: Arc<Dataset>) -> Option<State> {
    State::new(dataset, None, None, panels::names(), Range::Months(24))
}

/// A screen that keeps in memory what a terminal would be sent.
pub type Screen = Terminal<ScreenBackend<Vec<u8>>>;

/// An empty screen.
pub fn screen(width: u16, height: u16) -> Screen {
    Terminal::new(ScreenBackend::new(Vec::new(), Size { width, height })).expect("memory takes everything")
}

/// Draws a frame; returns the bytes that a terminal would be sent.
pub fn draw(screen: &mut Screen, dashboard: &mut Dashboard) -> usize {
    screen.draw(|frame| dashboard.draw(frame)).expect("memory takes everything");
    let sent = screen.backend_mut().output_mut();
    let bytes = sent.len();
    sent.clear();
    bytes
}

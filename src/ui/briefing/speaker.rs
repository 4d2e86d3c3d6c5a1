//! What only the speaker needs, in the terminal's own text, which nobody reads from across the room: the whole sentence of the
//! page, of which the message may be a beginning; its note; what comes next, and how long the briefing has gone on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Briefing;
use crate::config::Role;
use crate::say;

use super::super::panels::PANELS;
use super::super::scene::Scene;
use super::super::widgets::{text, tint};
use super::edges;

/// Lines of the sentence, and of the note, at the most.
const LINES: usize = 2;

/// Rows of the lines, on a page so wide.
pub fn rows(scene: &Scene<'_>, briefing: &Briefing, width: u16) -> u16 {
    if !briefing.speaker { 0 } else { lines(scene, width).len() as u16 + 1 }
}

fn lines(scene: &Scene<'_>, width: u16) -> Vec<(String, Role)> {
    let sentence = PANELS.get(scene.state.focus()).map(|panel| panel.sentence(scene)).unwrap_or_default();
    let wrapped = |words: &str, role: Role| {
        let lines = text::wrap(words, width.saturating_sub(2)).into_iter().take(LINES);
        lines.map(|line| (line, role)).collect::<Vec<_>>()
    };
    [wrapped(&sentence, Role::Text), wrapped(edges::note(scene), Role::Strong)].concat()
}

/// Draws the lines.
pub fn draw(scene: &Scene<'_>, briefing: &Briefing, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    tint(buf, area, area, scene.style(Role::SurfaceFocus));
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut put = |y: u16, words: &str, role: Role| {
        text::put_in(buf, inside.x, y, words, scene.style(role), inside.width, scene.glyphs())
    };
    for (y, (line, role)) in (area.top()..area.bottom().saturating_sub(1)).zip(lines(scene, area.width)) {
        put(y, &line, role);
    }
    let used = put(area.bottom() - 1, &next(scene, briefing), Role::Muted);
    let room = inside.width.saturating_sub(used + 2);
    text::put_right_in(
        buf,
        inside.right(),
        area.bottom() - 1,
        &gone(scene, briefing),
        scene.style(Role::Muted),
        room,
        scene.glyphs(),
    );
}

/// The title of the next page's panel.
fn next(scene: &Scene<'_>, briefing: &Briefing) -> String {
    let pages = &scene.state.playlist.pages;
    let page = pages.get(briefing.page + 1).or(pages.first());
    let panel = page.and_then(|page| PANELS.iter().find(|panel| panel.name() == page.panel));
    panel.map_or_else(String::new, |panel| say!("briefing.speaker-next", page = panel.title(scene)))
}

/// How long the briefing has gone on, where the time of day is known.
fn gone(scene: &Scene<'_>, briefing: &Briefing) -> String {
    let clocks = scene.state.clock.zip(briefing.began);
    clocks.map_or_else(String::new, |(now, began)| say!("briefing.speaker-gone", n = now.minutes_since(began)))
}

//! The whole screen: lines above and below, panels between, overlays on top.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_normalization::UnicodeNormalization as _;

use crate::config::{Role, arrange_in};
use crate::words::in_language;

use super::panels::{self, PANELS};
use super::scene::Scene;
use super::widgets::{Glyphs, narrow, text, tint};
use super::{briefing, key_hints, key_numbers, lines, overlay, typed_line};

/// The name under which a layout places the key numbers.
pub const KEY_NUMBERS: &str = "key_numbers";

/// Names that a layout may use.
pub fn layout_names() -> Vec<&'static str> {
    PANELS.iter().map(|panel| panel.name()).chain([KEY_NUMBERS]).collect()
}

/// Where the parts of the screen stand. A part without room has no height.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Regions {
    /// Country, month, date.
    pub status: Rect,
    /// The sentence.
    pub headline: Rect,
    /// Checks.
    pub health: Rect,
    /// Panels.
    pub body: Rect,
    /// The month under the cursor.
    pub cursor: Rect,
    /// Keys.
    pub keys: Rect,
}

/// Terminals from this height on have empty lines between the parts.
const AIRY_HEIGHT: u16 = 34;

/// Terminals from this width on have a margin at both sides.
const AIRY_WIDTH: u16 = 100;

/// Divides a screen.
pub fn regions(area: Rect) -> Regions {
    let air = u16::from(area.height >= AIRY_HEIGHT && area.width >= AIRY_WIDTH);
    let margin = if area.width >= AIRY_WIDTH { 2 } else { u16::from(area.width >= 40) };
    let inside = |y: u16, height: u16| Rect::new(area.x + margin, area.y + y, area.width - 2 * margin, height);
    let full = |y: u16, height: u16| Rect::new(area.x, area.y + y, area.width, height);
    let height = area.height;
    let (status, headline) = (u16::from(height >= 2), u16::from(height >= 1));
    let (cursor, health, keys) = (u16::from(height >= 8), u16::from(height >= 12), u16::from(height >= 10));
    let headline_y = status + air;
    let health_y = headline_y + headline;
    let body_y = health_y + health + air;
    let below = cursor + keys + air;
    let body = height.saturating_sub(body_y + below);
    Regions {
        status: full(0, status),
        headline: inside(headline_y, headline),
        health: inside(health_y, health),
        body: if body < 2 { Rect::default() } else { inside(body_y, body) },
        cursor: full(height.saturating_sub(cursor + keys), cursor),
        keys: inside_keys(area, height.saturating_sub(keys), keys, margin),
    }
}

fn inside_keys(area: Rect, y: u16, height: u16, margin: u16) -> Rect {
    let margin = margin.saturating_sub(1);
    Rect::new(area.x + margin, area.y + y, area.width - 2 * margin, height)
}

/// A panel and its place on the screen.
#[derive(Clone, Copy)]
pub struct Place {
    /// Its place in [`PANELS`]; `None` for the key numbers.
    pub panel: Option<usize>,
    /// Where it stands.
    pub area: Rect,
}

/// Where each panel stands on a screen.
pub fn places(scene: &Scene<'_>, screen: Rect) -> Vec<Place> {
    let body = regions(screen).body;
    if body.is_empty() {
        return Vec::new();
    }
    if scene.state.viewpoint.zoomed {
        return vec![Place { panel: Some(scene.state.focus()), area: body }];
    }
    let slots = arrange_in(scene.layout, (screen.width, screen.height), (body.width, body.height));
    let place = |slot: crate::config::Slot| Place {
        panel: PANELS.iter().position(|panel| panel.name() == slot.panel),
        area: Rect::new(body.x + slot.x, body.y + slot.y, slot.width, slot.height),
    };
    let places = slots.into_iter().map(place).collect();
    if scene.state.is_focus_chosen { with_focused(places, scene.state.focus()) } else { places }
}

/// A panel that the layout leaves out has the last row for as long as it is the one in focus.
fn with_focused(places: Vec<Place>, focus: usize) -> Vec<Place> {
    let is_there = places.iter().any(|place| place.panel == Some(focus));
    let Some(top) = places.iter().map(|place| place.area.y).max().filter(|_| !is_there) else { return places };
    let (last, above): (Vec<Place>, Vec<Place>) = places.into_iter().partition(|place| place.area.y == top);
    let row = last.into_iter().map(|place| place.area).reduce(Rect::union);
    above.into_iter().chain(row.map(|area| Place { panel: Some(focus), area })).collect()
}

/// Draws everything, in the state's language.
pub fn draw(scene: &Scene<'_>, buf: &mut Buffer) {
    in_language(scene.state.language, || draw_in_language(scene, buf));
}

fn draw_in_language(scene: &Scene<'_>, buf: &mut Buffer) {
    let screen = buf.area;
    tint(buf, screen, screen, scene.style(Role::Text).patch(scene.style(Role::Page)));
    if let Some(briefing) = &scene.state.briefing {
        briefing::draw(scene, briefing, buf);
    } else {
        draw_dashboard(scene, buf);
    }
    overlay::draw(scene, screen, buf);
    draw_last_row(scene, screen, &regions(screen), buf);
    in_glyphs(scene, buf);
}

fn draw_dashboard(scene: &Scene<'_>, buf: &mut Buffer) {
    let screen = buf.area;
    let regions = regions(screen);
    if !regions.status.is_empty() {
        lines::status(scene, regions.status, buf);
    }
    if !regions.headline.is_empty() {
        lines::headline(scene, regions.headline, buf);
    }
    if !regions.health.is_empty() {
        lines::health(scene, regions.health, buf);
    }
    for place in places(scene, screen) {
        match place.panel.map(|index| (index, PANELS[index])) {
            Some((index, panel)) => panels::draw_card(scene, panel, index, place.area, buf),
            None => key_numbers::draw(scene, place.area, buf),
        }
    }
    if !regions.cursor.is_empty() {
        lines::cursor(scene, regions.cursor, buf);
    }
    if !regions.keys.is_empty() && scene.state.prompt.is_none() {
        key_hints::draw(scene, regions.keys, buf);
    }
}

/// Draws one panel as a picture of its own, below the month with its date; where a line is given, which says where it
/// is from, above that.
pub fn draw_panel(scene: &Scene<'_>, index: usize, line: &str, buf: &mut Buffer) {
    in_language(scene.state.language, || draw_panel_in_language(scene, index, line, buf));
}

fn draw_panel_in_language(scene: &Scene<'_>, index: usize, line: &str, buf: &mut Buffer) {
    let screen = buf.area;
    tint(buf, screen, screen, scene.style(Role::Text).patch(scene.style(Role::Page)));
    let (above, below) = (u16::from(screen.height >= 6), u16::from(screen.height >= 6 && !line.is_empty()));
    if above > 0 {
        lines::status(scene, Rect { height: 1, ..screen }, buf);
    }
    if below > 0 {
        let last = Rect { y: screen.bottom() - 1, height: 1, ..screen };
        tint(buf, last, last, scene.style(Role::Surface));
        text::put(buf, last.x + 1, last.y, line, scene.style(Role::Muted), last.width.saturating_sub(2));
    }
    let body = Rect { y: screen.y + above, height: screen.height - above - below, ..screen };
    if let Some(panel) = PANELS.get(index).filter(|_| body.height >= 2) {
        panels::draw_card(scene, *panel, index, body, buf);
    }
    in_glyphs(scene, buf);
}

/// The line being typed; or a notice, where the line that has it is covered or left out.
fn draw_last_row(scene: &Scene<'_>, screen: Rect, regions: &Regions, buf: &mut Buffer) {
    let last = Rect { y: screen.bottom().saturating_sub(1), height: screen.height.min(1), ..screen };
    if scene.state.prompt.is_some() {
        typed_line::draw(scene, screen, last, buf);
    } else if !scene.state.notices.is_empty() && (scene.state.overlay.is_some() || regions.health.is_empty()) {
        overlay::clear(scene, last, buf);
        lines::notice(scene, last, buf);
    }
}

/// Replaces what the terminal cannot draw, or not in one cell.
fn in_glyphs(scene: &Scene<'_>, buf: &mut Buffer) {
    match scene.glyphs() {
        Glyphs::Unicode => {}
        Glyphs::Cjk => narrow::translate(buf),
        Glyphs::Ascii | Glyphs::Console => without_typography(buf),
    }
}

/// The marks that the program's own texts use, and Latin letters with marks, in ASCII. Other scripts stay as
/// they are.
fn without_typography(buf: &mut Buffer) {
    for cell in &mut buf.content {
        match cell.symbol() {
            "…" => _ = cell.set_symbol("~"),
            "–" => _ = cell.set_symbol("-"),
            "±" => _ = cell.set_symbol("~"),
            symbol => {
                // A letter with a mark is still read without it.
                let plain = symbol.nfd().next().filter(|letter| !symbol.is_ascii() && letter.is_ascii());
                if let Some(plain) = plain {
                    cell.set_char(plain);
                }
            }
        }
    }
}

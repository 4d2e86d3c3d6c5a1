//! Briefing mode on the screen: a page has one message, one number, one chart, two or three dates and its source.

pub mod chart;
pub mod content;
pub mod edges;
pub mod keys;
pub mod labels;
pub mod legibility;
pub mod message;
pub mod number;
pub mod pages;
pub mod set;
pub mod speaker;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::app::Briefing;
use crate::config::Role;
use crate::say;

use super::panels::PANELS;
use super::scene::Scene;
use super::widgets::{letters, text, tint};
use content::Content;
use legibility::Wall;
use set::{Limits, Page, Part, Refusal};

/// Screens from this height on have the month and the page's number in big type.
const TALL: u16 = 44;

/// What the page says: its panel's sentence, and what the panel shows of it.
pub fn content(scene: &Scene<'_>) -> Content {
    let Some(panel) = PANELS.get(scene.state.focus()) else { return Content::default() };
    let mut content = panel.briefing(scene);
    content.message.splice(0..0, content::forms(&panel.sentence(scene)));
    content
}

/// Draws the page of the briefing.
pub fn draw(scene: &Scene<'_>, briefing: &Briefing, buf: &mut Buffer) {
    let screen = buf.area;
    tint(buf, screen, screen, scene.style(Role::Text).patch(scene.style(Role::Page)));
    if briefing.blank || screen.is_empty() {
        return;
    }
    let areas = areas(scene, screen, briefing);
    let set = page(scene, briefing, areas.body, screen.height);
    edges::head(scene, briefing, areas.head, buf);
    edges::source(scene, areas.source, buf);
    speaker::draw(scene, briefing, areas.speaker, buf);
    match &set {
        Ok(page) => {
            draw_page(scene, page, buf);
            edges::foot(scene, Some(page.caps), areas.foot, screen.height, buf);
        }
        Err(refusal) => {
            refuse(scene, *refusal, areas.body, screen.height, buf);
            edges::foot(scene, None, areas.foot, screen.height, buf);
        }
    }
}

/// Where the parts of the screen stand. A part without room has no height.
struct Areas {
    head: Rect,
    body: Rect,
    speaker: Rect,
    source: Rect,
    foot: Rect,
}

fn areas(scene: &Scene<'_>, screen: Rect, briefing: &Briefing) -> Areas {
    let margin = match screen.width {
        0..=39 => 0,
        40..=99 => 1,
        100..=159 => 3,
        _ => 5,
    };
    let inside = |y: u16, height: u16| Rect::new(screen.x + margin, screen.y + y, screen.width - 2 * margin, height);
    let height = screen.height;
    let head = match height {
        0..=5 => 0,
        6..=29 => 1,
        TALL.. => 7,
        _ => 2,
    };
    let (source, foot) = (u16::from(height >= 3), u16::from(height >= 12 && briefing.footer));
    let speaker = speaker::rows(scene, briefing, inside(0, 0).width).min(height / 4);
    let below = speaker + source + foot + u16::from(height >= 30);
    Areas {
        head: inside(0, head),
        body: inside(head, height.saturating_sub(head + below)),
        speaker: inside(height.saturating_sub(speaker + source + foot), speaker),
        source: inside(height.saturating_sub(source + foot), source),
        foot: inside(height.saturating_sub(foot), foot),
    }
}

/// The page as it is set on a screen of so many rows.
fn page(scene: &Scene<'_>, briefing: &Briefing, body: Rect, rows: u16) -> Result<Page, Refusal> {
    let playlist = &scene.state.playlist;
    let wall = Wall { inches: playlist.screen, rows };
    let least_caps = playlist.distance.map_or(0.0, |metres| wall.least_caps(metres));
    set::set(&content(scene), body, Limits { least_caps, larger: briefing.larger })
}

fn draw_page(scene: &Scene<'_>, page: &Page, buf: &mut Buffer) {
    for set in &page.lines {
        let style = match set.part {
            Part::Message => scene.style(Role::Strong),
            Part::Number(style) => style,
            Part::Fact => scene.style(Role::Muted),
        };
        line(scene, set.area, (&set.words, set.rows), style, buf);
    }
    if let Some(area) = page.chart {
        chart::draw(scene, &content(scene).chart, area, page.labels, buf);
    }
}

/// A line in type, or one row high in the terminal's own text.
fn line(scene: &Scene<'_>, area: Rect, (words, rows): (&str, u16), style: Style, buf: &mut Buffer) {
    if rows > 1 && letters::can_set(words) {
        // Bold blocks would be drawn twice by terminals that smear.
        letters::draw(buf, area, words, rows, style.remove_modifier(Modifier::BOLD), scene.glyphs());
    } else {
        text::put_in(buf, area.x, area.y, words, style.add_modifier(Modifier::BOLD), area.width, scene.glyphs());
    }
}

/// Says that the page cannot be read from where it must be, and what would do.
fn refuse(scene: &Scene<'_>, refusal: Refusal, area: Rect, rows: u16, buf: &mut Buffer) {
    let playlist = &scene.state.playlist;
    let metres = playlist.distance.unwrap_or_default();
    let wall = Wall { inches: playlist.screen, rows };
    let caps = refusal.caps;
    let (inches, nearer) = (wall.inches_for(caps, metres).ceil(), edges::metres(wall.reach(caps, legibility::LEAST)));
    let lines = [
        say!("briefing.too-small", metres = edges::metres(metres)),
        say!("briefing.would-do-rows", rows = refusal.needed, room = refusal.room),
        say!("briefing.would-do", inches = inches, nearer = nearer),
    ];
    let lines = lines.iter().flat_map(|words| text::wrap(words, area.width));
    for (y, words) in (area.y + 1..area.bottom()).zip(lines) {
        text::put_in(buf, area.x, y, &words, scene.style(Role::Warning), area.width, scene.glyphs());
    }
}

/// The title of the page's panel.
fn title(scene: &Scene<'_>) -> String {
    PANELS.get(scene.state.focus()).map_or_else(String::new, |panel| panel.title(scene))
}

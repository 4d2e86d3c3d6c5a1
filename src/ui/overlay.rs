//! Sheets that lie over the panels, and which overlay draws what.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Overlay;
use crate::config::Role;
use crate::{say, word};

use super::format;
use super::panels::card;
use super::prose::{self, Row};
use super::scene::Scene;
use super::widgets::{text, tint};
use super::{findings, help, mapping, notes, records, revisions, vintages, why};

/// Draws the open overlay over the screen.
pub fn draw(scene: &Scene<'_>, screen: Rect, buf: &mut Buffer) {
    match scene.state.overlay {
        None => {}
        Some(Overlay::Help) => help::draw(scene, screen, buf),
        Some(Overlay::Why) => why::draw(scene, screen, buf),
        Some(Overlay::Records) => scrolled(scene, screen, &records::page(scene, screen), buf),
        Some(Overlay::Notes) => scrolled(scene, screen, &notes::page(scene, screen), buf),
        Some(Overlay::Vintages) => vintages::list::draw(scene, screen, buf),
        Some(Overlay::Changes(since)) => scrolled(scene, screen, &vintages::changes::page(scene, screen, since), buf),
        Some(Overlay::Revisions) => revisions::draw(scene, screen, buf),
        Some(Overlay::Health) => scrolled(scene, screen, &findings::page(scene, screen), buf),
        Some(Overlay::Mapping) => scrolled(scene, screen, &mapping::page(scene, screen), buf),
    }
}

/// How far the open overlay can be scrolled, or its numbers picked, on a screen.
pub fn furthest_scroll(scene: &Scene<'_>, screen: Rect) -> u16 {
    match scene.state.overlay {
        None => 0,
        Some(Overlay::Help) => help::furthest_scroll(scene, screen),
        Some(Overlay::Why) => why::furthest_scroll(scene, screen),
        Some(Overlay::Records) => records::page(scene, screen).furthest_scroll(scene, screen),
        Some(Overlay::Notes) => notes::page(scene, screen).furthest_scroll(scene, screen),
        Some(Overlay::Vintages) => vintages::list::furthest_scroll(scene),
        Some(Overlay::Changes(since)) => vintages::changes::page(scene, screen, since).furthest_scroll(scene, screen),
        Some(Overlay::Revisions) => revisions::furthest_scroll(scene),
        Some(Overlay::Health) => findings::page(scene, screen).furthest_scroll(scene, screen),
        Some(Overlay::Mapping) => mapping::page(scene, screen).furthest_scroll(scene, screen),
    }
}

/// Rows of text under a title, scrolled where the screen is too low for them.
#[derive(Debug, Clone)]
pub struct Page {
    /// At the left of the title row.
    pub title: String,
    /// At its right.
    pub right: String,
    /// Cells that the rows take.
    pub width: u16,
    /// The text.
    pub rows: Vec<Row>,
}

impl Page {
    fn sheet(&self, screen: Rect) -> Sheet {
        Sheet::of(screen, self.width, u16::try_from(self.rows.len()).unwrap_or(u16::MAX))
    }

    fn furthest_scroll(&self, scene: &Scene<'_>, screen: Rect) -> u16 {
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        rows.saturating_sub(self.sheet(screen).inner(scene).height)
    }
}

/// At the right of titles: the date as of which everything holds, and the key that closes.
pub fn as_of(scene: &Scene<'_>) -> String {
    let date = format::date(scene.state.view().as_of());
    [&say!("overlays.as-of", date = date), word!("overlays.closes")].join("   ")
}

fn scrolled(scene: &Scene<'_>, screen: Rect, page: &Page, buf: &mut Buffer) {
    let sheet = page.sheet(screen);
    let furthest = page.furthest_scroll(scene, screen);
    let first = scene.state.scroll.min(furthest);
    let more = match furthest - first {
        0 => String::new(),
        n => format!("{}   ", say!("overlays.more-below", n = n)),
    };
    let inner = sheet.open(scene, &page.title, &format!("{more}{}", page.right), buf);
    prose::draw(&page.rows, first, inner, scene.glyphs(), buf);
}

/// A sheet in the middle of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    area: Rect,
}

/// Cells that a sheet takes around its text: padding and a box at the sides, title and gap above, a line below.
const FRAME: (u16, u16) = (6, 4);

/// The most room that a sheet's text can have on a screen.
pub fn room(screen: Rect) -> Rect {
    Rect::new(0, 0, screen.width.saturating_sub(FRAME.0), screen.height.saturating_sub(FRAME.1))
}

impl Sheet {
    /// A sheet for text of this many cells, as far as the screen has them.
    pub fn of(screen: Rect, width: u16, height: u16) -> Sheet {
        let width = width.saturating_add(FRAME.0).min(screen.width);
        let height = height.saturating_add(FRAME.1).min(screen.height);
        let (x, y) = (screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2);
        Sheet { area: Rect::new(x, y, width, height) }
    }

    /// Where its text stands.
    pub fn inner(self, scene: &Scene<'_>) -> Rect {
        below_gap(card(scene, "", "", "", true).inner(self.area))
    }

    /// Draws it, empty; returns where its text stands.
    pub fn open(self, scene: &Scene<'_>, title: &str, right: &str, buf: &mut Buffer) -> Rect {
        clear(scene, self.area, buf);
        below_gap(card(scene, "", title, right, true).render(self.area, buf))
    }
}

fn below_gap(inner: Rect) -> Rect {
    Rect { y: inner.y + inner.height.min(1), height: inner.height.saturating_sub(1), ..inner }
}

/// Blanks an area, and the other halves of wide glyphs that its edges cut.
pub fn clear(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    for y in area.top()..area.bottom() {
        if let Some(before) = area.x.checked_sub(1).filter(|x| is_wide(buf, *x, y)) {
            buf[(before, y)].set_symbol(" ");
        }
        let last = area.right().saturating_sub(1);
        if area.right() < buf.area.right() && is_wide(buf, last, y) {
            // Only the first half of a glyph has a style.
            let style = buf[(last, y)].style();
            buf[(area.right(), y)].set_style(style);
        }
        for x in area.left()..area.right() {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
            }
        }
    }
    let ground = scene.style(Role::Text).patch(scene.style(Role::Page)).patch(scene.style(Role::SurfaceFocus));
    tint(buf, area, area, ground);
}

fn is_wide(buf: &Buffer, x: u16, y: u16) -> bool {
    buf.cell((x, y)).is_some_and(|cell| text::width(cell.symbol()) > 1)
}

//! Help, made from the keymap that is in force.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::config::Role;

use super::panels::card;
use super::scene::Scene;
use super::widgets::{Glyphs, text, tint};

/// Draws the keys over the middle of the screen.
pub fn draw(scene: &Scene<'_>, screen: Rect, buf: &mut Buffer) {
    let rows = rows(scene);
    let area = place(&rows, screen);
    clear(scene, area, buf);
    let inner = below_gap(card(scene, "", "Keys", "Esc closes", true).render(area, buf));
    let keys_width = rows.iter().map(|(keys, _)| text::width(keys)).max().unwrap_or(0);
    let first = usize::from(scene.state.scroll.min(furthest(&rows, inner)));
    for (row, (keys, about)) in (0..inner.height).zip(rows.iter().skip(first)) {
        let y = inner.y + row;
        text::put(buf, inner.x, y, keys, scene.style(Role::Strong), inner.width);
        let x = inner.x + keys_width + 3;
        text::put(buf, x, y, about, scene.style(Role::Text), inner.right().saturating_sub(x));
    }
}

/// How far the help can be scrolled on a screen.
pub fn furthest_scroll(scene: &Scene<'_>, screen: Rect) -> u16 {
    let rows = rows(scene);
    let inner = card(scene, "", "", "", true).inner(place(&rows, screen));
    furthest(&rows, below_gap(inner))
}

fn furthest(rows: &[(String, String)], inner: Rect) -> u16 {
    (rows.len() as u16).saturating_sub(inner.height)
}

fn place(rows: &[(String, String)], screen: Rect) -> Rect {
    let widest = |part: fn(&(String, String)) -> &String| rows.iter().map(|row| text::width(part(row))).max();
    let width = widest(|row| &row.0).unwrap_or(0) + widest(|row| &row.1).unwrap_or(0) + 9;
    let (width, height) = (width.min(screen.width), (rows.len() as u16 + 4).min(screen.height));
    Rect::new(screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2, width, height)
}

fn below_gap(inner: Rect) -> Rect {
    Rect { y: inner.y + inner.height.min(1), height: inner.height.saturating_sub(1), ..inner }
}

fn rows(scene: &Scene<'_>) -> Vec<(String, String)> {
    let has_jamo = scene.glyphs() == Glyphs::Unicode;
    let binds = scene.keymap.binds().iter().filter(|bind| !bind.keys.is_empty());
    binds
        .map(|bind| {
            let keys: Vec<String> = bind.keys.iter().map(|key| super::lines::key_name(scene, key)).collect();
            let jamo = bind.keys.iter().filter_map(crate::config::Key::jamo).filter(|_| has_jamo).map(String::from);
            (keys.into_iter().chain(jamo).collect::<Vec<_>>().join(" "), bind.about.clone())
        })
        .collect()
}

/// Blanks an area; the cell left of it too where a wide glyph would be cut in half.
fn clear(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let left = area.x.saturating_sub(1);
    for y in area.top()..area.bottom() {
        let wide = buf.cell((left, y)).is_some_and(|cell| text::width(cell.symbol()) > 1);
        if wide && let Some(cell) = buf.cell_mut((left, y)) {
            cell.set_symbol(" ");
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

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
    let keys_width = rows.iter().map(|(keys, _)| text::width(keys)).max().unwrap_or(0);
    let about_width = rows.iter().map(|(_, about)| text::width(about)).max().unwrap_or(0);
    let width = (keys_width + about_width + 9).min(screen.width);
    let height = (rows.len() as u16 + 4).min(screen.height);
    let area = Rect::new(screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2, width, height);
    clear(scene, area, buf);
    let inner = card(scene, "", "Keys", "Esc closes", true).render(area, buf);
    let inner = Rect { y: inner.y + inner.height.min(1), height: inner.height.saturating_sub(1), ..inner };
    let first = usize::from(scene.state.scroll).min(rows.len().saturating_sub(usize::from(inner.height)));
    for (row, (keys, about)) in (0..inner.height).zip(rows.iter().skip(first)) {
        let y = inner.y + row;
        text::put(buf, inner.x, y, keys, scene.style(Role::Strong), inner.width);
        let x = inner.x + keys_width + 3;
        text::put(buf, x, y, about, scene.style(Role::Text), inner.right().saturating_sub(x));
    }
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

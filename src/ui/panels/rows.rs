//! What tables with a selected row have in common.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::config::Role;

use super::super::scene::Scene;
use super::super::widgets::{text, tint};
use super::index_of;

/// The first row shown of a table that has room for `shown` of `count` rows, and the selected row where the panel has
/// the focus: the selected row is always among those shown.
pub(super) fn window(scene: &Scene<'_>, panel: &str, shown: usize, count: usize) -> (usize, Option<usize>) {
    let selected = (scene.state.focused_panel() == panel).then(|| scene.state.row_of(index_of(panel)));
    let first = selected.map_or(0, |row| row.saturating_sub(shown.saturating_sub(1)));
    (first.min(count.saturating_sub(shown)), selected)
}

/// Marks a row as selected: by a sign, and by its ground.
pub(super) fn draw_selected(scene: &Scene<'_>, row: Rect, buf: &mut Buffer) {
    tint(buf, row, row, scene.style(Role::Selection));
    let mark = scene.glyphs().pick('▸', '>').to_string();
    text::put(buf, row.x, row.y, &mark, scene.style(Role::Accent), row.width.min(1));
}

/// The row of a table with a header at a cell.
pub(super) fn row_at(table: Rect, first: usize, count: usize, x: u16, y: u16) -> Option<usize> {
    let inside = table.contains((x, y).into()) && y > table.y;
    let row = first + usize::from(y.checked_sub(table.y + 1)?);
    (inside && row < count).then_some(row)
}

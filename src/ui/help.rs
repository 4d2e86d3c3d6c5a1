//! Help, made from the keymap that is in force.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::config::{Key, Role};
use crate::word;

use super::overlay::{self, Sheet};
use super::scene::Scene;
use super::widgets::text;

/// Cells between two columns of keys.
const GAP: u16 = 4;

/// Keys and what they do, in as many columns as the screen has room for.
struct Table {
    rows: Vec<(String, String)>,
    keys: u16,
    about: u16,
    columns: u16,
    lines: u16,
}

impl Table {
    fn of(scene: &Scene<'_>, screen: Rect) -> Table {
        let rows = rows(scene);
        let widest = |part: fn(&(String, String)) -> &String| rows.iter().map(|row| text::width(part(row))).max();
        let (keys, about) = (widest(|row| &row.0).unwrap_or(0), widest(|row| &row.1).unwrap_or(0));
        let count = rows.len() as u16;
        let fit = (overlay::room(screen).width + GAP) / (keys + 2 + about + GAP);
        let needed = count.div_ceil(overlay::room(screen).height.max(1)).max(1);
        let columns = needed.min(fit.max(1));
        Table { rows, keys, about, columns, lines: count.div_ceil(columns) }
    }

    fn sheet(&self, screen: Rect) -> Sheet {
        let width = self.columns * (self.keys + 2 + self.about + GAP) - GAP;
        Sheet::of(screen, width, self.lines)
    }
}

/// Draws the keys over the middle of the screen.
pub fn draw(scene: &Scene<'_>, screen: Rect, buf: &mut Buffer) {
    let table = Table::of(scene, screen);
    let inner = table.sheet(screen).open(scene, word!("overlays.keys"), word!("overlays.closes"), buf);
    let first = scene.state.scroll.min(table.lines.saturating_sub(inner.height));
    for (column, rows) in (0..).zip(table.rows.chunks(usize::from(table.lines.max(1)))) {
        let x = inner.x + column * (table.keys + 2 + table.about + GAP);
        for (row, (keys, about)) in (0..inner.height).zip(rows.iter().skip(usize::from(first))) {
            let y = inner.y + row;
            text::put(buf, x, y, keys, scene.style(Role::Strong), inner.right().saturating_sub(x));
            let x = x + table.keys + 2;
            text::put(buf, x, y, about, scene.style(Role::Text), inner.right().saturating_sub(x));
        }
    }
}

/// How far the help can be scrolled on a screen.
pub fn furthest_scroll(scene: &Scene<'_>, screen: Rect) -> u16 {
    let table = Table::of(scene, screen);
    table.lines.saturating_sub(table.sheet(screen).inner(scene).height)
}

fn rows(scene: &Scene<'_>) -> Vec<(String, String)> {
    if scene.state.briefing.is_some() {
        let rows = super::briefing::keys::rows(scene).into_iter();
        let keys =
            |commands: &[&str]| commands.iter().flat_map(|command| scene.keymap.keys(command)).collect::<Vec<_>>();
        let rows = rows.map(|(commands, about)| (keys(&commands), about));
        return rows.filter(|(keys, _)| !keys.is_empty()).map(|row| written(scene, &row.0, row.1)).collect();
    }
    let binds = scene.keymap.binds().iter().filter(|bind| !bind.keys.is_empty());
    binds.map(|bind| written(scene, &bind.keys.iter().collect::<Vec<_>>(), bind.about.here())).collect()
}

/// Keys by their names, then the jamo on them.
fn written(scene: &Scene<'_>, keys: &[&Key], about: &str) -> (String, String) {
    let names = keys.iter().map(|key| super::key_hints::key_name(scene, key));
    let jamo = keys.iter().filter(|_| scene.glyphs().has_typography()).filter_map(|key| key.jamo()).map(String::from);
    (names.chain(jamo).collect::<Vec<_>>().join(" "), about.to_owned())
}

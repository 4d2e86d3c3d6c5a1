//! The most useful keys of the moment, from the keymap in force.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Overlay, State, rows};
use crate::config::{Key, Role};
use crate::word;

use super::scene::Scene;
use super::widgets::text;

/// Commands whose keys are shown together, and what they do.
type Hint = (&'static str, fn() -> &'static str);

const MONTH: Hint = ("month.previous month.next", || word!("hints.month"));
const BACK: Hint = ("panel.overview", || word!("hints.back"));
const HELP: Hint = ("help", || word!("hints.help"));
const QUIT: Hint = ("quit", || word!("hints.quit"));

const ON_PANELS: &[Hint] = &[
    MONTH,
    ("panel.next", || word!("hints.panel")),
    ("panel.zoom", || word!("hints.zoom")),
    ("why", || word!("hints.why")),
    ("records", || word!("hints.ranks")),
    HELP,
    QUIT,
    ("vintage.older vintage.newer", || word!("hints.vintage")),
    ("command_line", || word!("hints.command")),
    ("lens.per_day", || word!("hints.per-day")),
    ("lens.without", || word!("hints.without")),
    ("lens.compare", || word!("hints.compare")),
    ("find", || word!("hints.find")),
    ("range.shorter range.longer", || word!("hints.range")),
    ("notes", || word!("hints.notes")),
    ("undo", || word!("hints.undo")),
];

const ON_ROWS: &[Hint] = &[
    ("row.up row.down", || word!("hints.row")),
    ("panel.zoom", || word!("hints.its-series")),
    ("row.mark", || word!("hints.mark")),
    ("sort.next", || word!("hints.sort")),
    ("lens.without", || word!("hints.without")),
    ("why", || word!("hints.why")),
    BACK,
    MONTH,
    HELP,
    ("records", || word!("hints.ranks")),
    ("lens.per_day", || word!("hints.per-day")),
    ("find", || word!("hints.find")),
    QUIT,
];

/// On rows of customs records, which can be looked into.
const ON_RECORDS: &[Hint] = &[
    ("row.up row.down", || word!("hints.row")),
    ("panel.zoom", || word!("hints.look-into")),
    ("scope.up", || word!("hints.wider")),
    ("sort.next", || word!("hints.sort")),
    ("find", || word!("hints.find")),
    ("why", || word!("hints.why")),
    BACK,
    MONTH,
    HELP,
    ("row.mark", || word!("hints.mark")),
    ("records", || word!("hints.ranks")),
    QUIT,
];

/// On rows that have no series of their own.
const ON_LINES: &[Hint] = &[
    ("row.up row.down", || word!("hints.row")),
    ("panel.zoom", || word!("hints.zoom")),
    BACK,
    MONTH,
    ("flags", || word!("hints.flags")),
    HELP,
    ("why", || word!("hints.why")),
    ("notes", || word!("hints.notes")),
    ("vintage.older vintage.newer", || word!("hints.vintage")),
    QUIT,
];

const ZOOMED: &[Hint] = &[
    MONTH,
    BACK,
    ("why", || word!("hints.why")),
    ("records", || word!("hints.ranks")),
    ("range.shorter range.longer", || word!("hints.range")),
    ("panel.next", || word!("hints.panel")),
    HELP,
    QUIT,
    ("lens.per_day", || word!("hints.per-day")),
    ("lens.without", || word!("hints.without")),
    ("lens.compare", || word!("hints.compare")),
    ("command_line", || word!("hints.command")),
];

const IN_WHY: &[Hint] = &[
    ("row.up row.down", || word!("hints.number")),
    MONTH,
    BACK,
    ("records", || word!("hints.ranks")),
    ("notes", || word!("hints.notes")),
    ("lens.per_day", || word!("hints.per-day")),
    ("lens.without", || word!("hints.without")),
    QUIT,
];

const IN_PAGE: &[Hint] = &[
    ("row.up row.down", || word!("hints.scroll")),
    MONTH,
    BACK,
    ("why", || word!("hints.why")),
    ("records", || word!("hints.ranks")),
    ("notes", || word!("hints.notes")),
    QUIT,
];

const IN_VINTAGES: &[Hint] = &[
    ("row.up row.down", || word!("hints.release")),
    ("panel.zoom", || word!("hints.go-there")),
    ("vintage.older vintage.newer", || word!("hints.older-newer")),
    BACK,
    ("changes", || word!("hints.changes")),
    ("revisions", || word!("hints.revisions")),
    QUIT,
];

const IN_REVISIONS: &[Hint] = &[
    ("row.up row.down", || word!("hints.series")),
    MONTH,
    ("vintage.older vintage.newer", || word!("hints.older-newer")),
    BACK,
    ("vintages", || word!("hints.releases")),
    ("changes", || word!("hints.changes")),
    QUIT,
];

const IN_HELP: &[Hint] = &[("row.up row.down", || word!("hints.scroll")), BACK, QUIT];

/// What can be done now, the most useful first.
fn hints(state: &State) -> &'static [Hint] {
    let panel = state.focused_panel();
    let is_league = rows::league_of(panel).is_some();
    let has_rows = rows::count(state, panel) > 0;
    match state.overlay {
        Some(Overlay::Help) => IN_HELP,
        Some(Overlay::Why) => IN_WHY,
        Some(Overlay::Records | Overlay::Notes | Overlay::Changes(_) | Overlay::Health | Overlay::Mapping) => IN_PAGE,
        Some(Overlay::Vintages) => IN_VINTAGES,
        Some(Overlay::Revisions) => IN_REVISIONS,
        None if has_rows && is_league && state.dataset().scope.is_some() => ON_RECORDS,
        None if has_rows && is_league && state.viewpoint.detail.is_none() => ON_ROWS,
        None if has_rows && !is_league => ON_LINES,
        None if state.viewpoint.zoomed => ZOOMED,
        None => ON_PANELS,
    }
}

/// Draws as many hints as there is room for.
pub fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let end = area.right().saturating_sub(1);
    let mut x = area.x + 1;
    for (commands, word) in hints(scene.state) {
        let word = word();
        let keys = keys_of(scene, commands);
        if keys.is_empty() {
            continue;
        }
        if x + text::width(&keys) + 1 + text::width(word) > end {
            return;
        }
        x += text::put(buf, x, area.y, &keys, scene.style(Role::Text), end.saturating_sub(x)) + 1;
        x += text::put(buf, x, area.y, word, scene.style(Role::Muted), end.saturating_sub(x)) + 3;
    }
}

/// The first key of each of these commands, which have blanks between them.
pub fn keys_of(scene: &Scene<'_>, commands: &str) -> String {
    let bound = commands.split(' ').filter_map(|command| scene.keymap.keys(command).first());
    bound.map(|key| key_name(scene, key)).collect::<Vec<_>>().join(" ")
}

/// A key as hints name it: arrows by their arrows, where there are any.
pub fn key_name(scene: &Scene<'_>, key: &Key) -> String {
    let name = key.to_string();
    match name.as_str() {
        _ if !scene.glyphs().has_typography() => name,
        "Left" => "←".to_owned(),
        "Right" => "→".to_owned(),
        "Up" => "↑".to_owned(),
        "Down" => "↓".to_owned(),
        _ => name,
    }
}

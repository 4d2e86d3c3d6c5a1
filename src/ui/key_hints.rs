//! The most useful keys of the moment, from the keymap in force.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Overlay, State, rows};
use crate::config::{Key, Role};

use super::scene::Scene;
use super::widgets::{Glyphs, text};

/// Commands whose keys are shown together, and what they do.
type Hint = (&'static str, &'static str);

const MONTH: Hint = ("month.previous month.next", "month");
const BACK: Hint = ("panel.overview", "back");
const HELP: Hint = ("help", "help");
const QUIT: Hint = ("quit", "quit");

const ON_PANELS: &[Hint] = &[
    MONTH,
    ("panel.next", "panel"),
    ("panel.zoom", "zoom"),
    ("why", "why"),
    ("records", "ranks"),
    HELP,
    QUIT,
    ("vintage.older vintage.newer", "vintage"),
    ("command_line", "command"),
    ("lens.per_day", "per day"),
    ("lens.without", "without"),
    ("lens.compare", "compare"),
    ("find", "find"),
    ("range.shorter range.longer", "range"),
    ("notes", "notes"),
    ("undo", "undo"),
];

const ON_ROWS: &[Hint] = &[
    ("row.up row.down", "row"),
    ("panel.zoom", "its series"),
    ("row.mark", "mark"),
    ("sort.next", "sort"),
    ("lens.without", "without"),
    ("why", "why"),
    BACK,
    MONTH,
    HELP,
    ("records", "ranks"),
    ("lens.per_day", "per day"),
    ("find", "find"),
    QUIT,
];

/// On rows of customs records, which can be looked into.
const ON_RECORDS: &[Hint] = &[
    ("row.up row.down", "row"),
    ("panel.zoom", "look into"),
    ("scope.up", "wider"),
    ("sort.next", "sort"),
    ("find", "find"),
    ("why", "why"),
    BACK,
    MONTH,
    HELP,
    ("row.mark", "mark"),
    ("records", "ranks"),
    QUIT,
];

/// On rows that have no series of their own.
const ON_LINES: &[Hint] = &[
    ("row.up row.down", "row"),
    ("panel.zoom", "zoom"),
    BACK,
    MONTH,
    ("flags", "flags"),
    HELP,
    ("why", "why"),
    ("notes", "notes"),
    ("vintage.older vintage.newer", "vintage"),
    QUIT,
];

const ZOOMED: &[Hint] = &[
    MONTH,
    BACK,
    ("why", "why"),
    ("records", "ranks"),
    ("range.shorter range.longer", "range"),
    ("panel.next", "panel"),
    HELP,
    QUIT,
    ("lens.per_day", "per day"),
    ("lens.without", "without"),
    ("lens.compare", "compare"),
    ("command_line", "command"),
];

const IN_WHY: &[Hint] = &[
    ("row.up row.down", "number"),
    MONTH,
    BACK,
    ("records", "ranks"),
    ("notes", "notes"),
    ("lens.per_day", "per day"),
    ("lens.without", "without"),
    QUIT,
];

const IN_PAGE: &[Hint] =
    &[("row.up row.down", "scroll"), MONTH, BACK, ("why", "why"), ("records", "ranks"), ("notes", "notes"), QUIT];

const IN_VINTAGES: &[Hint] = &[
    ("row.up row.down", "release"),
    ("panel.zoom", "go there"),
    ("vintage.older vintage.newer", "older, newer"),
    BACK,
    ("changes", "changes"),
    ("revisions", "revisions"),
    QUIT,
];

const IN_REVISIONS: &[Hint] = &[
    ("row.up row.down", "series"),
    MONTH,
    ("vintage.older vintage.newer", "older, newer"),
    BACK,
    ("vintages", "releases"),
    ("changes", "changes"),
    QUIT,
];

const IN_HELP: &[Hint] = &[("row.up row.down", "scroll"), BACK, QUIT];

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
        _ if scene.glyphs() == Glyphs::Ascii => name,
        "Left" => "←".to_owned(),
        "Right" => "→".to_owned(),
        "Up" => "↑".to_owned(),
        "Down" => "↓".to_owned(),
        _ => name,
    }
}

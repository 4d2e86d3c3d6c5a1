//! What the columns of a table of no known format are taken for, and how that is corrected.

use ratatui::layout::Rect;

use crate::config::Role;
use crate::import::mapping::{KEYS, Mapped};
use crate::{say, word};

use super::overlay::{self, Page};
use super::prose::{Row, wrapped};
use super::scene::Scene;
use super::widgets::text;

/// Widest page: longer rows of words are hard to read.
const WIDEST: u16 = 84;

/// Cells of the keys.
const KEY: u16 = 14;

/// The columns of the table that was asked for.
pub fn page(scene: &Scene<'_>, screen: Rect) -> Page {
    let width = overlay::room(screen).width.min(WIDEST);
    let rows = scene.state.live().mapped().map(|mapped| rows(scene, mapped, width));
    Page {
        title: word!("map.title").to_owned(),
        right: word!("map.closes").to_owned(),
        width,
        rows: rows.unwrap_or_default(),
    }
}

fn rows(scene: &Scene<'_>, mapped: &Mapped, width: u16) -> Vec<Row> {
    let tables = &scene.state.live().tables;
    let (plain, strong, muted) = (scene.style(Role::Text), scene.style(Role::Strong), scene.style(Role::Muted));
    let mut rows = wrapped(&say!("map.taken", file = mapped.file), 0, width, plain);
    rows.push(Row::blank());
    rows.extend(KEYS.iter().map(|key| {
        let value = value(mapped, key);
        let style = if value.is_some() { strong } else { muted };
        let shown = value.unwrap_or_else(|| "..".to_owned());
        let shown = text::fit(&shown, width.saturating_sub(KEY), scene.glyphs()).into_owned();
        Row::of(*key, muted).at(KEY, shown, style)
    }));
    rows.push(Row::blank());
    rows.extend(wrapped(&say!("map.columns", columns = mapped.columns.join(" | ")), 0, width, plain));
    rows.push(Row::blank());
    rows.extend(wrapped(word!("map.usage"), 0, width, muted));
    let others: Vec<&str> =
        tables.iter().map(|table| table.file.as_str()).filter(|file| *file != mapped.file).collect();
    if !others.is_empty() {
        let files = others.join(" | ");
        rows.extend(wrapped(&say!("map.others", n = others.len(), files = files), 0, width, plain));
    }
    rows
}

/// What a key says, as it would be typed.
fn value(mapped: &Mapped, key: &str) -> Option<String> {
    let mapping = &mapped.mapping;
    match key {
        "unit" => mapping.unit.clone(),
        "decimal" => mapping.decimal.map(|mark| mark.sign().to_owned()),
        "header_row" => mapping.header_row.map(|row| row.to_string()),
        key => mapping.named().into_iter().find(|(name, _)| *name == key).map(|(_, column)| column),
    }
}

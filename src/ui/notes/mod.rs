//! Notes: what the figures are and are not, what the marks mean, when and by whom they were published.

mod marks;
mod publication;
mod scope;

use ratatui::layout::Rect;

use crate::config::Role;
use crate::word;

use super::format;
use super::overlay::{self, Page};
use super::prose::{Row, flowed, labelled, side_by_side};
use super::scene::Scene;

/// Width that a column of notes should have.
const COLUMN: u16 = 50;

/// Widest column.
const WIDEST: u16 = 76;

/// Cells between columns.
const GAP: u16 = 4;

/// Column of the words after the labels.
const LABEL: u16 = 13;

/// A heading, and below it labels with what is to be said of them.
struct Section {
    title: &'static str,
    /// Column of what is said.
    column: u16,
    lines: Vec<(String, String)>,
}

impl Section {
    fn new(title: &'static str, lines: impl IntoIterator<Item = (String, String)>) -> Section {
        let is_said = |(_, words): &(String, String)| !words.is_empty();
        Section { title, column: LABEL, lines: lines.into_iter().filter(is_said).collect() }
    }

    fn rows(&self, scene: &Scene<'_>, width: u16) -> Vec<Row> {
        let mut rows = vec![Row::of(self.title, scene.style(Role::Strong))];
        for (label, words) in &self.lines {
            let (label, words) =
                ((label.as_str(), scene.style(Role::Muted)), (words.as_str(), scene.style(Role::Text)));
            rows.extend(labelled(label, words, self.column, width));
        }
        rows
    }
}

fn line(label: &str, words: impl Into<String>) -> (String, String) {
    (label.to_owned(), words.into())
}

/// The notes, in as many columns as the screen has room for.
pub fn page(scene: &Scene<'_>, screen: Rect) -> Page {
    let room = overlay::room(screen).width;
    let count = ((room + GAP) / (COLUMN + GAP)).clamp(1, 3);
    let width = ((room + GAP) / count - GAP.min(room)).min(WIDEST);
    let sections = [
        scope::lens(scene),
        scope::figures(scene),
        marks::marks(scene),
        marks::statuses(scene),
        publication::releases(scene),
        publication::days(scene),
        publication::sources(scene),
    ];
    let blocks = sections.iter().filter(|section| !section.lines.is_empty());
    let columns = flowed(blocks.map(|section| section.rows(scene, width)).collect(), usize::from(count));
    let used = columns.len() as u16;
    Page {
        title: word!("notes.title").to_owned(),
        right: format!("{}  {}", format::period(scene.state.month()), overlay::as_of(scene)),
        width: used * (width + GAP) - GAP,
        rows: side_by_side(columns, width, GAP),
    }
}

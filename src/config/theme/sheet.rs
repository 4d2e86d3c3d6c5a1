//! A theme file as written, over the one it inherits from.

use std::collections::BTreeMap;

use super::{Cards, Ink, Role, read};
use crate::config::shipped;
use crate::domain::Problem;
use crate::domain::toml_tree::{Document, Place, Table};
use crate::word;

/// The inks and roles of a theme, not yet brought together.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// `None` is "auto".
    pub(super) cards: Option<Cards>,
    pub(super) inks: BTreeMap<String, Ink>,
    pub(super) roles: [Option<Entry>; Role::ALL.len()],
}

/// What a theme says of a role.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) usual: Look,
    pub(super) x16: Look,
    pub(super) none: Look,
}

/// What differs; `None` leaves what is there.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) fg: Option<Colour>,
    pub(super) bg: Option<Colour>,
    pub(super) bold: Option<bool>,
    pub(super) reverse: Option<bool>,
    pub(super) underline: Option<bool>,
    pub(super) dim: Option<bool>,
}

/// A colour as a role names it.
#[derive(Debug)]
pub(super) enum Colour {
    /// No colour: what is there shows through.
    Nothing,
    /// Given on the spot.
    Literal(Ink),
    /// By the name of an ink.
    Named(String, Place),
}

impl Sheet {
    /// Reads a theme over the shipped one it inherits from, if any.
    pub(super) fn parse(file: &str, text: &str, problems: &mut Vec<Problem>) -> Result<Self, Vec<Problem>> {
        let document = Document::parse(file, text)?;
        let root = document.root();
        let mut sheet = parent(root, problems)?;
        if let Some(cards) = root.one_of("cards", &["auto", "surface", "box"], problems) {
            sheet.cards = match cards {
                "surface" => Some(Cards::Surface),
                "box" => Some(Cards::Box),
                _ => None,
            };
        }
        sheet.inks.extend(read::inks(root, problems));
        read::roles(root, &mut sheet.roles, problems);
        root.finish(problems);
        Ok(sheet)
    }
}

fn parent(root: &Table, problems: &mut Vec<Problem>) -> Result<Sheet, Vec<Problem>> {
    let name = root.one_of("inherits", &shipped::theme_names(), problems);
    let Some(parent) = name.and_then(shipped::theme) else {
        return Ok(Sheet::default());
    };
    if parent.file == root.place().file() {
        problems.push(root.problem_at(
            "inherits",
            word!("config.theme-inherits-from-itself"),
            word!("config.remove-inherits"),
        ));
        return Ok(Sheet::default());
    }
    Sheet::parse(parent.file, parent.text, problems)
}

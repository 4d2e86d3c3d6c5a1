//! The `[inks]` and `[roles]` of a theme file.

use super::palette::ANSI;
use super::sheet::{Colour, Entry, Look};
use super::{Ink, Rgb, Role};
use crate::domain::Problem;
use crate::domain::toml_tree::{Table, Value};
use crate::say;
use crate::word;

/// The inks, by name.
pub(super) fn inks(root: &Table, problems: &mut Vec<Problem>) -> Vec<(String, Ink)> {
    let Some(table) = root.optional_table("inks", problems) else {
        return Vec::new();
    };
    let read = |entry: &crate::domain::toml_tree::Entry| {
        let table = entry.value().read::<&Table>(entry.key(), problems)?;
        Some((entry.key().to_owned(), ink(table, problems)?))
    };
    table.entries().iter().filter_map(read).collect()
}

fn ink(table: &Table, problems: &mut Vec<Problem>) -> Option<Ink> {
    let text = table.required_str("rgb", problems);
    let colour = text.zip(table.get("rgb")).and_then(|(text, value)| rgb(text, value, problems));
    let x256 = table.integer_in("x256", 16..=255, problems);
    let x16 = x16(table, problems);
    table.finish(problems);
    let ink = Ink::new(colour?);
    Some(Ink { x256: x256.and_then(|index| u8::try_from(index).ok()).unwrap_or(ink.x256), x16, ..ink })
}

fn rgb(text: &str, value: &Value, problems: &mut Vec<Problem>) -> Option<Rgb> {
    let colour = hex(text);
    if colour.is_none() {
        problems.push(value.problem(say!("config.not-colour", text = text), word!("config.write-rrggbb")));
    }
    colour
}

/// The place among the sixteen; `None` is the terminal's default.
fn x16(table: &Table, problems: &mut Vec<Problem>) -> Option<u8> {
    let known: Vec<&str> = ANSI.into_iter().chain(["default"]).collect();
    let name = table.one_of("x16", &known, problems)?;
    ANSI.iter().position(|ansi| *ansi == name).and_then(|at| u8::try_from(at).ok())
}

/// "#RRGGBB".
fn hex(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some((r, g, b))
}

/// Lays the roles of a file over those there are, field by field.
pub(super) fn roles(root: &Table, roles: &mut [Option<Entry>], problems: &mut Vec<Problem>) {
    let Some(table) = root.optional_table("roles", problems) else {
        return;
    };
    for (role, slot) in Role::ALL.into_iter().zip(roles) {
        if let Some(fields) = table.optional_table(role.name(), problems) {
            overlay(fields, slot.get_or_insert_default(), problems);
        }
    }
    table.finish(problems);
}

fn overlay(fields: &Table, entry: &mut Entry, problems: &mut Vec<Problem>) {
    look(fields, &mut entry.usual, problems);
    if let Some(x16) = fields.optional_table("x16", problems) {
        colours(x16, &mut entry.x16, problems);
        attributes(x16, &mut entry.x16, problems);
        x16.finish(problems);
    }
    if let Some(none) = fields.optional_table("none", problems) {
        attributes(none, &mut entry.none, problems);
        none.finish(problems);
    }
    fields.finish(problems);
}

fn look(fields: &Table, look: &mut Look, problems: &mut Vec<Problem>) {
    colours(fields, look, problems);
    attributes(fields, look, problems);
}

fn colours(fields: &Table, look: &mut Look, problems: &mut Vec<Problem>) {
    for (key, slot) in [("fg", &mut look.fg), ("bg", &mut look.bg)] {
        if let Some(value) = fields.optional::<&Value>(key, problems) {
            *slot = colour(key, value, problems).or(slot.take());
        }
    }
}

fn colour(key: &str, value: &Value, problems: &mut Vec<Problem>) -> Option<Colour> {
    let text = value.read::<&str>(key, problems)?;
    if text == "none" {
        return Some(Colour::Nothing);
    }
    if !text.starts_with('#') {
        return Some(Colour::Named(text.to_owned(), value.place().clone()));
    }
    rgb(text, value, problems).map(|rgb| Colour::Literal(Ink::new(rgb)))
}

fn attributes(fields: &Table, look: &mut Look, problems: &mut Vec<Problem>) {
    for (key, slot) in [
        ("bold", &mut look.bold),
        ("reverse", &mut look.reverse),
        ("underline", &mut look.underline),
        ("dim", &mut look.dim),
    ] {
        *slot = fields.optional_bool(key, problems).or(*slot);
    }
}

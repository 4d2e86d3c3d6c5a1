//! From a sheet to the paint of every role, at one depth.

use super::sheet::{Colour, Entry, Look, Sheet};
use super::{Depth, Ink, Paint, Role};
use crate::domain::{Problem, spelling};
use crate::say;

/// The paints in the order of [`Role::ALL`]; names of inks that do not exist are reported.
pub(super) fn paints(sheet: &Sheet, depth: Depth, problems: &mut Vec<Problem>) -> [Paint; Role::ALL.len()] {
    unknown_inks(sheet, problems);
    Role::ALL.map(|role| mentioned(sheet, role).map_or_else(Paint::default, |entry| paint(sheet, entry, depth)))
}

/// What the theme says of a role, or of the first of its fallbacks that it mentions.
fn mentioned(sheet: &Sheet, role: Role) -> Option<&Entry> {
    let mut role = Some(role);
    while let Some(current) = role {
        if let Some(entry) = &sheet.roles[current as usize] {
            return Some(entry);
        }
        role = current.fallback();
    }
    None
}

fn paint(sheet: &Sheet, entry: &Entry, depth: Depth) -> Paint {
    let usual = over(sheet, Paint::default(), &entry.usual);
    match depth {
        Depth::True | Depth::X256 => usual,
        Depth::X16 => over(sheet, usual, &entry.x16),
        Depth::None => Paint { fg: None, bg: None, ..over(sheet, usual, &entry.none) },
    }
}

fn over(sheet: &Sheet, under: Paint, look: &Look) -> Paint {
    Paint {
        fg: look.fg.as_ref().map_or(under.fg, |colour| ink(sheet, colour)),
        bg: look.bg.as_ref().map_or(under.bg, |colour| ink(sheet, colour)),
        bold: look.bold.unwrap_or(under.bold),
        reverse: look.reverse.unwrap_or(under.reverse),
        underline: look.underline.unwrap_or(under.underline),
        dim: look.dim.unwrap_or(under.dim),
    }
}

fn ink(sheet: &Sheet, colour: &Colour) -> Option<Ink> {
    match colour {
        Colour::Nothing => None,
        Colour::Literal(ink) => Some(*ink),
        Colour::Named(name, _) => sheet.inks.get(name).copied(),
    }
}

fn unknown_inks(sheet: &Sheet, problems: &mut Vec<Problem>) {
    let known: Vec<&str> = sheet.inks.keys().map(String::as_str).collect();
    let looks = sheet.roles.iter().flatten().flat_map(|entry| [&entry.usual, &entry.x16]);
    for colour in looks.flat_map(|look| [&look.fg, &look.bg]).flatten() {
        if let Colour::Named(name, place) = colour
            && !known.contains(&name.as_str())
        {
            problems.push(place.problem(say!("config.unknown-ink", name = name), spelling::suggestion(name, &known)));
        }
    }
}

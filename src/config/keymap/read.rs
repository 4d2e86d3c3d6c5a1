//! The `[[bind]]` entries of a keymap file.

use super::Key;
use crate::domain::toml_tree::{Document, Place, Table};
use crate::domain::{Problem, spelling};

/// One `[[bind]]`.
pub(super) struct Entry {
    pub(super) command: String,
    pub(super) keys: Vec<Key>,
    pub(super) about: Option<String>,
    pub(super) about_ko: Option<String>,
    pub(super) place: Place,
}

/// The entries of a file. A text that is no TOML is an error; all else is reported in `problems`.
pub(super) fn entries(
    file: &str,
    text: &str,
    commands: &[&str],
    problems: &mut Vec<Problem>,
) -> Result<Vec<Entry>, Vec<Problem>> {
    let document = Document::parse(file, text)?;
    let mut entries: Vec<Entry> = Vec::new();
    for table in document.root().tables("bind", problems) {
        let Some(entry) = entry(table, commands, problems) else {
            continue;
        };
        match entries.iter().find(|earlier| earlier.command == entry.command) {
            Some(earlier) => problems.push(twice(&entry, earlier)),
            None => entries.push(entry),
        }
    }
    document.root().finish(problems);
    Ok(entries)
}

fn entry(table: &Table, commands: &[&str], problems: &mut Vec<Problem>) -> Option<Entry> {
    let command = command(table, commands, problems);
    let keys = keys(table, problems);
    let about = table.optional_str("about", problems).map(str::to_owned);
    let about_ko = table.optional_str("about_ko", problems).map(str::to_owned);
    table.finish(problems);
    let place = table.get("keys").map_or(table.place(), |value| value.place()).clone();
    Some(Entry { command: command?, keys, about, about_ko, place })
}

fn command(table: &Table, commands: &[&str], problems: &mut Vec<Problem>) -> Option<String> {
    let name = table.required_str("command", problems)?;
    if commands.contains(&name) {
        return Some(name.to_owned());
    }
    let what = format!("unknown command `{name}`");
    problems.push(table.problem_at("command", what, spelling::suggestion(name, commands)));
    None
}

fn keys(table: &Table, problems: &mut Vec<Problem>) -> Vec<Key> {
    let Some(items) = table.required_array("keys", problems) else {
        return Vec::new();
    };
    let mut keys = Vec::new();
    for item in items {
        let Some(name) = item.read::<&str>("keys", problems) else {
            continue;
        };
        match name.parse() {
            Ok(key) if keys.contains(&key) => {} // "q" and "ㅂ" are one key
            Ok(key) => keys.push(key),
            Err(hint) => problems.push(item.problem(format!("unknown key name `{name}`"), hint)),
        }
    }
    keys
}

fn twice(entry: &Entry, earlier: &Entry) -> Problem {
    let what = format!("`{}` has keys already, at {}", entry.command, earlier.place);
    entry.place.problem(what, "put all keys of a command into one [[bind]]")
}

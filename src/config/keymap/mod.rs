//! Which key means which command: `config/keymap.toml` with a user's file over it.

mod jamo;
mod key;
mod read;

use std::collections::HashMap;

use crate::config::shipped;
use crate::domain::toml_tree::{Place, settled};
use crate::domain::{Problem, Text};

pub use key::{Code, Key};
use read::Entry;

/// A command, its keys and what the help says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bind {
    /// The command.
    pub command: String,
    /// Its keys, the one to show first.
    pub keys: Vec<Key>,
    /// What it does, for the help.
    pub about: Text,
    /// Where the keys come from.
    pub place: Place,
}

/// All keys. One key never means two commands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    binds: Vec<Bind>,
    by_key: HashMap<Key, usize>,
}

impl Keymap {
    /// The shipped keymap; `commands` are those that exist.
    pub fn shipped(commands: &[&str]) -> Result<Self, Vec<Problem>> {
        Self::default().merged(shipped::KEYMAP.file, shipped::KEYMAP.text, commands)
    }

    /// This keymap with a file's binds over it, command by command; every problem if there are any.
    pub fn merged(&self, file: &str, text: &str, commands: &[&str]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let entries = read::entries(file, text, commands, &mut problems)?;
        let mut binds = self.binds.clone();
        for entry in entries {
            overlay(&mut binds, entry);
        }
        let by_key = index(&binds, &mut problems);
        lost_quit(&binds, file, commands, &mut problems);
        settled(Self { binds, by_key }, problems)
    }

    /// The command of a key.
    pub fn command(&self, key: &Key) -> Option<&str> {
        self.by_key.get(key).map(|&at| self.binds[at].command.as_str())
    }

    /// The keys of a command, the one to show first; none if it is unbound.
    pub fn keys(&self, command: &str) -> &[Key] {
        self.binds.iter().find(|bind| bind.command == command).map_or(&[], |bind| &bind.keys)
    }

    /// Every command with its keys, in the order of the file: the help. Unbound ones have no keys.
    pub fn binds(&self) -> &[Bind] {
        &self.binds
    }
}

fn overlay(binds: &mut Vec<Bind>, entry: Entry) {
    let Entry { command, keys, about, about_ko, place } = entry;
    let known = binds.iter().position(|bind| bind.command == command);
    let old = known.map_or_else(|| Text::plain(command.as_str()), |at| binds[at].about.clone());
    // What a user says of a command holds in every language that the user does not say it in.
    let new = about.map_or(old, Text::plain);
    let about = Text { ko: about_ko.unwrap_or(new.ko), ..new };
    let bind = Bind { command, keys, about, place };
    match known {
        Some(at) => binds[at] = bind,
        None => binds.push(bind),
    }
}

/// Where each key leads; a key of two commands is reported at one place, naming the other.
fn index(binds: &[Bind], problems: &mut Vec<Problem>) -> HashMap<Key, usize> {
    let mut by_key = HashMap::new();
    for (at, bind) in binds.iter().enumerate() {
        for key in &bind.keys {
            match by_key.get(key) {
                Some(&first) => problems.push(conflict(*key, &binds[first], bind)),
                None => _ = by_key.insert(*key, at),
            }
        }
    }
    by_key
}

fn conflict(key: Key, first: &Bind, second: &Bind) -> Problem {
    // A conflict of a user's bind with a shipped one is the user's to solve.
    let shipped = second.place.file() == shipped::KEYMAP.file;
    let (fault, other) = if shipped { (first, second) } else { (second, first) };
    let what = format!("key `{key}` means `{}` here and `{}` at {}", fault.command, other.command, other.place);
    fault.place.problem(what, format!("choose another key, or give `{}` other keys", other.command))
}

fn lost_quit(binds: &[Bind], file: &str, commands: &[&str], problems: &mut Vec<Problem>) {
    let reachable = binds.iter().any(|bind| bind.command == "quit" && !bind.keys.is_empty());
    if commands.contains(&"quit") && !reachable {
        let place = binds.iter().find(|bind| bind.command == "quit").map(|bind| bind.place.clone());
        let place = place.unwrap_or_else(|| Place::whole_file(file));
        problems.push(place.problem("no key quits", "give `quit` at least one key"));
    }
}

#[cfg(test)]
mod tests;

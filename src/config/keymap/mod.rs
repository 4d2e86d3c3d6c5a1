//! Which key means which command: `config/keymap.toml` with a user's file over it.

mod jamo;
mod key;
mod read;

use std::collections::HashMap;

use crate::config::shipped;
use crate::domain::Problem;
use crate::domain::toml_tree::{Place, settled};
use crate::say;
use crate::word;

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
    pub about: String,
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
    match binds.iter_mut().find(|bind| bind.command == entry.command) {
        Some(bind) => {
            bind.keys = entry.keys;
            bind.place = entry.place;
            bind.about = entry.about.unwrap_or_else(|| std::mem::take(&mut bind.about));
        }
        None => binds.push(Bind {
            about: entry.about.unwrap_or_else(|| entry.command.clone()),
            command: entry.command,
            keys: entry.keys,
            place: entry.place,
        }),
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
    let what = say!(
        "config.key-means-here",
        key = key,
        command = fault.command,
        command2 = other.command,
        place = other.place
    );
    fault.place.problem(what, say!("config.choose-another-key-give", command = other.command))
}

fn lost_quit(binds: &[Bind], file: &str, commands: &[&str], problems: &mut Vec<Problem>) {
    let reachable = binds.iter().any(|bind| bind.command == "quit" && !bind.keys.is_empty());
    if commands.contains(&"quit") && !reachable {
        let place = binds.iter().find(|bind| bind.command == "quit").map(|bind| bind.place.clone());
        let place = place.unwrap_or_else(|| Place::whole_file(file));
        problems.push(place.problem(word!("config.no-key-quits"), word!("config.give-quit-least-one")));
    }
}

#[cfg(test)]
mod tests;

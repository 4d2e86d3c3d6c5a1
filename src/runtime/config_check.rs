//! Reads every file of the user's configuration, as the dashboard would.

use std::path::PathBuf;

use crate::app::command_names;
use crate::config::{Depth, shipped};
use crate::domain::Problem;
use crate::ui::panels;

use super::setup::{self, Request};
use super::user_files;

/// The names of all files that were read and are good; none where the user has none.
///
/// # Errors
/// Everything that is wrong with any of them.
pub fn check(request: &Request) -> Result<Vec<String>, Vec<Problem>> {
    let mut checked = Checked::default();
    let settings = request.config.as_ref().map_or_else(|| "config.toml".to_owned(), |file| file.display().to_string());
    checked.add(request.config.is_some() || exists("config.toml"), settings, || setup::settings(request).map(drop));
    if request.config.is_none() {
        let commands = command_names(&panels::names());
        let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
        checked.add(exists("keymap.toml"), "keymap.toml".to_owned(), || setup::keymap(&commands).map(drop));
        let playlist = || setup::playlist(&Request::default()).map(drop);
        checked.add(exists("briefing.toml"), "briefing.toml".to_owned(), playlist);
        for name in own(&shipped::theme_names(), "themes") {
            checked.add(true, format!("themes/{name}.toml"), || setup::theme(&name, Depth::True).map(drop));
        }
        for name in own(&shipped::layout_names(), "layouts") {
            checked.add(true, format!("layouts/{name}.toml"), || setup::layout(&name).map(drop));
        }
    }
    if checked.problems.is_empty() { Ok(checked.good) } else { Err(checked.problems) }
}

/// The folder in which the files are looked for; `None` where the user has none.
pub fn folder() -> Option<PathBuf> {
    user_files::folder()
}

#[derive(Default)]
struct Checked {
    good: Vec<String>,
    problems: Vec<Problem>,
}

impl Checked {
    fn add(&mut self, is_there: bool, name: String, read: impl FnOnce() -> Result<(), Vec<Problem>>) {
        if !is_there {
            return;
        }
        match read() {
            Ok(()) => self.good.push(name),
            Err(problems) => self.problems.extend(problems),
        }
    }
}

fn exists(name: &str) -> bool {
    folder().is_some_and(|folder| folder.join(name).is_file())
}

/// The user's own files of a kind; one under a shipped name counts too.
fn own(shipped: &[&'static str], part: &str) -> Vec<String> {
    let names = user_files::names_with(shipped.to_vec(), part);
    let mut own: Vec<String> = names.into_iter().filter(|name| exists(&format!("{part}/{name}.toml"))).collect();
    own.sort();
    own.dedup();
    own
}

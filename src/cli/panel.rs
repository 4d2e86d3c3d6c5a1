//! A panel by its name.

use tradedeck::domain::{Problem, spelling};
use tradedeck::say;
use tradedeck::ui::panels;

/// The place of the panel with this name.
pub(super) fn place(name: &str) -> Result<usize, Vec<Problem>> {
    let names = panels::names();
    names.iter().position(|panel| *panel == name).ok_or_else(|| {
        let hint = spelling::suggestion(name, &names);
        vec![Problem::whole_file("--panel", say!("cli.there-no-panel", name = name), hint)]
    })
}

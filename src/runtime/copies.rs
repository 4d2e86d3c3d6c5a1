//! Copying what a panel says: to the clipboard, and to a file for terminals that have none.

use std::path::{Path, PathBuf};

use crate::app::State;
use crate::app::find::panel_name;
use crate::export::copied::{Form, write};
use crate::say;

use super::terminal::LONGEST_COPY;
use super::user_files;

/// Name of the file in the user's data folder: it holds what was copied last.
const NAME: &str = "copied.txt";

/// What was copied last, and where else it is kept.
#[derive(Debug, Clone, Default)]
pub struct Copies {
    last: Option<Form>,
    file: Option<PathBuf>,
}

/// A text that was copied.
#[derive(Debug)]
pub(super) struct Copied {
    /// The text.
    pub text: String,
    /// `balance copied as Markdown`.
    pub words: String,
    /// Where it is to be kept.
    pub file: Option<PathBuf>,
}

impl Copies {
    /// Kept in this file too.
    pub fn kept_in(file: Option<PathBuf>) -> Copies {
        Copies { last: None, file }
    }

    /// The file in the user's data folder, where there is such a folder.
    pub fn own_file() -> Option<PathBuf> {
        Some(user_files::data_folder()?.join(NAME))
    }

    /// Something else was done: the next copy is text again.
    pub(super) fn forget(&mut self) {
        self.last = None;
    }

    /// What the focused panel says, in the next form.
    pub(super) fn copy(&mut self, state: &State) -> Copied {
        let form = self.last.map_or(Form::Text, Form::next);
        self.last = Some(form);
        let panel = state.focused_panel();
        let (text, panel) = (write(state, panel, form), panel_name(panel));
        let words = match text.len() <= LONGEST_COPY {
            true => say!("runtime.copied", panel = panel, word = form.word()),
            false => say!("runtime.too-long-clipboard", panel = panel),
        };
        Copied { text, words, file: self.file.clone() }
    }
}

/// Keeps a text, and tells where.
///
/// # Errors
/// In words, why it cannot be written.
pub(super) fn keep(file: &Path, text: &str) -> Result<String, String> {
    let folder = file.parent().map_or(Ok(()), std::fs::create_dir_all);
    let written = folder.and_then(|()| std::fs::write(file, text));
    written
        .map(|()| say!("runtime.also", file = user_files::shown(file)))
        .map_err(|error| say!("runtime.cannot-written-2", file = file.display(), error = error))
}

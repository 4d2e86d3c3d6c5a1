//! The files of a dataset in a folder of its own, where others are named by their paths.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::domain::Problem;

use super::{Files, Progress, Stored};

/// Files beside a main file.
pub(super) struct Beside<'a> {
    files: &'a dyn Files,
    main: &'a str,
    folder: PathBuf,
}

impl<'a> Beside<'a> {
    /// Files beside `main`, which itself is called by its path.
    pub(super) fn of(files: &'a dyn Files, main: &'a str) -> Beside<'a> {
        let folder = Path::new(main).parent().map(Path::to_owned).unwrap_or_default();
        Beside { files, main, folder }
    }

    fn path(&self, name: &str) -> String {
        if name == self.main { name.to_owned() } else { self.folder.join(name).to_string_lossy().into_owned() }
    }
}

impl Files for Beside<'_> {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        self.files.read(&self.path(name))
    }

    fn open(&self, name: &str) -> Result<Box<dyn Stored + '_>, Problem> {
        self.files.open(&self.path(name))
    }

    fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        self.files.read_if_there(&self.path(name))
    }

    fn progress(&self) -> Option<&Progress> {
        self.files.progress()
    }
}

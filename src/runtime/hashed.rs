//! Files that are hashed as they are read.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::domain::Problem;
use crate::export::pack::{Input, Role};
use crate::import::{Files, Stored};

/// Files, and the hash of each that was read.
pub(super) struct Hashed<'a> {
    files: &'a dyn Files,
    inputs: RefCell<BTreeMap<String, Input>>,
}

impl<'a> Hashed<'a> {
    /// Nothing read yet.
    pub(super) fn over(files: &'a dyn Files) -> Hashed<'a> {
        Hashed { files, inputs: RefCell::default() }
    }

    /// What was read, by name.
    pub(super) fn inputs(self) -> Vec<Input> {
        self.inputs.into_inner().into_values().collect()
    }

    fn note(&self, name: &str, content: &[u8]) {
        self.inputs.borrow_mut().insert(name.to_owned(), Input::new(Role::Data, name, content));
    }
}

impl Files for Hashed<'_> {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        self.files.read(name).inspect(|content| self.note(name, content))
    }

    fn open(&self, name: &str) -> Result<Box<dyn Stored + '_>, Problem> {
        let stored = self.files.open(name)?;
        let input = stored.reader().and_then(|bytes| Input::of_stream(Role::Data, name, bytes));
        let input = input.map_err(|error| stored.problem(name, &error))?;
        self.inputs.borrow_mut().insert(name.to_owned(), input);
        Ok(stored)
    }

    fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        let found = self.files.read_if_there(name);
        found.inspect(|content| content.iter().for_each(|content| self.note(name, content)))
    }
}

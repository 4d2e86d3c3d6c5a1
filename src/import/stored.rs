//! The bytes of a file, read in blocks from their start as often as they are asked for, so that nobody need hold them.

use std::borrow::Cow;
use std::io::{self, Read};

use crate::domain::Problem;
use crate::say;
use crate::word;

/// Bytes that lie somewhere: in memory, on a disk, packed in others.
pub trait Stored {
    /// How many; 0 where only reading tells.
    fn bytes(&self) -> u64;

    /// The bytes from their start, independently of other readers.
    ///
    /// # Errors
    /// What the system says.
    fn reader(&self) -> io::Result<Box<dyn Read + '_>>;

    /// False where somebody wrote to them since they were opened: what came of them may be half old and half new.
    fn is_as_opened(&self) -> bool {
        true
    }

    /// What a user is told where reading fails.
    fn problem(&self, name: &str, error: &io::Error) -> Problem {
        Problem::whole_file(name, say!("import.cannot-be-read", error = error), word!("import.check-file"))
    }
}

impl Stored for Cow<'_, [u8]> {
    fn bytes(&self) -> u64 {
        self.len() as u64
    }

    fn reader(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.as_ref()))
    }
}

/// The first bytes, so many at most.
///
/// # Errors
/// What the system says.
pub(super) fn start(stored: &dyn Stored, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stored.reader()?.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// All bytes, for what cannot be read in blocks; nothing where there are more than `most`.
///
/// # Errors
/// What the system says.
pub fn whole(stored: &dyn Stored, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::with_capacity(stored.bytes().min(most) as usize);
    stored.reader()?.take(most + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

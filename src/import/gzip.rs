//! Files packed with gzip, as bulk downloads are: unpacked while they are read, never as a whole.

use std::io::{self, BufReader, Read};

use flate2::read::MultiGzDecoder;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::stored::Stored;

/// Packed bytes that are read at a time.
const BLOCK: usize = 128 * 1024;

/// What lies packed in other bytes.
struct Packed<'a>(Box<dyn Stored + 'a>);

/// The bytes of a file that begins with `start`, unpacked where they are packed.
pub(super) fn unpacked<'a>(stored: Box<dyn Stored + 'a>, start: &[u8]) -> Box<dyn Stored + 'a> {
    if start.starts_with(&[0x1F, 0x8B]) { Box::new(Packed(stored)) } else { stored }
}

impl Stored for Packed<'_> {
    fn bytes(&self) -> u64 {
        0
    }

    fn reader(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(MultiGzDecoder::new(BufReader::with_capacity(BLOCK, self.0.reader()?))))
    }

    fn is_as_opened(&self) -> bool {
        self.0.is_as_opened()
    }

    fn problem(&self, name: &str, error: &io::Error) -> Problem {
        Problem::whole_file(name, say!("import.file-cannot-unpacked", error = error), word!("import.download-again"))
    }
}

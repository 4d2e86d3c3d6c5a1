//! Files packed with gzip or Zstandard, as bulk downloads are: unpacked while they are read, never as a whole.

use std::io::{self, BufReader, Read};

use flate2::read::MultiGzDecoder;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::stored::Stored;
use super::zstandard::Frames;

/// Packed bytes that are read at a time.
const BLOCK: usize = 128 * 1024;

/// How the bytes of a file are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// They are not.
    None,
    /// In one or more members of gzip.
    Gzip,
    /// In one or more frames of Zstandard.
    Zstandard,
}

impl Packing {
    /// That of a file which begins with these bytes; four are enough.
    pub fn of(start: &[u8]) -> Packing {
        match start {
            [0x1F, 0x8B, ..] => Packing::Gzip,
            [0x28, 0xB5, 0x2F, 0xFD, ..] => Packing::Zstandard,
            _ => Packing::None,
        }
    }

    /// What the bytes of the file hold.
    pub fn unpacked<'a>(self, bytes: impl Read + 'a) -> Box<dyn Read + 'a> {
        let packed = |bytes| BufReader::with_capacity(BLOCK, bytes);
        match self {
            Packing::None => Box::new(bytes),
            Packing::Gzip => Box::new(MultiGzDecoder::new(packed(bytes))),
            Packing::Zstandard => Box::new(Frames::new(packed(bytes))),
        }
    }
}

/// What lies packed in other bytes.
struct Packed<'a>(Box<dyn Stored + 'a>, Packing);

/// The bytes of a file that begins with `start`, unpacked where they are packed.
pub(super) fn unpacked<'a>(stored: Box<dyn Stored + 'a>, start: &[u8]) -> Box<dyn Stored + 'a> {
    match Packing::of(start) {
        Packing::None => stored,
        packing => Box::new(Packed(stored, packing)),
    }
}

impl Stored for Packed<'_> {
    fn bytes(&self) -> u64 {
        0
    }

    fn reader(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(self.1.unpacked(self.0.reader()?))
    }

    fn is_as_opened(&self) -> bool {
        self.0.is_as_opened()
    }

    fn problem(&self, name: &str, error: &io::Error) -> Problem {
        Problem::whole_file(name, say!("import.file-cannot-unpacked", error = error), word!("import.download-again"))
    }
}

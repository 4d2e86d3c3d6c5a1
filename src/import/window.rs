//! The part of a stream that a record may still be quoted from: what was read since it began.

use std::io::{self, Read};

/// A longer record is no row of a table, but a quote that nothing closes, or a file that is none.
pub(super) const LONGEST: usize = 16 * 1024 * 1024;

/// Hands on what it reads, and keeps it until it is told to forget.
pub(super) struct Window<R> {
    stream: R,
    kept: Vec<u8>,
    /// The place in the stream at which the kept bytes begin.
    place: u64,
    /// So many of them are forgotten already; they go when the next block comes.
    forgotten: usize,
}

impl<R: Read> Window<R> {
    pub(super) fn over(stream: R) -> Window<R> {
        Window { stream, kept: Vec::new(), place: 0, forgotten: 0 }
    }

    /// The bytes between two places of the stream, as far as they are kept.
    pub(super) fn bytes_between(&self, start: u64, end: u64) -> &[u8] {
        let kept = &self.kept[self.forgotten..];
        let at = |place: u64| (place.saturating_sub(self.place + self.forgotten as u64) as usize).min(kept.len());
        &kept[at(start)..at(end).max(at(start))]
    }

    /// What lies before a place is no longer needed.
    pub(super) fn forget(&mut self, place: u64) {
        self.forgotten = (place.saturating_sub(self.place) as usize).clamp(self.forgotten, self.kept.len());
    }

    /// What is kept, where it is more than a record may have.
    pub(super) fn too_long(&self) -> Option<&[u8]> {
        let kept = &self.kept[self.forgotten..];
        (kept.len() > LONGEST).then_some(kept)
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.too_long().is_some() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.kept.drain(..self.forgotten);
        self.place += self.forgotten as u64;
        self.forgotten = 0;
        let read = self.stream.read(buffer)?;
        self.kept.extend_from_slice(&buffer[..read]);
        Ok(read)
    }
}

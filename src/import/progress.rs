//! How far reading has come: told by whoever reads, seen by whoever shows it, from other threads too.

use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::{Dataset, Problem};
use crate::indicators::Lensed;
use crate::word;

/// What is shared between a reader and those who wait for it.
#[derive(Debug, Default)]
pub struct Progress {
    file: Mutex<String>,
    done: AtomicU64,
    bytes: AtomicU64,
    rows: AtomicU64,
    /// Of several files.
    all_bytes: AtomicU64,
    bytes_before: AtomicU64,
    rows_before: AtomicU64,
    is_cancelled: AtomicBool,
    is_doubtful: AtomicBool,
    partial: Mutex<Option<Arc<Lensed>>>,
}

/// How far reading had come at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reached {
    /// The file that is being read, as the user named it; empty before the first.
    pub file: String,
    /// Bytes that are read: of it, or of all files where their sizes are known.
    pub done: u64,
    /// The size of the same in bytes; 0 where it is not known.
    pub bytes: u64,
    /// Rows of the same that are read.
    pub rows: u64,
    /// What was handed over lacks rows that have come since, or may lack them.
    pub is_doubtful: bool,
}

impl Progress {
    /// A file is read from its start; `bytes` is its size, 0 where that is not known.
    pub fn begin(&self, file: &str, bytes: u64) {
        file.clone_into(&mut self.file.lock().unwrap_or_else(PoisonError::into_inner));
        self.done.store(0, Relaxed);
        self.rows.store(0, Relaxed);
        self.bytes.store(bytes, Relaxed);
    }

    /// Several files are read, of so many bytes in all.
    pub fn begin_all(&self, bytes: u64) {
        self.all_bytes.store(bytes, Relaxed);
    }

    /// One of several files is read, of so many bytes.
    pub fn end(&self, bytes: u64) {
        self.done.store(0, Relaxed);
        self.bytes_before.fetch_add(bytes, Relaxed);
        self.rows_before.fetch_add(self.rows.swap(0, Relaxed), Relaxed);
    }

    /// True once a file is read.
    pub fn has_begun(&self) -> bool {
        !self.file.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// So many bytes and rows of the file are read. Cheap enough for every block, and for every row of a small file.
    pub fn reach(&self, done: u64, rows: u64) {
        self.done.store(done, Relaxed);
        self.rows.store(rows, Relaxed);
    }

    /// How far reading has come.
    pub fn reached(&self) -> Reached {
        let all_bytes = self.all_bytes.load(Relaxed);
        Reached {
            file: self.file.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            done: self.bytes_before.load(Relaxed) + self.done.load(Relaxed),
            bytes: if all_bytes > 0 { all_bytes } else { self.bytes.load(Relaxed) },
            rows: self.rows_before.load(Relaxed) + self.rows.load(Relaxed),
            is_doubtful: self.is_doubtful.load(Relaxed),
        }
    }

    /// Asks the reader to stop. It does so at the next row or block, with [`Progress::stopped`].
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Relaxed);
    }

    /// True once the reader has been asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Relaxed)
    }

    /// What a reader that was asked to stop answers with.
    pub fn stopped(file: &str) -> Problem {
        Problem::whole_file(file, word!("import.reading-was-stopped-before"), word!("import.open-file-again-read"))
    }

    /// Hands over what is known so far, to be shown as incomplete; it takes the place of what was handed over before.
    pub fn offer(&self, partial: Dataset) {
        let ready = Lensed::ready(Arc::new(partial));
        *self.partial.lock().unwrap_or_else(PoisonError::into_inner) = Some(ready);
    }

    /// What was handed over turns out to lack rows, or may lack them.
    pub fn doubt(&self) {
        self.is_doubtful.store(true, Relaxed);
    }

    /// Takes what was handed over last, once.
    pub fn take_partial(&self) -> Option<Arc<Lensed>> {
        self.partial.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Reached {
    /// The part that is read, in percent; `None` where the size is not known.
    pub fn percent(&self) -> Option<u64> {
        (self.bytes > 0).then(|| (self.done.min(self.bytes) * 100) / self.bytes)
    }
}

/// A stream that tells how far it is read, and fails where the reader is asked to stop.
pub(super) struct Counted<'a, R> {
    stream: R,
    done: u64,
    progress: Option<&'a Progress>,
}

impl<'a, R> Counted<'a, R> {
    /// From its start.
    pub(super) fn new(stream: R, progress: Option<&'a Progress>) -> Counted<'a, R> {
        Counted { stream, done: 0, progress }
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.progress.is_some_and(Progress::is_cancelled) {
            return Err(io::Error::other("stopped"));
        }
        let read = self.stream.read(buffer)?;
        self.done += read as u64;
        if let Some(progress) = self.progress {
            progress.reach(self.done, 0);
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_tells_how_far_it_is_and_stops_when_asked() {
        let progress = Progress::default();
        progress.begin("f.json", 6);
        let mut stream = Counted::new(b"abcdef".as_slice(), Some(&progress));
        stream.read_exact(&mut [0; 4]).unwrap();
        let reached = progress.reached();
        assert_eq!((reached.done, reached.percent()), (4, Some(66)));
        progress.cancel();
        assert!(stream.read_exact(&mut [0; 1]).is_err());
    }

    #[test]
    fn several_files_of_known_size_are_counted_together() {
        let progress = Progress::default();
        progress.begin_all(400);
        let told = || {
            let Reached { file, done, bytes, rows, .. } = progress.reached();
            (file, done, bytes, rows)
        };
        progress.begin("a.csv", 100);
        progress.reach(50, 5);
        assert_eq!(told(), ("a.csv".to_owned(), 50, 400, 5));
        progress.end(100);
        progress.begin("b.csv", 300);
        progress.reach(100, 7);
        assert_eq!(told(), ("b.csv".to_owned(), 200, 400, 12));
    }
}

//! How far reading has come: told by whoever reads, seen by whoever shows it, from other threads too.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::{Dataset, Problem};
use crate::word;

/// What is shared between a reader and those who wait for it.
#[derive(Debug, Default)]
pub struct Progress {
    file: Mutex<String>,
    done: AtomicU64,
    bytes: AtomicU64,
    rows: AtomicU64,
    is_cancelled: AtomicBool,
    partial: Mutex<Option<Arc<Dataset>>>,
}

/// How far reading had come at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reached {
    /// The file that is being read, as the user named it; empty before the first.
    pub file: String,
    /// Bytes of it that are read.
    pub done: u64,
    /// Its size in bytes; 0 where it is not known.
    pub bytes: u64,
    /// Rows of it that are read.
    pub rows: u64,
}

impl Progress {
    /// A file is read from its start; `bytes` is its size, 0 where that is not known.
    pub fn begin(&self, file: &str, bytes: u64) {
        file.clone_into(&mut self.file.lock().unwrap_or_else(PoisonError::into_inner));
        self.done.store(0, Relaxed);
        self.rows.store(0, Relaxed);
        self.bytes.store(bytes, Relaxed);
    }

    /// So many bytes and rows of the file are read. Cheap enough for every block, and for every row of a small file.
    pub fn reach(&self, done: u64, rows: u64) {
        self.done.store(done, Relaxed);
        self.rows.store(rows, Relaxed);
    }

    /// How far reading has come.
    pub fn reached(&self) -> Reached {
        Reached {
            file: self.file.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            done: self.done.load(Relaxed),
            bytes: self.bytes.load(Relaxed),
            rows: self.rows.load(Relaxed),
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
        *self.partial.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(partial));
    }

    /// Takes what was handed over last, once.
    pub fn take_partial(&self) -> Option<Arc<Dataset>> {
        self.partial.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Reached {
    /// The part of the file that is read, in percent; `None` where its size is not known.
    pub fn percent(&self) -> Option<u64> {
        (self.bytes > 0).then(|| (self.done.min(self.bytes) * 100) / self.bytes)
    }
}

/// Bytes in memory that tell how far they are read, and fail where the reader is asked to stop.
pub(super) struct Counted<'a> {
    rest: &'a [u8],
    bytes: usize,
    progress: Option<&'a Progress>,
}

impl<'a> Counted<'a> {
    /// From their start.
    pub(super) fn new(file: &str, bytes: &'a [u8], progress: Option<&'a Progress>) -> Counted<'a> {
        if let Some(progress) = progress {
            progress.begin(file, bytes.len() as u64);
        }
        Counted { rest: bytes, bytes: bytes.len(), progress }
    }
}

impl std::io::Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if let Some(progress) = self.progress {
            if progress.is_cancelled() {
                return Err(std::io::Error::other("stopped"));
            }
            progress.reach((self.bytes - self.rest.len()) as u64, 0);
        }
        self.rest.read(buffer)
    }
}

/// Rows that tell how far they are, and end where the reader is asked to stop.
pub(super) struct Told<'a, R> {
    rows: R,
    progress: &'a Progress,
    count: u64,
}

impl<'a, R> Told<'a, R> {
    pub(super) fn new(rows: R, progress: &'a Progress) -> Told<'a, R> {
        Told { rows, progress, count: 0 }
    }
}

/// Rows that know how many bytes lie behind them.
pub(super) trait Behind {
    /// Bytes from the start to behind the last row.
    fn behind(&self) -> u64;
}

impl<R: Iterator + Behind> Iterator for Told<'_, R> {
    type Item = R::Item;

    fn next(&mut self) -> Option<R::Item> {
        if self.progress.is_cancelled() {
            return None;
        }
        let row = self.rows.next()?;
        self.count += 1;
        self.progress.reach(self.rows.behind(), self.count);
        Some(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rows::TextRows;

    #[test]
    fn rows_tell_how_far_they_are_and_stop_when_asked() {
        let progress = Progress::default();
        let text = "a;b\n1;2\n3;4\n";
        progress.begin("f.csv", text.len() as u64);
        let mut rows = Told::new(TextRows::new("f.csv", text, b';'), &progress);
        rows.next();
        rows.next();
        let reached = progress.reached();
        assert_eq!((reached.rows, reached.done, reached.percent()), (2, 8, Some(66)));
        progress.cancel();
        assert!(rows.next().is_none());
    }
}

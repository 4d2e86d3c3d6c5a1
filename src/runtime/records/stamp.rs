//! What tells that a file is the same as before.

use std::fs::Metadata;
use std::path::Path;
use std::time::SystemTime;

/// Size and times of a file, and which one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub bytes: u64,
    /// When its content changed, as whoever wrote it says.
    pub changed: Option<SystemTime>,
    /// Its number in the file system, and when the system saw it change, which no program can put back; noughts where
    /// the system tells neither.
    pub identity: [i64; 3],
}

impl Stamp {
    pub fn of(path: &Path) -> std::io::Result<Stamp> {
        let metadata = std::fs::metadata(path)?;
        Ok(Stamp { bytes: metadata.len(), changed: metadata.modified().ok(), identity: identity(&metadata) })
    }
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> [i64; 3] {
    use std::os::unix::fs::MetadataExt as _;
    [metadata.ino().cast_signed(), metadata.ctime(), metadata.ctime_nsec()]
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> [i64; 3] {
    [0; 3]
}

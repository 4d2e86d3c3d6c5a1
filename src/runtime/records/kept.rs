//! Sums that are kept from one run to the next, in the user's cache folder, so that a file of millions of records is read once.
//!
//! What is kept is used only for the same file (its whole path, size, times of change, number in the file system, and a hash of its
//! beginning, its end and places between), read in the same way, by the same version of the program; and only if it is whole, which a hash tells. Anything else
//! is read anew. Files of the cache may be deleted at any time.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::Scope;
use crate::export::pack::digest;
use crate::import::micro::Cube;

use super::file::RecordFile;
use super::stamp::Stamp;

/// A file that is smaller is read faster than anybody would notice, in bytes.
const LEAST: u64 = 4 << 20;

/// All files of the cache together have at most so many bytes; the ones used longest ago go first.
const MOST: u64 = 64 << 20;

/// A file that changed so short a time ago may change again without another time of change.
const SETTLED: Duration = Duration::from_secs(2);

/// Places at which the file is hashed, beside its end.
const PLACES: u64 = 16;

/// Bytes that are hashed at each.
const SAMPLE: u64 = 4096;

const ENDING: &str = "sums";

/// Counts up when a [`Cube`] gets other parts: what was kept of the old ones is left alone.
const LAYOUT: u32 = 2;

/// Files that this process has begun to write.
static WRITTEN: AtomicU64 = AtomicU64::new(0);

/// The sums of one file and scope.
pub(super) struct Kept<'a> {
    folder: &'a Path,
    file: &'a RecordFile,
    stamp: Stamp,
    path: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Content<C> {
    sample: Vec<u8>,
    cube: C,
}

impl<'a> Kept<'a> {
    /// Where the sums of a scope are kept; nothing for files that are not worth it.
    pub fn of(folder: &'a Path, file: &'a RecordFile, scope: &Scope, stamp: Stamp) -> Option<Kept<'a>> {
        let changed = stamp.changed.filter(|_| stamp.bytes >= LEAST)?.duration_since(UNIX_EPOCH).ok()?;
        let whole = fs::canonicalize(&file.path).ok()?;
        let how = format!("{:?} {:?} {scope} {} {LAYOUT}", file.plan, file.packing, env!("CARGO_PKG_VERSION"));
        let key = format!("{whole:?}\n{} {} {:?}\n{how}", stamp.bytes, changed.as_nanos(), stamp.identity);
        let path = folder.join(format!("{}.{ENDING}", digest(key.as_bytes())));
        Some(Kept { folder, file, stamp, path })
    }

    /// The sums, where they are there and whole, and the file is the same.
    pub fn read(&self) -> Option<Cube> {
        let bytes = is_own(&self.path).then(|| fs::read(&self.path).ok())??;
        let (hash, content) = bytes.split_at_checked(32)?;
        if Sha256::digest(content)[..] != *hash {
            return None;
        }
        let content: Content<Cube> = postcard::from_bytes(content).ok()?;
        let is_same = sample(self.file, self.stamp.bytes).is_ok_and(|sample| sample == content.sample);
        let cube = Some(content.cube).filter(|cube| is_same && cube.is_sound())?;
        // Used last: others go before it.
        let _ = File::options().append(true).open(&self.path).and_then(|file| file.set_modified(SystemTime::now()));
        Some(cube)
    }

    /// Keeps the sums. What cannot be kept is read again.
    pub fn write(&self, cube: &Cube) {
        let settled = self.stamp.changed.and_then(|changed| changed.elapsed().ok()).is_some_and(|age| age > SETTLED);
        if settled && let Err(error) = self.try_write(cube) {
            log::warn!("sums of {} are not kept: {error}", self.file.name);
        }
    }

    fn try_write(&self, cube: &Cube) -> io::Result<()> {
        let sample = sample(self.file, self.stamp.bytes)?;
        let content = postcard::to_stdvec(&Content { sample, cube }).map_err(io::Error::other)?;
        make_folder(self.folder)?;
        make_room(self.folder, content.len() as u64)?;
        // Under a name of its own first: others see all of it or nothing.
        let number = WRITTEN.fetch_add(1, Relaxed);
        let part = self.path.with_extension(format!("part-{}-{number}", std::process::id()));
        let written = new_file(&part).and_then(|mut file| {
            file.write_all(&Sha256::digest(&content))?;
            file.write_all(&content)
        });
        written.and_then(|()| fs::rename(&part, &self.path)).inspect_err(|_| _ = fs::remove_file(&part))
    }
}

/// True for a file: a link might lead to one of somebody else's.
fn is_own(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
}

/// The folder, for this user alone where it is new: trade of single firms may be seen in sums.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// A file that was not there, for this user alone.
fn new_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true).create_new(true).open(path)
}

/// Deletes what was used longest ago, and what an end in the midst of writing has left, until `more` bytes have room.
fn make_room(folder: &Path, more: u64) -> io::Result<()> {
    let mut kept: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, about) = (entry.path(), entry.metadata()?);
        let changed = about.modified().unwrap_or(UNIX_EPOCH);
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        let is_left = ending.starts_with("part-") && changed.elapsed().is_ok_and(|age| age > Duration::from_secs(600));
        if ending == ENDING || is_left {
            kept.push((if is_left { UNIX_EPOCH } else { changed }, about.len(), path));
        }
    }
    kept.sort();
    let mut bytes = more + kept.iter().map(|(_, bytes, _)| bytes).sum::<u64>();
    for (_, size, path) in kept {
        if bytes <= MOST {
            break;
        }
        // Somebody else may have deleted it.
        let _ = fs::remove_file(path);
        bytes -= size;
    }
    Ok(())
}

/// A hash of the beginning of the file, its end and places between.
fn sample(file: &RecordFile, bytes: u64) -> io::Result<Vec<u8>> {
    let mut source = File::open(&file.path)?;
    let mut hash = Sha256::new();
    let mut block = vec![0; SAMPLE as usize];
    let last = bytes.saturating_sub(SAMPLE);
    for place in (0..PLACES).map(|number| last / PLACES * number).chain([last]) {
        source.seek(SeekFrom::Start(place))?;
        source.read_exact(&mut block)?;
        hash.update(&block);
    }
    Ok(hash.finalize().to_vec())
}

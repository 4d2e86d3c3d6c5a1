//! What comes through a pipe comes once: it is kept, so that it can be read in blocks as often as need be.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, IsTerminal as _, Read, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::domain::Problem;
use crate::import::{Progress, Stored};
use crate::{say, word};

use super::on_disk::OnDisk;

/// The name by which a user means standard input.
const STANDARD_INPUT: &str = "-";

/// Where the pipes are that a shell makes of `<(command)`: their names say nothing.
const SHELL_PIPES: &str = "/dev/fd";

/// So many bytes are kept in memory; more go to a file in the folder for temporary files, which has no name there and
/// is gone with the program.
const IN_MEMORY: u64 = 8 << 20;

/// More than this is not kept: an endless stream would fill the disk.
const MOST: u64 = 4 << 30;

/// How often it is looked whether reading is to stop.
const GLANCE: Duration = Duration::from_millis(50);

/// Everything that came through each pipe, by what the user called it.
static KEPT: Mutex<Option<HashMap<PathBuf, Piped>>> = Mutex::new(None);

/// Everything that came through a pipe.
#[derive(Debug, Clone)]
pub(super) struct Piped(Arc<Kept>);

#[derive(Debug)]
enum Kept {
    Memory(Vec<u8>),
    Disk(OnDisk),
}

/// A pipe that is being read by a thread of its own.
pub(super) struct Stream {
    done: Arc<AtomicU64>,
    kept: Receiver<Result<Piped, Problem>>,
}

/// True where a source is standard input or a named pipe, such as those that a shell makes of `<(command)`.
pub(super) fn is_pipe(source: &Path) -> bool {
    source.as_os_str() == STANDARD_INPUT || is_named_pipe(source)
}

#[cfg(unix)]
fn is_named_pipe(source: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    source.metadata().is_ok_and(|metadata| metadata.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_named_pipe(_source: &Path) -> bool {
    false
}

/// How messages call a source that is a pipe.
pub(super) fn name(source: &Path) -> String {
    match source.strip_prefix(SHELL_PIPES) {
        _ if source.as_os_str() == STANDARD_INPUT => word!("runtime.standard-input").to_owned(),
        Ok(number) => say!("runtime.pipe", number = number.display()),
        Err(_) => source.display().to_string(),
    }
}

/// What has come through the pipe that messages call by this name, if it was read.
pub(super) fn kept(name_of_pipe: &Path) -> Option<Piped> {
    let kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let found = kept.as_ref()?.iter().find(|(source, _)| Path::new(&name(source)) == name_of_pipe);
    found.map(|(_, piped)| piped.clone())
}

/// Reads a source that is a pipe to its end, unless that was done before.
///
/// # Errors
/// That nothing can come through it, too much does, or that reading was stopped.
pub(super) fn drain(source: &Path, progress: Option<&Progress>) -> Result<(), Problem> {
    let name = name(source);
    if kept(Path::new(&name)).is_some() {
        return Ok(());
    }
    let is_standard_input = source.as_os_str() == STANDARD_INPUT;
    if is_standard_input && io::stdin().is_terminal() {
        return Err(Problem::whole_file(name, word!("runtime.nothing-piped"), word!("runtime.pipe-into")));
    }
    let stream = match is_standard_input {
        true => Stream::of(io::stdin(), &name),
        false => Stream::opened(source.to_owned(), &name),
    };
    if let Some(progress) = progress {
        progress.begin(&name, 0);
    }
    if let Some(piped) = stream.wait(&name, None, progress)? {
        KEPT.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().insert(source.to_owned(), piped);
    }
    Ok(())
}

impl Stream {
    /// Starts reading a stream.
    pub(super) fn of(stream: impl Read + Send + 'static, name: &str) -> Stream {
        Stream::from(move || Ok(stream), name)
    }

    /// Starts reading a named pipe, which opens once somebody writes to it.
    fn opened(source: PathBuf, name: &str) -> Stream {
        Stream::from(move || File::open(source), name)
    }

    fn from<R: Read>(open: impl FnOnce() -> io::Result<R> + Send + 'static, name: &str) -> Stream {
        let (done, (told, kept)) = (Arc::new(AtomicU64::new(0)), mpsc::channel());
        let (counted, name) = (Arc::clone(&done), name.to_owned());
        let keep = crate::words::carried(move || {
            let kept = open().and_then(|stream| keep(stream, &counted));
            let kept = kept.map_err(|error| {
                Problem::whole_file(
                    &*name,
                    say!("runtime.cannot-read-2", error = error),
                    word!("runtime.name-file-instead"),
                )
            });
            let kept = kept.and_then(|kept| match counted.load(Relaxed) > MOST {
                true => Err(too_much(&name)),
                false => Ok(Piped(Arc::new(kept))),
            });
            // Nobody may be waiting any more.
            let _ = told.send(kept);
        });
        thread::spawn(keep);
        Stream { done, kept }
    }

    /// Waits for what comes through; `Ok(None)` where the end does not come by this moment.
    ///
    /// # Errors
    /// What the system says, that it was too much, or that reading was stopped.
    pub(super) fn wait(
        &self,
        name: &str,
        until: Option<Instant>,
        progress: Option<&Progress>,
    ) -> Result<Option<Piped>, Problem> {
        loop {
            let left = until.map_or(GLANCE, |until| until.saturating_duration_since(Instant::now()).min(GLANCE));
            let kept = self.kept.recv_timeout(left);
            if let Some(progress) = progress {
                progress.reach(self.done.load(Relaxed), 0);
            }
            match kept {
                Ok(kept) => return kept.map(Some),
                // Only a panic of the thread that reads.
                Err(RecvTimeoutError::Disconnected) => return Ok(Some(Piped(Arc::new(Kept::Memory(Vec::new()))))),
                Err(RecvTimeoutError::Timeout) if progress.is_some_and(Progress::is_cancelled) => {
                    return Err(Progress::stopped(name));
                }
                Err(RecvTimeoutError::Timeout) if until.is_some_and(|until| Instant::now() >= until) => {
                    return Ok(None);
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

/// Keeps a stream in memory, or what is more on the disk.
fn keep(stream: impl Read, counted: &AtomicU64) -> io::Result<Kept> {
    let mut stream = Counted { stream: stream.take(MOST + 1), counted };
    let mut start = Vec::new();
    stream.by_ref().take(IN_MEMORY).read_to_end(&mut start)?;
    if (start.len() as u64) < IN_MEMORY {
        return Ok(Kept::Memory(start));
    }
    let mut file = tempfile::tempfile()?;
    file.write_all(&start)?;
    io::copy(&mut stream, &mut file)?;
    Ok(Kept::Disk(OnDisk::of(file)?))
}

/// A stream that tells how many bytes have come.
struct Counted<'a, R> {
    stream: R,
    counted: &'a AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer)?;
        self.counted.fetch_add(read as u64, Relaxed);
        Ok(read)
    }
}

fn too_much(name: &str) -> Problem {
    Problem::whole_file(name, word!("runtime.more-than-4-gib"), word!("runtime.split-aggregate-first"))
}

impl Stored for Piped {
    fn bytes(&self) -> u64 {
        match &*self.0 {
            Kept::Memory(bytes) => bytes.len() as u64,
            Kept::Disk(file) => file.bytes(),
        }
    }

    fn reader(&self) -> io::Result<Box<dyn Read + '_>> {
        match &*self.0 {
            Kept::Memory(bytes) => Ok(Box::new(bytes.as_slice())),
            Kept::Disk(file) => file.reader(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(bytes: Vec<u8>) -> (Kept, u64) {
        let counted = AtomicU64::new(0);
        let kept = keep(bytes.as_slice(), &counted).unwrap();
        (kept, counted.into_inner())
    }

    #[test]
    fn a_short_stream_stays_in_memory_and_a_long_one_goes_to_the_disk_whole() {
        let (short, counted) = kept(b"a,b\n1,2\n".to_vec());
        assert!(matches!(short, Kept::Memory(_)));
        assert_eq!(counted, 8);
        let bytes: Vec<u8> = (0..IN_MEMORY + 3).map(|n| (n % 251) as u8).collect();
        let (long, counted) = kept(bytes.clone());
        assert!(matches!(long, Kept::Disk(_)));
        assert_eq!(counted, IN_MEMORY + 3);
        let piped = Piped(Arc::new(long));
        for _ in 0..2 {
            let mut read = Vec::new();
            piped.reader().unwrap().read_to_end(&mut read).unwrap();
            assert!(read == bytes);
        }
    }

    #[test]
    fn a_stream_that_never_ends_can_be_given_up() {
        let (reader, _writer) = io::pipe().unwrap();
        let stream = Stream::of(reader, "a pipe");
        let progress = Progress::default();
        progress.cancel();
        assert_eq!(stream.wait("a pipe", None, Some(&progress)).unwrap_err(), Progress::stopped("a pipe"));
    }
}

//! A file cut into parts, which threads take one after the other.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;

use crate::domain::Scope;
use crate::import::Progress;
use crate::import::micro::cube::Numbering;
use crate::import::micro::scan::{Found, Stop};
use crate::import::micro::{Cube, Part, Scanner, Tally};
use crate::words::carried;

use super::super::give_way::give_way;
use super::file::RecordFile;
use super::so_far::SoFar;

/// Bytes of a part: enough that few rows lie across a cut, and few enough that threads end together.
const PART: u64 = 4 * 1024 * 1024;

/// More threads than these wait for the memory.
const MOST_THREADS: usize = 16;

/// What all threads share.
struct Work<'a> {
    file: &'a RecordFile,
    scope: &'a Scope,
    bytes: u64,
    /// Bytes of a part.
    part: u64,
    next: AtomicU64,
    done: AtomicU64,
    rows: AtomicU64,
    progress: Option<&'a Progress>,
    so_far: Option<&'a SoFar<'a>>,
}

/// All sums of a plain file of so many bytes.
pub(super) fn all(file: &RecordFile, scope: &Scope, bytes: u64, progress: Option<&Progress>) -> Result<Cube, Stop> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    let so_far = SoFar::of(file, scope, bytes, progress);
    in_parts((file, scope, bytes), (PART, threads), progress, so_far.as_ref())
}

/// All sums of a plain file cut into parts of so many bytes, by at most so many threads.
pub(super) fn in_parts(
    (file, scope, bytes): (&RecordFile, &Scope, u64),
    (part, most_threads): (u64, usize),
    progress: Option<&Progress>,
    so_far: Option<&SoFar<'_>>,
) -> Result<Cube, Stop> {
    let [next, done, rows] = [0; 3].map(AtomicU64::new);
    let work = Work { file, scope, bytes, part, next, done, rows, progress, so_far };
    let threads = most_threads.min(work.parts() as usize).max(1);
    // Threads that are started here give way as this one does, which makes a dataset of the sums afterwards.
    progress.into_iter().for_each(|_| give_way());
    let taken = thread::scope(|threads_of| {
        let others: Vec<_> = (1..threads).map(|_| threads_of.spawn(carried(|| work.take()))).collect();
        let own = work.take();
        let others = others.into_iter().map(|other| other.join().unwrap_or_else(|_| Err(broken())));
        std::iter::once(own).chain(others.collect::<Vec<_>>()).collect::<Result<Vec<_>, Stop>>()
    });
    let taken = match taken {
        // What began within quotes may seem to have no end.
        Err(Stop::Endless(_)) => return again(file, scope, progress),
        taken => taken?,
    };
    let mut found: Vec<(u64, Found)> = taken.iter().flat_map(|(_, found)| found.iter().copied()).collect();
    found.sort_unstable_by_key(|(part, _)| *part);
    let is_whole = found.windows(2).all(|pair| pair[0].1.end == pair[1].1.begin);
    if !is_whole {
        // A cut went through quotes: the text is read from its start, where it is known what is quoted.
        return again(file, scope, progress);
    }
    let mut cube = so_far.map_or_else(Cube::default, SoFar::take_sums);
    for (tally, _) in taken {
        cube.add(tally);
    }
    Ok(cube)
}

/// What was read in parts was read wrongly, and so may be what was shown of it.
fn again(file: &RecordFile, scope: &Scope, progress: Option<&Progress>) -> Result<Cube, Stop> {
    progress.into_iter().for_each(Progress::doubt);
    in_order(file, scope, progress, (PART, None))
}

/// All sums of a text that can only be read from its start.
pub(super) fn stream(file: &RecordFile, scope: &Scope, progress: Option<&Progress>) -> Result<Cube, Stop> {
    in_order(file, scope, progress, (PART, SoFar::of_stream(file, scope, progress).as_ref()))
}

/// The same; what is read is shown once each so many bytes.
pub(super) fn in_order(
    file: &RecordFile,
    scope: &Scope,
    progress: Option<&Progress>,
    (step, so_far): (u64, Option<&SoFar<'_>>),
) -> Result<Cube, Stop> {
    let mut text = file.text().map_err(Stop::Io)?;
    io::copy(&mut text.by_ref().take(file.plan.first_row), &mut io::sink()).map_err(Stop::Io)?;
    let part = Part { start: file.plan.first_row, end: u64::MAX, is_cut: false };
    let mut tally = Tally::new(&file.plan.columns, scope);
    let mut numbering = Numbering::default();
    let (mut done, mut rows, mut number) = (part.start, 0, 0);
    Scanner::default().part(&mut text, part, &mut tally, &mut |tally, more_bytes, more_rows| {
        done += more_bytes;
        rows += more_rows;
        if let Some(so_far) = so_far.filter(|_| done >= (number + 1) * step) {
            so_far.add((number, Found { begin: number, end: number + 1 }), tally, &mut numbering, done);
            number += 1;
        }
        goes_on(progress, done, rows)
    })?;
    let mut cube = so_far.map_or_else(Cube::default, SoFar::take_sums);
    cube.add(tally);
    Ok(cube)
}

impl Work<'_> {
    fn parts(&self) -> u64 {
        self.bytes.saturating_sub(self.file.plan.first_row).div_ceil(self.part)
    }

    /// Takes parts until there are no more.
    fn take(&self) -> Result<(Tally<'_>, Vec<(u64, Found)>), Stop> {
        let mut tally = Tally::new(&self.file.plan.columns, self.scope);
        let mut scanner = Scanner::default();
        let mut found = Vec::new();
        let mut numbering = Numbering::default();
        let mut file = File::open(&self.file.path).map_err(Stop::Io)?;
        loop {
            let number = self.next.fetch_add(1, Relaxed);
            if number >= self.parts() {
                return Ok((tally, found));
            }
            let start = self.file.plan.first_row + number * self.part;
            let part = Part { start, end: (start + self.part).min(self.bytes), is_cut: number > 0 };
            file.seek(SeekFrom::Start(start - u64::from(part.is_cut))).map_err(Stop::Io)?;
            let mut told = |_: &mut Tally<'_>, bytes: u64, rows: u64| {
                let (done, before) = (self.done.fetch_add(bytes, Relaxed), self.rows.fetch_add(rows, Relaxed));
                goes_on(self.progress, done + bytes, before + rows)
            };
            let read = (number, scanner.part(&mut file, part, &mut tally, &mut told)?);
            if let Some(so_far) = self.so_far {
                so_far.add(read, &mut tally, &mut numbering, self.done.load(Relaxed));
            }
            found.push(read);
        }
    }
}

fn broken() -> Stop {
    Stop::Io(io::Error::other("a thread that read it has failed"))
}

/// Tells how far reading has come; false where it is to stop.
fn goes_on(progress: Option<&Progress>, done: u64, rows: u64) -> bool {
    progress.is_none_or(|progress| {
        progress.reach(done, rows);
        !progress.is_cancelled()
    })
}

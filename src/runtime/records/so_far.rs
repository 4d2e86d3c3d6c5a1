//! What is known of a file while it is read: the months that are complete, where its rows stand in order of their periods.

use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::domain::{Period, Scope};
use crate::import::Progress;
use crate::import::micro::columns::FlowColumn;
use crate::import::micro::cube::Numbering;
use crate::import::micro::order::{Front, Order, Span};
use crate::import::micro::scan::Found;
use crate::import::micro::{self, Cube, Part, Scanner, Tally};

use super::file::RecordFile;

/// Smaller files are read before anybody could look at a part of them, in bytes.
const LEAST: u64 = 16 << 20;

/// Places of the file, from its start to its end, that tell whether its rows are in order.
const PLACES: u64 = 16;

/// Bytes that are looked at at each: some twenty rows.
const SAMPLE: u64 = 1024;

/// A part is made at most so often.
const STEP: Duration = Duration::from_millis(100);

/// And takes at most one of so many parts of the time.
const SHARE: u32 = 30;

/// A part that would be looked at for a shorter time than this is not made.
const SHORTEST: Duration = Duration::from_millis(200);

/// The sums so far, which threads add to as they read, and what was made of them.
pub(super) struct SoFar<'a> {
    file: &'a RecordFile,
    scope: &'a Scope,
    /// Nought where that is not known.
    bytes: u64,
    /// Exports of all months may come first, then imports: a month that has one of them is not complete.
    needs_both_flows: bool,
    progress: &'a Progress,
    began: Instant,
    /// A part is made at most so often, and only where the rest takes so long.
    pace: (Duration, Duration),
    sums: Mutex<Sums>,
}

struct Sums {
    front: Front,
    cube: Cube,
    /// When a part may be made next; nothing while one is being made.
    due: Option<Instant>,
    /// Months of the part that was made last.
    shown: usize,
}

impl<'a> SoFar<'a> {
    /// For a plain file that somebody waits for and whose rows seem to be in order; nothing for others.
    pub fn of(file: &'a RecordFile, scope: &'a Scope, bytes: u64, progress: Option<&'a Progress>) -> Option<SoFar<'a>> {
        let progress = progress.filter(|_| bytes >= LEAST && file.is_alone)?;
        let (order, _) = sampled(file, scope, bytes)?;
        Some(SoFar::new((file, scope, bytes), progress, Some(order), (STEP, SHORTEST)))
    }

    /// For a text that can only be read from its start: whether its rows are in order is seen on the way.
    pub fn of_stream(file: &'a RecordFile, scope: &'a Scope, progress: Option<&'a Progress>) -> Option<SoFar<'a>> {
        let progress = progress.filter(|_| file.is_alone)?;
        Some(SoFar::new((file, scope, 0), progress, None, (STEP, SHORTEST)))
    }

    fn new(
        (file, scope, bytes): (&'a RecordFile, &'a Scope, u64),
        progress: &'a Progress,
        order: Option<Order>,
        pace: (Duration, Duration),
    ) -> SoFar<'a> {
        let began = Instant::now();
        let needs_both_flows = order.is_none() && matches!(file.plan.columns.flow, FlowColumn::At(_));
        let sums = Sums { front: Front::new(order), cube: Cube::default(), due: Some(began + pace.0), shown: 0 };
        SoFar { file, scope, bytes, needs_both_flows, progress, began, pace, sums: Mutex::new(sums) }
    }

    /// Takes the sums of a part out of a tally, and shows what is complete when it is time for that.
    pub fn add(&self, part: (u64, Found), tally: &mut Tally<'_>, numbering: &mut Numbering, done: u64) {
        let mut sums = self.sums.lock().unwrap_or_else(PoisonError::into_inner);
        let span = sums.cube.drain(tally, numbering);
        sums.front.add(part.0, part.1, span);
        if sums.front.is_broken() {
            if sums.shown > 0 {
                self.progress.doubt();
            }
            return;
        }
        let now = Instant::now();
        if sums.due.is_none_or(|due| now < due) || self.left(done, now) < self.pace.1 {
            return;
        }
        let front = &sums.front;
        let complete = sums.cube.only(|period: Period| front.is_complete(period));
        if complete.periods.len() <= sums.shown || self.needs_both_flows && !complete.has_both_flows() {
            return;
        }
        (sums.due, sums.shown) = (None, complete.periods.len());
        drop(sums);
        self.show(&complete);
        // Few parts of what takes a moment, for each has to be looked at and drawn; of what takes long, one a second.
        let pause = (now.elapsed() * SHARE).max((now - self.began) / 2).clamp(self.pace.0, self.pace.0 * 10);
        self.sums.lock().unwrap_or_else(PoisonError::into_inner).due = Some(Instant::now() + pause);
    }

    fn show(&self, complete: &Cube) {
        let names = [self.file.name.clone()];
        // What is wrong with a part is told of the whole.
        if let Ok(dataset) = micro::dataset::so_far(complete, &self.file.plan, self.scope, &names) {
            self.progress.offer(dataset);
        }
    }

    /// The time that the rest takes at the pace so far; of a text of unknown length as long again as it took.
    fn left(&self, done: u64, now: Instant) -> Duration {
        if self.bytes == 0 {
            return now - self.began;
        }
        let rest = self.bytes.saturating_sub(done) as f64 / done.max(1) as f64;
        Duration::try_from_secs_f64((now - self.began).as_secs_f64() * rest).unwrap_or(Duration::MAX)
    }

    /// All sums that were taken out of tallies.
    pub fn take_sums(&self) -> Cube {
        std::mem::take(&mut self.sums.lock().unwrap_or_else(PoisonError::into_inner).cube)
    }
}

/// The order that rows here and there are in, and the first and the last period of them; nothing where they are in none, or
/// cannot be understood.
pub(super) fn sampled(file: &RecordFile, scope: &Scope, bytes: u64) -> Option<(Order, Span)> {
    let mut text = File::open(&file.path).ok()?;
    let mut scanner = Scanner::of_blocks(SAMPLE as usize);
    let mut tally = Tally::new(&file.plan.columns, scope);
    let (mut sums, mut numbering) = (Cube::default(), Numbering::default());
    let mut spans = Vec::new();
    let last = bytes.checked_sub(SAMPLE + file.plan.first_row)?;
    for number in 0..=PLACES {
        let start = file.plan.first_row + last * number / PLACES;
        let part = Part { start, end: start + SAMPLE, is_cut: number > 0 };
        text.seek(SeekFrom::Start(start - u64::from(part.is_cut))).ok()?;
        scanner.part(&mut text, part, &mut tally, &mut |_, _, _| true).ok()?;
        spans.extend(sums.drain(&mut tally, &mut numbering));
    }
    // Rows outside the scope tell nothing: too few are left then.
    let order = Order::of(&spans).filter(|_| spans.len() as u64 > PLACES / 2)?;
    let first = spans.iter().map(|span| span.0).min()?;
    let last = spans.iter().map(|span| span.1).max()?;
    Some((order, (first, last)))
}

#[cfg(test)]
mod tests;

//! What wakes the thread, in the order in which it came; orders that come while it waits for files to rest are kept.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::{Order, Stir};

pub(super) struct Inbox {
    stirs: Receiver<Stir>,
    /// What came while changes of files alone were waited for.
    kept: VecDeque<Order>,
}

impl Inbox {
    pub(super) fn of(stirs: Receiver<Stir>) -> Inbox {
        Inbox { stirs, kept: VecDeque::new() }
    }

    /// The next stir, or that the time is over; waits as long as it takes where there is no such time.
    ///
    /// # Errors
    /// That nobody can stir any more.
    pub(super) fn next(&mut self, until: Option<Instant>) -> Result<Stir, RecvTimeoutError> {
        match (self.kept.pop_front(), until) {
            (Some(order), _) => Ok(Stir::Ordered(order)),
            (None, None) => self.stirs.recv().map_err(|_| RecvTimeoutError::Disconnected),
            (None, Some(until)) => self.stirs.recv_timeout(until.saturating_duration_since(Instant::now())),
        }
    }

    /// The files that change within so long; orders wait for the next call of [`Inbox::next`].
    pub(super) fn touched(&mut self, within: Duration) -> Option<Vec<PathBuf>> {
        let until = Instant::now() + within;
        loop {
            match self.stirs.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Stir::Touched(files)) => return Some(files),
                Ok(Stir::Ordered(order)) => self.kept.push_back(order),
                Err(_) => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn no_order_is_lost_while_files_come_to_rest() {
        let (stirs, inbox) = mpsc::channel();
        let mut inbox = Inbox::of(inbox);
        stirs.send(Stir::Ordered(Order::Mapping)).unwrap();
        stirs.send(Stir::Touched(vec!["a.csv".into()])).unwrap();
        stirs.send(Stir::Ordered(Order::Again)).unwrap();
        assert_eq!(inbox.touched(Duration::from_millis(5)), Some(vec!["a.csv".into()]));
        assert_eq!(inbox.touched(Duration::from_millis(5)), None);
        for order in [Order::Mapping, Order::Again] {
            assert!(matches!(inbox.next(None), Ok(Stir::Ordered(kept)) if kept == order));
        }
        assert!(matches!(inbox.next(Some(Instant::now())), Err(RecvTimeoutError::Timeout)));
        drop(stirs);
        assert!(matches!(inbox.next(None), Err(RecvTimeoutError::Disconnected)));
    }
}

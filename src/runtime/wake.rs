//! What travels through the one channel into the loop.

use std::sync::mpsc::Sender;

use super::program::Event;

/// A reason for the loop to wake up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wake<M> {
    /// For the program.
    Event(Event<M>),
    /// Give the terminal back and stop.
    Suspend,
    /// The process was continued; the terminal may have been used by someone else meanwhile.
    Resume,
    /// Leave the loop.
    Stop(Ending),
}

/// Why the loop ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The program asked for it.
    Quit,
    /// A signal of this number asked for it.
    Signal(i32),
    /// There will be no more input, for this reason.
    InputLost(String),
}

/// A way into the loop for threads that the runtime did not start, such as a file watcher.
pub struct Mailbox<M>(pub(super) Sender<Wake<M>>);

impl<M> Mailbox<M> {
    /// Delivers a message as [`Event::Message`]; false once the loop is over, so a thread can end.
    pub fn send(&self, message: M) -> bool {
        self.0.send(Wake::Event(Event::Message(message))).is_ok()
    }

    /// Delivers a sentence as [`Event::Problem`]; false once the loop is over.
    pub fn problem(&self, sentence: impl Into<String>) -> bool {
        self.0.send(Wake::Event(Event::Problem(sentence.into()))).is_ok()
    }
}

// Derived, this would ask for `M: Clone`.
impl<M> Clone for Mailbox<M> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// The exit status that shells give to a program ended by this signal.
pub(super) fn signal_status(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(u8::MAX)
}

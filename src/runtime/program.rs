//! What the loop needs of a program, and what a program may answer.

use std::time::Instant;

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::Frame;

use crate::words;

/// Work for the worker thread; its result comes back as [`Event::Message`].
pub type Effect<M> = Box<dyn FnOnce() -> M + Send>;

/// A program as the loop sees it. Nothing here does I/O or reads a clock: time comes in as `now`.
pub trait Program {
    /// What effects and the threads behind a [`Mailbox`](super::Mailbox) report back.
    type Message: Send + 'static;

    /// Answers one event. The first is always the screen's [`Event::Resize`].
    fn update(&mut self, event: Event<Self::Message>, now: Instant) -> Outcome<Self::Message>;

    /// Draws the whole screen. Must not fail.
    fn draw(&mut self, frame: &mut Frame<'_>);

    /// True while mouse reports are wanted; asked after every batch of events.
    fn wants_mouse(&self) -> bool {
        false
    }

    /// When the next [`Event::Tick`] is due; `None` while nothing on the screen moves by itself.
    fn wake_at(&self) -> Option<Instant> {
        None
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<M> {
    /// A key was pressed or repeats; releases never arrive.
    Key(KeyEvent),
    /// A button, a drag or the wheel; plain motion never arrives.
    Mouse(MouseEvent),
    /// Text pasted in one piece, unfiltered.
    Paste(String),
    /// The screen now has this many columns and rows.
    Resize(u16, u16),
    /// The moment asked for by [`Program::wake_at`] has come.
    Tick,
    /// A result of an effect, or a message through a mailbox.
    Message(M),
    /// Something went wrong off the screen; a sentence fit to be shown.
    Problem(String),
}

/// The answer to an event.
pub struct Outcome<M> {
    /// The screen may look different now.
    pub redraw: bool,
    /// Leave the loop with status 0.
    pub quit: bool,
    /// Give the terminal back and stop, as Ctrl-Z does.
    pub suspend: bool,
    /// Text for the terminal's clipboard (OSC 52).
    pub copy: Option<String>,
    /// Work for the worker thread, in order.
    pub effects: Vec<Effect<M>>,
}

impl<M: 'static> Outcome<M> {
    /// The usual answer: something may have changed.
    #[must_use]
    pub fn redraw() -> Self {
        Self { redraw: true, ..Self::unchanged() }
    }

    /// Nothing visible changed.
    #[must_use]
    pub fn unchanged() -> Self {
        Self { redraw: false, quit: false, suspend: false, copy: None, effects: Vec::new() }
    }

    /// Leave.
    #[must_use]
    pub fn quit() -> Self {
        Self { quit: true, ..Self::unchanged() }
    }

    /// Stop until the shell continues the program.
    #[must_use]
    pub fn suspend() -> Self {
        Self { suspend: true, ..Self::unchanged() }
    }

    /// The same answer with one more effect, which speaks the language of this thread.
    #[must_use]
    pub fn with(mut self, effect: impl FnOnce() -> M + Send + 'static) -> Self {
        self.effects.push(Box::new(words::carried(effect)));
        self
    }
}

/// A redraw: forgetting to ask for one is the worse mistake.
impl<M: 'static> Default for Outcome<M> {
    fn default() -> Self {
        Self::redraw()
    }
}

//! One run of a program: threads up, terminal taken, the loop, and everything back.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::layout::Size;

use crate::say;

use super::backend::ScreenBackend;
use super::program::{Effect, Event, Program};
use super::pump::{Host, Pump};
use super::terminal::{Output, TerminalGuard};
use super::wake::{Ending, Mailbox, Wake, signal_status};
use super::{crash, input, suspend, terminal, worker};

/// Why there was no screen, or no more.
#[derive(Debug, thiserror::Error)]
pub enum RuntimeError {
    /// Nothing was touched.
    #[error("{}", say!("runtime.not-a-terminal", stream = .0))]
    NotATerminal(&'static str),
    /// The keyboard is gone; the terminal was given back.
    #[error("{}", say!("runtime.no-more-input", error = .0))]
    InputLost(String),
    /// Writing failed; the terminal was given back as far as possible.
    #[error("{}", say!("runtime.terminal-unusable", error = .0))]
    Terminal(#[from] io::Error),
}

/// The channel into a loop that is about to run.
pub struct Runtime<M> {
    wakes: Sender<Wake<M>>,
    inbox: Receiver<Wake<M>>,
}

impl<M: Send + 'static> Runtime<M> {
    /// A channel, and nothing touched yet.
    #[must_use]
    pub fn new() -> Self {
        let (wakes, inbox) = mpsc::channel();
        Self { wakes, inbox }
    }

    /// A way in for other threads, to be handed out before [`Runtime::run`].
    #[must_use]
    pub fn mailbox(&self) -> Mailbox<M> {
        Mailbox(self.wakes.clone())
    }

    /// The first message, if one comes in time. What else arrives before is kept for the loop.
    #[must_use]
    pub fn first_message(&self, patience: Duration) -> Option<M> {
        let end = Instant::now() + patience;
        let mut kept = Vec::new();
        let message = loop {
            match self.inbox.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(Wake::Event(Event::Message(message))) => break Some(message),
                Ok(other) => kept.push(other),
                Err(_) => break None,
            }
        };
        // This end is there, so that nothing is lost.
        kept.into_iter().for_each(|wake| _ = self.wakes.send(wake));
        message
    }

    /// Runs the program on this thread until it ends, and returns the exit status: 0 after a quit,
    /// 128 + n after signal n, 101 after a panic. The terminal has been given back by then, and a
    /// panic has been reported on standard error.
    ///
    /// Meant to be called once, shortly before the process ends: the input and signal threads and
    /// the panic hook stay until then.
    ///
    /// # Errors
    /// If there is no terminal, or it stops working.
    pub fn run<P: Program<Message = M>>(self, program: &mut P) -> Result<u8, RuntimeError> {
        if let Some(stream) = terminal::missing_stream() {
            return Err(RuntimeError::NotATerminal(stream));
        }
        crash::install_hook(self.mailbox());
        crash::on_screen(|| self.drive(program)).unwrap_or(Ok(crash::EXIT_STATUS))
    }

    fn drive<P: Program<Message = M>>(&self, program: &mut P) -> Result<u8, RuntimeError> {
        #[cfg(unix)]
        {
            super::signals::spawn(self.wakes.clone())?;
            super::hangup::spawn(self.wakes.clone())?;
        }
        let jobs = worker::spawn(self.wakes.clone())?;
        let size = terminal::size();
        let guard = TerminalGuard::take(program.wants_mouse())?;
        input::spawn(self.wakes.clone(), size)?;
        let mut screen = Terminal::new(ScreenBackend::new(Output, size))?;
        let mut host = Session { guard, jobs };
        match Pump::new(&self.inbox, program, &mut screen, &mut host).run() {
            Ok(ending) => status(ending).or_else(|error| self.signal_behind().map_or(Err(error), status)),
            Err(error) => self.signal_behind().map_or(Err(error.into()), status),
        }
    }

    /// The terminal's end shows as a failed read or write before the signal that tells of it arrives.
    fn signal_behind(&self) -> Option<Ending> {
        let next = || self.inbox.recv_timeout(Duration::from_millis(500)).ok();
        std::iter::from_fn(next).find_map(|wake| match wake {
            Wake::Stop(ending @ Ending::Signal(_)) => Some(ending),
            _ => None,
        })
    }
}

impl<M: Send + 'static> Default for Runtime<M> {
    fn default() -> Self {
        Self::new()
    }
}

fn status(ending: Ending) -> Result<u8, RuntimeError> {
    match ending {
        Ending::Quit => Ok(0),
        Ending::Signal(signal) => Ok(signal_status(signal)),
        Ending::InputLost(reason) => Err(RuntimeError::InputLost(reason)),
    }
}

/// The real world behind the loop.
struct Session<M> {
    guard: TerminalGuard,
    jobs: Sender<Effect<M>>,
}

impl<M> Host<M> for Session<M> {
    fn set_mouse(&mut self, wanted: bool) {
        self.guard.set_mouse(wanted);
    }

    fn copy(&mut self, text: &str) {
        self.guard.copy(text);
    }

    fn start(&mut self, effect: Effect<M>) {
        // The worker outlives the session: it ends when this sender does.
        let _ = self.jobs.send(effect);
    }

    fn suspend(&mut self) -> Result<(), String> {
        suspend::check()?;
        self.guard.leave();
        suspend::stop();
        Ok(())
    }

    fn resume(&mut self) -> io::Result<Size> {
        self.guard.retake()?;
        Ok(terminal::size())
    }
}

//! The loop: wait, take everything that waits, let the program answer, draw at most once per 16 ms; but a key need not
//! wait for a frame that something else had drawn.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Rect, Size};

use super::backend::Surface;
use super::program::{Effect, Event, Outcome, Program};
use super::wake::{Ending, Wake};

/// The shortest time between two frames, and between two ticks.
const FRAME: Duration = Duration::from_millis(16);

/// What the loop asks of the world besides drawing.
pub trait Host<M> {
    /// Turns mouse reports on or off; called often with the same value.
    fn set_mouse(&mut self, wanted: bool);
    /// Hands text to the terminal's clipboard.
    fn copy(&mut self, text: &str);
    /// Hands an effect to the worker.
    fn start(&mut self, effect: Effect<M>);
    /// Gives the terminal back and stops the process; says why if that is impossible.
    fn suspend(&mut self) -> Result<(), String>;
    /// Takes the terminal (again) and measures it.
    fn resume(&mut self) -> io::Result<Size>;
}

/// The loop and what it remembers.
pub struct Pump<'a, P: Program, B: Backend, H> {
    inbox: &'a Receiver<Wake<P::Message>>,
    program: &'a mut P,
    terminal: &'a mut Terminal<B>,
    host: &'a mut H,
    dirty: bool,
    /// True where what is to be drawn answers a key or the mouse.
    is_awaited: bool,
    resized: Option<Size>,
    suspended: bool,
    last_draw: Option<Instant>,
    last_answer: Option<Instant>,
    last_tick: Option<Instant>,
}

impl<'a, P, B, H> Pump<'a, P, B, H>
where
    P: Program,
    B: Surface,
    B::Error: Send + Sync + 'static,
    H: Host<P::Message>,
{
    /// A loop that has not run yet.
    pub fn new(
        inbox: &'a Receiver<Wake<P::Message>>,
        program: &'a mut P,
        terminal: &'a mut Terminal<B>,
        host: &'a mut H,
    ) -> Self {
        Self {
            inbox,
            program,
            terminal,
            host,
            dirty: true,
            is_awaited: false,
            resized: None,
            suspended: false,
            last_draw: None,
            last_answer: None,
            last_tick: None,
        }
    }

    /// Runs until the program, a signal or the end of input says stop.
    ///
    /// # Errors
    /// When the screen cannot be written or taken again after a suspension.
    pub fn run(mut self) -> io::Result<Ending> {
        let size = self.terminal.size().map_err(io::Error::other)?;
        if let Some(ending) = self.deliver(Event::Resize(size.width, size.height)) {
            return Ok(ending);
        }
        loop {
            if let Some(ending) = self.tick_if_due() {
                return Ok(ending);
            }
            self.host.set_mouse(self.program.wants_mouse());
            self.draw_if_due()?;
            if let Some(wake) = self.wait()
                && let Some(ending) = self.take_all(wake)?
            {
                return Ok(ending);
            }
        }
    }

    /// Sleeps until something arrives, or a frame or a tick is due.
    fn wait(&self) -> Option<Wake<P::Message>> {
        let gone = || Wake::Stop(Ending::InputLost("every sender is gone".to_owned()));
        let Some(deadline) = self.deadline() else {
            return Some(self.inbox.recv().unwrap_or_else(|_| gone()));
        };
        let left = deadline.saturating_duration_since(Instant::now());
        match self.inbox.recv_timeout(left) {
            Ok(wake) => Some(wake),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(gone()),
        }
    }

    /// When to wake without being woken; never while suspended.
    fn deadline(&self) -> Option<Instant> {
        if self.suspended {
            return None;
        }
        let frame = self.frame_at().filter(|_| self.dirty);
        [frame, self.tick_at()].into_iter().flatten().min()
    }

    /// When the next frame may be drawn: what answers a hand waits for the answer before it alone.
    fn frame_at(&self) -> Option<Instant> {
        let last = if self.is_awaited { self.last_answer } else { self.last_draw };
        last.map(|at| at + FRAME)
    }

    /// Takes this and whatever else waits, but no longer than one frame, so a flood still draws.
    fn take_all(&mut self, first: Wake<P::Message>) -> io::Result<Option<Ending>> {
        let started = Instant::now();
        let mut next = Some(first);
        while let Some(wake) = next {
            let ending = self.take(wake)?;
            if ending.is_some() {
                return Ok(ending);
            }
            next = if started.elapsed() < FRAME { self.inbox.try_recv().ok() } else { None };
        }
        Ok(None)
    }

    fn take(&mut self, wake: Wake<P::Message>) -> io::Result<Option<Ending>> {
        match wake {
            Wake::Event(event) => Ok(self.deliver(event)),
            Wake::Stop(ending) => Ok(Some(ending)),
            Wake::Suspend => Ok(self.suspend()),
            Wake::Resume => self.resume(),
        }
    }

    fn deliver(&mut self, event: Event<P::Message>) -> Option<Ending> {
        if let Event::Resize(width, height) = event {
            self.resized = Some(Size { width, height });
            self.dirty = true;
        }
        let is_by_hand = matches!(event, Event::Key(_) | Event::Mouse(_) | Event::Paste(_));
        let outcome = self.program.update(event, Instant::now());
        self.is_awaited |= is_by_hand && outcome.redraw;
        self.obey(outcome)
    }

    fn obey(&mut self, outcome: Outcome<P::Message>) -> Option<Ending> {
        self.dirty |= outcome.redraw;
        for effect in outcome.effects {
            self.host.start(effect);
        }
        if let Some(text) = outcome.copy {
            self.host.copy(&text);
        }
        if outcome.quit {
            return Some(Ending::Quit);
        }
        if outcome.suspend { self.suspend() } else { None }
    }

    /// Stops the process. It goes on here once continued, but draws only after [`Wake::Resume`]:
    /// that way every kind of stop comes back through one door.
    fn suspend(&mut self) -> Option<Ending> {
        if self.suspended {
            return None;
        }
        self.suspended = true;
        let reason = self.host.suspend().err()?;
        self.suspended = false;
        self.deliver(Event::Problem(reason))
    }

    fn resume(&mut self) -> io::Result<Option<Ending>> {
        let size = self.host.resume()?;
        self.suspended = false;
        Ok(self.deliver(Event::Resize(size.width, size.height)))
    }

    fn tick_if_due(&mut self) -> Option<Ending> {
        let now = Instant::now();
        if self.suspended || self.tick_at().is_none_or(|at| now < at) {
            return None;
        }
        self.last_tick = Some(now);
        let outcome = self.program.update(Event::Tick, now);
        self.obey(outcome)
    }

    /// A program that forgets to move its moment on is held to one tick per frame.
    fn tick_at(&self) -> Option<Instant> {
        let wanted = self.program.wake_at()?;
        Some(self.last_tick.map_or(wanted, |last| wanted.max(last + FRAME)))
    }

    fn draw_if_due(&mut self) -> io::Result<()> {
        let now = Instant::now();
        let early = self.frame_at().is_some_and(|at| now < at);
        if !self.dirty || self.suspended || early {
            return Ok(());
        }
        self.draw().map_err(io::Error::other)?;
        self.dirty = false;
        self.last_draw = Some(now);
        if std::mem::take(&mut self.is_awaited) {
            self.last_answer = Some(now);
        }
        Ok(())
    }

    fn draw(&mut self) -> Result<(), B::Error> {
        if let Some(size) = self.resized.take() {
            self.terminal.backend_mut().set_size(size);
            // Not `clear`: that asks the terminal for the cursor and reads the answer from stdin.
            self.terminal.resize(Rect::from((ratatui::layout::Position::ORIGIN, size)))?;
        }
        self.terminal.draw(|frame| self.program.draw(frame))?;
        Ok(())
    }
}

#[cfg(test)]
#[path = "pump_tests.rs"]
mod tests;

//! The thread that waits for the terminal to go away.
//!
//! The system tells the first program of a terminal of that by a signal, and nobody else: a shell that ignores it, or a
//! tracer, would leave a program behind whose reads end at once, for ever.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use super::wake::{Ending, Wake};

/// Starts waiting; the loop then ends as it does at the signal.
pub fn spawn<M: Send + 'static>(wakes: Sender<Wake<M>>) -> io::Result<()> {
    thread::Builder::new().name("hangup".to_owned()).spawn(move || {
        if is_gone() {
            let _ = wakes.send(Wake::Stop(Ending::Signal(SIGHUP)));
        }
    })?;
    Ok(())
}

/// Sleeps until the terminal is gone; false where the system does not tell.
fn is_gone() -> bool {
    let screen = io::stdout();
    // Nothing is asked for: an end is told unasked.
    let mut watched = [PollFd::new(&screen, PollFlags::empty())];
    loop {
        match poll(&mut watched, None) {
            Err(Errno::INTR) => {}
            told => return told.is_ok() && watched[0].revents().contains(PollFlags::HUP),
        }
    }
}

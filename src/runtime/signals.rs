//! The thread that waits for signals.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::terminal;
use super::wake::{Ending, Wake, signal_status};

/// How long the loop may take to end by itself.
const GRACE: Duration = Duration::from_secs(1);

/// Starts listening; from now on none of these signals ends the process by itself.
pub fn spawn<M: Send + 'static>(wakes: Sender<Wake<M>>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP => drop(wakes.send(Wake::Suspend)),
                SIGCONT => drop(wakes.send(Wake::Resume)),
                _ => {
                    drop(wakes.send(Wake::Stop(Ending::Signal(signal))));
                    end_anyway(signal);
                }
            }
        }
    })?;
    Ok(())
}

/// The process is normally gone before this wakes up. If the loop hangs, or is stuck in a write to a
/// terminal that takes no more, the user still gets the terminal back.
fn end_anyway(signal: i32) -> ! {
    thread::sleep(GRACE);
    terminal::restore_within(Duration::from_millis(200));
    signal_hook::low_level::exit(signal_status(signal).into())
}

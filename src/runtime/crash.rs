//! Panics. On the thread that owns the screen: terminal back first, then the message. On a thread
//! of ours that only works: its caller gets a report and the screen goes on.

use std::backtrace::Backtrace;
use std::cell::{Cell, RefCell};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::thread;

use crate::say;

use super::terminal;
use super::wake::Mailbox;

/// The exit status of a Rust program that panicked.
pub const EXIT_STATUS: u8 = 101;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Not started by the runtime.
    Foreign,
    /// Owns the screen.
    Screen,
    /// Its panics are caught.
    Worker,
}

thread_local! {
    static ROLE: Cell<Role> = const { Cell::new(Role::Foreign) };
    static REPORT: RefCell<Option<Report>> = const { RefCell::new(None) };
}

/// What is known about a panic.
pub struct Report {
    thread: String,
    message: String,
    location: String,
    backtrace: String,
}

impl Report {
    fn new(info: &PanicHookInfo<'_>) -> Self {
        Self {
            thread: thread::current().name().unwrap_or("unnamed").to_owned(),
            message: payload(info).unwrap_or("no message").to_owned(),
            location: info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string),
            backtrace: Backtrace::force_capture().to_string(),
        }
    }

    /// One line: what and where.
    pub fn summary(&self) -> String {
        format!("{} ({})", self.message, self.location)
    }

    fn details(&self) -> String {
        format!(
            "{} {} on {} {}\nthread: {}\nmessage: {}\nlocation: {}\n\n{}",
            env!("CARGO_PKG_NAME"),
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            self.thread,
            self.message,
            self.location,
            self.backtrace
        )
    }

    /// Tells the user, after the terminal was given back.
    fn announce(&self) {
        log::error!("panic: {}", self.summary());
        let name = env!("CARGO_PKG_NAME");
        let kept = match self.keep() {
            Ok(path) => say!("runtime.details-bug-report", path = path.display()),
            Err(error) => say!("runtime.details-could-not-kept", error = error),
        };
        let stopped = say!("runtime.stopped", name = name, message = self.message, location = self.location);
        let _ = writeln!(io::stderr(), "{stopped}\n{kept}");
    }

    fn keep(&self) -> io::Result<PathBuf> {
        let path = crash_folder().join(crash_file_name());
        // `create_new` follows no link that someone else put into a shared temporary folder.
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path)?;
        file.write_all(self.details().as_bytes())?;
        Ok(path)
    }
}

fn payload<'a>(info: &'a PanicHookInfo<'_>) -> Option<&'a str> {
    let payload = info.payload();
    payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}

fn crash_file_name() -> String {
    format!("{}-crash-{}.txt", env!("CARGO_PKG_NAME"), std::process::id())
}

/// `$XDG_STATE_HOME/tradedeck` where that is set and can be made, else the temporary folder.
fn crash_folder() -> PathBuf {
    std::env::var_os("XDG_STATE_HOME")
        .map(|home| Path::new(&home).join(env!("CARGO_PKG_NAME")))
        .filter(|folder| folder.is_absolute() && fs::create_dir_all(folder).is_ok())
        .unwrap_or_else(std::env::temp_dir)
}

/// Keeps a panic that is caught while something is read off the terminal from now on: whoever catches it tells of it.
pub fn keep_quiet() {
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| match ROLE.try_with(Cell::get) {
        Ok(Role::Worker) => REPORT.set(Some(Report::new(info))),
        _ => previous(info),
    }));
}

/// Makes this module answer every panic of the process from now on.
pub fn install_hook<M: Send + 'static>(mailbox: Mailbox<M>) {
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        match ROLE.try_with(Cell::get).unwrap_or(Role::Foreign) {
            Role::Screen => {
                // First of all: a second panic while unwinding would abort the process.
                terminal::restore();
                Report::new(info).announce();
            }
            Role::Worker => REPORT.set(Some(Report::new(info))),
            Role::Foreign if terminal::is_taken() => {
                mailbox.problem(Report::new(info).summary());
            }
            Role::Foreign => previous(info),
        }
    }));
}

/// Runs the part that owns the screen; `None` after a panic, which has then been announced.
pub fn on_screen<R>(work: impl FnOnce() -> R) -> Option<R> {
    caught(Role::Screen, work).ok()
}

/// Runs a part whose panic must not reach the screen.
pub fn off_screen<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    caught(Role::Worker, work).map_err(|()| {
        let report = REPORT.take();
        let summary = report.map_or_else(|| "a panic without a report".to_owned(), |report| report.summary());
        log::error!("panic: {summary}");
        summary
    })
}

fn caught<R>(role: Role, work: impl FnOnce() -> R) -> Result<R, ()> {
    let before = ROLE.replace(role);
    // Safe to assert: after a panic neither the program nor the effect is touched again.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    ROLE.set(before);
    result.map_err(drop)
}

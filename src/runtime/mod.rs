//! The impure outer layer: it takes the terminal, waits for keys, signals and finished work, lets a
//! [`Program`] answer, draws, and always gives the terminal back.
//!
//! Five threads and one channel: `input` blocks in a read, `signals` blocks for a signal, `hangup` until the
//! terminal is gone, `worker` runs effects one after the other, and the calling thread owns the program and the
//! screen. Nothing polls again and again: with nothing to do, all of them sleep.

mod backend;
mod claims_file;
mod clipboard;
mod command;
pub mod crash;
pub mod config_check;
mod copies;
pub mod dashboard;
pub mod disk;
mod give_way;
#[cfg(unix)]
mod hangup;
mod hashed;
mod input;
mod line_keys;
pub mod pack;
pub mod live;
pub mod locale;
pub mod log_file;
pub mod page_time;
mod on_disk;
pub mod opening;
mod pen;
mod pictures;
mod piped;
mod program;
mod pump;
pub mod save_map;
mod records;
mod session;
pub mod setup;
pub mod sources;
#[cfg(unix)]
mod signals;
mod suspend;
mod terminal;
mod user_files;
mod wake;
mod width_probe;
mod worker;

pub use backend::{ScreenBackend, Surface};
pub use claims_file::ClaimsFile;
pub use copies::Copies;
pub use program::{Effect, Event, Outcome, Program};
pub use pump::{Host, Pump};
pub use session::{Runtime, RuntimeError};
pub use wake::{Ending, Mailbox, Wake};

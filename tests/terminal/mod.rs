//! The real thing in a pseudo terminal: it must always give the terminal back.
//!
//! `pty` drives a child, `probe` is a small program on the real runtime that can be made to fail,
//! `runtime` tries everything on the probe, `deck` tries what matters on the real binary.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod deck;
mod live;
mod loading;
mod piped;
mod probe;
mod pty;
mod records;
mod runtime;
mod tmux;

//! The thread that runs effects, one after the other. A panic in one is a problem, not the end.

use std::io;
use std::sync::mpsc::{self, Sender};
use std::thread;

use crate::say;

use super::crash;
use super::program::{Effect, Event};
use super::wake::Wake;

/// Starts the worker; it ends when the returned sender is dropped.
pub fn spawn<M: Send + 'static>(wakes: Sender<Wake<M>>) -> io::Result<Sender<Effect<M>>> {
    let (jobs, inbox) = mpsc::channel::<Effect<M>>();
    thread::Builder::new().name("worker".to_owned()).spawn(move || {
        for effect in inbox {
            let event = match crash::off_screen(effect) {
                Ok(message) => Event::Message(message),
                Err(panic) => Event::Problem(say!("runtime.background-work-failed", panic = panic)),
            };
            if wakes.send(Wake::Event(event)).is_err() {
                return;
            }
        }
    })?;
    Ok(jobs)
}

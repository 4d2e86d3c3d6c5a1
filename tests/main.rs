//! All integration tests, in one binary: it links once.
#![allow(missing_docs, reason = "tests speak for themselves")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod acceptance;
mod architecture;
mod briefing;
mod claims;
mod cli;
mod configs;
mod documents;
mod figures;
mod health;
mod imports;
mod micro;
mod overlays;
mod pictures;
mod report;
mod revisions;
mod screen;
mod sessions;
mod support;
mod terminal;
mod words;

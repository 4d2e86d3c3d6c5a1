//! All integration tests, in one binary: it links once.
#![allow(missing_docs, reason = "tests speak for themselves")]

mod acceptance;
mod configs;
mod documents;
mod figures;
mod screen;
mod terminal;

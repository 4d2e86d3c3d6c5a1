//! tradedeck turns a country's monthly trade statistics into a live briefing deck in the terminal.
//!
//! A layer names only layers above it in this list; `ARCHITECTURE.md` is the tour.

pub mod words;
pub mod domain;
pub mod indicators;
pub mod claims;
pub mod import;
pub mod config;
pub mod app;
pub mod ui;
pub mod export;
pub mod runtime;

//! tradedeck turns a country's monthly trade statistics into a live briefing deck in the terminal.
//!
//! A layer names only layers above it in this list.

pub mod app;
pub mod config;
pub mod domain;
pub mod export;
pub mod import;
pub mod indicators;
pub mod runtime;
pub mod ui;

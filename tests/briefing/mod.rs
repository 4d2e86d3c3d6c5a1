//! Briefing mode: what stands on its pages, how they turn, and how far they read.

mod keys;
mod pages;
mod turning;

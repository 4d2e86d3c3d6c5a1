//! What each panel says on its page.

pub mod balance;
pub mod claims;
pub mod focus_item;
pub mod league;
pub mod policy;
pub mod streaks;
pub mod targets;

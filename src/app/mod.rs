//! The program as a value: its state, its commands, and what an action does to the state.
//!
//! Nothing here reads a file, a clock or the screen. `update` turns an action into new state.

pub mod briefing;
pub mod command;
pub mod find;
pub mod judging;
pub mod line;
mod mapping;
pub mod live;
pub mod overlay;
pub mod prompt;
pub mod rows;
mod scope;
pub mod state;
mod typed_dates;
pub mod update;
pub mod vintage;
pub mod viewpoint;

pub use briefing::{Briefing, Clock};
pub use command::{Action, COMMANDS, Command, command_names};
pub use judging::VerdictChange;
pub use live::{Live, News};
pub use overlay::{Overlay, Since};
pub use prompt::{Candidate, LineKey, Prompt, update_line};
pub use state::{Notice, State};
pub use update::{Outcome, update};
pub use viewpoint::{Units, Viewpoint};

//! From state to a frame. Nothing here can change anything.

pub mod briefing;
pub mod chart;
pub mod claim;
pub mod findings;
pub mod format;
pub mod help;
pub mod key_hints;
pub mod key_numbers;
pub mod lens_words;
pub mod lines;
pub mod live;
pub mod mapping;
pub mod news;
pub mod notes;
pub mod opening;
pub mod overlay;
pub mod palette;
pub mod panels;
pub mod pointer;
pub mod prose;
pub mod records;
pub mod revisions;
pub mod scene;
pub mod sentences;
pub mod series_words;
pub mod typed_line;
pub mod view;
pub mod vintages;
pub mod why;
pub mod widgets;

pub use palette::Palette;
pub use scene::Scene;
pub use view::draw;

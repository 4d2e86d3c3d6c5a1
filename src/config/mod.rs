//! TOML into configuration: settings, themes, keys, layouts. Pure: texts come in, values or problems go out.

pub mod briefing;
pub mod keymap;
pub mod layout;
pub mod settings;
pub mod shipped;
pub mod source;
pub mod theme;

pub use briefing::{PageLens, PageMonth, Playlist, PlaylistPage};
pub use keymap::{Bind, Code, Key, Keymap};
pub use layout::{Layout, Slot, arrange, arrange_in};
pub use settings::{Color, Glyphs, Names, Negative, Range, Settings};
pub use source::CommandSource;
pub use theme::{Cards, Depth, Ink, Paint, Rgb, Role, Shade, Theme, palette_colour};

#[cfg(test)]
mod damage;

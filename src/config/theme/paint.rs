//! What a role looks like.

use super::Ink;

/// Colours and attributes of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paint {
    /// Colour of the characters; `None` leaves what is there.
    pub fg: Option<Ink>,
    /// Colour behind them; `None` leaves what is there.
    pub bg: Option<Ink>,
    /// Bold.
    pub bold: bool,
    /// Foreground and background swapped.
    pub reverse: bool,
    /// Underlined.
    pub underline: bool,
    /// Dim.
    pub dim: bool,
}

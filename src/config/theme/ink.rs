//! A colour at every depth.

use super::{Depth, palette};

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// A colour, and what stands for it where colours are few.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    /// In 24-bit colour.
    pub rgb: Rgb,
    /// In the 256-colour palette.
    pub x256: u8,
    /// Among the terminal's sixteen; `None` is the terminal's default.
    pub x16: Option<u8>,
}

/// A colour as a terminal of some depth is told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// The terminal's default colour.
    Default,
    /// One of the terminal's sixteen, 0 to 15.
    Ansi(u8),
    /// A place in the 256-colour palette.
    Indexed(u8),
    /// 24-bit colour.
    Rgb(u8, u8, u8),
}

impl Ink {
    /// An ink whose stand-ins are chosen: the nearest of the 256, the terminal's default among the 16.
    pub fn new(rgb: Rgb) -> Self {
        Self { rgb, x256: palette::nearest(rgb), x16: None }
    }

    /// What a terminal of this depth is told.
    pub fn at(self, depth: Depth) -> Shade {
        let (r, g, b) = self.rgb;
        match depth {
            Depth::True => Shade::Rgb(r, g, b),
            Depth::X256 => Shade::Indexed(self.x256),
            Depth::X16 => self.x16.map_or(Shade::Default, Shade::Ansi),
            Depth::None => Shade::Default,
        }
    }

    /// The colour that is seen at this depth; `None` where the terminal decides.
    pub fn seen(self, depth: Depth) -> Option<Rgb> {
        match depth {
            Depth::True => Some(self.rgb),
            Depth::X256 => palette::rgb(self.x256),
            Depth::X16 | Depth::None => None,
        }
    }
}

//! The 256-colour palette, and the names of the terminal's sixteen.

use std::sync::LazyLock;

use super::Rgb;
use super::contrast::{Lab, apart, lab_of};

const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The sixteen, in their order.
pub(super) const ANSI: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// The colour at a place of the palette; the first sixteen are the terminal's own.
pub fn rgb(index: u8) -> Option<Rgb> {
    match index {
        0..=15 => None,
        16..=231 => {
            let place = usize::from(index - 16);
            Some((CUBE[place / 36], CUBE[place / 6 % 6], CUBE[place % 6]))
        }
        232..=255 => {
            let level = 8 + 10 * (index - 232);
            Some((level, level, level))
        }
    }
}

/// The palette as the eye sees it. Every ink of every theme looks for its nearest: worked out anew
/// each time, this would be half of the program's start.
static SEEN: LazyLock<Vec<(u8, Lab)>> =
    LazyLock::new(|| (16..=255).filter_map(|index| Some((index, lab_of(rgb(index)?)))).collect());

/// The place of the nearest colour to the eye.
pub(super) fn nearest(colour: Rgb) -> u8 {
    let colour = lab_of(colour);
    let nearest = SEEN.iter().min_by(|a, b| apart(colour, a.1).total_cmp(&apart(colour, b.1)));
    nearest.map_or(16, |(index, _)| *index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_of_the_palette_are_their_own_nearest() {
        assert_eq!(
            (rgb(16), rgb(231), rgb(208), rgb(232), rgb(255), rgb(3)),
            (Some((0, 0, 0)), Some((255, 255, 255)), Some((255, 135, 0)), Some((8, 8, 8)), Some((238, 238, 238)), None)
        );
        assert!((16..=255).all(|index| rgb(nearest(rgb(index).unwrap())) == rgb(index)));
    }
}

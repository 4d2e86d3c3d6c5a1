//! Blocks in eighths, quadrants, shades, braille dots.

use super::super::CELL;
use super::Shape;

/// Quadrants from U+2596 on: upper left 8, upper right 4, lower left 2, lower right 1.
const QUADRANTS: [u8; 10] = [2, 1, 8, 11, 9, 14, 13, 4, 6, 7];

/// Side of a braille dot.
const DOT: f64 = 2.6;

/// The shapes of a block or of dots, with their density in percent.
pub(super) fn shapes(letter: char) -> Option<(Vec<Shape>, u8)> {
    let (wide, high) = CELL;
    let code = u32::from(letter);
    let eighths = |count: u32, of: f64| f64::from(count) * of / 8.0;
    let one = |left: f64, top: f64, width: f64, height: f64| vec![Shape::Rect(left, top, width, height)];
    let solid = match letter {
        '▀' => one(0.0, 0.0, wide, high / 2.0),
        '▁'..='█' => {
            let height = eighths(code - 0x2580, high);
            one(0.0, high - height, wide, height)
        }
        '▉'..='▏' => one(0.0, 0.0, eighths(0x2590 - code, wide), high),
        '▐' => one(wide / 2.0, 0.0, wide / 2.0, high),
        '░' | '▒' | '▓' => return Some((one(0.0, 0.0, wide, high), (25 * (code - 0x2590)) as u8)),
        '▔' => one(0.0, 0.0, wide, high / 8.0),
        '▕' => one(wide * 7.0 / 8.0, 0.0, wide / 8.0, high),
        '▖'..='▟' => quadrants(QUADRANTS[(code - 0x2596) as usize]),
        '\u{2800}'..='\u{28FF}' => dots(code - 0x2800),
        _ => return None,
    };
    Some((solid, 100))
}

fn quadrants(bits: u8) -> Vec<Shape> {
    let (half, middle) = (CELL.0 / 2.0, CELL.1 / 2.0);
    let corners = [(8, 0.0, 0.0), (4, half, 0.0), (2, 0.0, middle), (1, half, middle)];
    let set = corners.into_iter().filter(|(bit, ..)| bits & bit != 0);
    set.map(|(_, left, top)| Shape::Rect(left, top, half, middle)).collect()
}

fn dots(bits: u32) -> Vec<Shape> {
    // Dots 1 to 3 and 7 stand at the left, 4 to 6 and 8 at the right.
    const PLACES: [(f64, f64); 8] =
        [(0.0, 0.0), (0.0, 1.0), (0.0, 2.0), (1.0, 0.0), (1.0, 1.0), (1.0, 2.0), (0.0, 3.0), (1.0, 3.0)];
    let (wide, high) = (CELL.0 / 2.0, CELL.1 / 4.0);
    let set = PLACES.into_iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
    let margin = ((wide - DOT) / 2.0, (high - DOT) / 2.0);
    set.map(|(_, (column, row))| Shape::Rect(column * wide + margin.0, row * high + margin.1, DOT, DOT)).collect()
}

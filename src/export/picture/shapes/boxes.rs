//! Lines that meet those of the neighbouring cells.

use std::fmt::Write as _;

use super::super::CELL;
use super::super::path::short;
use super::Shape;

/// Thickness of a light line; heavy ones are twice as thick.
pub(in super::super) const LIGHT: f64 = 1.5;

/// Lines to the left, right, upper and lower side: 1 light, 2 heavy.
const ARMS: [(char, [u8; 4]); 22] = [
    ('─', [1, 1, 0, 0]),
    ('━', [2, 2, 0, 0]),
    ('│', [0, 0, 1, 1]),
    ('┃', [0, 0, 2, 2]),
    ('┌', [0, 1, 0, 1]),
    ('┐', [1, 0, 0, 1]),
    ('└', [0, 1, 1, 0]),
    ('┘', [1, 0, 1, 0]),
    ('┏', [0, 2, 0, 2]),
    ('┓', [2, 0, 0, 2]),
    ('┗', [0, 2, 2, 0]),
    ('┛', [2, 0, 2, 0]),
    ('├', [0, 1, 1, 1]),
    ('┤', [1, 0, 1, 1]),
    ('┬', [1, 1, 0, 1]),
    ('┴', [1, 1, 1, 0]),
    ('┼', [1, 1, 1, 1]),
    ('╋', [2, 2, 2, 2]),
    ('╴', [1, 0, 0, 0]),
    ('╵', [0, 0, 1, 0]),
    ('╶', [0, 1, 0, 0]),
    ('╷', [0, 0, 0, 1]),
];

/// Dashed lines: upright or not, number of dashes, 1 light or 2 heavy.
const DASHED: [(char, bool, u8, u8); 12] = [
    ('┄', false, 3, 1),
    ('┅', false, 3, 2),
    ('┆', true, 3, 1),
    ('┇', true, 3, 2),
    ('┈', false, 4, 1),
    ('┉', false, 4, 2),
    ('┊', true, 4, 1),
    ('┋', true, 4, 2),
    ('╌', false, 2, 1),
    ('╍', false, 2, 2),
    ('╎', true, 2, 1),
    ('╏', true, 2, 2),
];

/// The shapes of a line character.
pub(super) fn shapes(letter: char) -> Option<Vec<Shape>> {
    match letter {
        '╭' => return Some(vec![Shape::Corner(false, false)]),
        '╮' => return Some(vec![Shape::Corner(true, false)]),
        '╰' => return Some(vec![Shape::Corner(false, true)]),
        '╯' => return Some(vec![Shape::Corner(true, true)]),
        _ => {}
    }
    if let Some((_, upright, count, weight)) = DASHED.iter().find(|(known, ..)| *known == letter) {
        return Some((0..*count).map(|dash| dashed(*upright, *count, dash, f64::from(*weight) * LIGHT)).collect());
    }
    ARMS.iter().find(|(known, _)| *known == letter).map(|(_, weights)| arms(*weights))
}

fn dashed(upright: bool, count: u8, dash: u8, thick: f64) -> Shape {
    let (wide, high) = CELL;
    let long = if upright { high } else { wide };
    let step = long / f64::from(count);
    let (from, length) = (step * f64::from(dash) + step / 4.0, step / 2.0);
    if upright {
        Shape::Rect((wide - thick) / 2.0, from, thick, length)
    } else {
        Shape::Rect(from, (high - thick) / 2.0, length, thick)
    }
}

fn arms([left, right, up, down]: [u8; 4]) -> Vec<Shape> {
    let (wide, high) = CELL;
    let thick = |weight: u8| f64::from(weight) * LIGHT;
    // Lines end where those across them do, so that corners are filled.
    let (across, along) = (thick(up.max(down)) / 2.0, thick(left.max(right)) / 2.0);
    let (x, y) = (wide / 2.0, high / 2.0);
    let level = |from: f64, to: f64, weight: u8| Shape::Rect(from, y - thick(weight) / 2.0, to - from, thick(weight));
    let upright = |from: f64, to: f64, weight: u8| Shape::Rect(x - thick(weight) / 2.0, from, thick(weight), to - from);
    // One shape for a line that goes through: two would overlap, or leave a seam.
    let mut shapes = Vec::new();
    match (left, right) {
        (0, 0) => {}
        (0, weight) => shapes.push(level(x - across, wide, weight)),
        (weight, 0) => shapes.push(level(0.0, x + across, weight)),
        (weight, _) => shapes.push(level(0.0, wide, weight)),
    }
    match (up, down) {
        (0, 0) => {}
        (0, weight) => shapes.push(upright(y - along, high, weight)),
        (weight, 0) => shapes.push(upright(0.0, y + along, weight)),
        (weight, _) => shapes.push(upright(0.0, high, weight)),
    }
    shapes
}

/// Adds the outline of a rounded corner: a quarter of a ring, and the rest of the upright line.
pub(super) fn corner(outline: &mut String, (x, y): (f64, f64), to_left: bool, to_top: bool) {
    let (wide, high) = CELL;
    let (radius, half) = (wide / 2.0, LIGHT / 2.0);
    let at = |across: f64, along: f64| {
        let across = if to_left { wide - across } else { across };
        let along = if to_top { high - along } else { along };
        format!("{} {}", short(x + across), short(y + along))
    };
    let (outer, inner) = (short(radius + half), short(radius - half));
    let (there, back) = if to_left == to_top { (0, 1) } else { (1, 0) };
    let (middle, bend) = (high / 2.0, high / 2.0 + radius);
    let _ = write!(
        outline,
        "M{}A{outer} {outer} 0 0 {there} {}L{}L{}L{}A{inner} {inner} 0 0 {back} {}z",
        at(wide, middle - half),
        at(radius - half, bend),
        at(radius - half, high),
        at(radius + half, high),
        at(radius + half, bend),
        at(wide, middle + half),
    );
}

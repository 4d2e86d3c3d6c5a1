//! Blocks and lines in pixels, snapped to whole ones.

use super::super::CELL as UNITS;
use super::super::colours::Rgb;
use super::super::shapes::{LIGHT, Shape};
use super::sheet::{Area, Sheet};

/// Samples in a pixel of a curve, along each side.
const SAMPLES: usize = 4;

/// Draws a shape within a cell.
pub(super) fn draw(sheet: &mut Sheet, cell: Area, shape: Shape, ink: Rgb, opacity: u8) {
    match shape {
        Shape::Rect(left, top, width, height) => {
            let across = |value: f64| snapped(value, UNITS.0, cell.width);
            let along = |value: f64| snapped(value, UNITS.1, cell.height);
            let (x, y) = (across(left), along(top));
            let (width, height) = (across(left + width) - x, along(top + height) - y);
            sheet.fill(Area { x: cell.x + x, y: cell.y + y, width, height }, ink, opacity);
        }
        Shape::Corner(to_left, to_top) => corner(sheet, cell, (to_left, to_top), ink),
    }
}

/// A coordinate of a cell that is `units` long, in whole pixels.
fn snapped(value: f64, units: f64, pixels: usize) -> usize {
    (value * pixels as f64 / units).round() as usize
}

/// A quarter of a ring and the rest of the upright line, as thick as the lines they join.
fn corner(sheet: &mut Sheet, cell: Area, (to_left, to_top): (bool, bool), ink: Rgb) {
    let half = (LIGHT * cell.width as f64 / UNITS.0 / 2.0).round();
    let radius = cell.width as f64 / 2.0;
    let bend = cell.height as f64 / 2.0 + radius;
    // In the corner that goes to the right and down.
    let is_inside = |x: f64, y: f64| match y >= bend {
        true => (x - radius).abs() < half,
        false => x < 2.0 * radius && ((x - 2.0 * radius).hypot(y - bend) - radius).abs() < half,
    };
    for y in 0..cell.height {
        for x in 0..cell.width {
            let covered = samples(x, y).filter(|(x, y)| is_inside(*x, *y)).count();
            let x = if to_left { cell.width - 1 - x } else { x };
            let y = if to_top { cell.height - 1 - y } else { y };
            sheet.blend(cell.x + x, cell.y + y, ink, (covered * 255 / (SAMPLES * SAMPLES)) as u8);
        }
    }
}

fn samples(x: usize, y: usize) -> impl Iterator<Item = (f64, f64)> {
    let place = |pixel: usize, sample: usize| pixel as f64 + (sample as f64 + 0.5) / SAMPLES as f64;
    (0..SAMPLES * SAMPLES).map(move |sample| (place(x, sample % SAMPLES), place(y, sample / SAMPLES)))
}

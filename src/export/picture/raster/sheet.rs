//! The pixels of a picture.

use super::super::colours::Rgb;
use super::glyphs::Mask;

/// A rectangle of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// Pixels by rows, three bytes each.
#[derive(Debug)]
pub(super) struct Sheet {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Sheet {
    /// All of one colour.
    pub(super) fn new(width: usize, height: usize, Rgb(r, g, b): Rgb) -> Sheet {
        Sheet { width, height, pixels: [r, g, b].repeat(width * height) }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn height(&self) -> usize {
        self.height
    }

    /// Red, green, blue of each pixel.
    pub(super) fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Lays ink over an area; `opacity` of 255 covers what is there. What lies outside of the sheet is left out.
    pub(super) fn fill(&mut self, area: Area, ink: Rgb, opacity: u8) {
        if opacity == u8::MAX {
            return self.cover(area, ink);
        }
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                self.blend(x, y, ink, opacity);
            }
        }
    }

    /// Whole rows at once: most of a picture is ground.
    fn cover(&mut self, area: Area, Rgb(r, g, b): Rgb) {
        let width = area.width.min(self.width.saturating_sub(area.x));
        if width == 0 {
            return;
        }
        let row = [r, g, b].repeat(width);
        for y in area.y..(area.y + area.height).min(self.height) {
            let start = (y * self.width + area.x) * 3;
            self.pixels[start..start + row.len()].copy_from_slice(&row);
        }
    }

    /// Lays ink through a mask whose upper left corner is at a pixel.
    pub(super) fn stamp(&mut self, (left, top): (usize, usize), mask: &Mask, ink: Rgb, opacity: u8) {
        for (y, row) in mask.rows().enumerate() {
            for (x, coverage) in row.iter().enumerate().filter(|(_, coverage)| **coverage > 0) {
                let opacity = u16::from(*coverage) * u16::from(opacity) / 255;
                self.blend(left + x, top + y, ink, opacity as u8);
            }
        }
    }

    /// Mixes ink into a pixel.
    pub(super) fn blend(&mut self, x: usize, y: usize, Rgb(r, g, b): Rgb, opacity: u8) {
        if x >= self.width || y >= self.height {
            return;
        }
        let start = (y * self.width + x) * 3;
        let share = u16::from(opacity);
        for (below, above) in self.pixels[start..start + 3].iter_mut().zip([r, g, b]) {
            let mixed = u16::from(above) * share + u16::from(*below) * (255 - share);
            *below = ((mixed + 127) / 255) as u8;
        }
    }
}

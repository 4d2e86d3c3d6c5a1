//! Letters as masks of a cell's size: Latin from Noto Sans Mono, every other script from Unifont, whose bitmaps are
//! smoothed.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::OnceLock;

use flate2::read::ZlibDecoder;
use noto_sans_mono_bitmap::{FontWeight, RasterHeight, get_raster};
use unicode_normalization::UnicodeNormalization as _;

/// Sides of a cell in pixels; a letter may be two cells wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width: usize,
    pub(super) height: usize,
}

/// How much of each pixel a letter covers, of 255, by rows.
#[derive(Debug, Clone)]
pub(super) struct Mask {
    width: usize,
    coverage: Vec<u8>,
}

impl Mask {
    /// Rows from the top.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.coverage.chunks(self.width.max(1))
    }
}

/// Masks of one size, each made once.
#[derive(Debug)]
pub(super) struct Glyphs {
    cell: Size,
    made: BTreeMap<(char, usize, bool), Mask>,
}

impl Glyphs {
    /// None yet.
    pub(super) fn new(cell: Size) -> Glyphs {
        Glyphs { cell, made: BTreeMap::new() }
    }

    /// The mask of a letter that has so many cells; an empty box where no font has it, so that nothing is lost without a
    /// trace.
    pub(super) fn mask(&mut self, letter: char, columns: usize, is_bold: bool) -> &Mask {
        let cell = self.cell;
        self.made.entry((letter, columns, is_bold)).or_insert_with(|| match latin(letter, is_bold, cell) {
            Some(mask) => mask,
            None => {
                let size = Size { width: columns.max(1) * cell.width, ..cell };
                Bitmap::of(letter).unwrap_or_else(Bitmap::unknown).mask(is_bold, size)
            }
        })
    }
}

/// The letters of a text: syllables and letters with marks as one each, where there is such a letter.
pub(super) fn composed(text: &str) -> impl Iterator<Item = char> {
    text.nfc().filter(|letter| !letter.is_control())
}

/// A letter of the Latin font, in the middle of its cell.
fn latin(letter: char, is_bold: bool, cell: Size) -> Option<Mask> {
    let height = if cell.height < 32 { RasterHeight::Size24 } else { RasterHeight::Size32 };
    let weight = if is_bold { FontWeight::Bold } else { FontWeight::Regular };
    let raster = get_raster(letter, weight, height)?;
    let (left, top) = ((cell.width - raster.width()) / 2, (cell.height - raster.height()) / 2);
    let mut coverage = vec![0; cell.width * cell.height];
    for (y, row) in raster.rows().enumerate() {
        let start = (top + y) * cell.width + left;
        coverage[start..start + row.len()].copy_from_slice(row);
    }
    Some(Mask { width: cell.width, coverage })
}

/// Pixels that are on or off.
#[derive(Debug, Clone)]
struct Bitmap {
    width: usize,
    height: usize,
    pixels: Vec<bool>,
}

/// Rows of Unifont, and columns of one of its cells.
const UNIFONT: Size = Size { width: 8, height: 16 };

/// Of each letter: how many cells it has, and its rows of sixteen pixels.
const RECORD: usize = 1 + 2 * UNIFONT.height;

/// All letters of Unifont by their code, as `build.rs` packs them.
fn letters() -> &'static [u8] {
    static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/letters.zlib"));
    static LETTERS: OnceLock<Vec<u8>> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let mut letters = Vec::new();
        // What was packed at build time unpacks; were it not so, every letter would be an empty box.
        let _ = ZlibDecoder::new(PACKED).read_to_end(&mut letters);
        letters
    })
}

/// How often a bitmap is doubled before it is measured.
const DOUBLINGS: u32 = 3;

impl Bitmap {
    fn of(letter: char) -> Option<Bitmap> {
        let start = usize::try_from(u32::from(letter)).ok()? * RECORD;
        let record = letters().get(start..start + RECORD)?;
        let (width, height) = (usize::from(record[0]) * UNIFONT.width, UNIFONT.height);
        let is_set = |at: usize| {
            let (column, row) = (at % width, at / width);
            record[1 + 2 * row + column / 8] >> (7 - column % 8) & 1 == 1
        };
        (width > 0).then(|| Bitmap { width, height, pixels: (0..width * height).map(is_set).collect() })
    }

    fn unknown() -> Bitmap {
        let Size { width, height } = UNIFONT;
        let is_edge = |x: usize, y: usize| {
            let (inside, level) = ((1..=6).contains(&x) && (3..=13).contains(&y), y == 3 || y == 13);
            inside && (level || x == 1 || x == 6)
        };
        Bitmap { width, height, pixels: (0..width * height).map(|at| is_edge(at % width, at / width)).collect() }
    }

    fn is_set(&self, x: isize, y: isize) -> bool {
        let within = |at: isize, length: usize| usize::try_from(at).ok().filter(|at| *at < length);
        let place = within(x, self.width).zip(within(y, self.height));
        place.is_some_and(|(x, y)| self.pixels[y * self.width + x])
    }

    /// Twice as large, with steps made slopes: the rule of Scale2x (A. Mazzoleni, 2001).
    fn doubled(&self) -> Bitmap {
        let (width, height) = (2 * self.width, 2 * self.height);
        let pixel = |at: usize| {
            let (column, row) = (at % width, at / width);
            let (x, y) = ((column / 2) as isize, (row / 2) as isize);
            // The neighbours on this side and on the other, across and along.
            let (side, end) = (2 * (column % 2) as isize - 1, 2 * (row % 2) as isize - 1);
            let (across, along) = (self.is_set(x + side, y), self.is_set(x, y + end));
            let is_step = across == along && across != self.is_set(x, y - end) && along != self.is_set(x - side, y);
            if is_step { across } else { self.is_set(x, y) }
        };
        Bitmap { width, height, pixels: (0..width * height).map(pixel).collect() }
    }

    /// With strokes wider by some pixels, to the right.
    fn emboldened(&self, by: usize) -> Bitmap {
        let thick = |at: usize| (0..=by.min(at % self.width)).any(|back| self.pixels[at - back]);
        Bitmap { pixels: (0..self.pixels.len()).map(thick).collect(), ..*self }
    }

    /// Measured in the pixels of its cells.
    fn mask(&self, is_bold: bool, Size { width, height }: Size) -> Mask {
        let fine = (0..DOUBLINGS).fold(self.clone(), |bitmap, _| bitmap.doubled());
        let fine = if is_bold { fine.emboldened(fine.height / UNIFONT.height * 5 / 8) } else { fine };
        let coverage = (0..width * height).map(|at| {
            let columns = span(at % width, width, fine.width);
            let rows = span(at / width, height, fine.height);
            let set = rows.clone().flat_map(|y| columns.clone().map(move |x| (x, y)));
            let set = set.filter(|(x, y)| fine.pixels[y * fine.width + x]).count();
            (set * 255 / (columns.len() * rows.len()).max(1)) as u8
        });
        Mask { coverage: coverage.collect(), width }
    }
}

/// The fine pixels under pixel `at` of `coarse` that share `fine` of them.
fn span(at: usize, coarse: usize, fine: usize) -> std::ops::Range<usize> {
    at * fine / coarse..((at + 1) * fine).div_ceil(coarse)
}

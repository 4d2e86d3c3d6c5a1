//! Strokes drawn with a pen: along the pixels of a form, then made bold as far as the white between strokes allows.

use super::forms::{COLUMNS, Form, ROWS};

/// Sub-pixels of a letter: two to a cell each way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bitmap {
    pub width: usize,
    pub height: usize,
    dots: Vec<bool>,
}

impl Bitmap {
    pub fn new(width: usize, height: usize) -> Bitmap {
        Bitmap { width, height, dots: vec![false; width * height] }
    }

    pub fn is_on(&self, x: usize, y: usize) -> bool {
        x < self.width && self.dots.get(y * self.width + x).copied().unwrap_or(false)
    }

    pub fn ink(&mut self, x: usize, y: usize) {
        if x < self.width
            && let Some(dot) = self.dots.get_mut(y * self.width + x)
        {
            *dot = true;
        }
    }

    /// Lays another beside what is there, its left at `x`.
    pub fn stamp(&mut self, other: &Bitmap, left: usize) {
        let inked = (0..other.height).flat_map(|y| (0..other.width).map(move |x| (x, y)));
        inked.filter(|&(x, y)| other.is_on(x, y)).for_each(|(x, y)| self.ink(left + x, y));
    }

    fn transposed(&self) -> Bitmap {
        let mut turned = Bitmap::new(self.height, self.width);
        let inked = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        inked.filter(|&(x, y)| self.is_on(x, y)).for_each(|(x, y)| turned.ink(y, x));
        turned
    }

    /// The strokes of a form, one sub-pixel thin, with its columns and rows at the places given.
    pub fn strokes(form: &Form, columns: &[usize; COLUMNS], rows: &[usize; ROWS], size: (usize, usize)) -> Bitmap {
        let mut drawn = Bitmap::new(size.0, size.1);
        for (row, column) in (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column))) {
            if !form.is_on(column, row) || is_given_up(form, rows, column, row) {
                continue;
            }
            let from = (columns[column], rows[row]);
            drawn.ink(from.0, from.1);
            for (across, below) in joined(form, column, row) {
                drawn.line(from, (columns[across], rows[below]));
            }
        }
        drawn
    }

    fn line(&mut self, from: (usize, usize), to: (usize, usize)) {
        let steps = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1)).max(1);
        let between = |a: usize, b: usize, step: usize| (2 * (a * (steps - step) + b * step) + steps) / (2 * steps);
        for step in 0..=steps {
            self.ink(between(from.0, to.0, step), between(from.1, to.1, step));
        }
    }

    /// The same with strokes thicker by so many sub-pixels to the right and down.
    pub fn emboldened(mut self, right: usize, down: usize) -> Bitmap {
        (0..down).for_each(|_| self.grow_down());
        let mut turned = self.transposed();
        (0..right).for_each(|_| turned.grow_down());
        turned.transposed()
    }

    /// Every stroke across grows down by one, unless that closed the white below it. A notch where another stroke
    /// sets off is no white between strokes: there the stroke grows beside it.
    fn grow_down(&mut self) {
        let before = self.clone();
        for y in 0..self.height.saturating_sub(1) {
            let mut x = 0;
            while x < self.width {
                let end = (x..self.width).find(|&end| !before.is_on(end, y)).unwrap_or(self.width);
                let blocked = |x: usize| !before.is_on(x, y + 1) && before.is_on(x, y + 2);
                let closed = (x..end).filter(|&x| blocked(x)).count();
                if 3 * closed <= end - x {
                    (x..end).filter(|&x| !blocked(x)).for_each(|x| self.ink(x, y + 1));
                }
                x = end + 1;
            }
        }
    }
}

/// Where two rows of a Latin letter share one row of sub-pixels and differ by one pixel alone, that is the end of an arc:
/// drawn, it would close the letter, an `s` into an `8`.
fn is_given_up(form: &Form, rows: &[usize; ROWS], column: usize, row: usize) -> bool {
    let shared = [row.checked_sub(1), Some(row + 1)].into_iter().flatten().filter(|other| *other < ROWS);
    let mut shared = shared.filter(|other| rows[*other] == rows[row] && form.difference(row, *other) == 1);
    !form.is_syllable && shared.any(|other| !form.is_on(column, other) && form.is_inked(other))
}

/// The neighbours that a pixel's stroke goes on to: right, below, and aslant where no other way leads there.
fn joined(form: &Form, column: usize, row: usize) -> impl Iterator<Item = (usize, usize)> {
    let on = |column: usize, row: usize| form.is_on(column, row);
    let left = column.checked_sub(1);
    let aslant = |across: usize| on(across, row + 1) && !on(across, row) && !on(column, row + 1);
    [
        on(column + 1, row).then_some((column + 1, row)),
        on(column, row + 1).then_some((column, row + 1)),
        aslant(column + 1).then_some((column + 1, row + 1)),
        left.filter(|&across| aslant(across)).map(|across| (across, row + 1)),
    ]
    .into_iter()
    .flatten()
}

//! Where columns stand: as wide as the space allows.

use ratatui::layout::Rect;

/// Cells of the widest column: a chart of two months is no pair of walls.
const WIDEST: u16 = 8;

/// The place of every column of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ColumnLayout {
    /// The cells the columns are drawn in.
    pub plot: Rect,
    /// Index of the first column shown; the ones before it did not fit.
    pub first: usize,
    /// Number of columns shown.
    pub count: usize,
    /// Cells a column is wide.
    pub width: u16,
    /// Blank cells between two columns.
    pub gap: u16,
    /// Columns are spread over the whole plot at uneven distances (for lines).
    pub spread: bool,
}

impl ColumnLayout {
    /// Fits `n` columns into a plot. If there are more columns than cells, the last ones are shown.
    pub fn new(plot: Rect, n: usize) -> Self {
        let count = n.min(usize::from(plot.width));
        let Ok(shown) = u16::try_from(count) else {
            return Self::default();
        };
        if shown == 0 {
            return Self { plot, first: n, ..Self::default() };
        }
        let (width, gap) = (0..=3)
            .rev()
            .filter_map(|gap| {
                let free = plot.width.checked_sub((shown - 1).checked_mul(gap)?)?;
                Some(((free / shown).min(WIDEST), gap))
            })
            .find(|&(width, gap)| width >= [1, 1, 5, 8][usize::from(gap)])
            .unwrap_or((1, 0));
        Self { plot, first: n - count, count, width, gap, spread: false }
    }

    /// How many columns fill a plot `plot` cells wide, if about `wanted` are to be shown: more where
    /// columns and gaps of that width leave room, a few less where that keeps the gaps.
    pub fn filling(plot: u16, wanted: usize) -> usize {
        let (cells, wanted) = (usize::from(plot), wanted.max(1));
        let pitch = (cells + 1) / wanted;
        if pitch < 2 {
            let with_gaps = cells.div_ceil(2);
            return if with_gaps * 4 >= wanted * 3 { with_gaps } else { cells };
        }
        let layout = Self::new(Rect::new(0, 0, plot, 1), wanted);
        (cells + usize::from(layout.gap)) / usize::from(layout.width + layout.gap).max(1)
    }

    /// Spreads `n` points over the whole plot, one cell each; points share cells if there are more of them.
    pub fn spread(plot: Rect, n: usize) -> Self {
        let count = if plot.width == 0 { 0 } else { n };
        Self { plot, first: n - count, count, width: 1, gap: 0, spread: true }
    }

    /// How far to the right a shown column lies, from 0 for the first to `last` for the last.
    pub fn fraction(&self, place: usize, last: u16) -> u16 {
        let steps = self.count.saturating_sub(1).max(1);
        ((place * usize::from(last) + steps / 2) / steps).min(usize::from(last)) as u16
    }

    /// Left cell of a column, if it is shown.
    pub fn x_of(&self, index: usize) -> Option<u16> {
        let place = index.checked_sub(self.first).filter(|&place| place < self.count)?;
        if self.spread {
            return Some(self.plot.x + self.fraction(place, self.plot.width.checked_sub(1)?));
        }
        Some(self.plot.x + place as u16 * (self.width + self.gap))
    }

    /// The column at a cell column; the gap belongs to the column before it.
    pub fn at(&self, x: u16) -> Option<usize> {
        if self.spread {
            let (steps, cells) = (self.count.checked_sub(1)?, usize::from(self.plot.width.saturating_sub(1)).max(1));
            let place = (usize::from(x.checked_sub(self.plot.x)?) * steps + cells / 2) / cells;
            return Some(self.first + place.min(steps));
        }
        let place = usize::from(x.checked_sub(self.plot.x)? / (self.width + self.gap).max(1));
        (place < self.count).then_some(self.first + place)
    }

    /// The column at a cell of the plot.
    pub fn hit(&self, x: u16, y: u16) -> Option<usize> {
        if self.plot.contains((x, y).into()) { self.at(x) } else { None }
    }

    /// The columns shown.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first..self.first + self.count
    }

    /// The cells of a band that marks a column: the column and half of what surrounds it, over the whole plot.
    pub fn band(&self, index: usize) -> Option<Rect> {
        let side = u16::from(self.gap > 0);
        let x = self.x_of(index)?;
        let left = x.saturating_sub(side).max(self.plot.x);
        let right = x.saturating_add(self.width + side).min(self.plot.right());
        Some(Rect { x: left, width: right.saturating_sub(left), ..self.plot })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_and_gaps() {
        let fit = |width, n| {
            let l = ColumnLayout::new(Rect::new(0, 0, width, 5), n);
            (l.width, l.gap, l.first)
        };
        assert_eq!(fit(60, 30), (1, 1, 0));
        assert_eq!(fit(59, 30), (1, 1, 0));
        assert_eq!(fit(58, 30), (1, 0, 0));
        assert_eq!(fit(89, 30), (2, 1, 0));
        assert_eq!(fit(20, 30), (1, 0, 10));
        assert_eq!(fit(100, 12), (6, 2, 0));
        assert_eq!(fit(0, 5), (0, 0, 5));
    }

    #[test]
    fn spread_points_reach_both_ends() {
        for width in 1..50u16 {
            for n in 1..=usize::from(width) {
                let l = ColumnLayout::spread(Rect::new(5, 0, width, 2), n);
                assert!((0..n).all(|i| l.x_of(i).and_then(|x| l.hit(x, 1)) == Some(i)));
                assert!(n == 1 || l.x_of(n - 1) == Some(width + 4));
            }
            let l = ColumnLayout::spread(Rect::new(5, 0, width, 2), 200);
            assert!((0..200).all(|i| l.x_of(i).is_some_and(|x| x < width + 5)));
        }
    }

    #[test]
    fn hit_is_the_inverse_of_place() {
        for width in 0..60 {
            for n in 0..80 {
                let l = ColumnLayout::new(Rect::new(7, 3, width, 4), n);
                for i in 0..n {
                    match l.x_of(i) {
                        Some(x) => {
                            assert!(x + l.width <= l.plot.right());
                            assert!((x..x + l.width).all(|x| l.hit(x, 3) == Some(i)));
                        }
                        None => assert!(i < l.first),
                    }
                }
                assert_eq!(l.hit(7, 2), None);
                assert_eq!(l.hit(6, 3), None);
            }
        }
    }
}

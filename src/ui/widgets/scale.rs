//! From values to eighths of a row, in whole numbers.

/// A vertical scale: where a value lies below the top of the plot, in eighths of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Rows of the plot.
    pub rows: u16,
    /// Eighths below the top at which `base` lies.
    pub origin: i64,
    /// The value at `origin`: zero on a signed scale.
    pub base: i64,
    num: i128,
    den: i128,
}

impl Scale {
    /// A scale with zero on the boundary between two rows; `spare` rows are kept free above the greatest and below
    /// the least value, if that leaves rows.
    pub fn signed(min: i64, max: i64, rows: u16, spare: (u16, u16)) -> Self {
        let (down, up) = (i128::from(min.min(0)).abs(), i128::from(max.max(0)));
        let splits = match (down, up) {
            (0, _) => rows..=rows,
            (_, 0) => 0..=0,
            _ => 0..=rows,
        };
        let spare = if spare.0 + spare.1 < rows { spare } else { (0, 0) };
        let ratios = splits.filter_map(|above| {
            let rooms = [(above.saturating_sub(spare.0), up), ((rows - above).saturating_sub(spare.1), down)];
            let worst = rooms.into_iter().filter(|room| room.1 > 0).max_by(|a, b| coarser(*a, *b));
            worst.map_or(Some((above, (1, 1))), |worst| (worst.0 > 0).then_some((above, worst)))
        });
        let (above, (num, den)) = ratios
            .min_by(|a, b| coarser(a.1, b.1))
            .unwrap_or((if up < down { 0 } else { rows }, (rows, up.max(down).max(1))));
        Self { rows, origin: i64::from(above) * 8, base: 0, num: i128::from(num) * 8, den }
    }

    /// A scale from `min` at the bottom to `max` at the top. If zero lies between, it is [`Scale::signed`].
    pub fn free(min: i64, max: i64, rows: u16) -> Self {
        let (min, max) = (min.min(max), min.max(max));
        if min < 0 && max > 0 {
            return Self::signed(min, max, rows, (0, 0));
        }
        let extent = (i128::from(max) - i128::from(min)).max(1);
        let origin = i64::from(rows) * 8;
        Self { rows, origin, base: min, num: i128::from(rows) * 8, den: extent }
    }

    /// Eighths from the base to the value: positive is up. A value that is not the base is at least one eighth away;
    /// the ends of the plot are not passed.
    pub fn rise(&self, value: i64) -> i64 {
        let delta = i128::from(value) - i128::from(self.base);
        let size = (delta.abs() * self.num * 2 + self.den) / (self.den * 2);
        let size = if delta == 0 { 0 } else { size.max(1) };
        let signed = if delta < 0 { -size } else { size };
        let (low, high) = (i128::from(self.origin) - i128::from(self.rows) * 8, i128::from(self.origin));
        i64::try_from(signed.clamp(low, high)).unwrap_or_default()
    }

    /// Eighths below the top of the plot.
    pub fn depth(&self, value: i64) -> i64 {
        self.origin - self.rise(value)
    }

    /// The values at the bottom and the top of the plot.
    pub fn ends(&self) -> (i64, i64) {
        let at = |eighths: i64| {
            let value = i128::from(self.base) + i128::from(eighths) * self.den / self.num.max(1);
            i64::try_from(value.clamp(i128::from(i64::MIN), i128::from(i64::MAX))).unwrap_or_default()
        };
        (at(self.origin - i64::from(self.rows) * 8), at(self.origin))
    }

    /// The row and the quarter of it (0 at the top) in which a rule at a value is drawn: just outside of a column
    /// that ends there.
    pub fn rule(&self, value: i64) -> (u16, u16) {
        let depth = self.depth(value);
        let depth = if value >= self.base { depth - 1 } else { depth };
        let depth = depth.clamp(0, (i64::from(self.rows) * 8 - 1).max(0));
        ((depth / 8) as u16, (depth % 8 / 2) as u16)
    }

    /// The first row below the zero (or base) boundary.
    pub fn boundary(&self) -> u16 {
        (self.origin / 8) as u16
    }

    /// The rows a column from the base to the value inks, from the top: `start..end`.
    pub fn rows_of(&self, value: i64) -> std::ops::Range<u16> {
        let rise = self.rise(value);
        let cells = (rise.unsigned_abs().div_ceil(8)) as u16;
        let zero = self.boundary();
        if rise >= 0 { zero.saturating_sub(cells)..zero } else { zero..zero.saturating_add(cells).min(self.rows) }
    }
}

/// Compares two rooms (rows, extent) by the extent per row.
fn coarser(a: (u16, i128), b: (u16, i128)) -> std::cmp::Ordering {
    (a.1 * i128::from(b.0)).cmp(&(b.1 * i128::from(a.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_on_a_boundary_and_extremes_touch_the_ends() {
        let s = Scale::signed(-100, 100, 10, (0, 0));
        assert_eq!((s.boundary(), s.depth(100), s.depth(-100), s.depth(0)), (5, 0, 80, 40));
        let s = Scale::signed(-50, 100, 10, (0, 0));
        assert_eq!(s.origin % 8, 0);
        assert!(s.depth(100) >= 0 && s.depth(-50) <= 80);
        let s = Scale::signed(0, 80, 10, (0, 0));
        assert_eq!((s.rise(1), s.rise(2), s.rise(80)), (1, 2, 80));
    }

    #[test]
    fn small_values_show_and_large_ones_are_held() {
        let s = Scale::signed(-1000, 1000, 8, (1, 1));
        assert_eq!((s.rise(1), s.rise(-1), s.rise(0)), (1, -1, 0));
        assert_eq!((s.rise(i64::MAX), s.rise(i64::MIN)), (32, -32));
        assert_eq!((s.rise(1000), s.rise(-1000)), (24, -24));
    }

    #[test]
    fn any_input_holds() {
        let ends = [i64::MIN, -7, 0, 7, i64::MAX];
        for (min, max) in ends.iter().flat_map(|&a| ends.iter().map(move |&b| (a, b))) {
            for rows in 0..6 {
                for s in [Scale::signed(min, max, rows, (1, 1)), Scale::free(min, max, rows)] {
                    for v in ends {
                        assert!((0..=i64::from(rows) * 8).contains(&s.depth(v)));
                        assert!(s.rows_of(v).end <= rows);
                    }
                    s.ends();
                }
            }
        }
    }
}

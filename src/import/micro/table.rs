//! Sums by line (a flow of a period) and column (a kind of goods, or a partner).

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// Fractions are kept in this part of a unit.
pub const FRACTIONS: i128 = 1_000_000_000_000_000_000;

/// What does not fit into a cell: sums beyond 64 bits, fractions, and that there was a row where the sum is nought.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Rest {
    whole: i128,
    fraction: i128,
}

/// Sums by line and column, dense: room for a line is room for all columns of it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Table {
    width: usize,
    cells: Vec<i64>,
    rests: HashMap<(u32, u32), Rest>,
}

impl Table {
    /// True where there are so many lines of so many columns, or room for more.
    pub fn is_of(&self, lines: usize, columns: usize) -> bool {
        let most = self.cells.len().checked_div(self.width).unwrap_or(0);
        let has_width = self.width >= columns && self.width <= 2 * columns.next_power_of_two();
        most >= lines && (has_width || lines == 0) && self.cells.len() == most * self.width
    }

    /// Room for `lines` lines of `columns` columns at least.
    pub fn reserve(&mut self, lines: usize, columns: usize) {
        if columns > self.width {
            let width = columns.next_power_of_two();
            let height = self.cells.len().checked_div(self.width).unwrap_or(0);
            let mut cells = vec![0; height * width];
            for (old, new) in self.cells.chunks(self.width.max(1)).zip(cells.chunks_mut(width)) {
                new[..old.len()].copy_from_slice(old);
            }
            (self.width, self.cells) = (width, cells);
        }
        if lines * self.width > self.cells.len() {
            self.cells.resize(lines * self.width, 0);
        }
    }

    /// Adds a row of whole units, at least one.
    #[inline(always)]
    pub fn add(&mut self, line: u32, column: u32, value: i64) {
        let cell = &mut self.cells[line as usize * self.width + column as usize];
        let (sum, is_beyond) = cell.overflowing_add(value);
        if is_beyond {
            return self.add_exact(line, column, i128::from(value), 0);
        }
        *cell = sum;
    }

    /// Adds a row of any amount, written in whole units and [`FRACTIONS`] of one.
    #[cold]
    pub fn add_exact(&mut self, line: u32, column: u32, whole: i128, fraction: i128) {
        self.put_rest(line, column, Rest { whole, fraction });
    }

    fn put_rest(&mut self, line: u32, column: u32, more: Rest) {
        let rest = self.rests.entry((line, column)).or_default();
        rest.whole += more.whole;
        rest.fraction += more.fraction;
    }

    /// The sum of a cell, in `10^-power` of the unit of the rows; nothing where there was no row.
    pub fn sum(&self, line: usize, column: usize, power: u32) -> Option<i128> {
        self.exact(line, column).map(|sum| sum.scaled(power))
    }

    /// The sum of all cells of a line.
    pub fn line_sum(&self, line: usize, power: u32) -> Option<i128> {
        let sums = (0..self.width).filter_map(|column| self.exact(line, column));
        let sum = sums.reduce(|a, b| Rest { whole: a.whole + b.whole, fraction: a.fraction + b.fraction });
        sum.map(|sum| sum.scaled(power))
    }

    fn exact(&self, line: usize, column: usize) -> Option<Rest> {
        let cell = i128::from(*self.cells.get(line * self.width + column)?);
        match self.rests.get(&(line as u32, column as u32)) {
            Some(rest) => Some(Rest { whole: cell + rest.whole, ..*rest }),
            None => (cell != 0).then_some(Rest { whole: cell, fraction: 0 }),
        }
    }

    /// Takes everything out of another table, whose lines and columns have the numbers `lines` and `columns` here; the
    /// lines of it that had rows.
    pub fn drain(&mut self, other: &mut Table, lines: &[u32], columns: &[u32]) -> Vec<usize> {
        let mut touched = Vec::new();
        for (at, (line, cells)) in lines.iter().zip(other.cells.chunks_mut(other.width.max(1))).enumerate() {
            // Without a branch for each: most lines have nothing.
            if cells.iter().fold(0, |all, sum| all | sum) == 0 {
                continue;
            }
            for (column, sum) in columns.iter().zip(cells.iter()).filter(|(_, sum)| **sum != 0) {
                self.add(*line, *column, *sum);
            }
            cells.fill(0);
            touched.push(at);
        }
        for ((line, column), rest) in other.rests.drain() {
            self.put_rest(lines[line as usize], columns[column as usize], rest);
            touched.push(line as usize);
        }
        touched
    }

    /// A copy of some lines, in this order.
    pub fn only(&self, lines: &[usize]) -> Table {
        let of = |line: &usize| self.cells.get(line * self.width..(line + 1) * self.width).unwrap_or_default();
        let cells = lines.iter().flat_map(|line| of(line).iter().copied()).collect();
        let place = |line: u32| lines.iter().position(|other| *other == line as usize);
        let kept =
            self.rests.iter().filter_map(|((line, column), rest)| Some(((place(*line)? as u32, *column), *rest)));
        Table { width: self.width, cells, rests: kept.collect() }
    }

    /// Adds another table, whose lines and columns have the numbers `lines` and `columns` here.
    pub fn merge(&mut self, other: &Table, lines: &[u32], columns: &[u32]) {
        for (line, cells) in lines.iter().zip(other.cells.chunks(other.width.max(1))) {
            for (column, sum) in columns.iter().zip(cells).filter(|(_, sum)| **sum != 0) {
                self.add(*line, *column, *sum);
            }
        }
        for ((line, column), rest) in &other.rests {
            self.put_rest(lines[*line as usize], columns[*column as usize], *rest);
        }
    }
}

impl Rest {
    /// In `10^-power` of the unit, rounded once, half away from zero.
    fn scaled(self, power: u32) -> i128 {
        let scale = 10_i128.pow(power);
        let fraction = self.fraction * scale;
        let whole = self.whole * scale + fraction / FRACTIONS;
        whole + rounded(fraction % FRACTIONS, whole)
    }
}

/// What a fraction beside a whole amount adds to it.
fn rounded(fraction: i128, whole: i128) -> i128 {
    let half = FRACTIONS / 2;
    match fraction {
        // Of an amount below zero the half goes down, of others up.
        fraction if fraction == half => i128::from(whole >= 0),
        fraction if fraction == -half => -i128::from(whole <= 0),
        fraction => i128::from(fraction > half) - i128::from(fraction < -half),
    }
}

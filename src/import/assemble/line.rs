//! The amounts of one series in the order of their periods.

use crate::domain::Period;

use super::cells::Cell;

/// One cell for each period.
#[derive(Debug, Default)]
pub(super) struct Line(Vec<(Period, Cell)>);

impl Line {
    /// Adds cells in any order; of two of one period `meet` says which holds, the one that was there before being the first.
    pub fn add(&mut self, mut cells: Vec<(Period, Cell)>, mut meet: impl FnMut(Period, Cell, Cell) -> Cell) {
        match self.0.is_empty() {
            true => self.0 = cells,
            false => self.0.append(&mut cells),
        }
        self.0.sort_by_key(|(period, _)| *period);
        self.0.dedup_by(|after, before| {
            let is_same = after.0 == before.0;
            if is_same {
                before.1 = meet(before.0, before.1, after.1);
            }
            is_same
        });
    }

    /// The cell of a period.
    pub fn get(&self, period: &Period) -> Option<&Cell> {
        self.0.binary_search_by_key(period, |(period, _)| *period).ok().map(|at| &self.0[at].1)
    }

    /// All cells.
    pub fn values(&self) -> impl Iterator<Item = &Cell> {
        self.0.iter().map(|(_, cell)| cell)
    }

    /// Keeps the cells that pass.
    pub fn retain(&mut self, mut test: impl FnMut(&Period, &Cell) -> bool) {
        self.0.retain(|(period, cell)| test(period, cell));
    }

    /// The first period.
    pub fn first(&self) -> Option<Period> {
        self.0.first().map(|(period, _)| *period)
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True where there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(Period, Cell)> for Line {
    /// Of cells in the order of their periods.
    fn from_iter<I: IntoIterator<Item = (Period, Cell)>>(cells: I) -> Line {
        Line(cells.into_iter().collect())
    }
}

impl<'l> IntoIterator for &'l Line {
    type Item = &'l (Period, Cell);
    type IntoIter = std::slice::Iter<'l, (Period, Cell)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

//! What some rows of a league leave of its total.

use super::super::{Measured, Undefined, growth};
use super::{League, Row};

impl League {
    /// What rows leave of the total, column by column. None of them may lie within another.
    pub fn rest(&self, rows: &[&Row]) -> Row {
        // A rest of nothing known is no rest.
        let left = |whole: &Measured, of: fn(&Row) -> &Measured| {
            let mut known = rows.iter().map(|row| of(row)).filter(|part| part.value.is_ok()).peekable();
            match known.peek() {
                None => Measured::undefined(Undefined::Missing),
                Some(_) => known.fold(whole.clone(), |rest, part| rest.minus(part.clone())),
            }
        };
        // Only where the same parts are named now and on the base is the rest the same thing twice.
        let is_comparable = rows.iter().all(|row| row.base.value.is_ok());
        let (value, base) = (left(&self.total.value, |row| &row.value), left(&self.total.base, |row| &row.base));
        let growth = growth::rate(value.clone(), base.clone());
        Row {
            member: None,
            within: None,
            share: left(&self.total.share, |row| &row.share),
            contribution: left(&self.total.contribution, |row| &row.contribution),
            share_change: Measured::undefined(Undefined::NotMeaningful),
            growth: if is_comparable { growth } else { Measured::undefined(Undefined::Missing) },
            other_growth: Measured::undefined(Undefined::NotMeaningful),
            run: None,
            imports: None,
            balance: None,
            value,
            base,
        }
    }
}

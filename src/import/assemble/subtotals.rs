//! Rows that are the sum of their neighbours, as their numbers tell: subtotals of which neither name nor code says so.

use super::line::Line;

/// So many rows are added up at most to find out whether another one is their sum.
const MOST_ADDENDS: usize = 500;

/// That many bits of numbers must agree: a table of a thousand rows has not one such sum by chance.
const ENOUGH_BITS: u32 = 20;

/// Which of the lines, in the order of the file, are the sum of those that follow them, or of those before.
pub(super) fn find(lines: &[&Line]) -> Vec<bool> {
    let mut is_sum = vec![false; lines.len()];
    mark((0..lines.len()).rev(), lines, &mut is_sum);
    mark(0..lines.len(), lines, &mut is_sum);
    is_sum
}

/// Marks the lines that are the sum of those that the order has before them. Parts that are sums themselves have their
/// own parts beside them, and are not added.
fn mark(order: impl Iterator<Item = usize>, lines: &[&Line], is_sum: &mut [bool]) {
    let mut parts: Vec<&Line> = Vec::new();
    for at in order {
        is_sum[at] = is_sum[at] || is_sum_of(lines[at], parts.iter().rev().copied());
        if !is_sum[at] {
            parts.push(lines[at]);
        }
    }
}

/// True where a line is the sum of the first two or more of its neighbours in every period.
fn is_sum_of<'l>(line: &Line, neighbours: impl Iterator<Item = &'l Line>) -> bool {
    let Some((first, value)) =
        line.into_iter().find_map(|(period, cell)| Some((period, cell.value.filter(|it| *it > 0)?)))
    else {
        return false;
    };
    let (mut addends, mut sum) = (Vec::new(), 0_i64);
    for neighbour in neighbours.take(MOST_ADDENDS) {
        let own = neighbour.get(first).and_then(|cell| cell.value).unwrap_or(0);
        sum = sum.saturating_add(own);
        addends.push(neighbour);
        let slack = slack(line, addends.len());
        if own < 0 || sum > value.saturating_add(slack) {
            return false;
        }
        if own > 0 && sum != own && (sum - value).abs() <= slack && agrees(line, &addends) {
            return true;
        }
    }
    false
}

/// How far a sum may be off by rounding.
fn slack(line: &Line, addends: usize) -> i64 {
    let rounding = line.values().map(|cell| cell.rounding).max().unwrap_or(1);
    rounding.saturating_mul(addends as i64 + 1) / 2
}

/// True where the addends make up the line in all periods, and there are numbers enough to know.
fn agrees(line: &Line, addends: &[&Line]) -> bool {
    let slack = slack(line, addends.len());
    let mut bits = 0;
    for (period, cell) in line {
        let Some(value) = cell.value else { continue };
        let of_period = || addends.iter().filter_map(|addend| addend.get(period));
        if of_period().any(|cell| cell.value.is_none()) {
            continue;
        }
        let sum = of_period().filter_map(|cell| cell.value).fold(0, i64::saturating_add);
        if sum.abs_diff(value) > slack.unsigned_abs() {
            return false;
        }
        bits += (value / (2 * slack + cell.rounding)).max(1).ilog2();
    }
    bits >= ENOUGH_BITS
}

#[cfg(test)]
mod tests {
    use crate::domain::{ObsStatus, Period};

    use super::super::cells::Cell;
    use super::*;

    fn found(rows: &[[i64; 2]]) -> Vec<bool> {
        let cell = |value: &i64| Cell {
            value: Some(*value),
            rounding: 1,
            status: ObsStatus::Normal,
            source: 0,
            line: 1,
            is_sum: false,
        };
        let line = |row: &[i64; 2]| -> Line {
            row.iter().enumerate().map(|(at, value)| (Period::annual(2020 + at as i32), cell(value))).collect()
        };
        let lines: Vec<Line> = rows.iter().map(line).collect();
        find(&lines.iter().collect::<Vec<_>>())
    }

    #[test]
    fn sums_before_and_behind_their_parts() {
        let [a, b, c] = [[70_123, 81_456], [60_789, 62_001], [5_500, 0]];
        let sum = |rows: &[[i64; 2]]| [0, 1].map(|at| rows.iter().map(|row| row[at]).sum::<i64>());
        assert_eq!(found(&[sum(&[a, b]), a, b, c]), [true, false, false, false]);
        assert_eq!(found(&[a, b, sum(&[a, b]), c]), [false, false, true, false]);
        assert_eq!(found(&[sum(&[a, b, c]), sum(&[a, b]), a, b, c]), [true, true, false, false, false]);
        assert_eq!(found(&[a, b, c]), [false; 3]);
        assert_eq!(found(&[[3, 5], [1, 2], [2, 3]]), [false; 3], "may be by chance");
        assert_eq!(found(&[a, a, [0, 0]]), [false; 3], "the same twice is no sum");
        assert!(found(&[]).is_empty());
    }
}

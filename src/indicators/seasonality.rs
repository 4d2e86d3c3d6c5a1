//! Which part of a year falls on each of its months: mean, range, and how often it was the most or the least.

use crate::domain::{Period, Ratio, Vintage, round_half_away};

/// Shares are kept to fifteen decimals: their mean over years has no common denominator that stays small.
const SCALE: i128 = 1_000_000_000_000_000;

/// One month (quarter) over the complete years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthShare {
    /// 1 for January.
    pub index: u32,
    /// Mean of its shares of the year, in percent.
    pub mean: Ratio,
    /// Least of them.
    pub least: Ratio,
    /// Greatest of them.
    pub greatest: Ratio,
    /// Years in which it was the largest month, alone or with others.
    pub peaks: u32,
    /// Years in which it was the smallest.
    pub troughs: u32,
    /// Complete years.
    pub years: u32,
}

/// The months of the complete years up to `until`; empty where there is none, or a year's sum is not above zero.
pub fn month_shares(vintage: &Vintage, until: Period) -> Vec<MonthShare> {
    let Some(first) = vintage.first() else { return Vec::new() };
    let per_year = first.frequency().per_year();
    let complete = |year: &Vec<i64>| i32::try_from(year.len()) == Ok(per_year) && year.iter().sum::<i64>() > 0;
    let year_of = |start: Period| -> Vec<i64> {
        Period::span(start, start.last_of_year()).map_while(|period| vintage.value(period)).collect()
    };
    let starts = (first.year()..=until.year()).map(|year| first.first_of_year().plus((year - first.year()) * per_year));
    let years: Vec<Vec<i64>> =
        starts.filter(|start| start.last_of_year() <= until).map(year_of).filter(complete).collect();
    (0..per_year as usize).filter_map(|index| month_share(&years, index)).collect()
}

fn month_share(years: &[Vec<i64>], index: usize) -> Option<MonthShare> {
    let shares: Vec<i128> = years
        .iter()
        .map(|year| round_half_away(i128::from(year[index]) * SCALE, year.iter().map(|value| i128::from(*value)).sum()))
        .collect();
    let percent = |share: i128| Ratio::new(share * 100, SCALE);
    let count = |extreme: fn(&[i64]) -> Option<i64>| {
        years.iter().filter(|year| extreme(year) == Some(year[index])).count() as u32
    };
    Some(MonthShare {
        index: index as u32 + 1,
        mean: Ratio::new(shares.iter().sum::<i128>() * 100, SCALE * shares.len() as i128)?,
        least: percent(*shares.iter().min()?)?,
        greatest: percent(*shares.iter().max()?)?,
        peaks: count(|year| year.iter().copied().max()),
        troughs: count(|year| year.iter().copied().min()),
        years: years.len() as u32,
    })
}

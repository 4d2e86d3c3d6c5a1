//! The highest values of a series, with their places.

use crate::domain::{ObsStatus, Period, Vintage};

/// A value and its place among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// When.
    pub period: Period,
    /// Whole units of the currency.
    pub value: i64,
    /// How firm it is.
    pub status: ObsStatus,
    /// 1 for the highest; equal values share a rank (1, 2, 2, 4).
    pub rank: u32,
}

/// The known values up to `until` of the periods that `counts` lets pass, the highest first, equals in the order
/// of time.
pub fn ranked(vintage: &Vintage, until: Period, counts: impl Fn(Period) -> bool) -> Vec<Ranked> {
    let known = vintage.iter().take_while(|(period, _)| *period <= until).filter(|(period, _)| counts(*period));
    let mut values: Vec<Ranked> = known
        .filter_map(|(period, reading)| {
            let reading = reading?;
            Some(Ranked { period, value: reading.value, status: reading.status, rank: 1 })
        })
        .collect();
    values.sort_by_key(|ranked| (std::cmp::Reverse(ranked.value), ranked.period));
    for index in 1..values.len() {
        let before = values[index - 1];
        let equal = before.value == values[index].value;
        values[index].rank = if equal { before.rank } else { index as u32 + 1 };
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Reading;

    #[test]
    fn equals_share_a_rank_and_gaps_have_none() {
        let start = Period::month(2024, 1);
        let reading = |value| Reading::derived(value, 1, ObsStatus::Normal);
        let values = [Some(5), Some(9), None, Some(9), Some(7), Some(99)];
        let vintage = Vintage::new(start, values.map(|value| value.map(reading)).to_vec());
        let places: Vec<(u32, i64, String)> = ranked(&vintage, Period::month(2024, 5), |_| true)
            .iter()
            .map(|ranked| (ranked.rank, ranked.value, ranked.period.to_string()))
            .collect();
        let expected = [(1, 9, "2024-02"), (1, 9, "2024-04"), (3, 7, "2024-05"), (4, 5, "2024-01")];
        assert_eq!(places, expected.map(|(rank, value, period)| (rank, value, period.to_owned())));
        assert!(ranked(&Vintage::default(), start, |_| true).is_empty());
    }
}

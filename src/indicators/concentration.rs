//! How concentrated a total is on its parts: the Herfindahl-Hirschman index and the largest three.

use crate::domain::Ratio;

/// Concentration of a total whose parts are known in part. The index is a range wherever a rest is unnamed,
/// for a rest counted as one part would make it far too high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concentration {
    /// `10000 * sum of squared shares` of the named parts, the rest being many small ones.
    pub low: Ratio,
    /// The same where the rest is in parts as large as the smallest named one: the most it can be if the
    /// named parts are the largest.
    pub high: Ratio,
    /// Share of the three largest named parts, in percent.
    pub top_three: Ratio,
    /// Number of named parts.
    pub named: usize,
}

/// Shares are kept to fifteen decimals, so that their squares cannot grow beyond bounds.
const SHARE_SCALE: i128 = 1_000_000_000_000_000;

/// The concentration of `total` on `named` parts; `None` without parts, with a part below zero, or where
/// they are more than the total by more than a tenth of a percent.
pub fn concentration(named: &[Ratio], total: Ratio) -> Option<Concentration> {
    if named.is_empty() || total.signum() <= 0 || named.iter().any(|part| part.signum() < 0) {
        return None;
    }
    let share = |part: &Ratio| Some(part.over(total)?.times(SHARE_SCALE).rounded(0));
    let mut shares: Vec<i128> = named.iter().map(share).collect::<Option<_>>()?;
    shares.sort_unstable_by(|a, b| b.cmp(a));
    let rest = SHARE_SCALE - shares.iter().sum::<i128>();
    if rest < -SHARE_SCALE / 1000 {
        return None;
    }
    let rest = rest.max(0);
    let squares: i128 = shares.iter().map(|share| share * share).sum();
    let largest: i128 = shares.iter().take(3).sum();
    let index = |squares: i128| Ratio::new(squares, SHARE_SCALE * SHARE_SCALE / 10_000);
    Some(Concentration {
        low: index(squares)?,
        high: index(squares + rest * shares[shares.len() - 1].min(rest))?,
        top_three: Ratio::new(largest * 100, SHARE_SCALE)?,
        named: shares.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(values: &[i128]) -> Vec<Ratio> {
        values.iter().map(|value| Ratio::whole(*value)).collect()
    }

    #[test]
    fn a_rest_makes_a_range() {
        let half = concentration(&whole(&[30, 20]), Ratio::whole(100)).unwrap();
        assert_eq!((half.low, half.high), (Ratio::whole(1300), Ratio::whole(2300)));
        assert_eq!((half.top_three, half.named), (Ratio::whole(50), 2));
        let full = concentration(&whole(&[60, 40]), Ratio::whole(100)).unwrap();
        assert_eq!((full.low, full.high), (Ratio::whole(5200), Ratio::whole(5200)));
    }

    #[test]
    fn parts_beyond_the_total_have_none() {
        assert_eq!(concentration(&whole(&[80, 40]), Ratio::whole(100)), None);
        assert_eq!(concentration(&[], Ratio::whole(100)), None);
    }
}

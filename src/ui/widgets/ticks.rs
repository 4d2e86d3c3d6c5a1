//! Round tick values and the span of a series.

/// Steps in quarters of a power of ten: 1, 2, 2.5 and 5.
const STEPS: [i128; 4] = [4, 8, 10, 20];

/// Round values (multiples of 1, 2, 2.5 or 5 times a power of ten) within `min..=max`, at most `max_count` of them,
/// with the finest such step. Empty if `max_count` is 0 or the range holds no multiple.
pub fn nice(min: i64, max: i64, max_count: usize) -> Vec<i64> {
    let (low, high) = (i128::from(min.min(max)), i128::from(min.max(max)));
    let mut power = 1i128;
    while max_count > 0 && power <= 10 * i128::from(i64::MAX) {
        for quarters in STEPS {
            let (step, rest) = (power * quarters / 4, power * quarters % 4);
            if rest == 0 && count(low, high, step) <= max_count as i128 {
                return multiples(low, high, step);
            }
        }
        power *= 10;
    }
    Vec::new()
}

/// First multiple of `step` that is not below `low`.
fn first(low: i128, step: i128) -> i128 {
    -(-low).div_euclid(step) * step
}

fn count(low: i128, high: i128, step: i128) -> i128 {
    let start = first(low, step);
    if start > high { 0 } else { (high - start) / step + 1 }
}

fn multiples(low: i128, high: i128, step: i128) -> Vec<i64> {
    let start = first(low, step);
    (0..count(low, high, step)).filter_map(|i| i64::try_from(start + i * step).ok()).collect()
}

/// Least and greatest of the values present, `(0, 0)` if none is.
pub fn span(values: impl IntoIterator<Item = Option<i64>>) -> (i64, i64) {
    let fold = |acc: Option<(i64, i64)>, v: i64| Some(acc.map_or((v, v), |(lo, hi)| (lo.min(v), hi.max(v))));
    values.into_iter().flatten().fold(None, fold).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples() {
        assert_eq!(nice(-12_650, 8_000, 5), [-10_000, -5_000, 0, 5_000]);
        assert_eq!(nice(0, 100, 5), [0, 25, 50, 75, 100]);
        assert_eq!(nice(0, 3, 9), [0, 1, 2, 3]);
        assert_eq!(nice(7, 7, 3), [7]);
        assert!(nice(0, 9, 0).is_empty());
        assert_eq!(span([None, Some(3), Some(-4)]), (-4, 3));
    }

    #[test]
    fn properties() {
        let ends = [i64::MIN, -987_654_321, -1001, -26, -1, 0, 1, 9, 24, 999, 123_456, i64::MAX];
        for min in ends {
            for max in ends.into_iter().filter(|&max| max >= min) {
                for most in 1..9 {
                    let ticks = nice(min, max, most);
                    assert!(ticks.len() <= most);
                    assert!(ticks.iter().all(|t| (min..=max).contains(t)));
                    assert!(min > 0 || max < 0 || ticks.contains(&0), "{min} {max} {most} {ticks:?}");
                    let steps: Vec<_> = ticks.windows(2).map(|w| i128::from(w[1]) - i128::from(w[0])).collect();
                    assert!(steps.windows(2).all(|w| w[0] == w[1]));
                }
            }
        }
    }
}

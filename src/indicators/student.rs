//! Student's distribution, which says how far a value may lie from what few earlier ones suggest.

use std::f64::consts::PI;

/// The probability of a value below `t` with `freedom` degrees of freedom (at least one): for whole degrees a finite sum, Abramowitz and
/// Stegun, *Handbook of Mathematical Functions*, 26.7.3 and 26.7.4.
pub fn probability_below(t: f64, freedom: u32) -> f64 {
    let n = f64::from(freedom.max(1));
    let angle = (t.abs() / n.sqrt()).atan();
    let (sine, cosine) = angle.sin_cos();
    let is_odd = freedom % 2 == 1;
    let mut term = if is_odd { cosine } else { 1.0 };
    let mut sum = if freedom == 1 { 0.0 } else { term };
    for step in (if is_odd { 2 } else { 1 }..freedom.saturating_sub(2)).step_by(2) {
        term *= f64::from(step) / f64::from(step + 1) * cosine * cosine;
        sum += term;
    }
    let within = if is_odd { 2.0 / PI * (angle + sine * sum) } else { sine * sum };
    0.5 + 0.5 * within.copysign(t)
}

/// The value below which lies `probability` (between a half and one) of the distribution.
pub fn quantile(probability: f64, freedom: u32) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    while probability_below(high, freedom) < probability && high < 1e9 {
        high *= 2.0;
    }
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if probability_below(middle, freedom) < probability { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_quantiles_are_met() {
        // Of tables that every textbook of statistics prints.
        let table = [
            (1, 3.077_684),
            (2, 1.885_618),
            (3, 1.637_744),
            (4, 1.533_206),
            (5, 1.475_884),
            (10, 1.372_184),
            (30, 1.310_415),
        ];
        for (freedom, expected) in table {
            let found = quantile(0.9, freedom);
            assert!((found - expected).abs() < 1e-6, "{freedom}: {found}");
            assert!((probability_below(expected, freedom) - 0.9).abs() < 1e-7);
        }
    }

    #[test]
    fn it_is_symmetric_and_rises() {
        for freedom in 1..40 {
            assert!((probability_below(0.0, freedom) - 0.5).abs() < 1e-15);
            let steps: Vec<f64> = (-40..=40).map(|step| probability_below(f64::from(step) / 4.0, freedom)).collect();
            assert!(steps.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(steps.iter().zip(steps.iter().rev()).all(|(a, b)| (a + b - 1.0).abs() < 1e-12));
        }
    }
}

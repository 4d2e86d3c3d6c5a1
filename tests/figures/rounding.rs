//! Exact fractions and their one rounding.

use std::cmp::Ordering;

use proptest::prelude::*;
use tradedeck::domain::{Ratio, round_half_away};

use super::table::{exact, rows, shown};

#[test]
fn reference_table() {
    for row in rows("ref_rounding") {
        let expected = row.text("half_away_from_zero");
        // The table keeps the sign of a negative zero; it must never be shown.
        let expected = if expected == "-0.0" { "0.0" } else { expected };
        assert_eq!(shown(exact(row.text("value")), row.int("decimals") as u32), expected, "{row}");
    }
}

/// A fraction whose sums and quotients of three stay far within `i128`.
fn ratio() -> impl Strategy<Value = Ratio> {
    let num = prop_oneof![-20_i128..=20, -1_000_000_000_i128..=1_000_000_000];
    let den = prop_oneof![1_i128..=12, 1_i128..=100_000];
    (num, den, any::<bool>()).prop_map(|(n, d, flip)| Ratio::new(n, if flip { -d } else { d }).unwrap())
}

/// Products are not needed elsewhere: `a * b = a / (1 / b)`.
fn product(a: Ratio, b: Ratio) -> Ratio {
    Ratio::whole(1).over(b).map_or(Ratio::whole(0), |inverse| a.over(inverse).unwrap())
}

fn negative(a: Ratio) -> Ratio {
    Ratio::whole(0).minus(a)
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

proptest! {
    #![proptest_config(super::cases(500))]

    #[test]
    fn rounds_half_away_from_zero(
        n in prop_oneof![-50_i128..=50, -(10_i128.pow(34))..=10_i128.pow(34)],
        d in prop_oneof![-12_i128..=12, -(10_i128.pow(18))..=10_i128.pow(18)],
    ) {
        prop_assume!(d != 0);
        let rounded = round_half_away(n, d);
        let sign = n.signum() * d.signum();
        prop_assert_eq!(rounded, sign * ((2 * n.abs() + d.abs()) / (2 * d.abs())));
        // At most half away; on the half, on the far side of the quotient.
        let twice_error = 2 * (n.abs() - rounded.abs() * d.abs());
        prop_assert!(twice_error.abs() <= d.abs());
        prop_assert!(twice_error.abs() < d.abs() || twice_error < 0);
        prop_assert_eq!(round_half_away(-n, d), -rounded);
        prop_assert_eq!(round_half_away(n, -d), -rounded);
        prop_assert_eq!(round_half_away(-n, -d), rounded);
    }

    #[test]
    fn exact_halves(whole in -1_000_000_i128..=1_000_000, half in 1_i128..=1_000_000) {
        // whole + 1/2 in magnitude, over the denominator 2 * half.
        let magnitude = (2 * whole.abs() + 1) * half;
        prop_assert_eq!(round_half_away(magnitude, 2 * half), whole.abs() + 1);
        prop_assert_eq!(round_half_away(-magnitude, 2 * half), -(whole.abs() + 1));
    }

    #[test]
    fn lowest_terms(n in -10_i128.pow(20)..=10_i128.pow(20), d in -10_i128.pow(18)..=10_i128.pow(18)) {
        prop_assume!(d != 0);
        let ratio = Ratio::new(n, d).unwrap();
        prop_assert!(ratio.den() > 0);
        prop_assert_eq!(gcd(ratio.num().unsigned_abs(), ratio.den().unsigned_abs()), 1);
        prop_assert_eq!(ratio.num() * d, n * ratio.den());
    }

    #[test]
    fn laws_of_arithmetic(a in ratio(), b in ratio(), c in ratio(), k in -1000_i128..=1000) {
        let (zero, one) = (Ratio::whole(0), Ratio::whole(1));
        prop_assert_eq!(a.plus(b), b.plus(a));
        prop_assert_eq!(a.plus(b).plus(c), a.plus(b.plus(c)));
        prop_assert_eq!(a.plus(zero), a);
        prop_assert_eq!(a.minus(b), a.plus(negative(b)));
        prop_assert_eq!(a.minus(a), zero);
        prop_assert_eq!(a.plus(b).minus(b), a);
        prop_assert_eq!(a.times(k), product(a, Ratio::whole(k)));
        prop_assert_eq!(a.plus(b).times(k), a.times(k).plus(b.times(k)));
        prop_assert_eq!(product(a, b), product(b, a));
        prop_assert_eq!(a.over(one), Some(a));
        prop_assert_eq!(a.over(zero), None);
        if b != zero {
            prop_assert_eq!(a.over(b).map(|quotient| product(quotient, b)), Some(a));
            prop_assert_eq!(a.plus(c).over(b), Some(a.over(b).unwrap().plus(c.over(b).unwrap())));
        }
        prop_assert_eq!(negative(a).rounded(3), -a.rounded(3));
    }

    #[test]
    fn order_is_that_of_the_difference(a in ratio(), b in ratio(), c in ratio()) {
        let by_difference = match a.minus(b).signum() {
            -1 => Ordering::Less,
            0 => Ordering::Equal,
            _ => Ordering::Greater,
        };
        prop_assert_eq!(a.cmp(&b), by_difference);
        prop_assert_eq!(a == b, by_difference == Ordering::Equal);
        prop_assert_eq!(a.plus(c).cmp(&b.plus(c)), by_difference);
    }

    #[test]
    fn decimals_are_cut_not_rounded(a in ratio(), digits in 0_usize..=15) {
        let text = a.decimal(digits);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        prop_assert!(fraction.len() <= digits);
        prop_assert!(!text.ends_with('.'), "{}", text);
        let scale = 10_i128.pow(digits as u32);
        let cut = a.num() / a.den() * scale + a.num() % a.den() * scale / a.den();
        let shown: i128 = format!("{whole}{fraction:0<digits$}").parse().unwrap();
        prop_assert_eq!(shown, cut);
        prop_assert!(!(text.starts_with('-') && cut == 0), "{}", text);
    }
}

//! Exact quotients, rounded once and only for display.

use std::cmp::Ordering;

/// `n / d` rounded to an integer, halves away from zero (the usual practice of Korean releases).
/// `d` must not be zero; zero gives zero.
pub fn round_half_away(n: i128, d: i128) -> i128 {
    if d == 0 {
        return 0;
    }
    let (magnitude, divisor) = (n.unsigned_abs(), d.unsigned_abs());
    // An odd divisor has no exact half, so the truncated half is right for it too.
    let rounded = ((magnitude + divisor / 2) / divisor) as i128;
    if (n < 0) == (d < 0) { rounded } else { -rounded }
}

/// An exact fraction in lowest terms with a positive denominator.
///
/// Amounts are kept below 10^16 on reading, so that the products of two amounts and a scale of
/// 10^5 stay within `i128`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    num: i128,
    den: i128,
}

impl Ratio {
    /// What numerator and denominator of a checked result may reach: ten digits are left for rounding.
    pub const CEILING: i128 = 10_i128.pow(28);

    /// `num / den`, or `None` where `den` is zero.
    pub fn new(num: i128, den: i128) -> Option<Ratio> {
        if den == 0 {
            return None;
        }
        let divisor = gcd(num.unsigned_abs(), den.unsigned_abs()).max(1) as i128;
        let sign = den.signum();
        Some(Ratio { num: sign * num / divisor, den: den.abs() / divisor })
    }

    /// A whole number.
    pub const fn whole(num: i128) -> Ratio {
        Ratio { num, den: 1 }
    }

    /// One half.
    pub const fn half() -> Ratio {
        Ratio { num: 1, den: 2 }
    }

    /// Numerator; carries the sign.
    pub const fn num(self) -> i128 {
        self.num
    }

    /// Denominator; positive.
    pub const fn den(self) -> i128 {
        self.den
    }

    /// -1, 0 or 1.
    pub const fn signum(self) -> i32 {
        self.num.signum() as i32
    }

    /// `self + other`, over the least common denominator.
    #[must_use]
    pub fn plus(self, other: Ratio) -> Ratio {
        let common = divisor(self.den, other.den);
        let (to_self, to_other) = (other.den / common, self.den / common);
        Ratio::new(self.num * to_self + other.num * to_other, self.den * to_self).unwrap_or(Ratio::whole(0))
    }

    /// `self - other`.
    #[must_use]
    pub fn minus(self, other: Ratio) -> Ratio {
        self.plus(Ratio { num: -other.num, den: other.den })
    }

    /// `self / other`, or `None` where `other` is zero.
    pub fn over(self, other: Ratio) -> Option<Ratio> {
        let (nums, dens) = (divisor(self.num, other.num), divisor(self.den, other.den));
        Ratio::new(self.num / nums * (other.den / dens), self.den / dens * (other.num / nums))
    }

    /// `self * other`.
    #[must_use]
    pub fn by(self, other: Ratio) -> Ratio {
        let (left, right) = (divisor(self.num, other.den), divisor(other.num, self.den));
        Ratio { num: self.num / left * (other.num / right), den: self.den / right * (other.den / left) }
    }

    /// `self * factor`.
    #[must_use]
    pub fn times(self, factor: i128) -> Ratio {
        self.by(Ratio::whole(factor))
    }

    /// `self + other`, or `None` beyond [`Ratio::CEILING`]: for formulas that users write.
    pub fn checked_plus(self, other: Ratio) -> Option<Ratio> {
        let common = divisor(self.den, other.den);
        let (to_self, to_other) = (other.den / common, self.den / common);
        let num = self.num.checked_mul(to_self)?.checked_add(other.num.checked_mul(to_other)?)?;
        Ratio::new(num, self.den.checked_mul(to_self)?)?.bounded()
    }

    /// `self * other`, or `None` beyond [`Ratio::CEILING`].
    pub fn checked_by(self, other: Ratio) -> Option<Ratio> {
        let (left, right) = (divisor(self.num, other.den), divisor(other.num, self.den));
        let num = (self.num / left).checked_mul(other.num / right)?;
        let den = (self.den / right).checked_mul(other.den / left)?;
        Ratio { num, den }.bounded()
    }

    /// `self / other`, or `None` where `other` is zero or the result beyond [`Ratio::CEILING`].
    pub fn checked_over(self, other: Ratio) -> Option<Ratio> {
        self.checked_by(Ratio::new(other.den, other.num)?)
    }

    /// The nearest with so many decimals.
    #[must_use]
    pub fn kept_to(self, decimals: u32) -> Ratio {
        Ratio::new(self.rounded(decimals), 10_i128.pow(decimals)).unwrap_or(Ratio::whole(0))
    }

    /// `-self`.
    #[must_use]
    pub const fn negated(self) -> Ratio {
        Ratio { num: -self.num, den: self.den }
    }

    /// The distance from zero.
    #[must_use]
    pub const fn magnitude(self) -> Ratio {
        Ratio { num: self.num.abs(), den: self.den }
    }

    fn bounded(self) -> Option<Ratio> {
        (self.num.abs() <= Ratio::CEILING && self.den <= Ratio::CEILING).then_some(self)
    }

    /// `self * 10^decimals` rounded to an integer, halves away from zero.
    pub fn rounded(self, decimals: u32) -> i128 {
        let scale = 10_i128.pow(decimals);
        self.num / self.den * scale + round_half_away(self.num % self.den * scale, self.den)
    }

    /// For charts and other places where the last digit does not matter.
    pub fn approximate(self) -> f64 {
        self.num as f64 / self.den as f64
    }

    /// The decimal expansion, cut (not rounded) after `digits` places, trailing zeros removed:
    /// full precision for machines, beside the rounded text for people.
    pub fn decimal(self, digits: usize) -> String {
        let magnitude = self.num.unsigned_abs();
        let divisor = self.den.unsigned_abs();
        let mut text = (magnitude / divisor).to_string();
        let mut remainder = magnitude % divisor;
        if remainder != 0 && digits > 0 {
            text.push('.');
        }
        for _ in 0..digits {
            if remainder == 0 {
                break;
            }
            remainder *= 10;
            text.push(char::from(b'0' + (remainder / divisor) as u8));
            remainder %= divisor;
        }
        if text.contains('.') {
            text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
        }
        let is_zero = !text.bytes().any(|b| (b'1'..=b'9').contains(&b));
        if self.num < 0 && !is_zero { format!("-{text}") } else { text }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Whole parts first, then the reciprocals of the rests, the other way round: no product can overflow.
    fn cmp(&self, other: &Ratio) -> Ordering {
        let (mut a, mut b) = ((self.num, self.den), (other.num, other.den));
        loop {
            let whole = a.0.div_euclid(a.1).cmp(&b.0.div_euclid(b.1));
            let (rest_a, rest_b) = (a.0.rem_euclid(a.1), b.0.rem_euclid(b.1));
            if whole.is_ne() || rest_a == 0 || rest_b == 0 {
                return whole.then(rest_a.cmp(&rest_b));
            }
            (a, b) = ((b.1, rest_b), (a.1, rest_a));
        }
    }
}

/// Greatest common divisor, at least 1.
fn divisor(a: i128, b: i128) -> i128 {
    gcd(a.unsigned_abs(), b.unsigned_abs()).max(1) as i128
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero() {
        for (n, d, expected) in
            [(25, 10, 3), (-25, 10, -3), (24, 10, 2), (1, 3, 0), (2, 3, 1), (-2, 3, -1), (5, -10, -1), (0, 7, 0)]
        {
            assert_eq!(round_half_away(n, d), expected, "{n}/{d}");
        }
    }

    #[test]
    fn lowest_terms_and_positive_denominator() {
        let ratio = Ratio::new(-6, -4).unwrap();
        assert_eq!((ratio.num(), ratio.den()), (3, 2));
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(Ratio::new(1, 2).unwrap().minus(Ratio::new(1, 3).unwrap()), Ratio::new(1, 6).unwrap());
    }

    #[test]
    fn checked_arithmetic_gives_the_same_or_nothing() {
        let (a, b) = (Ratio::new(7, 6).unwrap(), Ratio::new(-3, 4).unwrap());
        assert_eq!(a.checked_plus(b), Some(a.plus(b)));
        assert_eq!(a.checked_by(b), Some(a.by(b)));
        assert_eq!(a.checked_over(b), a.over(b));
        assert_eq!(a.checked_over(Ratio::whole(0)), None);
        let large = Ratio::whole(10_i128.pow(20));
        assert_eq!(large.checked_by(large), None);
        assert_eq!(Ratio::whole(i128::MAX / 2).checked_plus(Ratio::new(1, 3).unwrap()), None);
    }

    #[test]
    fn decimal_expansion_for_machines() {
        assert_eq!(Ratio::new(-1, 8).unwrap().decimal(12), "-0.125");
        assert_eq!(Ratio::new(1, 3).unwrap().decimal(5), "0.33333");
        assert_eq!(Ratio::new(-1, 1000).unwrap().decimal(2), "0");
        assert_eq!(Ratio::whole(42).decimal(3), "42");
    }
}

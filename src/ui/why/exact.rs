//! Numbers in full: as they go into a formula and come out of it, before anything is rounded.

use crate::domain::Ratio;
use crate::indicators::Measured;
use crate::say;
use crate::words::in_groups;

use super::super::format::{self, NumberStyle};
use super::super::scene::Scene;
use super::super::widgets::Glyphs;

/// Decimals of quotients that do not end.
const DIGITS: usize = 12;

/// How exact numbers are written.
#[derive(Debug, Clone)]
pub struct Exact {
    style: NumberStyle,
    currency: String,
    glyphs: Glyphs,
}

impl Exact {
    /// Money in units so fine that published amounts need few decimals.
    pub fn of(scene: &Scene<'_>) -> Exact {
        let coarse = scene.numbers;
        let (power, suffix) = match coarse.power {
            12 => (9, "bn"),
            9 => (6, "mn"),
            power => (power, coarse.suffix),
        };
        let style = NumberStyle { power, suffix, ..coarse.clone() };
        Exact { style, currency: scene.state.dataset().currency.clone(), glyphs: scene.glyphs() }
    }

    /// `$mn`.
    pub fn unit(&self) -> String {
        self.style.unit()
    }

    /// The sign of negative numbers.
    pub fn minus(&self) -> char {
        self.style.minus
    }

    /// The sign of subtraction.
    pub fn less(&self) -> char {
        self.glyphs.pick('−', '-')
    }

    /// The sign of multiplication.
    pub fn times(&self) -> char {
        self.glyphs.pick('×', 'x')
    }

    /// Money: `50,100`, `2,277.272727...`.
    pub fn money(&self, value: &Measured) -> String {
        match value.value {
            Ok(value) => self.amount(value),
            Err(reason) => format::undefined(reason).to_owned(),
        }
    }

    /// An amount in whole units of the currency.
    pub fn amount(&self, value: Ratio) -> String {
        let scaled = value.over(Ratio::whole(10_i128.pow(self.style.power))).unwrap_or(value);
        self.digits(scaled, self.style.power as usize)
    }

    /// Days: `22`, `43.5`.
    pub fn days(&self, value: &Measured) -> String {
        value.value.map_or_else(|reason| format::undefined(reason).to_owned(), |days| self.digits(days, 1))
    }

    /// A quotient to twelve decimals: `-7.496307237813...`.
    pub fn quotient(&self, value: Ratio) -> String {
        self.digits(value, DIGITS)
    }

    /// All digits up to `most` decimals, with commas; dots where there are more.
    fn digits(&self, value: Ratio, most: usize) -> String {
        let text = value.decimal(most);
        let (negative, text) = text.strip_prefix('-').map_or((false, text.as_str()), |rest| (true, rest));
        let mut written = String::new();
        if negative {
            written.push(self.style.minus);
        }
        written.push_str(&in_groups(text));
        if !ends(value, most) {
            written.push_str("...");
        }
        written
    }

    /// What a printed number was rounded to: `to 10 $mn`, `to 1 USD`.
    pub fn rounding(&self, unit: i64) -> String {
        let unit = Ratio::whole(i128::from(unit));
        if unit.times(10) >= Ratio::whole(10_i128.pow(self.style.power)) {
            return say!("why.rounded-to", amount = self.amount(unit), unit = self.unit());
        }
        say!("why.rounded-to", amount = self.digits(unit, 0), unit = self.currency)
    }
}

/// True where `most` decimals tell all of it.
fn ends(value: Ratio, most: usize) -> bool {
    let mut left = value.den();
    for factor in [2, 5] {
        let mut times = 0;
        while left % factor == 0 && times < most {
            left /= factor;
            times += 1;
        }
    }
    left == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact() -> Exact {
        let style = NumberStyle { symbol: "$".into(), power: 6, suffix: "mn", fewer_decimals: 0, minus: '−' };
        Exact { style, currency: "USD".into(), glyphs: Glyphs::Unicode }
    }

    #[test]
    fn amounts_in_full() {
        let of = |num, den| exact().amount(Ratio::new(num, den).unwrap());
        assert_eq!(of(50_100_000_000, 1), "50,100");
        assert_eq!(of(-1_234_567, 1), "−1.234567");
        assert_eq!(of(50_100_000_000, 22), "2,277.272727...");
        assert_eq!(of(999_000_000, 1), "999");
        assert_eq!(exact().rounding(10_000_000), "to 10 $mn");
        assert_eq!(exact().rounding(1), "to 1 USD");
        assert_eq!(exact().rounding(1_000), "to 1,000 USD");
    }

    #[test]
    fn quotients_say_where_they_go_on() {
        let of = |num, den| exact().quotient(Ratio::new(num, den).unwrap());
        assert_eq!(of(1, 4), "0.25");
        assert_eq!(of(-1, 3), "−0.333333333333...");
        assert_eq!(of(1, 3_i128.pow(40)), "0...");
        assert_eq!(of(1, 2_i128.pow(12)), "0.000244140625");
        assert_eq!(of(1, 2_i128.pow(13)), "0.000122070312...");
    }
}

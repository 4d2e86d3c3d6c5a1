//! Printed numbers, exactly: `1,234.5`, `1.234,5`, `(12)`, `1.12339E+11`.

use crate::domain::Amount;
use crate::domain::money::LIMIT;

/// An exact decimal number as printed: `digits × 10^exponent`. A file has many: they take no more room than they need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(Rust, packed(4))]
pub struct Decimal {
    /// All printed digits, with the sign.
    pub digits: i128,
    /// The worth of the last one, as a power of ten.
    pub exponent: i32,
}

/// What stands between whole units and fractions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// `1,234.5`
    #[default]
    Point,
    /// `1.234,5`
    Comma,
}

impl Mark {
    /// The sign itself.
    pub fn sign(self) -> &'static str {
        match self {
            Mark::Point => ".",
            Mark::Comma => ",",
        }
    }
}

/// Signs of negative numbers.
const MINUS: [char; 9] = ['-', '−', '–', '‐', '‑', '－', '△', '▲', '▽'];

/// What may stand beside a number for its currency, longer ones first.
const CURRENCIES: [&str; 20] = [
    "US$", "HK$", "NT$", "R$", "A$", "C$", "USD", "EUR", "KRW", "JPY", "GBP", "CNY", "$", "€", "£", "₩", "￦", "¥",
    "￥", "원",
];

/// More digits than these cannot be a published figure.
const MOST_DIGITS: usize = 30;

/// Digits behind the mark beyond these are the noise of binary fractions.
const MOST_DECIMALS: usize = 18;

impl Decimal {
    /// A whole number.
    pub const fn whole(digits: i128) -> Decimal {
        Decimal { digits, exponent: 0 }
    }

    /// Reads a number with `.` as decimal mark.
    pub fn parse(text: &str) -> Option<Decimal> {
        Decimal::parse_with(text, Mark::Point)
    }

    /// Reads a number: digits in groups of three or none, a sign, brackets or `△` for a negative one, an exponent, the sign of a
    /// currency before or behind it.
    pub fn parse_with(text: &str, mark: Mark) -> Option<Decimal> {
        let text = text.trim();
        Decimal::plain(text, mark).or_else(|| Decimal::plain(&without_currency(text)?, mark))
    }

    fn plain(text: &str, mark: Mark) -> Option<Decimal> {
        let (negative, rest) = match text.strip_prefix(MINUS) {
            Some(rest) => (true, rest.trim_start()),
            None => match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
                Some(rest) => (true, rest.trim()),
                None => (false, text.strip_prefix('+').unwrap_or(text)),
            },
        };
        let (mantissa, power) = match rest.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, power.parse::<i32>().ok().filter(|power| power.abs() <= 40)?),
            None => (rest, 0),
        };
        let point = if mark == Mark::Point { '.' } else { ',' };
        let (whole, fraction) = mantissa.split_once(point).unwrap_or((mantissa, ""));
        let fraction = &fraction.get(..MOST_DECIMALS).unwrap_or(fraction);
        let digits = ungrouped(whole, mark)? + fraction;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty();
        if !is_number || digits.trim_start_matches('0').len() > MOST_DIGITS {
            return None;
        }
        let size: i128 = digits.parse().ok()?;
        Some(Decimal { digits: if negative { -size } else { size }, exponent: power - fraction.len() as i32 })
    }

    /// The shortest number that reads as this binary fraction: what a workbook or a JSON file shows.
    pub fn of_float(value: f64) -> Option<Decimal> {
        value.is_finite().then(|| Decimal::parse(&value.to_string())).flatten()
    }

    /// The sum, exactly; `None` where it has too many digits.
    pub fn plus(self, other: Decimal) -> Option<Decimal> {
        let exponent = self.exponent.min(other.exponent);
        let digits = |number: Decimal| {
            let shift = 10_i128.checked_pow(number.exponent.abs_diff(exponent))?;
            number.digits.checked_mul(shift)
        };
        Some(Decimal { digits: digits(self)?.checked_add(digits(other)?)?, exponent })
    }

    /// In whole units of a currency, where the number is in `10^power` of them; half a unit is rounded away from
    /// zero. `None` beyond what an amount may be.
    pub fn amount(self, power: i32) -> Option<Amount> {
        if self.digits == 0 {
            // Zero is zero in any unit.
            return Some(Amount { value: 0, rounding: 1 });
        }
        let places = self.exponent + power;
        let value = if places >= 0 {
            self.digits.checked_mul(10_i128.checked_pow(places.unsigned_abs())?)?
        } else {
            match 10_i128.checked_pow(places.unsigned_abs()) {
                Some(unit) => crate::domain::round_half_away(self.digits, unit),
                None => 0,
            }
        };
        // Units end with the trillion.
        let rounding = 10_i64.checked_pow(places.max(0).unsigned_abs()).map(|unit| unit.min(1_000_000_000_000));
        let value = i64::try_from(value).ok().filter(|value| value.abs() <= LIMIT)?;
        Some(Amount { value, rounding: rounding? })
    }
}

/// A number without the sign of a currency beside it: `-$5`, `($5)`, `5 €`. `None` where there is none.
fn without_currency(text: &str) -> Option<String> {
    if text.len() > 60 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let sign = CURRENCIES.iter().find(|sign| text.contains(*sign))?;
    let (before, after) = text.split_once(sign)?;
    let is_of_signs = |side: &str| side.chars().all(|letter| MINUS.contains(&letter) || "+() ".contains(letter));
    (is_of_signs(before) || is_of_signs(after)).then(|| [before.trim(), after.trim()].concat())
}

/// The digits before the decimal mark without what groups them; `None` where the groups are not of three.
fn ungrouped(whole: &str, mark: Mark) -> Option<String> {
    let separator = |letter: char| match letter {
        ',' => mark == Mark::Point,
        '.' => mark == Mark::Comma,
        _ => matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{3000}' | '\'' | '’'),
    };
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or("");
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 || first.starts_with('0') {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

impl std::fmt::Display for Decimal {
    /// Plain digits with a decimal point.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, digits) = (if self.digits < 0 { "-" } else { "" }, self.digits.unsigned_abs().to_string());
        if self.exponent >= 0 {
            let zeros = if self.digits == 0 { 0 } else { self.exponent as usize };
            return write!(f, "{sign}{digits}{}", "0".repeat(zeros));
        }
        let places = self.exponent.unsigned_abs() as usize;
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_offices_print_them() {
        for (text, mark, printed) in [
            ("1,567,999,932", Mark::Point, "1567999932"),
            ("          12,162,425", Mark::Point, "12162425"),
            ("12.197.818,5", Mark::Comma, "12197818.5"),
            ("1 234,50", Mark::Comma, "1234.50"),
            ("-66989.0", Mark::Point, "-66989.0"),
            ("(1,234)", Mark::Point, "-1234"),
            ("( 1,234 )", Mark::Point, "-1234"),
            ("−1,234", Mark::Point, "-1234"),
            ("–5", Mark::Point, "-5"),
            ("$1,234", Mark::Point, "1234"),
            ("US$ 1,234.5", Mark::Point, "1234.5"),
            ("-$5", Mark::Point, "-5"),
            ("($5)", Mark::Point, "-5"),
            ("₩1,234", Mark::Point, "1234"),
            ("1.234,5 €", Mark::Comma, "1234.5"),
            ("1\u{202f}234\u{202f}567", Mark::Point, "1234567"),
            ("1\u{2009}234", Mark::Point, "1234"),
            ("1'234", Mark::Point, "1234"),
            ("1’234.5", Mark::Point, "1234.5"),
            ("△ 12", Mark::Point, "-12"),
            ("1.12339E+11", Mark::Point, "112339000000"),
            ("5e-3", Mark::Point, "0.005"),
            (".5", Mark::Point, "0.5"),
            ("0", Mark::Point, "0"),
        ] {
            assert_eq!(Decimal::parse_with(text, mark).map(|n| n.to_string()).as_deref(), Some(printed), "{text}");
        }
        for text in [
            "", "-", "1,5", "1,23,456", "1234,567", "12a", "1.2.3", "..", ":", "NaN", "--1", "1e999", "٣", "$",
            "5 $ 6", "$1m", "0,500",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn sums_keep_all_digits() {
        let number = |text: &str| Decimal::parse(text).unwrap();
        assert_eq!(number("1e3").plus(number("-0.25")), Some(number("999.75")));
        assert_eq!(number("1e40").plus(number("0.1")), None);
    }

    #[test]
    fn amounts_round_once_and_know_what_was_printed() {
        let amount =
            |text: &str, power| Decimal::parse(text).and_then(|n| n.amount(power)).map(|a| (a.value, a.rounding));
        assert_eq!(amount("12197818311.501", 0), Some((12_197_818_312, 1)));
        assert_eq!(amount("-0.5", 0), Some((-1, 1)));
        assert_eq!(amount("501.0", 8), Some((50_100_000_000, 10_000_000)));
        assert_eq!(amount("1.12339E+11", 0), Some((112_339_000_000, 1_000_000)));
        assert_eq!(amount("0", 40), Some((0, 1)));
        assert_eq!(amount("99999999999999999", 0), None);
        assert_eq!(amount("1", 40), None);
    }
}

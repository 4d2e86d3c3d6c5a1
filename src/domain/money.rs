//! Reading printed amounts exactly: `501.0` in `억 달러` is 50,100,000,000 dollars, rounded to 10 million.

use crate::words::{self, Language};

/// Largest magnitude that is accepted, in whole units of the currency (see [`super::Ratio`]).
pub const LIMIT: i64 = 10_000_000_000_000_000;

/// An amount of money in whole units of the currency, with the unit it was rounded to when printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Whole units of the currency.
    pub value: i64,
    /// The last printed digit's worth: 10,000,000 for `50.10` billion. At least 1.
    pub rounding: i64,
}

/// The unit of a column or cell: a currency and the power of ten its numbers are to be multiplied by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// ISO 4217 code.
    pub currency: String,
    /// 0 for units, 3 for thousands, 8 for 억.
    pub power: u32,
}

/// Why a printed amount could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountError {
    /// Not digits with an optional sign and decimal point.
    NotANumber,
    /// More decimals than the unit has room for: fractions of a currency unit are not kept.
    TooFine,
    /// Beyond [`LIMIT`].
    TooLarge,
}

const POWERS: [(&str, u32); 8] = [
    ("", 0),
    ("thousand", 3),
    ("million", 6),
    ("100 million", 8),
    ("billion", 9),
    ("mn", 6),
    ("bn", 9),
    ("trillion", 12),
];

const KOREAN_POWERS: [(&str, u32); 6] = [("", 0), ("천", 3), ("백만", 6), ("억", 8), ("십억", 9), ("조", 12)];

const KOREAN_CURRENCIES: [(&str, &str); 2] = [("달러", "USD"), ("원", "KRW")];

impl Scale {
    /// Reads `USD`, `USD million`, `KRW 100 million`, `억 달러`, `백만 달러`, `조 원`.
    pub fn parse(text: &str) -> Option<Scale> {
        Scale::parse_international(text).or_else(|| Scale::parse_korean(text))
    }

    /// In the language of the thread, as [`Scale::parse`] reads it: `USD billion`, `십억 달러`. A currency without a
    /// Korean name here keeps its code.
    pub fn here(&self) -> String {
        let named = |powers: &[(&'static str, u32)]| {
            powers.iter().find(|(_, power)| *power == self.power).map_or("", |(name, _)| *name)
        };
        let korean = KOREAN_CURRENCIES.iter().find(|(_, code)| *code == self.currency);
        let parts = match (words::language(), korean) {
            (Language::Korean, Some((currency, _))) => [named(&KOREAN_POWERS), currency],
            _ => [&self.currency, named(&POWERS)],
        };
        parts.join(" ").trim().to_owned()
    }

    /// The hundreds of millions that the language of the thread counts in where this is billions: Korean does, of currencies
    /// that it has a name for.
    pub fn in_eok(&self) -> Option<Scale> {
        let is_named = KOREAN_CURRENCIES.iter().any(|(_, code)| *code == self.currency);
        let counts_so = self.power == 9 && is_named && words::language() == Language::Korean;
        counts_so.then(|| Scale { power: 8, ..self.clone() })
    }

    fn parse_international(text: &str) -> Option<Scale> {
        let (currency, power) = text.split_once(' ').unwrap_or((text, ""));
        let is_code = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
        let power = POWERS.iter().find(|(name, _)| *name == power).map(|(_, power)| *power)?;
        is_code.then(|| Scale { currency: currency.to_owned(), power })
    }

    fn parse_korean(text: &str) -> Option<Scale> {
        let (name, currency) = KOREAN_CURRENCIES.iter().find(|(name, _)| text.ends_with(name))?;
        let power = text[..text.len() - name.len()].trim_end();
        let power = KOREAN_POWERS.iter().find(|(name, _)| *name == power).map(|(_, power)| *power)?;
        Some(Scale { currency: (*currency).to_owned(), power })
    }
}

/// Reads a printed number exactly and multiplies it by `10^power`.
///
/// # Errors
/// [`AmountError`] where the text is no number, has more decimals than `power`, or is too large.
pub fn parse_amount(text: &str, power: u32) -> Result<Amount, AmountError> {
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || (digits.contains('.') && fraction.is_empty())
    {
        return Err(AmountError::NotANumber);
    }
    let decimals = fraction.len() as u32;
    if decimals > power {
        return Err(AmountError::TooFine);
    }
    let rounding = 10_i64.checked_pow(power - decimals).ok_or(AmountError::TooLarge)?;
    let mut value: i64 = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        value =
            value.checked_mul(10).and_then(|v| v.checked_add(i64::from(digit - b'0'))).ok_or(AmountError::TooLarge)?;
    }
    let value = value.checked_mul(rounding).filter(|v| *v <= LIMIT).ok_or(AmountError::TooLarge)?;
    Ok(Amount { value: if negative { -value } else { value }, rounding })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::in_language;

    #[test]
    fn units_in_two_languages() {
        let power = |text: &str| Scale::parse(text).map(|s| (s.currency, s.power));
        assert_eq!(power("USD"), Some(("USD".into(), 0)));
        assert_eq!(power("USD thousand"), Some(("USD".into(), 3)));
        assert_eq!(power("EUR million"), Some(("EUR".into(), 6)));
        assert_eq!(power("억 달러"), Some(("USD".into(), 8)));
        let here = |language, text| in_language(language, || Scale::parse(text).map(|scale| scale.here()));
        for (english, korean) in [
            ("USD billion", "십억 달러"),
            ("KRW 100 million", "억 원"),
            ("USD", "달러"),
            ("EUR million", "EUR million"),
        ] {
            assert_eq!(here(Language::English, english).as_deref(), Some(english));
            assert_eq!(here(Language::Korean, english).as_deref(), Some(korean));
            assert_eq!(here(Language::English, korean).as_deref(), Some(english));
        }
        assert_eq!(power("조 원"), Some(("KRW".into(), 12)));
        assert_eq!(power("dollars"), None);
        assert_eq!(power("USD zillion"), None);
    }

    #[test]
    fn printed_digits_are_exact_and_tell_their_rounding() {
        assert_eq!(parse_amount("501.0", 8), Ok(Amount { value: 50_100_000_000, rounding: 10_000_000 }));
        assert_eq!(parse_amount("-12.689", 9), Ok(Amount { value: -12_689_000_000, rounding: 1_000_000 }));
        assert_eq!(parse_amount("61234567", 3), Ok(Amount { value: 61_234_567_000, rounding: 1_000 }));
        assert_eq!(parse_amount("0", 0), Ok(Amount { value: 0, rounding: 1 }));
    }

    #[test]
    fn what_is_not_an_amount() {
        for text in ["", "-", "1e5", "1,000", "1.", ".5", "NaN", "0x10", "٣", "--1", "1 000"] {
            assert_eq!(parse_amount(text, 6), Err(AmountError::NotANumber), "{text}");
        }
        assert_eq!(parse_amount("1.5", 0), Err(AmountError::TooFine));
        assert_eq!(parse_amount("99999999999999999999999999", 0), Err(AmountError::TooLarge));
        assert_eq!(parse_amount("99999999", 9), Err(AmountError::TooLarge));
    }
}

//! The unit that amounts are written in: billions of dollars in English, hundreds of millions (억) in Korean.

use crate::app::Units;
use crate::config::Negative;
use crate::domain::{Dataset, Flow, SeriesKey};
use crate::words::{Language, language};

use super::super::widgets::Glyphs;
use super::NumberStyle;

impl NumberStyle {
    /// The style that suits the size of a dataset's exports, in the language of the thread.
    pub fn of(dataset: &Dataset, minus: char) -> NumberStyle {
        of_power(&dataset.currency, automatic(dataset), minus, language())
    }

    /// The style of a screen: in the units and with the sign of negative numbers chosen; in ASCII without the signs that ASCII lacks, where the words
    /// around them are in ASCII too.
    pub fn on_screen(dataset: &Dataset, glyphs: Glyphs, units: Units, negative: Negative) -> NumberStyle {
        let (automatic, minus, spoken) = (automatic(dataset), negative.on_screen(glyphs), language());
        let currency = dataset.currency.as_str();
        let mut style = match units {
            Units::Automatic => of_power(currency, automatic, minus, spoken),
            Units::Millions => {
                let fewer_decimals = u32::from(automatic > 6);
                NumberStyle { fewer_decimals, ..of_power(currency, 6, minus, spoken) }
            }
            Units::Billions => of_power(currency, 9, minus, spoken),
            Units::Eok => of_power(currency, 8, minus, Language::Korean),
        };
        if glyphs == Glyphs::Ascii && spoken == Language::English && !style.unit().is_ascii() {
            style.symbol = format!("{currency} ");
            style.suffix = if style.suffix.is_ascii() { style.suffix } else { "eok" };
        }
        style
    }

    /// The unit of columns and axes: `$bn`, `억 달러`.
    pub fn unit(&self) -> String {
        format!("{}{}", self.symbol, self.suffix)
    }
}

/// The power of ten that suits the size of a dataset's exports: 9 for billions.
fn automatic(dataset: &Dataset) -> u32 {
    let flows = [Flow::Export, Flow::Import, Flow::Balance];
    let totals = flows.into_iter().find_map(|flow| dataset.series(SeriesKey::total(flow)));
    let newest = totals.and_then(|(_, series)| series.observations.last()).map_or(0, |last| last.value.unsigned_abs());
    match (newest, language()) {
        (0..=9_999_999, _) => 3,
        (10_000_000..=1_999_999_999, _) => 6,
        (2_000_000_000..=4_999_999_999_999, Language::English) => 9,
        (2_000_000_000..=4_999_999_999_999, Language::Korean) => 8,
        _ => 12,
    }
}

fn of_power(currency: &str, power: u32, minus: char, language: Language) -> NumberStyle {
    let (symbol, suffix) = match language {
        Language::English => in_english(currency, power),
        Language::Korean => in_korean(currency, power),
    };
    NumberStyle { symbol, power, suffix, fewer_decimals: 0, minus }
}

fn in_english(currency: &str, power: u32) -> (String, &'static str) {
    let suffix = match power {
        3 => "k",
        6 => "mn",
        9 => "bn",
        _ => "tn",
    };
    (sign(currency).map_or_else(|| format!("{currency} "), str::to_owned), suffix)
}

fn sign(currency: &str) -> Option<&'static str> {
    Some(match currency {
        "USD" => "$",
        "EUR" => "€",
        "KRW" => "₩",
        "GBP" => "£",
        _ => return None,
    })
}

/// What follows an amount of a currency that has a Korean name.
macro_rules! korean {
    ($power:expr, $currency:literal) => {
        match $power {
            3 => concat!("천", $currency),
            6 => concat!("백만", $currency),
            8 => concat!("억", $currency),
            9 => concat!("십억", $currency),
            _ => concat!("조", $currency),
        }
    };
}

fn in_korean(currency: &str, power: u32) -> (String, &'static str) {
    let suffix = match currency {
        "USD" => korean!(power, " 달러"),
        "KRW" => korean!(power, " 원"),
        "EUR" => korean!(power, " 유로"),
        "JPY" => korean!(power, " 엔"),
        "CNY" => korean!(power, " 위안"),
        "GBP" => korean!(power, " 파운드"),
        // A currency without a Korean name here keeps its sign or code before the amount.
        _ => return (format!("{currency} "), korean!(power, "")),
    };
    (String::new(), suffix)
}

#[cfg(test)]
mod tests {
    use super::super::Sign;
    use super::*;
    use crate::domain::Ratio;

    fn written(currency: &str, power: u32, value: i128) -> String {
        of_power(currency, power, '-', Language::Korean).money(Ratio::whole(value), 1, Sign::Minus)
    }

    #[test]
    fn korean_amounts() {
        assert_eq!(written("USD", 8, -5_300_000_000), "-53.0억 달러");
        assert_eq!(written("KRW", 12, 1_250_000_000_000), "1.3조 원");
        assert_eq!(written("USD", 6, 123_456_789), "123.5백만 달러");
        assert_eq!(written("TRY", 8, 120_000_000), "TRY 1.2억");
    }

    #[test]
    fn english_amounts() {
        let english = |currency, power| of_power(currency, power, '-', Language::English).unit();
        assert_eq!([english("USD", 9), english("KRW", 12), english("CHF", 6)], ["$bn", "₩tn", "CHF mn"]);
    }
}

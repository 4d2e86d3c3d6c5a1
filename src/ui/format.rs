//! Figures, numbers and periods as people read them. Rounding happens here, once.

use std::fmt::Write as _;

use crate::app::Units;
use crate::domain::{Dataset, Date, Flow, Frequency, ObsStatus, Period, Ratio, SeriesKey};
use crate::indicators::{Figure, Measured, Quantity, Undefined};

use crate::word;

use super::widgets::Glyphs;

/// Growth beyond this many percent is shown as a multiple.
const LARGEST_PERCENTAGE: i128 = 9999;

/// How numbers are written: the currency, the power of ten of its display unit, the minus sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberStyle {
    /// `$`, or the ISO code and a space.
    pub symbol: String,
    /// 9 for billions, 6 for millions …
    pub power: u32,
    /// `bn`, `mn` …
    pub suffix: &'static str,
    /// Decimals that amounts in smaller units do without.
    pub fewer_decimals: u32,
    /// `−` on screen, `-` for machines and ASCII terminals.
    pub minus: char,
}

/// When a number carries its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Only where negative.
    Minus,
    /// Always, except for zero.
    Always,
    /// Never: the words around it say which way.
    Never,
}

impl NumberStyle {
    /// The style that suits the size of a dataset's exports.
    pub fn of(dataset: &Dataset, minus: char) -> NumberStyle {
        let flows = [Flow::Export, Flow::Import, Flow::Balance];
        let totals = flows.into_iter().find_map(|flow| dataset.series(SeriesKey::total(flow)));
        let newest =
            totals.and_then(|(_, series)| series.observations.last()).map_or(0, |last| last.value.unsigned_abs());
        let (power, suffix) = match newest {
            0..=9_999_999 => (3, "k"),
            10_000_000..=1_999_999_999 => (6, "mn"),
            2_000_000_000..=4_999_999_999_999 => (9, "bn"),
            _ => (12, "tn"),
        };
        let symbol = match dataset.currency.as_str() {
            "USD" => "$".to_owned(),
            "EUR" => "€".to_owned(),
            "KRW" => "₩".to_owned(),
            "GBP" => "£".to_owned(),
            other => format!("{other} "),
        };
        NumberStyle { symbol, power, suffix, fewer_decimals: 0, minus }
    }

    /// The style of a screen: in the units chosen, in ASCII without the signs that ASCII lacks.
    pub fn on_screen(dataset: &Dataset, glyphs: Glyphs, units: Units) -> NumberStyle {
        let mut style = NumberStyle::of(dataset, glyphs.pick('−', '-')).in_units(units);
        if glyphs == Glyphs::Ascii && !(style.symbol.is_ascii() && style.suffix.is_ascii()) {
            style.symbol = format!("{} ", dataset.currency);
            style.suffix = if style.suffix.is_ascii() { style.suffix } else { "eok" };
        }
        style
    }

    /// The same in other units.
    #[must_use]
    pub fn in_units(self, units: Units) -> NumberStyle {
        match (units, self.symbol.as_str()) {
            (Units::Automatic, _) => self,
            (Units::Millions, _) => {
                NumberStyle { fewer_decimals: u32::from(self.power > 6), power: 6, suffix: "mn", ..self }
            }
            (Units::Eok, "$") => NumberStyle { symbol: String::new(), power: 8, suffix: "억 달러", ..self },
            (Units::Eok, "₩") => NumberStyle { symbol: String::new(), power: 8, suffix: "억 원", ..self },
            (Units::Eok, _) => NumberStyle { power: 8, suffix: "억", ..self },
        }
    }

    /// The unit of columns and axes: `$bn`.
    pub fn unit(&self) -> String {
        format!("{}{}", self.symbol, self.suffix)
    }

    /// `value` with `decimals` places.
    pub fn decimal(&self, value: Ratio, decimals: u32, sign: Sign) -> String {
        let scaled = value.rounded(decimals);
        let unsigned = scaled.unsigned_abs();
        let mark = match sign {
            Sign::Never => None,
            _ if scaled < 0 => Some(self.minus),
            Sign::Always if scaled > 0 => Some('+'),
            _ => None,
        };
        let mut text = String::with_capacity(12);
        text.extend(mark);
        let ten = 10_u128.pow(decimals);
        let _ = write!(text, "{}", unsigned / ten);
        if decimals > 0 {
            let _ = write!(text, ".{:0width$}", unsigned % ten, width = decimals as usize);
        }
        text
    }

    /// Money in display units without the unit: `50.1`. `decimals` are those of billions; smaller units need fewer.
    pub fn amount(&self, value: Ratio, decimals: u32, sign: Sign) -> String {
        let billions = value.over(Ratio::whole(10_i128.pow(self.power))).unwrap_or(value);
        self.decimal(billions, decimals.saturating_sub(self.fewer_decimals), sign)
    }

    /// Money with its unit: `$50.1bn`, `−$5.3bn`.
    pub fn money(&self, value: Ratio, decimals: u32, sign: Sign) -> String {
        let amount = self.amount(value, decimals, sign);
        let digits = amount.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        format!("{}{}{}{}", &amount[..digits], self.symbol, &amount[digits..], self.suffix)
    }

    /// Whole units of the currency as money.
    pub fn money_of(&self, value: i64, decimals: u32) -> String {
        self.money(Ratio::whole(i128::from(value)), decimals, Sign::Never)
    }

    /// A rate of growth: `+62.8%`, or `x12` where the percentage would be unreadable.
    pub fn growth(&self, rate: Ratio, decimals: u32, sign: Sign) -> String {
        if rate.num() > LARGEST_PERCENTAGE * rate.den() / 10 {
            let multiple = rate.plus(Ratio::whole(100)).over(Ratio::whole(100)).unwrap_or(rate);
            return format!("x{}", self.decimal(multiple, 0, Sign::Never));
        }
        format!("{}%", self.decimal(rate, decimals, sign))
    }

    /// A figure without its money unit, as tables, tiles and reports show it.
    pub fn figure(&self, figure: &Figure) -> String {
        self.value(figure.value, figure.quantity(), figure.id.definition().decimals)
    }

    /// The same of something that is not (yet) a figure.
    pub fn measured(&self, measured: &Measured, quantity: Quantity, decimals: u32) -> String {
        self.value(measured.value, quantity, decimals)
    }

    /// A number of a kind, or the mark for its absence.
    pub fn value(&self, value: Result<Ratio, Undefined>, quantity: Quantity, decimals: u32) -> String {
        let value = match value {
            Ok(value) => value,
            Err(reason) => return undefined(reason).to_owned(),
        };
        match quantity {
            Quantity::Money | Quantity::MoneyPerDay => self.amount(value, decimals, Sign::Minus),
            Quantity::MoneyChange | Quantity::Balance => self.amount(value, decimals, Sign::Always),
            Quantity::Growth => self.growth(value, decimals, Sign::Always),
            Quantity::Share => format!("{}%", self.decimal(value, decimals, Sign::Minus)),
            Quantity::Points => format!("{}pp", self.decimal(value, decimals, Sign::Always)),
            Quantity::Days => self.decimal(value, decimals, Sign::Minus),
        }
    }
}

/// The mark that stands for a number that does not exist.
pub const fn undefined(reason: Undefined) -> &'static str {
    match reason {
        Undefined::NewFromZero => "new",
        Undefined::ZeroToZero => "-",
        Undefined::NotMeaningful => "n/m",
        Undefined::Missing
        | Undefined::Incomplete
        | Undefined::NoWorkingDays
        | Undefined::NotLoaded
        | Undefined::NoPlan => "..",
    }
}

/// `Feb 2023`, `Q1 2023`, `2023`.
pub fn period(period: Period) -> String {
    match period.frequency() {
        Frequency::Annual => period.year().to_string(),
        Frequency::Quarterly => format!("Q{} {}", period.index(), period.year()),
        Frequency::Monthly => format!("{} {}", month_name(period), period.year()),
    }
}

/// `February 2023`.
pub fn period_long(of: Period) -> String {
    match of.frequency() {
        Frequency::Monthly => format!("{} {}", month_name_long(of), of.year()),
        _ => period(of),
    }
}

/// `Feb`; of a quarter, `Q1`; of a year, the year.
pub fn month_name(of: Period) -> String {
    match of.frequency() {
        Frequency::Monthly => month_short(of.index()).to_owned(),
        Frequency::Quarterly => format!("Q{}", of.index()),
        Frequency::Annual => of.year().to_string(),
    }
}

/// `February`; of other frequencies as [`month_name`].
pub fn month_name_long(of: Period) -> String {
    match of.frequency() {
        Frequency::Monthly => month_long(of.index()).to_owned(),
        _ => month_name(of),
    }
}

/// `month`, `quarter` or `year`.
pub const fn period_word(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Annual => "year",
        Frequency::Quarterly => "quarter",
        Frequency::Monthly => "month",
    }
}

/// `1 month`, `24 months`.
pub fn counted(count: usize, frequency: Frequency) -> String {
    let word = if count == 1 { period_word(frequency) } else { periods_word(frequency) };
    format!("{count} {word}")
}

/// `months`, `quarters` or `years`.
pub const fn periods_word(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Annual => "years",
        Frequency::Quarterly => "quarters",
        Frequency::Monthly => "months",
    }
}

/// `Feb` for 2.
fn month_short(month: u32) -> &'static str {
    match month {
        1 => word!("dates.jan"),
        2 => word!("dates.feb"),
        3 => word!("dates.mar"),
        4 => word!("dates.apr"),
        5 => word!("dates.may"),
        6 => word!("dates.jun"),
        7 => word!("dates.jul"),
        8 => word!("dates.aug"),
        9 => word!("dates.sep"),
        10 => word!("dates.oct"),
        11 => word!("dates.nov"),
        _ => word!("dates.dec"),
    }
}

/// `February` for 2.
fn month_long(month: u32) -> &'static str {
    match month {
        1 => word!("dates.jan-long"),
        2 => word!("dates.feb-long"),
        3 => word!("dates.mar-long"),
        4 => word!("dates.apr-long"),
        5 => word!("dates.may-long"),
        6 => word!("dates.jun-long"),
        7 => word!("dates.jul-long"),
        8 => word!("dates.aug-long"),
        9 => word!("dates.sep-long"),
        10 => word!("dates.oct-long"),
        11 => word!("dates.nov-long"),
        _ => word!("dates.dec-long"),
    }
}

/// `3 Mar 2023`.
pub fn date(date: Date) -> String {
    use chrono::Datelike;
    format!("{} {} {}", date.day(), month_short(date.month()), date.year())
}

/// `first`, `second` … `twelfth`, `13th`.
pub fn ordinal(n: u32) -> String {
    const WORDS: [&str; 13] = [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    WORDS.get(n as usize).map_or_else(|| ordinal_digits(n), |word| (*word).to_owned())
}

/// `1st`, `2nd`, `11th`, `23rd`.
pub fn ordinal_digits(n: u32) -> String {
    let suffix = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

/// The mark beside a number that may still change: ` P`, ` E`, or nothing.
pub const fn status_mark(status: ObsStatus) -> &'static str {
    match status {
        ObsStatus::Normal => "",
        ObsStatus::Provisional => "P",
        ObsStatus::Estimated => "E",
        ObsStatus::Forecast => "F",
        ObsStatus::Break => "B",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style() -> NumberStyle {
        NumberStyle { symbol: "$".into(), power: 9, suffix: "bn", fewer_decimals: 0, minus: '−' }
    }

    #[test]
    fn money_in_billions() {
        let balance = Ratio::whole(-5_300_000_000);
        assert_eq!(style().amount(balance, 1, Sign::Always), "−5.3");
        assert_eq!(style().money(balance, 1, Sign::Minus), "−$5.3bn");
        assert_eq!(style().money(balance, 1, Sign::Never), "$5.3bn");
    }

    #[test]
    fn zero_has_no_sign() {
        let nearly = Ratio::new(-4, 1000).unwrap();
        assert_eq!(style().growth(nearly, 1, Sign::Always), "0.0%");
    }

    #[test]
    fn growth_that_cannot_be_read_is_a_multiple() {
        let rate = Ratio::new(100 * (1_000_000 - 3), 3).unwrap();
        assert_eq!(style().growth(rate, 1, Sign::Always), "x333333");
        assert_eq!(style().growth(Ratio::whole(999), 1, Sign::Always), "+999.0%");
    }

    #[test]
    fn ordinals() {
        assert_eq!(ordinal(12), "twelfth");
        assert_eq!(ordinal(21), "21st");
        assert_eq!(ordinal(112), "112th");
    }
}

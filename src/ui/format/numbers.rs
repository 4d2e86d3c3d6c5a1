//! Numbers as text.

use std::fmt::Write as _;

use crate::domain::{ObsStatus, Ratio};
use crate::indicators::{Figure, Measured, Quantity, Undefined};
use crate::say;
use crate::word;
use crate::words::in_groups;

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
        let (sign, number) = amount.split_at(digits);
        format!("{sign}{}{}{}", self.symbol, in_groups(number), self.suffix)
    }

    /// Whole units of the currency as money.
    pub fn money_of(&self, value: i64, decimals: u32) -> String {
        self.money(Ratio::whole(i128::from(value)), decimals, Sign::Never)
    }

    /// A rate of growth: `+62.8%`, or `x12` where the percentage would be unreadable.
    pub fn growth(&self, rate: Ratio, decimals: u32, sign: Sign) -> String {
        if rate.num() > LARGEST_PERCENTAGE * rate.den() / 10 {
            let multiple = rate.plus(Ratio::whole(100)).over(Ratio::whole(100)).unwrap_or(rate);
            return say!("numbers.multiple", n = self.decimal(multiple, 0, Sign::Never));
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
            Quantity::Points => say!("numbers.points", n = self.decimal(value, decimals, Sign::Always)),
            Quantity::Days => self.decimal(value, decimals, Sign::Minus),
        }
    }
}

/// The mark that stands for a number that does not exist.
pub fn undefined(reason: Undefined) -> &'static str {
    match reason {
        Undefined::NewFromZero => word!("numbers.new"),
        Undefined::ZeroToZero => "-",
        Undefined::NotMeaningful => word!("numbers.not-meaningful"),
        Undefined::Missing
        | Undefined::Incomplete
        | Undefined::NoWorkingDays
        | Undefined::NotLoaded
        | Undefined::NoPlan => "..",
    }
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
    use crate::words::Language;

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
    fn korean_numbers_group_their_thousands() {
        use crate::words::in_language;
        let style = NumberStyle { symbol: String::new(), power: 8, suffix: "억 달러", ..style() };
        let money = |value| in_language(Language::Korean, || style.money(Ratio::whole(value), 0, Sign::Minus));
        assert_eq!(money(685_000_000_000), "6,850억 달러");
        assert_eq!(money(-123_456_700_000_000), "−1,234,567억 달러");
        assert_eq!(money(98_900_000_000), "989억 달러");
    }
}

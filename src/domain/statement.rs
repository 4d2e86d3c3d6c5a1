//! Statements that somebody made about the figures. Judging them is the work of the `claims` layer.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::words::in_groups;

use super::{Expression, Period, Ratio, Scale, SourceId, Text};

/// How a number was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Qualifier {
    /// "50.1".
    #[default]
    Exact,
    /// "about 50".
    About,
    /// "more than 50".
    MoreThan,
    /// "less than 50".
    LessThan,
    /// "nearly 50": below it, by less than one printed unit.
    Nearly,
    /// "a record": nothing more extreme before.
    Record,
    /// "the first in N months", or "the first ever" where no number is said.
    First,
}

impl Qualifier {
    /// Every qualifier with the word used in files.
    pub const ALL: [(&'static str, Qualifier); 7] = [
        ("exact", Qualifier::Exact),
        ("about", Qualifier::About),
        ("more than", Qualifier::MoreThan),
        ("less than", Qualifier::LessThan),
        ("nearly", Qualifier::Nearly),
        ("record", Qualifier::Record),
        ("first", Qualifier::First),
    ];

    /// The word used in files.
    pub fn code(self) -> &'static str {
        Qualifier::ALL.iter().find(|(_, qualifier)| *qualifier == self).map_or("exact", |(word, _)| word)
    }
}

/// What a stated number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatedUnit {
    /// Money.
    Money(Scale),
    /// Percent, or percentage points.
    Percent,
    /// Periods: months, quarters or years, as the dataset has them.
    Periods,
    /// A place in an order: 1 for the first.
    Rank,
    /// A plain number: "twice".
    Times,
}

impl StatedUnit {
    /// Reads `USD billion`, `percent`, `points`, `months`, `rank` or `times`.
    pub fn parse(text: &str) -> Option<StatedUnit> {
        match text {
            "percent" | "points" | "%" => Some(StatedUnit::Percent),
            "months" | "quarters" | "years" | "periods" => Some(StatedUnit::Periods),
            "rank" => Some(StatedUnit::Rank),
            "times" => Some(StatedUnit::Times),
            _ => Scale::parse(text).map(StatedUnit::Money),
        }
    }

    /// The power of ten that its numbers are multiplied by: 9 for billions of a currency.
    pub const fn power(&self) -> u32 {
        if let StatedUnit::Money(scale) = self { scale.power } else { 0 }
    }
}

/// A number as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The digits as printed.
    pub printed: String,
    /// The unit as written.
    pub unit_text: String,
    /// What it counts.
    pub unit: StatedUnit,
    /// In whole units: of the currency, of percent …
    pub value: Ratio,
    /// What the last printed digit is worth, in the same units.
    pub step: Ratio,
    /// Decimals that were printed.
    pub decimals: u32,
}

impl Stated {
    /// Reads printed digits: an optional sign, digits, and a decimal point with digits. At most 15 digits.
    pub fn parse(printed: &str, unit_text: &str, unit: StatedUnit) -> Option<Stated> {
        let (value, step, decimals) = decimal(printed)?;
        let scale = Ratio::whole(10_i128.pow(unit.power()));
        Some(Stated {
            printed: printed.to_owned(),
            unit_text: unit_text.to_owned(),
            unit,
            value: value.by(scale),
            step: step.by(scale),
            decimals,
        })
    }

    /// The same as the language of the thread counts: Korean says `501억` where others say `50.1 billion`.
    pub fn here(&self) -> Cow<'_, Stated> {
        let eok = match &self.unit {
            StatedUnit::Money(scale) => scale.in_eok(),
            _ => None,
        };
        eok.map_or(Cow::Borrowed(self), |eok| {
            let unit = StatedUnit::Money(eok);
            let decimals = self.decimals.saturating_sub(1);
            Cow::Owned(Stated { printed: tenfold(&self.printed), unit, decimals, ..self.clone() })
        })
    }

    /// `value` in the units of the statement: billions where it speaks of billions.
    pub fn in_unit(&self, value: Ratio) -> Ratio {
        Ratio::new(1, 10_i128.pow(self.unit.power())).map_or(value, |scale| value.by(scale))
    }

    /// What the last digit is worth where the zeros at the end only fill places: 10 for `20`, as for "a fifth".
    pub fn loose_step(&self) -> Option<Ratio> {
        let zeros = self.printed.bytes().rev().take_while(|digit| *digit == b'0').count() as u32;
        let only_zeros = self.value.signum() == 0;
        (self.decimals == 0 && zeros > 0 && !only_zeros).then(|| self.step.times(10_i128.pow(zeros)))
    }
}

/// Printed digits with the decimal point one place on, and a comma between thousands: `-17.95` as `-179.5`, `685` as `6,850`.
fn tenfold(printed: &str) -> String {
    let start = printed.len() - printed.trim_start_matches(['+', '-', '−']).len();
    let (sign, digits) = printed.split_at(start);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let (tenth, rest) = fraction.split_at(1);
    let whole = format!("{whole}{tenth}");
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if rest.is_empty() { "" } else { "." };
    in_groups(&format!("{sign}{whole}{point}{rest}")).into_owned()
}

/// Printed digits as a number, the worth of the last digit, and how many decimals there are.
pub fn decimal(printed: &str) -> Option<(Ratio, Ratio, u32)> {
    let (negative, digits) = match printed.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, printed.strip_prefix('+').unwrap_or(printed)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let pointless = digits.contains('.') && fraction.is_empty();
    if whole.is_empty() || pointless || !is_plain(whole) || !is_plain(fraction) || whole.len() + fraction.len() > 15 {
        return None;
    }
    let number: i128 = format!("{whole}{fraction}").parse().ok()?;
    let scale = 10_i128.pow(fraction.len() as u32);
    let value = Ratio::new(if negative { -number } else { number }, scale)?;
    Some((value, Ratio::new(1, scale)?, fraction.len() as u32))
}

/// A statement somebody made about the figures.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Unique within the dataset.
    pub id: String,
    /// When it was said.
    pub said: NaiveDate,
    /// Who said it.
    pub speaker: Text,
    /// What was said, in our own words.
    pub text: Text,
    /// The number as printed; `None` where none was said ("a record").
    pub stated: Option<Stated>,
    /// How it was said.
    pub qualifier: Qualifier,
    /// The figure meant; `None` where the dataset has no way to say it.
    pub indicator: Option<Expression>,
    /// What the numbers of the text alone give for it, where the text has more than one.
    pub arithmetic: Option<Expression>,
    /// The period meant.
    pub period: Option<Period>,
    /// False where the text names no period, so that the one above is assumed.
    pub period_stated: bool,
    /// Classification, valuation or adjustment that the text names; empty where it names none.
    pub basis: Text,
    /// Doubts and remarks; may be empty.
    pub note: Text,
    /// Where it was read.
    pub source: Option<SourceId>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, in_language};

    fn stated(printed: &str, unit: &str) -> Stated {
        Stated::parse(printed, unit, StatedUnit::parse(unit).unwrap()).unwrap()
    }

    #[test]
    fn korean_says_billions_in_hundreds_of_millions() {
        let here = |language, printed, unit| {
            let stated = stated(printed, unit);
            in_language(language, || stated.here().printed.clone())
        };
        let korean = |printed| here(Language::Korean, printed, "USD billion");
        for (printed, shown) in
            [("50.1", "501"), ("-17.95", "-179.5"), ("685", "6,850"), ("0.05", "0.5"), ("+0.1", "+1"), ("0", "0")]
        {
            assert_eq!(korean(printed), shown);
        }
        assert_eq!(here(Language::English, "50.1", "USD billion"), "50.1");
        assert_eq!(here(Language::Korean, "50.1", "USD million"), "50.1");
        assert_eq!(here(Language::Korean, "50.1", "EUR billion"), "50.1");
        assert_eq!(here(Language::Korean, "39", "percent"), "39");
    }

    #[test]
    fn printed_digits_tell_their_precision() {
        let deficit = stated("-17.95", "USD billion");
        assert_eq!((deficit.value, deficit.step), (Ratio::whole(-17_950_000_000), Ratio::whole(10_000_000)));
        assert_eq!(deficit.in_unit(deficit.value), Ratio::new(-1795, 100).unwrap());
        assert_eq!((stated("39", "percent").step, stated("39", "percent").decimals), (Ratio::whole(1), 0));
        assert_eq!(stated("501.0", "억 달러").step, Ratio::whole(10_000_000));
    }

    #[test]
    fn zeros_at_the_end_may_be_loose() {
        assert_eq!(stated("20", "percent").loose_step(), Some(Ratio::whole(10)));
        assert_eq!(stated("700", "USD billion").loose_step(), Some(Ratio::whole(100_000_000_000)));
        for (printed, unit) in [("39", "percent"), ("20.0", "percent"), ("0", "percent")] {
            assert_eq!(stated(printed, unit).loose_step(), None, "{printed}");
        }
    }

    #[test]
    fn what_is_not_a_number() {
        for printed in ["", "-", "1e5", "1,000", "1.", ".5", "12 months", "9999999999999999"] {
            assert_eq!(decimal(printed), None, "{printed}");
        }
    }
}

//! Numbers of periods, and places in an order.

use crate::domain::Frequency;
use crate::say;
use crate::word;
use crate::words::{Language, language};

/// `month`, `quarter` or `year`; in Korean as it stands before an amount: `월`, `분기`, `연`.
pub fn period_word(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Annual => word!("dates.one-year"),
        Frequency::Quarterly => word!("dates.one-quarter"),
        Frequency::Monthly => word!("dates.one-month"),
    }
}

/// `months`, `quarters` or `years`; in Korean as it stands after a number: `개월`, `개 분기`, `개년`.
pub fn periods_word(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Annual => word!("dates.years"),
        Frequency::Quarterly => word!("dates.quarters"),
        Frequency::Monthly => word!("dates.months"),
    }
}

/// `1 month`, `24 months`, `24개월`.
pub fn counted(count: usize, frequency: Frequency) -> String {
    match frequency {
        Frequency::Annual => say!("dates.count-of-years", n = count),
        Frequency::Quarterly => say!("dates.count-of-quarters", n = count),
        Frequency::Monthly => say!("dates.count-of-months", n = count),
    }
}

/// What stands after a number of periods: `month` after 1, else `months`; `개월`.
pub fn period_noun(count: usize, frequency: Frequency) -> &'static str {
    match (language(), count) {
        (Language::English, 1) => period_word(frequency),
        _ => periods_word(frequency),
    }
}

/// A place in a run: `18th`, to be followed by `in a row`; in Korean the run itself, `18개월 연속`.
pub fn nth_in_a_row(n: u32, frequency: Frequency) -> String {
    match language() {
        Language::English => ordinal_digits(n),
        Language::Korean => format!("{} 연속", counted(n as usize, frequency)),
    }
}

/// A place by size: `2nd`, `2위`.
pub fn rank(n: u32) -> String {
    match language() {
        Language::English => ordinal_digits(n),
        Language::Korean => format!("{n}위"),
    }
}

/// `first`, `second` … `twelfth`, `13th`; `2번째`.
pub fn ordinal(n: u32) -> String {
    const WORDS: [&str; 13] = [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    match (language(), WORDS.get(n as usize)) {
        (Language::English, Some(word)) => (*word).to_owned(),
        _ => ordinal_digits(n),
    }
}

/// `1st`, `2nd`, `11th`, `23rd`; `2번째`.
pub fn ordinal_digits(n: u32) -> String {
    if language() == Language::Korean {
        return format!("{n}번째");
    }
    let suffix = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::in_language;

    #[test]
    fn ordinals() {
        assert_eq!(ordinal(12), "twelfth");
        assert_eq!(ordinal(21), "21st");
        assert_eq!(ordinal(112), "112th");
        assert_eq!(in_language(Language::Korean, || ordinal(2)), "2번째");
    }

    #[test]
    fn periods_are_counted_in_both_languages() {
        let counts = || [1, 24].map(|n| [Frequency::Monthly, Frequency::Quarterly].map(|each| counted(n, each)));
        assert_eq!(counts(), [["1 month", "1 quarter"], ["24 months", "24 quarters"]]);
        assert_eq!(in_language(Language::Korean, counts), [["1개월", "1개 분기"], ["24개월", "24개 분기"]]);
    }
}

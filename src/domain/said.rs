//! Dates and periods as messages say them: in the written form of the language, and in English as machines write them.

use chrono::Datelike as _;

use super::{Date, Frequency, Period};
use crate::words::{Language, language};

/// Something that messages name.
pub trait Said {
    /// `2023-02`, `2023년 2월`.
    fn said(&self) -> String;
}

impl Said for Period {
    fn said(&self) -> String {
        match (language(), self.frequency()) {
            (Language::English, _) => self.to_string(),
            (Language::Korean, Frequency::Annual) => format!("{}년", self.year()),
            (Language::Korean, Frequency::Quarterly) => format!("{}년 {}분기", self.year(), self.index()),
            (Language::Korean, Frequency::Monthly) => format!("{}년 {}월", self.year(), self.index()),
        }
    }
}

impl Said for Date {
    fn said(&self) -> String {
        match language() {
            Language::English => self.to_string(),
            Language::Korean => format!("{}.{}.{}.", self.year(), self.month(), self.day()),
        }
    }
}

/// A date or period in the form that machines write, as it is said; other texts as they are.
pub fn said_of(code: &str) -> String {
    let date = || code.parse::<Date>().ok().map(|date| date.said());
    Period::parse(code).map(|period| period.said()).or_else(date).unwrap_or_else(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::in_language;

    #[test]
    fn messages_name_days_and_periods_in_the_language() {
        let date: Date = "2023-03-01".parse().unwrap();
        let said = || [Period::month(2023, 2).said(), date.said()];
        assert_eq!(said(), ["2023-02", "2023-03-01"]);
        assert_eq!(in_language(Language::Korean, said), ["2023년 2월", "2023.3.1."]);
        let codes = || ["2023-02", "2023-Q1", "2023-03-01", "2023년 중", "-"].map(said_of);
        assert_eq!(codes(), ["2023-02", "2023-Q1", "2023-03-01", "2023년 중", "-"]);
        assert_eq!(in_language(Language::Korean, codes), ["2023년 2월", "2023년 1분기", "2023.3.1.", "2023년 중", "-"]);
    }
}

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
    }
}

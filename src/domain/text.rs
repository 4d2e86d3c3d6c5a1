//! Names and sentences that a dataset carries in more than one language.

use crate::words::{self, Language};

/// A text in English and, where the dataset has it, in Korean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: String,
    /// Korean; empty where unknown.
    pub ko: String,
}

impl Text {
    /// In the language of the thread, as far as the dataset has it.
    pub fn here(&self) -> &str {
        match words::language() {
            Language::Korean if !self.ko.is_empty() => &self.ko,
            _ => &self.en,
        }
    }

    /// The same text in every language.
    pub fn plain(text: impl Into<String>) -> Text {
        Text { en: text.into(), ko: String::new() }
    }
}

//! Names and sentences that a dataset carries in more than one language.

/// A text in English and, where the dataset has it, in Korean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: String,
    /// Korean; empty where unknown.
    pub ko: String,
}

impl Text {
    /// The same text in every language.
    pub fn plain(text: impl Into<String>) -> Text {
        Text { en: text.into(), ko: String::new() }
    }
}

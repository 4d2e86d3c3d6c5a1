//! TOML as lines of keys and values; what is empty is left out.

use crate::domain::Text;

/// A document in the making.
#[derive(Default)]
pub(super) struct Toml(String);

impl Toml {
    /// Begins a table: `[name]` or `[[name]]`.
    pub fn table(&mut self, header: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(header);
        self.0.push('\n');
    }

    /// A key with a value that is TOML already.
    pub fn raw(&mut self, key: &str, value: &str) {
        self.0.push_str(&format!("{key} = {value}\n"));
    }

    /// A key with a string, unless it is empty.
    pub fn text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.raw(key, &quoted(value));
        }
    }

    /// A key with a text in one or two languages, unless it is empty.
    pub fn languages(&mut self, key: &str, text: &Text) {
        match (text.en.as_str(), text.ko.as_str()) {
            (_, "") => self.text(key, &text.en),
            (en, ko) => self.raw(key, &format!("{{ en = {}, ko = {} }}", quoted(en), quoted(ko))),
        }
    }

    /// The document.
    pub fn finish(self) -> String {
        self.0
    }
}

/// A TOML string.
pub(in crate::import) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

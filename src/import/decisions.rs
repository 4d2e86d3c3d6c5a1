//! What is decided on the way from files to a dataset, in the order in which it is decided.

use crate::domain::Decision;

/// Decisions in words, each once.
#[derive(Debug, Clone, Default)]
pub struct Decisions(Vec<Decision>);

impl Decisions {
    /// Adds what was chosen, left out, added up or found equal.
    pub fn push(&mut self, words: impl Into<String>) {
        self.add(words.into(), false);
    }

    /// Adds what was assumed, or contradicts: the figures may be wrong by it.
    pub fn doubt(&mut self, words: impl Into<String>) {
        self.add(words.into(), true);
    }

    fn add(&mut self, words: String, is_doubtful: bool) {
        if !self.0.iter().any(|decision| decision.words == words) {
            self.0.push(Decision { file: String::new(), words, is_doubtful });
        }
    }

    /// Adds several.
    pub fn extend(&mut self, all: impl IntoIterator<Item = String>) {
        all.into_iter().for_each(|words| self.push(words));
    }

    /// The words of all.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|decision| decision.words.as_str())
    }

    /// The same about a file.
    pub fn about<'a>(&'a self, file: &'a str) -> impl Iterator<Item = Decision> + 'a {
        self.0.iter().map(|decision| Decision { file: file.to_owned(), ..decision.clone() })
    }
}

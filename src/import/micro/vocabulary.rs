//! The numbers that texts of a column have, in the order in which they were met.

use super::dictionary::Dictionary;
pub use super::dictionary::UNKNOWN;

/// The number of a text that says nothing that could be added.
pub const BAD: u32 = UNKNOWN - 3;
/// The number of a text that stands for the whole of which other rows are parts.
pub const TOTAL: u32 = UNKNOWN - 2;
/// The number of a text outside the scope.
pub const OUTSIDE: u32 = UNKNOWN - 1;

/// What a text means.
pub enum Meaning<T> {
    /// Something to add to.
    This(T),
    /// Nothing that is known.
    Bad,
    /// The whole.
    Total,
    /// Something that is not looked at.
    Outside,
}

/// What the texts of a column mean: several texts may mean the same.
#[derive(Debug)]
pub struct Vocabulary<T> {
    dictionary: Dictionary,
    /// What each number stands for.
    pub meanings: Vec<T>,
}

impl<T> Default for Vocabulary<T> {
    fn default() -> Vocabulary<T> {
        Vocabulary { dictionary: Dictionary::default(), meanings: Vec::new() }
    }
}

impl<T: PartialEq> Vocabulary<T> {
    /// One that has these meanings already, and no text for them.
    pub fn of(meanings: Vec<T>) -> Vocabulary<T> {
        Vocabulary { dictionary: Dictionary::default(), meanings }
    }

    /// The number of a text, [`UNKNOWN`] where it was not met.
    #[inline(always)]
    pub fn find(&self, buffer: &[u8], start: usize, end: usize) -> u32 {
        self.dictionary.find(buffer, start, end)
    }

    /// The number of a text, which is understood where it was not met.
    pub fn learn(&mut self, buffer: &[u8], start: usize, end: usize, read: impl FnOnce(&[u8]) -> Meaning<T>) -> u32 {
        let known = self.find(buffer, start, end);
        if known != UNKNOWN {
            return known;
        }
        let number = match read(&buffer[start..end]) {
            Meaning::This(meaning) => self.number_of(meaning),
            Meaning::Bad => BAD,
            Meaning::Total => TOTAL,
            Meaning::Outside => OUTSIDE,
        };
        // Where there is no room the text is understood anew each time.
        self.dictionary.learn(buffer, start, end, number);
        number
    }

    /// The number of a meaning, new where there is none.
    pub fn number_of(&mut self, meaning: T) -> u32 {
        let place = self.meanings.iter().position(|other| *other == meaning);
        place.unwrap_or_else(|| {
            self.meanings.push(meaning);
            self.meanings.len() - 1
        }) as u32
    }
}

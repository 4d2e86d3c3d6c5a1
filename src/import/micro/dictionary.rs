//! What the texts of a column mean, as small numbers: each text is understood once, and then found again by its bytes.

use std::collections::HashMap;

use super::digits::{first, word};

/// The answer for a text that was not met before.
pub const UNKNOWN: u32 = u32::MAX;

/// More texts than these, and a column is none of codes.
pub const MOST_TEXTS: usize = 1 << 20;

/// A text of up to fifteen bytes, with its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Key(u64, u64);

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// All zeros where nothing is: the length of a text counts from one.
    key: Key,
    number: u32,
}

/// Numbers by text.
#[derive(Debug)]
pub struct Dictionary {
    slots: Vec<Slot>,
    filled: usize,
    long: HashMap<Box<[u8]>, u32>,
}

impl Default for Dictionary {
    fn default() -> Dictionary {
        Dictionary { slots: vec![Slot::default(); 64], filled: 0, long: HashMap::new() }
    }
}

impl Dictionary {
    /// The number of the text `buffer[start..end]`; [`UNKNOWN`] where it was not met.
    #[inline(always)]
    pub fn find(&self, buffer: &[u8], start: usize, end: usize) -> u32 {
        let length = end.wrapping_sub(start);
        if length > 15 {
            return self.long.get(&buffer[start..end]).copied().unwrap_or(UNKNOWN);
        }
        let key = key(buffer, start, length);
        let mask = self.slots.len() - 1;
        let mut at = hash(key) & mask;
        loop {
            let slot = &self.slots[at & mask];
            if slot.key == key {
                return slot.number;
            }
            if slot.key.1 == 0 {
                return UNKNOWN;
            }
            at = at.wrapping_add(1);
        }
    }

    /// Keeps the number of a text that is not in it; false where there is no room for more.
    #[cold]
    pub fn learn(&mut self, buffer: &[u8], start: usize, end: usize, number: u32) -> bool {
        if self.filled + self.long.len() >= MOST_TEXTS {
            return false;
        }
        if end - start > 15 {
            self.long.insert(buffer[start..end].into(), number);
            return true;
        }
        if self.filled * 8 >= self.slots.len() {
            let grown = vec![Slot::default(); self.slots.len() * 4];
            for slot in std::mem::replace(&mut self.slots, grown).into_iter().filter(|slot| slot.key.1 != 0) {
                self.put(slot);
            }
        }
        self.filled += 1;
        self.put(Slot { key: key(buffer, start, end - start), number });
        true
    }

    fn put(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = hash(slot.key) & mask;
        while self.slots[at].key.1 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

#[inline(always)]
fn key(buffer: &[u8], start: usize, length: usize) -> Key {
    let low = first(word(buffer, start), length.min(8));
    let high = first(word(buffer, start.wrapping_add(8)), length.saturating_sub(8));
    Key(low, high | (length as u64).wrapping_add(1) << 56)
}

#[inline(always)]
fn hash(key: Key) -> usize {
    // Texts of one column differ in few bytes, anywhere: both halves of the product together depend on all of them.
    let product = u128::from(key.0 ^ key.1.rotate_left(29)) * 0x9E37_79B9_7F4A_7C15;
    ((product >> 64) as u64 ^ product as u64) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::micro::fields::MARGIN;

    #[test]
    fn texts_of_any_length_are_told_apart() {
        let mut dictionary = Dictionary::default();
        let texts: Vec<String> = (0..3_000)
            .map(|n| "x".repeat(n % 20) + &n.to_string())
            .chain([String::new(), "\0".into(), "\0\0".into()])
            .collect();
        let framed = |text: &str| {
            let buffer = [&[b'z'; MARGIN], text.as_bytes(), &[b'z'; MARGIN]].concat();
            (buffer, MARGIN, MARGIN + text.len())
        };
        for (number, text) in texts.iter().enumerate() {
            let (buffer, start, end) = framed(text);
            assert_eq!(dictionary.find(&buffer, start, end), UNKNOWN, "{text}");
            assert!(dictionary.learn(&buffer, start, end, number as u32));
        }
        for (number, text) in texts.iter().enumerate() {
            let (buffer, start, end) = framed(text);
            assert_eq!(dictionary.find(&buffer, start, end), number as u32, "{text}");
        }
    }

    #[test]
    fn texts_that_are_alike_have_places_of_their_own() {
        let months = (2015..2025).flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}")));
        let compact = (2015..2025).flat_map(|year| (1..=12).map(move |month| format!("{year}{month:02}")));
        let codes = ('A'..='Z').flat_map(|first| ('A'..='J').map(move |second| format!("{first}{second}")));
        for texts in [months.collect::<Vec<_>>(), compact.collect(), codes.collect()] {
            let places: std::collections::HashSet<usize> = texts
                .iter()
                .map(|text| {
                    let buffer = [&[0; MARGIN], text.as_bytes(), &[0; MARGIN]].concat();
                    hash(key(&buffer, MARGIN, text.len())) % (8 * texts.len()).next_power_of_two()
                })
                .collect();
            assert!(places.len() * 20 >= texts.len() * 17, "{} of {}", places.len(), texts.len());
        }
    }
}

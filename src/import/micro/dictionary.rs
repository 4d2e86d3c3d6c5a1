//! What the texts of a column mean, as small numbers: each text is understood once, and then found again by its bytes.

use std::collections::HashMap;

use super::digits::{first, word};

/// The answer for a text that was not met before.
pub const UNKNOWN: u32 = u32::MAX;

/// More texts than these, and a column is none of codes.
pub const MOST_TEXTS: usize = 1 << 20;

/// Numbers by text. Most texts of a column are short, and are found by one word.
#[derive(Debug, Default)]
pub struct Dictionary {
    short: Slots<u64>,
    medium: Slots<[u64; 2]>,
    long: HashMap<Box<[u8]>, u32>,
}

impl Dictionary {
    /// The number of the text `buffer[start..end]`; [`UNKNOWN`] where it was not met.
    #[inline(always)]
    pub fn find(&self, buffer: &[u8], start: usize, end: usize) -> u32 {
        let length = end.wrapping_sub(start);
        if length < 8 {
            return self.short.find(short(buffer, start, length));
        }
        self.find_longer(buffer, start, end)
    }

    #[inline(never)]
    fn find_longer(&self, buffer: &[u8], start: usize, end: usize) -> u32 {
        match end.wrapping_sub(start) {
            length @ ..16 => self.medium.find(medium(buffer, start, length)),
            _ => self.long.get(&buffer[start..end]).copied().unwrap_or(UNKNOWN),
        }
    }

    /// Keeps the number of a text that is not in it; false where there is no room for more.
    #[cold]
    pub fn learn(&mut self, buffer: &[u8], start: usize, end: usize, number: u32) -> bool {
        if self.short.filled + self.medium.filled + self.long.len() >= MOST_TEXTS {
            return false;
        }
        match end - start {
            length @ ..8 => self.short.learn(short(buffer, start, length), number),
            length @ ..16 => self.medium.learn(medium(buffer, start, length), number),
            _ => _ = self.long.insert(buffer[start..end].into(), number),
        }
        true
    }
}

/// A text with its length, in words.
trait Key: Copy + PartialEq {
    /// Nothing: the length of a text counts from one.
    const NONE: Self;
    fn hash(self) -> usize;
}

impl Key for u64 {
    const NONE: u64 = 0;

    #[inline(always)]
    fn hash(self) -> usize {
        // Texts of one column differ in few bytes, anywhere: both halves of the product together depend on all of them.
        let product = u128::from(self) * 0x9E37_79B9_7F4A_7C15;
        ((product >> 64) as u64 ^ product as u64) as usize
    }
}

impl Key for [u64; 2] {
    const NONE: [u64; 2] = [0; 2];

    fn hash(self) -> usize {
        (self[0] ^ self[1].rotate_left(29)).hash()
    }
}

/// A text of up to seven bytes.
#[inline(always)]
fn short(buffer: &[u8], start: usize, length: usize) -> u64 {
    first(word(buffer, start), length) | (length as u64).wrapping_add(1) << 56
}

/// A text of eight to fifteen bytes.
fn medium(buffer: &[u8], start: usize, length: usize) -> [u64; 2] {
    [word(buffer, start), short(buffer, start + 8, length - 8)]
}

/// Numbers by keys, each as near as possible behind the place that its hash names.
#[derive(Debug)]
struct Slots<K> {
    slots: Vec<(K, u32)>,
    filled: usize,
}

impl<K: Key> Default for Slots<K> {
    fn default() -> Slots<K> {
        Slots { slots: vec![(K::NONE, 0); 64], filled: 0 }
    }
}

impl<K: Key> Slots<K> {
    #[inline(always)]
    fn find(&self, key: K) -> u32 {
        let mask = self.slots.len() - 1;
        let mut at = key.hash();
        loop {
            let (kept, number) = self.slots[at & mask];
            if kept == key {
                return number;
            }
            if kept == K::NONE {
                return UNKNOWN;
            }
            at = at.wrapping_add(1);
        }
    }

    fn learn(&mut self, key: K, number: u32) {
        if self.filled * 8 >= self.slots.len() {
            let grown = vec![(K::NONE, 0); self.slots.len() * 4];
            let kept = std::mem::replace(&mut self.slots, grown);
            kept.into_iter().filter(|slot| slot.0 != K::NONE).for_each(|slot| self.put(slot));
        }
        self.filled += 1;
        self.put((key, number));
    }

    fn put(&mut self, slot: (K, u32)) {
        let mask = self.slots.len() - 1;
        let mut at = slot.0.hash();
        while self.slots[at & mask].0 != K::NONE {
            at = at.wrapping_add(1);
        }
        self.slots[at & mask] = slot;
    }
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
                    short(&buffer, MARGIN, text.len()).hash() % (8 * texts.len()).next_power_of_two()
                })
                .collect();
            assert!(places.len() * 20 >= texts.len() * 17, "{} of {}", places.len(), texts.len());
        }
    }
}

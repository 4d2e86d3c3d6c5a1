//! The letter on the key of a jamo, on the two-set Korean keyboard.

/// Pairs of latin letter and jamo, the plain ones and the ones typed with Shift.
const KEYBOARD: &[(char, &str)] = &[
    ('q', "ㅂㅃ"),
    ('w', "ㅈㅉ"),
    ('e', "ㄷㄸ"),
    ('r', "ㄱㄲ"),
    ('t', "ㅅㅆ"),
    ('y', "ㅛ"),
    ('u', "ㅕ"),
    ('i', "ㅑ"),
    ('o', "ㅐㅒ"),
    ('p', "ㅔㅖ"),
    ('a', "ㅁ"),
    ('s', "ㄴ"),
    ('d', "ㅇ"),
    ('f', "ㄹ"),
    ('g', "ㅎ"),
    ('h', "ㅗ"),
    ('j', "ㅓ"),
    ('k', "ㅏ"),
    ('l', "ㅣ"),
    ('z', "ㅋ"),
    ('x', "ㅌ"),
    ('c', "ㅊ"),
    ('v', "ㅍ"),
    ('b', "ㅠ"),
    ('n', "ㅜ"),
    ('m', "ㅡ"),
];

/// The letter on the same key, in lower case.
pub(super) fn latin(jamo: char) -> Option<char> {
    KEYBOARD.iter().find(|(_, jamos)| jamos.contains(jamo)).map(|(latin, _)| *latin)
}

/// The jamo that the key of a letter gives without Shift.
pub(super) fn jamo(latin: char) -> Option<char> {
    KEYBOARD.iter().find(|(letter, _)| *letter == latin).and_then(|(_, jamos)| jamos.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_jamo_and_back() {
        for letter in 'a'..='z' {
            assert_eq!(jamo(letter).and_then(latin), Some(letter));
        }
        for (double, letter) in "ㅃㅉㄸㄲㅆㅒㅖ".chars().zip("qwertop".chars()) {
            assert_eq!(latin(double), Some(letter));
        }
        assert_eq!((latin('q'), latin('가'), jamo('1')), (None, None, None));
    }
}

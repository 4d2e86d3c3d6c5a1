//! Lines of big type: broken between words, a number from what it counts last.

use unicode_normalization::UnicodeNormalization as _;

use super::{Face, text};

/// The text on lines of at most `width` cells, broken between words; a word wider than a line is broken between
/// letters, which in Hangul are syllables. A number stays with the word after it where that costs no line.
pub fn wrap(words: &str, rows: u16, width: u16) -> Vec<String> {
    let composed: String = text::clean(words).nfc().collect();
    let face = Face::of(&composed, rows);
    let single: Vec<String> = composed.split_whitespace().map(str::to_owned).collect();
    let bound = bound(&single);
    let plain = fill(&single, face, width);
    let is_bound = bound.len() < single.len() && bound.iter().all(|word| face.width(word) <= width);
    match is_bound.then(|| fill(&bound, face, width)) {
        Some(lines) if lines.len() <= plain.len() => lines,
        _ => plain,
    }
}

/// [`wrap`] on as many lines, but of about one length.
pub fn wrap_evenly(words: &str, rows: u16, width: u16) -> Vec<String> {
    let parts = parts_a_number(&wrap(words, rows, width));
    text::evenly(width, |width| wrap(words, rows, width), |lines| parts || !parts_a_number(lines))
}

/// Whether a line ends with a number that the next one tells more of.
pub fn parts_a_number(lines: &[String]) -> bool {
    let inner = lines.split_last().map_or(&[][..], |(_, inner)| inner);
    inner.iter().filter_map(|line| line.split(' ').next_back()).any(is_amount)
}

/// Words with the ones before that they belong to: `303.9억 달러`, `31 Dec`, `6 still`; a year stands for itself.
fn bound(words: &[String]) -> Vec<String> {
    let mut bound: Vec<String> = Vec::new();
    let mut is_open = false;
    for word in words {
        match bound.last_mut().filter(|_| is_open) {
            Some(last) => last.extend([" ", word]),
            None => bound.push(word.clone()),
        }
        is_open = is_amount(word);
    }
    bound
}

/// Whether a word is a number that the next one tells more of.
fn is_amount(word: &str) -> bool {
    let number = word.trim_end_matches(['천', '만', '억', '조']);
    let is_year = word.len() == 4 && word.chars().all(|letter| letter.is_ascii_digit());
    number.ends_with(|letter: char| letter.is_ascii_digit()) && !is_year
}

fn fill(words: &[String], face: Face, width: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if face.width(&longer) <= width {
                *line = longer;
                continue;
            }
        }
        lines.push(String::new());
        for letter in word.chars() {
            let line = lines.last().map_or("", String::as_str);
            if !line.is_empty() && face.width(&format!("{line}{letter}")) > width {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(letter);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::width;
    use super::*;

    #[test]
    fn no_word_is_left_alone_on_a_line() {
        let lines = wrap_evenly("18 surpluses in a row", 4, 78);
        assert_eq!(lines, ["18 surpluses", "in a row"]);
        assert_eq!(wrap_evenly("Surplus", 4, 78), ["Surplus"]);
        assert_eq!(wrap_evenly("반도체수출", 6, 30), wrap("반도체수출", 6, 30));
    }

    #[test]
    fn a_number_stays_with_what_it_counts() {
        assert_eq!(
            wrap("무역수지 흑자 303.9억 달러", 5, width("무역수지 흑자 303.9억", 5)),
            ["무역수지 흑자", "303.9억 달러"]
        );
        // Where it would cost a line, it goes.
        let parted = wrap("2024년 303.9억 달러", 5, width("303.9억", 5));
        assert_eq!(parted, ["2024년", "303.9억", "달러"]);
        assert!(parts_a_number(&parted) && !parts_a_number(&parted[..2]));
        for words in
            ["흑자 303.9억 달러, 6월(359.0억 달러)에 이어 역대 2위", "No measure is overdue; next due 31 Dec 2026"]
        {
            let room = width(words, 5) * 2 / 3;
            let even = wrap_evenly(words, 5, room);
            assert!(even.len() == 2 && !parts_a_number(&even), "{even:?}");
        }
    }
}

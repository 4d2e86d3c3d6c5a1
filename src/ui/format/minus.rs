//! The sign of negative numbers.

use std::borrow::Cow;

use crate::config::Negative;
use crate::ui::widgets::Glyphs;

impl Negative {
    /// The sign on a screen. `△` is two cells wide wherever ambiguous characters are, and then no column would line up:
    /// only the Unicode set has it.
    pub fn on_screen(self, glyphs: Glyphs) -> char {
        match (self, glyphs) {
            (_, Glyphs::Ascii) => '-',
            (Negative::Triangle, Glyphs::Unicode) => '△',
            (Negative::Triangle | Negative::Minus, _) => '−',
        }
    }

    /// The sign in reports, which keep to what every editor and spreadsheet reads unless another is asked for.
    pub fn in_report(self) -> char {
        match self {
            Negative::Minus => '-',
            Negative::Triangle => '△',
        }
    }
}

/// A text with `minus` for every `-` that is the sign of a number: `-5.3`, `-$5.3bn`, `-CHF 5mn`. Hyphens of dates, ranges
/// and words stay.
pub fn with_minus(text: &str, minus: char) -> Cow<'_, str> {
    if minus == '-' || !text.contains('-') {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len() + 2);
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let is_sign = letter == '-' && begins(before) && is_number(&text[at + 1..]);
        written.push(if is_sign { minus } else { letter });
        before = Some(letter);
    }
    Cow::Owned(written)
}

/// Whether a number may begin after a letter.
fn begins(before: Option<char>) -> bool {
    before.is_none_or(|letter| {
        !letter.is_alphanumeric() && !matches!(letter, '-' | '_' | '/' | '.' | ':' | '=' | '?' | '&')
    })
}

/// Whether a text begins with a number, or with a currency before one.
fn is_number(text: &str) -> bool {
    let currency = text.bytes().take(3).filter(u8::is_ascii_uppercase).count() == 3;
    let number = match text.get(3..).filter(|_| currency) {
        Some(rest) => rest.strip_prefix(' ').unwrap_or_default(),
        None => text.trim_start_matches(['$', '€', '₩', '£']),
    };
    number.starts_with(|digit: char| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_signs_of_numbers_are_exchanged() {
        let text = "2023-01 -0.3%, HS-85, -$5.3bn (-CHF 5mn); range 1-10, F-P, --5, - 5, https://a.b/c-5/-6, -";
        let told = "2023-01 △0.3%, HS-85, △$5.3bn (△CHF 5mn); range 1-10, F-P, --5, - 5, https://a.b/c-5/-6, -";
        assert_eq!(with_minus(text, '△'), told);
        assert!(matches!(with_minus(text, '-'), Cow::Borrowed(_)));
        assert_eq!(with_minus("-5", '−'), "−5");
    }

    #[test]
    fn a_triangle_stands_only_where_it_is_one_cell() {
        let signs =
            |negative: Negative| [Glyphs::Unicode, Glyphs::Cjk, Glyphs::Ascii].map(|set| negative.on_screen(set));
        assert_eq!(signs(Negative::Triangle), ['△', '−', '-']);
        assert_eq!(signs(Negative::Minus), ['−', '−', '-']);
    }
}

//! Digits as they are read.

use std::borrow::Cow;

/// A written number with commas between thousands: `$1,106.8bn`, `6,850억 달러`, `-7,068,989,000`.
pub fn in_groups(number: &str) -> Cow<'_, str> {
    let start = number.find(|letter: char| letter.is_ascii_digit()).unwrap_or(number.len());
    let whole = number.find('.').unwrap_or(number.len());
    if whole <= start + 3 {
        return Cow::Borrowed(number);
    }
    let mut grouped = String::with_capacity(number.len() + 2);
    for (at, letter) in number.char_indices() {
        if at > start && at < whole && (whole - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(letter);
    }
    Cow::Owned(grouped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (written, read) in [
            ("", ""),
            ("7", "7"),
            ("-123", "-123"),
            ("1234", "1,234"),
            ("-123456", "-123,456"),
            ("−7068989000", "−7,068,989,000"),
            ("1106.8", "1,106.8"),
            ("0.12345", "0.12345"),
        ] {
            assert_eq!(in_groups(written), read);
        }
    }
}

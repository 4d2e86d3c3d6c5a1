//! JSON that a terminal does not obey.

use serde::Serialize;

/// Indented JSON with a final line break. The control characters that JSON allows in strings are escaped too:
/// whoever prints it shall not have a terminal obey it.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    if text.chars().any(is_late_control) {
        let escaped = |letter| match is_late_control(letter) {
            true => format!("\\u{:04x}", u32::from(letter)),
            false => letter.to_string(),
        };
        text = text.chars().map(escaped).collect();
    }
    text
}

/// DEL and the C1 controls, one of which begins terminal sequences.
fn is_late_control(letter: char) -> bool {
    ('\u{7F}'..='\u{9F}').contains(&letter)
}

//! A key as the user names it, whatever Shift, caps lock or the input method make of it.

use std::fmt;
use std::str::FromStr;

use super::jamo;
use crate::domain::spelling;
use crate::say;
use crate::word;

/// What was pressed, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum Code {
    Char(char),
    F(u8),
    Left,
    Right,
    Up,
    Down,
    PgUp,
    PgDn,
    Home,
    End,
    Tab,
    ShiftTab,
    Enter,
    Esc,
    Backspace,
}

const NAMED: &[(&str, Code)] = &[
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("PgUp", Code::PgUp),
    ("PgDn", Code::PgDn),
    ("Home", Code::Home),
    ("End", Code::End),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::ShiftTab),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Space", Code::Char(' ')),
    ("Backspace", Code::Backspace),
    ("F1", Code::F(1)),
    ("F2", Code::F(2)),
    ("F3", Code::F(3)),
    ("F4", Code::F(4)),
    ("F5", Code::F(5)),
    ("F6", Code::F(6)),
    ("F7", Code::F(7)),
    ("F8", Code::F(8)),
    ("F9", Code::F(9)),
    ("F10", Code::F(10)),
    ("F11", Code::F(11)),
    ("F12", Code::F(12)),
];

/// A key with its modifiers, always in its normal form: letters in lower case, jamo as the letter on
/// the same key, and `Ctrl-i`, `Ctrl-m`, `Ctrl-[` as the Tab, Enter and Esc that terminals send for them.
///
/// Shift is no modifier: it is part of the character (`+`), or, on letters, means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    code: Code,
    ctrl: bool,
    alt: bool,
}

impl Key {
    /// A key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self::new(code, false, false)
    }

    /// A key with modifiers.
    pub fn new(code: Code, ctrl: bool, alt: bool) -> Self {
        let code = match code {
            Code::Char(char) => Code::Char(normal(char)),
            other => other,
        };
        let same = match code {
            Code::Char('i') if ctrl => Some(Code::Tab),
            Code::Char('m') if ctrl => Some(Code::Enter),
            Code::Char('[') if ctrl => Some(Code::Esc),
            _ => None,
        };
        match same {
            Some(code) => Self { code, ctrl: false, alt },
            None => Self { code, ctrl, alt },
        }
    }

    /// What is pressed.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Whether Ctrl is held.
    pub fn ctrl(&self) -> bool {
        self.ctrl
    }

    /// Whether Alt is held.
    pub fn alt(&self) -> bool {
        self.alt
    }

    /// The jamo by which this key also answers, for the help.
    pub fn jamo(&self) -> Option<char> {
        match self.code {
            Code::Char(char) if !self.ctrl && !self.alt => jamo::jamo(char),
            _ => None,
        }
    }
}

/// The letter on the key, in lower case; other characters as they are.
fn normal(char: char) -> char {
    jamo::latin(char).unwrap_or(char.to_ascii_lowercase())
}

impl FromStr for Key {
    type Err = String;

    /// Reads "q", "?", "Left", "Ctrl-c", "Alt-F1"; the error is a hint on what to write.
    fn from_str(text: &str) -> Result<Self, String> {
        let (mut rest, mut ctrl, mut alt) = (text, false, false);
        loop {
            if let Some(after) = modified(rest, "ctrl-") {
                (rest, ctrl) = (after, true);
            } else if let Some(after) = modified(rest, "alt-") {
                (rest, alt) = (after, true);
            } else {
                return code(rest).map(|code| Self::new(code, ctrl, alt));
            }
        }
    }
}

/// What follows a modifier, if `text` starts with it and something follows.
fn modified<'t>(text: &'t str, modifier: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(modifier.len())?;
    (head.eq_ignore_ascii_case(modifier) && !rest.is_empty()).then_some(rest)
}

fn code(text: &str) -> Result<Code, String> {
    let mut chars = text.chars();
    if let (Some(char), None) = (chars.next(), chars.next())
        && !char.is_control()
    {
        return Ok(Code::Char(char));
    }
    let named = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
    named.map(|(_, code)| *code).ok_or_else(|| {
        spelling::nearest(text, NAMED.iter().map(|(name, _)| *name)).map_or_else(
            || word!("config.use-one-character-name").to_owned(),
            |near| say!("config.did-you-mean", near = near),
        )
    })
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ctrl = if self.ctrl { "Ctrl-" } else { "" };
        let alt = if self.alt { "Alt-" } else { "" };
        write!(f, "{ctrl}{alt}")?;
        match (NAMED.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Code::Char(char)) => write!(f, "{char}"),
            (None, code) => write!(f, "{code:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn every_name_is_read_and_shown() {
        for (name, code) in NAMED {
            assert_eq!(key(name), Key::plain(*code));
            assert_eq!(key(name).to_string(), *name);
            assert_eq!(key(&format!("Ctrl-Alt-{name}")).to_string(), format!("Ctrl-Alt-{name}"));
        }
        for text in ["q", "?", "+", "-", "=", "[", "한", "Ctrl-c", "Alt-x", "Ctrl--"] {
            assert_eq!(key(text).to_string(), text);
        }
    }

    #[test]
    fn shift_caps_lock_and_input_method_change_nothing() {
        assert_eq!(key("Q"), key("q"));
        assert_eq!(key("ㅂ"), key("q"));
        assert_eq!(key("ㅃ"), key("q"));
        assert_eq!(key("Ctrl-ㅊ"), key("Ctrl-c"));
        assert_eq!(key("CTRL-C"), key("Ctrl-c"));
        assert_eq!(key("pgup"), key("PgUp"));
        assert_eq!(key("h").jamo(), Some('ㅗ'));
        assert_eq!(key("Ctrl-h").jamo(), None);
    }

    #[test]
    fn keys_that_terminals_cannot_tell_apart_are_one() {
        assert_eq!(key("Ctrl-i"), key("Tab"));
        assert_eq!(key("Ctrl-m"), key("Enter"));
        assert_eq!(key("Ctrl-["), key("Esc"));
    }

    #[test]
    fn bad_names_give_a_hint() {
        assert_eq!("Lft".parse::<Key>(), Err("did you mean `Left`?".to_owned()));
        for text in ["", "Ctrl-", "\t", "qq", "F13x", "Hyper-q"] {
            assert!(text.parse::<Key>().is_err(), "{text:?}");
        }
    }
}

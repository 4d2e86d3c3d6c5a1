//! Cuts an expression into words, numbers and signs.

use crate::domain::Period;
use crate::say;
use crate::word;

use super::Fault;

/// A piece of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A name of a flow or function.
    Word(&'a str),
    /// Digits, with a decimal point or without.
    Number(&'a str),
    /// `2022-12`, `2022-Q4`.
    Period(Period),
    /// What stands between square brackets.
    Choice(&'a str),
    /// One of `( ) , + - * / < >`.
    Sign(char),
    /// Nothing is left.
    End,
}

/// A piece and the byte at which it begins.
pub(super) type Placed<'a> = (usize, Token<'a>);

const SIGNS: &str = "(),+-*/<>";

/// All pieces, the last one being the end.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed<'_>>, Fault> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        if letter.is_whitespace() {
            at += letter.len_utf8();
            continue;
        }
        let (token, length) = token(text, at, letter)?;
        found.push((at, token));
        at += length;
    }
    found.push((text.len(), Token::End));
    Ok(found)
}

fn token(text: &str, at: usize, first: char) -> Result<(Token<'_>, usize), Fault> {
    let rest = &text[at..];
    let run = |belongs: fn(char) -> bool| rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
    if let Some((period, length)) = period(rest) {
        return Ok((Token::Period(period), length));
    }
    match first {
        'a'..='z' | 'A'..='Z' => {
            let length = run(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            Ok((Token::Word(&rest[..length]), length))
        }
        '0'..='9' => {
            let length = run(|letter| letter.is_ascii_digit() || letter == '.');
            Ok((Token::Number(&rest[..length]), length))
        }
        '[' => match rest.find(']') {
            Some(end) => Ok((Token::Choice(&rest[1..end]), end + 1)),
            None => Err(Fault::new(at, word!("claims.bracket-opens-here-never"), word!("claims.write-behind-code"))),
        },
        sign if SIGNS.contains(sign) => Ok((Token::Sign(sign), 1)),
        other => {
            let what = say!("claims.has-no-meaning-here", other = other.escape_debug());
            Err(Fault::new(at, what, word!("claims.use-names-numbers")))
        }
    }
}

/// A month or quarter at the start of the text, with nothing of a number behind it.
fn period(rest: &str) -> Option<(Period, usize)> {
    let candidate = rest.get(..7)?;
    let goes_on = rest[7..].starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '.');
    Period::parse(candidate).filter(|_| !goes_on).map(|period| (period, 7))
}

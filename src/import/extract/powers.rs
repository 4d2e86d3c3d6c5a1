//! Powers of ten in words: `million`, `천만`, `十億`, `'000`.

use super::unit::ISO;

/// Ways to write a power of ten, longer ones before those that stand inside them.
#[rustfmt::skip]
const POWERS: [(&str, i32); 110] = [
    ("miles de millones", 9), ("mil millones", 9), ("mil milhões", 9), ("milhares de milhões", 9), ("thousand million", 9),
    ("miles de", 3), ("milhares", 3), ("milliers", 3), ("millones", 6), ("milhões", 6), ("bilhões", 9), ("milliard", 9),
    ("hundred million", 8), ("100 million", 8), ("ten million", 7), ("10 million", 7), ("hundred thousand", 5),
    ("100 thousand", 5), ("ten thousand", 4), ("10 thousand", 4), ("trillion", 12), ("billion", 9), ("bn", 9), ("bln", 9), ("mrd", 9),
    ("million", 6), ("mio", 6), ("mill", 6), ("mn", 6), ("mil", 6), ("mln", 6), ("thousand", 3), ("tausend", 3),
    ("tsd", 3), ("ths", 3), ("thou", 3), ("lakh crore", 12), ("crore", 7), ("lakh", 5),
    ("1,000,000,000", 9), ("100,000,000", 8), ("10,000,000", 7), ("1,000,000", 6), ("100,000", 5), ("10,000", 4), ("1,000", 3),
    ("1 000 000 000", 9), ("100 000 000", 8), ("1 000 000", 6), ("10 000", 4), ("1 000", 3),
    ("1.000.000", 6), ("1.000", 3),
    ("1000000000", 9), ("100000000", 8), ("10000000", 7), ("1000000", 6), ("100000", 5), ("10000", 4), ("1000", 3),
    ("10^9", 9), ("10^8", 8), ("10^6", 6), ("10^4", 4), ("10^3", 3),
    ("'000,000", 6), ("'000", 3), ("’000", 3), ("‘000", 3), ("$000", 3), ("€000", 3), ("£000", 3), (" 000", 3), ("(000", 3),
    ("k€", 3), ("k$", 3), ("keur", 3), ("kusd", 3), ("teur", 3), ("t€", 3), ("m€", 6), ("m$", 6), ("meur", 6), ("musd", 6),
    ("천억", 11), ("백억", 10), ("십억", 9), ("10억", 9), ("100억", 10), ("천만", 7), ("1000만", 7), ("백만", 6), ("100만", 6),
    ("십만", 5), ("10만", 5), ("억", 8), ("조원", 12), ("조 원", 12), ("조 달러", 12), ("만불", 4), ("만 불", 4), ("만달러", 4),
    ("만 달러", 4), ("만원", 4), ("만 원", 4), ("천", 3),
    ("千億", 11), ("千亿", 11), ("百億", 10), ("百亿", 10),
];

/// Those of Chinese characters, of which each may have a number before it.
#[rustfmt::skip]
const CHARACTERS: [(&str, i32); 20] = [
    ("十億", 9), ("十亿", 9), ("10億", 9), ("10亿", 9), ("兆", 12), ("億", 8), ("亿", 8), ("千萬", 7), ("千万", 7), ("1000万", 7), ("百萬", 6),
    ("百万", 6), ("100萬", 6), ("100万", 6), ("十萬", 5), ("十万", 5), ("10万", 5), ("万", 4), ("萬", 4), ("千", 3),
];

/// What may stand behind a power in letters, of which it is the beginning: `millions`, `Milliarden`.
const ENDINGS: [&str; 5] = ["", "s", "e", "en", "de"];

/// What may stand right behind a power in Korean or Chinese, in which it would else be a part of another word: `천` of `천안`.
#[rustfmt::skip]
const MONEY: [&str; 24] = [
    "불", "달러", "원", "미", "유로", "엔", "위안", "단위", "美", "元", "円", "圓", "ド", "ユ", "歐", "欧", "日", "港", "人", "新", "台", "臺", "韓", "韩",
];

/// The power of ten that a text in lower case, with a blank before it, has a word for.
pub(super) fn named(lower: &str) -> Option<i32> {
    let stands =
        |name: &str| lower.match_indices(name).any(|(at, _)| is_apart(&lower[..at], name, &lower[at + name.len()..]));
    POWERS.iter().chain(&CHARACTERS).find(|(name, _)| stands(name)).map(|(_, power)| *power)
}

/// True for a word or a number of its own: `ths` is none in `months`, `천` none in `인천`.
fn is_apart(before: &str, name: &str, after: &str) -> bool {
    let is_currency = |word: &str| ISO.iter().any(|code| code.eq_ignore_ascii_case(word));
    let run_before = before.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let run_before = run_before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    let run_after = after.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    let is_money_behind = MONEY.iter().any(|money| after.starts_with(money));
    let digit_before = before.trim_end_matches([',', '.']).ends_with(|letter: char| letter.is_ascii_digit());
    let digit_after = after.trim_start_matches([',', '.']).starts_with(|letter: char| letter.is_ascii_digit());
    let (first, last) = (name.chars().next().unwrap_or(' '), name.chars().next_back().unwrap_or(' '));
    let begins = match first {
        '0'..='9' => !digit_before,
        _ if first.is_ascii_alphabetic() => run_before.is_empty() || is_currency(run_before),
        '천' | '억' => run_before.is_empty() || is_money_behind,
        _ => true,
    };
    let ends = match last {
        '0'..='9' => !digit_after,
        _ if last.is_ascii_alphabetic() => ENDINGS.contains(&run_after) || is_currency(run_after),
        _ if last.is_alphabetic() => run_after.is_empty() || is_money_behind,
        _ => true,
    };
    begins && ends
}

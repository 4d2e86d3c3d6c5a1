//! The parts of a printed period, and what they mean together.

use chrono::NaiveDate;

use crate::domain::{Frequency, Period};

use super::time_period::TimePeriod;

/// A run of digits or of letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token<'a> {
    Digits(&'a str),
    Letters(&'a str),
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// German, French, Spanish, Portuguese and Italian names that are not beginnings of the English ones.
const ABROAD: [(usize, &[&str]); 12] = [
    (
        1,
        &[
            "januar", "jän", "jänner", "jaenner", "januari", "janv", "janvier", "ene", "enero", "janeiro", "gen",
            "gennaio",
        ],
    ),
    (
        2,
        &[
            "februar",
            "févr",
            "fév",
            "février",
            "fevr",
            "fevrier",
            "februari",
            "febrero",
            "fev",
            "fevereiro",
            "febbraio",
        ],
    ),
    (3, &["märz", "maerz", "marz", "mrz", "mär", "mars", "marzo", "março", "marco", "maart", "mrt"]),
    (4, &["avr", "avril", "abr", "abril", "aprile"]),
    (5, &["mai", "mei", "maj", "mayo", "maio", "mag", "maggio"]),
    (6, &["juni", "juin", "junio", "junho", "giu", "giugno"]),
    (7, &["juli", "juil", "juillet", "julio", "julho", "lug", "luglio"]),
    (8, &["août", "aout", "augusti", "augustus", "ago", "agosto"]),
    (9, &["septembre", "septiembre", "set", "setembro", "settembre"]),
    (10, &["oktober", "okt", "octobre", "octubre", "out", "outubro", "ott", "ottobre"]),
    (11, &["novembre", "noviembre", "novembro"]),
    (12, &["dezember", "dez", "déc", "décembre", "decembre", "dic", "diciembre", "dezembro", "dicembre"]),
];

/// Letters of names of months as they come out of files that were saved in one encoding and read in another, or written in
/// two parts, with the letter that is meant.
const BROKEN: [(&str, &str); 15] = [
    ("ã¤", "ä"),
    ("ã©", "é"),
    ("ã»", "û"),
    ("ã§", "ç"),
    ("a\u{308}", "ä"),
    ("e\u{301}", "é"),
    ("u\u{302}", "û"),
    ("c\u{327}", "ç"),
    ("m\u{fffd}\u{fffd}rz", "märz"),
    ("m\u{fffd}rz", "märz"),
    ("m?rz", "märz"),
    ("m??rz", "märz"),
    ("m„rz", "märz"),
    ("m‰rz", "märz"),
    ("mšrz", "märz"),
];

/// The text, in lower case, with the letters that are meant.
pub(super) fn mended(lower: String) -> String {
    if lower.bytes().all(|byte| byte.is_ascii() && byte != b'?') {
        return lower;
    }
    BROKEN
        .iter()
        .fold(lower, |text, (broken, meant)| if text.contains(broken) { text.replace(broken, meant) } else { text })
}

pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_same = |letter: char| match first {
            '0'..='9' => letter.is_ascii_digit(),
            _ => letter.is_alphabetic(),
        };
        let end = rest.find(|letter| !is_same(letter)).unwrap_or(rest.len());
        match first {
            '0'..='9' => tokens.push(Token::Digits(&rest[..end])),
            _ if first.is_alphabetic() => tokens.push(Token::Letters(&rest[..end])),
            '-' | ' ' | '.' | '/' | ',' | '_' | '\'' => {
                rest = &rest[1..];
                continue;
            }
            _ => return None,
        }
        rest = &rest[end..];
    }
    (tokens.len() <= 6).then_some(tokens)
}

pub(super) fn read(tokens: &[Token<'_>], dotted: bool) -> Option<TimePeriod> {
    use Token::{Digits as D, Letters as L};
    match *tokens {
        [D(all)] => compact(all),
        [D(year), D(month)] if year.len() == 4 && (month.len() == 2 || !dotted) => of_month(year, month),
        [D(month), D(year)] if year.len() == 4 && !dotted => of_month(year, month),
        [D(year), D(month), D(day)] if year.len() == 4 => of_day(year, month, day),
        [D(day), D(month), D(year)] if year.len() == 4 && dotted => of_day(year, month, day),
        [L("q"), D(quarter), D(year)] => of_quarter(year, quarter),
        [D(one), L("q"), D(other)]
        | [D(one), D(other), L("q" | "분기")]
        | [D(one), L("年" | "년"), D(other), L("季度" | "분기")] => {
            if one.len() == 4 {
                of_quarter(one, other)
            } else {
                of_quarter(other, one)
            }
        }
        [D(year), L("m" | "年" | "년"), D(month)] => of_month(year, month),
        [D(year), D(month), L("월" | "月")] | [D(year), L("年" | "년"), D(month), L("月" | "월" | "月份")]
            if year.len() == 4 =>
        {
            of_month(year, month)
        }
        [D(year), D(month), L("월")] | [D(year), L("年" | "년"), D(month), L("月" | "월")] if year.len() == 2 => {
            of_month(&in_full(year)?, month)
        }
        [L(era @ ("令和" | "平成")), D(year), L("年"), D(month), L("月")] => {
            of_month(&of_era(era, number(year)?), month)
        }
        [L("令和元年"), D(month), L("月")] => of_month("2019", month),
        [D(year), L("年" | "년" | "a")] | [D(year), L("a"), D("1")] => compact(year).filter(|_| year.len() == 4),
        [D(year), L("상반기" | "년상반기")] | [D(year), L("년"), L("상반기")] if year.len() == 4 => {
            number(year).map(|year| half_year((year, 1)))
        }
        [D(year), L("하반기" | "년하반기")] | [D(year), L("년"), L("하반기")] if year.len() == 4 => {
            number(year).map(|year| half_year((year, 2)))
        }
        [D(half), L("h"), D(year)] | [D(year), D(half), L("h")] if year.len() == 4 => {
            number(year).zip(number(half).filter(|half| (1..=2).contains(half))).map(half_year)
        }
        [D(year), L("s" | "h" | "b"), D(half)] => {
            number(year).zip(number(half).filter(|half| (1..=2).contains(half))).map(half_year)
        }
        [D(year), L("w"), D(week)] => {
            let week = number(week).filter(|week| (1..=53).contains(week))?;
            Some(TimePeriod::Week(number(year)? as i32, week))
        }
        [D(year), L("d"), D(day)] => NaiveDate::from_yo_opt(number(year)? as i32, number(day)?).map(TimePeriod::Day),
        [D(year), L(month)] | [L(month), D(year)] if year.len() == 4 => of_month(year, &named(month)?.to_string()),
        [L(month), D(year)] if year.len() == 2 => of_month(&in_full(year)?, &named(month)?.to_string()),
        [D(day), L(month), D(year)] if year.len() == 4 => of_day(year, &named(month)?.to_string(), day),
        _ => None,
    }
}

/// `2014`, `201401`, `20140131`.
fn compact(digits: &str) -> Option<TimePeriod> {
    match digits.len() {
        4 => Some(TimePeriod::Period(Period::annual(number(digits)? as i32))),
        6 => of_month(&digits[..4], &digits[4..]),
        8 => of_day(&digits[..4], &digits[4..6], &digits[6..]),
        _ => None,
    }
}

fn half_year((year, half): (u32, u32)) -> TimePeriod {
    TimePeriod::Half(year as i32, half)
}

fn of_era(era: &str, year: u32) -> String {
    (year + if era == "令和" { 2018 } else { 1988 }).to_string()
}

fn in_full(year: &str) -> Option<String> {
    number(year).map(|year| of_two_digits(year).to_string())
}

/// `23` as spreadsheets mean it: the years 1970 to 2069.
pub(super) fn of_two_digits(year: u32) -> u32 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

fn of_month(year: &str, month: &str) -> Option<TimePeriod> {
    let month = number(month).filter(|month| (1..=12).contains(month))?;
    (year.len() == 4).then(|| Some(TimePeriod::Period(Period::month(number(year)? as i32, month))))?
}

pub(super) fn of_quarter(year: &str, quarter: &str) -> Option<TimePeriod> {
    let quarter = number(quarter).filter(|quarter| (1..=4).contains(quarter))?;
    (year.len() == 4).then(|| Some(TimePeriod::Period(Period::quarter(number(year)? as i32, quarter))))?
}

fn of_day(year: &str, month: &str, day: &str) -> Option<TimePeriod> {
    NaiveDate::from_ymd_opt(number(year)? as i32, number(month)?, number(day)?).map(TimePeriod::Day)
}

pub(super) fn named(month: &str) -> Option<usize> {
    let is_it =
        |name: &&str| month.len() >= 3 && name.starts_with(month) || month == "sept" && name.starts_with("sept");
    let english = MONTHS.iter().position(is_it).map(|at| at + 1);
    english.or_else(|| ABROAD.iter().find(|(_, names)| names.contains(&month)).map(|(number, _)| *number))
}

/// `2014-01-01/P1M`: a start and a length.
pub(super) fn ranged(start: &str, length: &str) -> Option<TimePeriod> {
    let start = match TimePeriod::parse(start)? {
        TimePeriod::Day(day) => day,
        _ => return None,
    };
    let frequency = match length {
        "P1Y" | "P12M" => Frequency::Annual,
        "P3M" => Frequency::Quarterly,
        "P1M" => Frequency::Monthly,
        "P1D" => return Some(TimePeriod::Day(start)),
        _ => return None,
    };
    Some(TimePeriod::Period(Period::containing(start, frequency)))
}

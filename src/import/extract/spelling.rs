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
    (1, &["januar", "jän", "jänner", "janv", "janvier", "ene", "enero", "janeiro", "gen", "gennaio"]),
    (2, &["februar", "févr", "fév", "février", "febrero", "fev", "fevereiro", "febbraio"]),
    (3, &["märz", "mrz", "mär", "mars", "marzo", "março"]),
    (4, &["avr", "avril", "abr", "abril", "aprile"]),
    (5, &["mai", "mayo", "maio", "mag", "maggio"]),
    (6, &["juni", "juin", "junio", "junho", "giu", "giugno"]),
    (7, &["juli", "juil", "juillet", "julio", "julho", "lug", "luglio"]),
    (8, &["août", "aout", "ago", "agosto"]),
    (9, &["septembre", "septiembre", "set", "setembro", "settembre"]),
    (10, &["oktober", "okt", "octobre", "octubre", "out", "outubro", "ott", "ottobre"]),
    (11, &["novembre", "noviembre", "novembro"]),
    (12, &["dezember", "dez", "déc", "décembre", "dic", "diciembre", "dezembro", "dicembre"]),
];

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
        | [D(one), D(other), L("q")]
        | [D(one), L("年" | "년"), D(other), L("季度" | "분기")] => {
            if one.len() == 4 {
                of_quarter(one, other)
            } else {
                of_quarter(other, one)
            }
        }
        [D(year), L("m" | "年" | "년"), D(month)] => of_month(year, month),
        [D(year), L("年" | "년"), D(month), L("月" | "월")] => of_month(year, month),
        [D(year), L("年" | "년" | "a")] | [D(year), L("a"), D("1")] => compact(year).filter(|_| year.len() == 4),
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

/// `23` as spreadsheets mean it: the years 1970 to 2069.
fn in_full(year: &str) -> Option<String> {
    let year = number(year)?;
    Some((if year < 70 { 2000 + year } else { 1900 + year }).to_string())
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

fn named(month: &str) -> Option<usize> {
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

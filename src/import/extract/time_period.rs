//! Periods as offices print them: `2023-01`, `2023M01`, `2023.01`, `202301`, `Jan-2024`, `2024 Q1`, `01.01.2000`.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Frequency, Period};

/// A period of any length. Only months, quarters and years can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimePeriod {
    /// A month, quarter or year.
    Period(Period),
    /// Half a year: year, 1 or 2.
    Half(i32, u32),
    /// A week: ISO year and week.
    Week(i32, u32),
    /// A day.
    Day(NaiveDate),
}

/// A run of digits or of letters.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'a> {
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

/// German names that are not beginnings of the English ones.
const GERMAN: [(&str, usize); 10] = [
    ("märz", 3),
    ("mrz", 3),
    ("mär", 3),
    ("mai", 5),
    ("juni", 6),
    ("juli", 7),
    ("oktober", 10),
    ("okt", 10),
    ("dezember", 12),
    ("dez", 12),
];

impl TimePeriod {
    /// Reads a period in any of the usual spellings that leave no doubt. `1/2/1990` leaves doubt, and so does
    /// `2020.1`, which may be the rest of `2020.10`.
    pub fn parse(text: &str) -> Option<TimePeriod> {
        let text = text.trim().trim_matches('\'');
        if text.is_empty() || text.len() > 40 {
            return None;
        }
        if let Some((start, length)) = text.split_once('/').filter(|(_, length)| length.starts_with('P')) {
            return ranged(start, length);
        }
        let date = text.split_once(['T', 't']).filter(|(date, time)| date.len() == 10 && time.contains(':'));
        let text = date.map_or(text, |(date, _)| date).to_lowercase();
        if let Some(quarter) = text.strip_suffix("/4") {
            let (year, quarter) = quarter.split_once(['.', ' ', '-'])?;
            return of_quarter(year, quarter);
        }
        let tokens = tokens(&text)?;
        let dotted = text.contains('.');
        read(&tokens, dotted).filter(TimePeriod::is_of_our_era)
    }

    /// Reads a period whose frequency another column tells: `2014-01-01` may be January, or the year.
    pub fn parse_as(text: &str, frequency: Frequency) -> Option<TimePeriod> {
        let read = TimePeriod::parse(text)?;
        Some(match read {
            TimePeriod::Day(day) => TimePeriod::Period(Period::containing(day, frequency)),
            TimePeriod::Period(period)
                if period.frequency() == Frequency::Monthly && frequency != Frequency::Monthly =>
            {
                let first = NaiveDate::from_ymd_opt(period.year(), period.first_month(), 1)?;
                TimePeriod::Period(Period::containing(first, frequency))
            }
            other => other,
        })
    }

    /// The month, quarter or year, where it is one.
    pub const fn period(self) -> Option<Period> {
        match self {
            TimePeriod::Period(period) => Some(period),
            _ => None,
        }
    }

    /// What it is called: `monthly`, `half-yearly` …
    pub const fn frequency_name(self) -> &'static str {
        match self {
            TimePeriod::Period(period) => match period.frequency() {
                Frequency::Annual => "annual",
                Frequency::Quarterly => "quarterly",
                Frequency::Monthly => "monthly",
            },
            TimePeriod::Half(..) => "half-yearly",
            TimePeriod::Week(..) => "weekly",
            TimePeriod::Day(_) => "daily",
        }
    }

    fn is_of_our_era(&self) -> bool {
        let year = match self {
            TimePeriod::Period(period) => period.year(),
            TimePeriod::Half(year, _) | TimePeriod::Week(year, _) => *year,
            TimePeriod::Day(day) => day.year(),
        };
        (1500..=2200).contains(&year)
    }
}

fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
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
            '-' | ' ' | '.' | '/' | ',' | '_' => {
                rest = &rest[1..];
                continue;
            }
            _ => return None,
        }
        rest = &rest[end..];
    }
    (tokens.len() <= 6).then_some(tokens)
}

fn read(tokens: &[Token<'_>], dotted: bool) -> Option<TimePeriod> {
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

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

fn of_month(year: &str, month: &str) -> Option<TimePeriod> {
    let month = number(month).filter(|month| (1..=12).contains(month))?;
    (year.len() == 4).then(|| Some(TimePeriod::Period(Period::month(number(year)? as i32, month))))?
}

fn of_quarter(year: &str, quarter: &str) -> Option<TimePeriod> {
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
    english.or_else(|| GERMAN.iter().find(|(name, _)| *name == month).map(|(_, number)| *number))
}

/// `2014-01-01/P1M`: a start and a length.
fn ranged(start: &str, length: &str) -> Option<TimePeriod> {
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

impl fmt::Display for TimePeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimePeriod::Period(period) => period.fmt(f),
            TimePeriod::Half(year, half) => write!(f, "{year}-S{half}"),
            TimePeriod::Week(year, week) => write!(f, "{year}-W{week:02}"),
            TimePeriod::Day(day) => day.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_month() {
        for text in [
            "2023-01",
            "2023M01",
            "2023-M01",
            "2023.01",
            "202301",
            "2023/01",
            "2023-1",
            "2023 JAN",
            "2023Jan",
            "Jan-2023",
            "January 2023",
            "2023年1月",
            "2023년 1월",
            "Januar 2023",
            "01/2023",
            "2023-01-01/P1M",
            "'202301'",
        ] {
            assert_eq!(TimePeriod::parse(text), Some(TimePeriod::Period(Period::month(2023, 1))), "{text}");
        }
    }

    #[test]
    fn other_lengths() {
        for (text, printed) in [
            ("2023", "2023"),
            ("2023-A1", "2023"),
            ("2023Q1", "2023-Q1"),
            ("2023-Q1", "2023-Q1"),
            ("Q1-2023", "2023-Q1"),
            ("2023 Q1", "2023-Q1"),
            ("2023.1/4", "2023-Q1"),
            ("2023-S2", "2023-S2"),
            ("2023-W05", "2023-W05"),
            ("2024-D060", "2024-02-29"),
            ("2024-02-29", "2024-02-29"),
            ("29.02.2024", "2024-02-29"),
            ("2025-12-19T14:30:00Z", "2025-12-19"),
        ] {
            assert_eq!(TimePeriod::parse(text).map(|p| p.to_string()).as_deref(), Some(printed), "{text}");
        }
    }

    #[test]
    fn doubtful_and_wrong_ones_are_refused() {
        for text in [
            "2023-13",
            "2023-00",
            "2020.1",
            "1/2/1990",
            "2023-Q5",
            "23-01",
            "99999",
            "2023-02-30",
            "1月",
            "",
            "총계",
            "115年 (1~6月)",
            "9999",
            "0001-01",
        ] {
            assert_eq!(TimePeriod::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_the_period_that_another_column_names() {
        let read = |text, frequency| TimePeriod::parse_as(text, frequency).map(|p| p.to_string());
        assert_eq!(read("2014-12-31", Frequency::Annual).as_deref(), Some("2014"));
        assert_eq!(read("2014-04-01", Frequency::Quarterly).as_deref(), Some("2014-Q2"));
        assert_eq!(read("2014-04", Frequency::Quarterly).as_deref(), Some("2014-Q2"));
        assert_eq!(read("2014-04-01", Frequency::Monthly).as_deref(), Some("2014-04"));
    }
}

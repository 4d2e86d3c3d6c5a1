//! Months and dates as people type them, in English and in Korean.

use crate::domain::{Date, Frequency, Period};

use super::state::State;

/// A period that `month` can go to: `2023-02`, or one that has a name.
pub(super) fn period(text: &str, state: &State) -> Option<Period> {
    let frequency = state.month().frequency();
    let plain = Period::parse(text.trim()).filter(|period| period.frequency() == frequency);
    let (here, last) = (state.month(), state.span().1);
    plain.or_else(|| english(text, here)).or_else(|| korean(text, here, last))
}

/// A known period of which the text is a name.
pub(super) fn named(text: &str, state: &State) -> Option<Period> {
    let (first, last) = state.span();
    period(text, state).filter(|period| (first..=last).contains(period))
}

/// `feb 2023`, `february`: in the year of the cursor where none is named.
fn english(text: &str, here: Period) -> Option<Period> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if here.frequency() != Frequency::Monthly {
        return None;
    }
    let text = text.to_lowercase();
    let mut words = text.split_whitespace();
    let (word, year) = (words.next()?, words.next());
    let index = MONTHS.iter().position(|month| word.len() >= 3 && word.starts_with(month))?;
    let year = match year {
        Some(year) => year.parse().ok().filter(|_| year.len() == 4)?,
        None => here.year(),
    };
    Some(Period::month(year, index as u32 + 1))
}

/// `2023년 2월`, `'23.2월`, `2월`, `2023년 1분기`, `2023년`: in the year of `here` where none is named; years in two
/// digits are not after that of `last`.
pub(super) fn korean(text: &str, here: Period, last: Period) -> Option<Period> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\'' | '’')).collect();
    let (year, rest) = match text.split_once(['년', '.']) {
        Some((year, rest)) => (year_of(year, last)?, rest),
        None => (here.year(), text.as_str()),
    };
    let number = |unit: &str, most: u32| {
        let digits = rest.strip_suffix(unit).filter(|digits| (1..=2).contains(&digits.len()))?;
        digits.parse::<u32>().ok().filter(|number| (1..=most).contains(number))
    };
    match here.frequency() {
        Frequency::Monthly => Some(Period::month(year, number("월", 12)?)),
        Frequency::Quarterly => Some(Period::quarter(year, number("분기", 4)?)),
        Frequency::Annual => (rest.is_empty() && text.ends_with('년')).then(|| Period::annual(year)),
    }
}

/// A year in four digits, or the latest in two that is not after the last known one.
fn year_of(digits: &str, last: Period) -> Option<i32> {
    let year: i32 = digits.parse().ok().filter(|year| *year >= 0)?;
    match digits.len() {
        4 => Some(year),
        2 if year <= last.year() % 100 => Some(last.year() / 100 * 100 + year),
        2 => Some((last.year() / 100 - 1) * 100 + year),
        _ => None,
    }
}

/// A date: `2023-03-03`, `2023년 3월 3일`, `2023. 3. 3.`.
pub(super) fn date(text: &str) -> Option<Date> {
    if let Some(date) = text.parse().ok().filter(|_| text.len() == 10) {
        return Some(date);
    }
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let text = text.strip_suffix(['일', '.']).unwrap_or(&text);
    let mut parts = text.split(['년', '월', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = year.len() == 4 && parts.next().is_none();
    Date::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).filter(|_| is_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_names_in_both_languages() {
        let here = Period::month(2023, 7);
        let read = |text: &str| english(text, here).or_else(|| korean(text, here, Period::month(2026, 10)));
        for text in [
            "feb 2023",
            "February 2023",
            "2023년 2월",
            "2023년02월",
            "23년 2월",
            "'23.2월",
            "’23. 2월",
            "2월",
            "february",
        ] {
            assert_eq!(read(text), Some(Period::month(2023, 2)), "{text}");
        }
        assert_eq!(read("'98.1월"), Some(Period::month(1998, 1)));
        assert_eq!(read("'26.7월"), Some(Period::month(2026, 7)));
        for text in [
            "13월",
            "0월",
            "월",
            "2023년",
            "2023년 2",
            "223년 2월",
            "-123년 2월",
            "feb 2147483647",
            "fe",
            "2월 2023",
            "",
            "년월",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn quarters_and_years_too() {
        let quarter = Period::quarter(2023, 3);
        assert_eq!(korean("2022년 1분기", quarter, quarter), Some(Period::quarter(2022, 1)));
        assert_eq!(korean("4분기", quarter, quarter), Some(Period::quarter(2023, 4)));
        assert_eq!(korean("5분기", quarter, quarter), None);
        let year = Period::annual(2023);
        assert_eq!(korean("2022년", year, year), Some(Period::annual(2022)));
        assert_eq!(korean("2월", year, year), None);
        assert_eq!(english("feb", quarter), None);
    }

    #[test]
    fn dates() {
        let third = Date::from_ymd_opt(2023, 3, 3);
        for text in ["2023-03-03", "2023년 3월 3일", "2023. 3. 3.", "2023.3.3"] {
            assert_eq!(date(text), third, "{text}");
        }
        for text in ["2023-3-3", "2023년 3월", "2023년 2월 30일", "3월 3일", "23.3.3", "2023.3.3.1", "", "년월일"]
        {
            assert_eq!(date(text), None, "{text}");
        }
    }
}

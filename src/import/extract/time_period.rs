//! Periods as offices print them: `2023-01`, `2023M01`, `2023.01`, `202301`, `Jan-2024`, `2024 Q1`, `01.01.2000`.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Frequency, Period};
use crate::word;

use super::spelling::{mended, of_quarter, ranged, read, tokens};

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
        let text = mended(date.map_or(text, |(date, _)| date).to_lowercase());
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
    pub fn frequency_name(self) -> &'static str {
        match self {
            TimePeriod::Period(period) => match period.frequency() {
                Frequency::Annual => word!("import.annual"),
                Frequency::Quarterly => word!("import.quarterly"),
                Frequency::Monthly => word!("import.monthly"),
            },
            TimePeriod::Half(..) => word!("import.half-yearly"),
            TimePeriod::Week(..) => word!("import.weekly"),
            TimePeriod::Day(_) => word!("import.daily"),
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
            "Jan-23",
            "Jan 23",
            "Jan'23",
            "2023年1月",
            "2023년 1월",
            "Januar 2023",
            "ene-2023",
            "janv. 2023",
            "Janeiro 2023",
            "gen 2023",
            "01/2023",
            "'23.1월",
            "2023. 1월",
            "23년 1월",
            "令和5年1月",
            "2023-01-01/P1M",
            "'202301'",
        ] {
            assert_eq!(TimePeriod::parse(text), Some(TimePeriod::Period(Period::month(2023, 1))), "{text}");
        }
    }

    #[test]
    fn march_survives_another_encoding() {
        let march = Some(TimePeriod::Period(Period::month(2023, 3)));
        for text in [
            "März 2023",
            "Maerz 2023",
            "MÃ¤rz 2023",
            "Ma\u{308}rz 2023",
            "M\u{fffd}rz 2023",
            "M?rz 2023",
            "M‰rz 2023",
            "MARZ 2023",
        ] {
            assert_eq!(TimePeriod::parse(text), march, "{text}");
        }
        assert_eq!(TimePeriod::parse("DÃ©c 2023"), Some(TimePeriod::Period(Period::month(2023, 12))));
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
            ("2023 1분기", "2023-Q1"),
            ("2023년 상반기", "2023-S1"),
            ("1H 2023", "2023-S1"),
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

//! Calendar periods: months, quarters and years as integers that can be counted with.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// How often a series is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency {
    /// One observation a year.
    Annual,
    /// Four a year.
    Quarterly,
    /// Twelve a year.
    Monthly,
}

impl Frequency {
    /// Periods in a year: 1, 4 or 12.
    pub const fn per_year(self) -> i32 {
        match self {
            Frequency::Annual => 1,
            Frequency::Quarterly => 4,
            Frequency::Monthly => 12,
        }
    }
}

/// One month, quarter or year. Periods of one frequency are consecutive integers, so that "a year
/// ago" and "three months later" are subtraction and addition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    frequency: Frequency,
    ordinal: i32,
}

impl Period {
    /// The month `month` (1 to 12) of `year`; months outside 1 to 12 run over into other years.
    pub const fn month(year: i32, month: u32) -> Period {
        Period { frequency: Frequency::Monthly, ordinal: year * 12 + month as i32 - 1 }
    }

    /// The quarter `quarter` (1 to 4) of `year`.
    pub const fn quarter(year: i32, quarter: u32) -> Period {
        Period { frequency: Frequency::Quarterly, ordinal: year * 4 + quarter as i32 - 1 }
    }

    /// The calendar year `year`.
    pub const fn annual(year: i32) -> Period {
        Period { frequency: Frequency::Annual, ordinal: year }
    }

    /// The period of `frequency` in which `date` lies.
    pub fn containing(date: NaiveDate, frequency: Frequency) -> Period {
        let per_year = frequency.per_year();
        let within = date.month0() as i32 * per_year / 12;
        Period { frequency, ordinal: date.year() * per_year + within }
    }

    /// Reads `YYYY-MM`, `YYYY-Qn` or `YYYY`.
    pub fn parse(text: &str) -> Option<Period> {
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let year: i32 = year.parse().ok()?;
        match rest {
            None => Some(Period::annual(year)),
            Some(rest) => match rest.strip_prefix('Q') {
                Some(q) => within(q, 1, 4).map(|q| Period::quarter(year, q)),
                None if rest.len() == 2 => within(rest, 1, 12).map(|m| Period::month(year, m)),
                None => None,
            },
        }
    }

    /// Monthly, quarterly or annual.
    pub const fn frequency(self) -> Frequency {
        self.frequency
    }

    /// Calendar year.
    pub const fn year(self) -> i32 {
        self.ordinal.div_euclid(self.frequency.per_year())
    }

    /// Position within the year, from 1: 7 is July or, of a quarterly period, impossible.
    pub const fn index(self) -> u32 {
        self.ordinal.rem_euclid(self.frequency.per_year()) as u32 + 1
    }

    /// The period `n` steps later (earlier where `n` is negative).
    #[must_use]
    pub const fn plus(self, n: i32) -> Period {
        Period { frequency: self.frequency, ordinal: self.ordinal + n }
    }

    /// The period `n` steps earlier.
    #[must_use]
    pub const fn minus(self, n: i32) -> Period {
        self.plus(-n)
    }

    /// The same period of the year before.
    #[must_use]
    pub const fn year_ago(self) -> Period {
        self.minus(self.frequency.per_year())
    }

    /// The first period of the same year.
    #[must_use]
    pub const fn first_of_year(self) -> Period {
        self.minus(self.index() as i32 - 1)
    }

    /// The last period of the same year.
    #[must_use]
    pub const fn last_of_year(self) -> Period {
        self.plus(self.frequency.per_year() - self.index() as i32)
    }

    /// Steps from `earlier` to `self`; negative if `earlier` is later.
    pub const fn since(self, earlier: Period) -> i32 {
        self.ordinal - earlier.ordinal
    }

    /// The first month of the period, 1 to 12.
    pub const fn first_month(self) -> u32 {
        (self.index() - 1) * (12 / self.frequency.per_year() as u32) + 1
    }

    /// The last day of the period.
    pub fn last_day(self) -> NaiveDate {
        let next = self.plus(1);
        NaiveDate::from_ymd_opt(next.year(), next.first_month(), 1)
            .and_then(|first| first.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }

    /// All periods from `first` to `last`, both included.
    pub fn span(first: Period, last: Period) -> impl DoubleEndedIterator<Item = Period> {
        (first.ordinal..=last.ordinal).map(move |ordinal| Period { frequency: first.frequency, ordinal })
    }
}

fn within(text: &str, low: u32, high: u32) -> Option<u32> {
    let number: u32 = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())??;
    (low..=high).contains(&number).then_some(number)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year();
        match self.frequency {
            Frequency::Annual => write!(f, "{year:04}"),
            Frequency::Quarterly => write!(f, "{year:04}-Q{}", self.index()),
            Frequency::Monthly => write!(f, "{year:04}-{:02}", self.index()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_count_across_years() {
        let february = Period::month(2023, 2);
        assert_eq!(february.minus(2), Period::month(2022, 12));
        assert_eq!(february.year_ago(), Period::month(2022, 2));
        assert_eq!(february.first_of_year(), Period::month(2023, 1));
        assert_eq!(february.last_of_year(), Period::month(2023, 12));
        assert_eq!(february.since(Period::month(2022, 3)), 11);
        assert_eq!(february.last_day().to_string(), "2023-02-28");
    }

    #[test]
    fn reads_what_it_writes_and_refuses_the_rest() {
        for text in ["2023-02", "1990-12", "2023-Q4", "2023"] {
            assert_eq!(Period::parse(text).map(|p| p.to_string()).as_deref(), Some(text));
        }
        for text in ["2023-13", "2023-00", "2023-2", "23-02", "2023-Q5", "2023/02", "", "２０２３-01", "2023-0２"]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}

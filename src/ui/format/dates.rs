//! Periods and days.

use chrono::Datelike as _;

use crate::domain::{Date, Frequency, Period};
use crate::say;
use crate::word;
use crate::words::{Language, language};

/// `Feb 2023`, `Q1 2023`, `2023`; in Korean as releases write it in tables: `'23.2월`, `'23.1분기`, `2023년`.
pub fn period(period: Period) -> String {
    match (language(), period.frequency()) {
        (_, Frequency::Annual) => month_name(period),
        (Language::English, _) => format!("{} {}", month_name(period), period.year()),
        (Language::Korean, _) => format!("'{:02}.{}", period.year().rem_euclid(100), month_name(period)),
    }
}

/// `February 2023`, `2023년 2월`; of other frequencies `Q1 2023`, `2023년 1분기`, `2023년`.
pub fn period_long(of: Period) -> String {
    match of.frequency() {
        Frequency::Annual => month_name(of),
        _ => say!("dates.of-year", name = month_name_long(of), year = of.year()),
    }
}

/// `Feb`; of a quarter, `Q1`; of a year, the year.
pub fn month_name(of: Period) -> String {
    match of.frequency() {
        Frequency::Monthly => month_short(of.index()).to_owned(),
        Frequency::Quarterly => say!("dates.quarter", n = of.index()),
        Frequency::Annual => say!("dates.year", year = of.year()),
    }
}

/// `February`; of other frequencies as [`month_name`].
pub fn month_name_long(of: Period) -> String {
    match of.frequency() {
        Frequency::Monthly => month_long(of.index()).to_owned(),
        _ => month_name(of),
    }
}

/// `3 Mar 2023`, `2023.3.3.`.
pub fn date(date: Date) -> String {
    match language() {
        Language::English => format!("{} {} {}", date.day(), month_short(date.month()), date.year()),
        Language::Korean => format!("{}.{}.{}.", date.year(), date.month(), date.day()),
    }
}

/// `Feb` for 2.
fn month_short(month: u32) -> &'static str {
    match month {
        1 => word!("dates.jan"),
        2 => word!("dates.feb"),
        3 => word!("dates.mar"),
        4 => word!("dates.apr"),
        5 => word!("dates.may"),
        6 => word!("dates.jun"),
        7 => word!("dates.jul"),
        8 => word!("dates.aug"),
        9 => word!("dates.sep"),
        10 => word!("dates.oct"),
        11 => word!("dates.nov"),
        _ => word!("dates.dec"),
    }
}

/// `February` for 2.
fn month_long(month: u32) -> &'static str {
    match month {
        1 => word!("dates.jan-long"),
        2 => word!("dates.feb-long"),
        3 => word!("dates.mar-long"),
        4 => word!("dates.apr-long"),
        5 => word!("dates.may-long"),
        6 => word!("dates.jun-long"),
        7 => word!("dates.jul-long"),
        8 => word!("dates.aug-long"),
        9 => word!("dates.sep-long"),
        10 => word!("dates.oct-long"),
        11 => word!("dates.nov-long"),
        _ => word!("dates.dec-long"),
    }
}

//! The small CSV files beside a dataset: sources, holidays, working days.

use std::collections::{BTreeMap, HashSet};

use crate::domain::{Date, DayCount, DaysBasis, Period, Problem, Source, Text, Window};
use crate::say;
use crate::word;

use super::table::CsvTable;

/// Reads `id,publisher,title,url,note`, and `publisher_ko`, `title_ko`.
pub(super) fn sources(name: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Vec<Source> {
    let columns = ["publisher", "title", "url", "note", "publisher_ko", "title_ko"].map(|name| (name, false));
    let columns = [&[("id", true)], &columns[..]].concat();
    let mut sources: Vec<Source> = Vec::new();
    let Some(table) = CsvTable::open(name, bytes, &columns, problems) else { return sources };
    let mut ids = HashSet::new();
    table.rows(problems, |row, problems| {
        if !ids.insert(row.cell(0).to_owned()) {
            problems.push(row.problem(
                0,
                say!("native.source-stands-above", cell = row.quoted(0)),
                word!("native.give-each-source-its"),
            ));
        }
        let cell = |index| row.cell(index).to_owned();
        let text = |en, ko| Text { en: cell(en), ko: cell(ko) };
        sources.push(Source { id: cell(0), publisher: text(1, 5), title: text(2, 6), url: cell(3) });
    });
    sources
}

/// Reads `date,name_en,name_ko`.
pub(super) fn holidays(name: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> BTreeMap<Date, String> {
    let columns = [("date", true), ("name_en", false), ("name_ko", false)];
    let mut holidays = BTreeMap::new();
    let Some(table) = CsvTable::open(name, bytes, &columns, problems) else { return holidays };
    table.rows(problems, |row, problems| match row.cell(0).parse::<Date>() {
        Ok(date) => {
            holidays.insert(date, row.cell(1).to_owned());
        }
        Err(_) => problems.push(row.problem(
            0,
            say!("native.not-date-2", cell = row.quoted(0)),
            word!("native.write-yyyy-mm-dd"),
        )),
    });
    holidays
}

/// Reads `period,window,days,basis,source`; published counts win over computed ones.
pub(super) fn working_days(
    name: &str,
    bytes: &[u8],
    problems: &mut Vec<Problem>,
) -> BTreeMap<(Period, Window), DayCount> {
    let columns = [("period", true), ("window", false), ("days", true), ("basis", false), ("source", false)];
    let mut counts: BTreeMap<(Period, Window), DayCount> = BTreeMap::new();
    let Some(table) = CsvTable::open(name, bytes, &columns, problems) else { return counts };
    table.rows(problems, |row, problems| {
        let period = Period::parse(row.cell(0));
        let window = Window::parse(row.cell(1));
        let half_days = half_days(row.cell(2));
        let basis = match row.cell(3) {
            "" | "published" => Some(DaysBasis::Published),
            "computed" => Some(DaysBasis::Computed),
            _ => None,
        };
        match (period, window, half_days, basis) {
            (None, ..) => problems.push(row.problem(
                0,
                say!("native.not-period-2", cell = row.quoted(0)),
                word!("native.write-yyyy-mm"),
            )),
            (_, None, ..) => problems.push(row.problem(
                1,
                say!("native.not-window", cell = row.quoted(1)),
                word!("native.leave-empty-write-1"),
            )),
            (_, _, None, _) => problems.push(row.problem(
                2,
                say!("native.not-number-days", cell = row.quoted(2)),
                word!("native.write-whole-half-days"),
            )),
            (_, _, _, None) => problems.push(row.problem(
                3,
                say!("native.not-basis", cell = row.quoted(3)),
                word!("native.write-published-computed"),
            )),
            (Some(period), Some(window), Some(half_days), Some(basis)) => {
                let count = DayCount { half_days, basis };
                let kept = counts.entry((period, window)).or_insert(count);
                if basis > kept.basis {
                    *kept = count;
                }
            }
        }
    });
    counts
}

/// `22.5` as 45 half days.
pub(super) fn half_days(text: &str) -> Option<u32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let whole: u32 = whole.parse().ok().filter(|days| *days <= 366)?;
    match fraction {
        "0" => Some(whole * 2),
        "5" => Some(whole * 2 + 1),
        _ => None,
    }
}

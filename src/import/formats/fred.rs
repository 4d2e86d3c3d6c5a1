//! FRED CSV: a column of dates and one column for each series, or for each vintage of it. Missing is `.` or blank. Units are not
//! in the file.

use chrono::NaiveDate;

use crate::domain::Flow;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "fred",
    title: || word!("formats.fred-title"),
    publisher: || word!("publishers.fed-st-louis"),
    known_by: || word!("formats.fred"),
    detect,
    read,
};

/// Headings of the column of dates: until 2024, and now.
const DATES: [&str; 2] = ["DATE", "observation_date"];

/// What pandas and R head it with, beside series that are known.
const OTHER_DATES: [&str; 3] = ["", "index", "Unnamed: 0"];

/// Marks of missing values: what spreadsheets make of them included.
const MISSING: [&str; 4] = [".", "#N/A", "NA", "NaN"];

fn detect(sample: &Sample<'_>) -> bool {
    let Some(first) = sample.rows.first() else { return false };
    let is_id = |cell: &str| {
        is_known(cell)
            || !cell.is_empty()
                && cell.len() <= 40
                && cell.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
    };
    let Some(at) = date_column(first) else { return false };
    if OTHER_DATES.contains(&first.cell(at))
        && !first.cells().enumerate().all(|(other, cell)| other == at || is_known(cell))
    {
        return false;
    }
    let second = sample.rows.get(1).is_some_and(|row| date(row.cell(at)).is_some());
    let mut others = first.cells().take(first.width()).enumerate().filter(|(other, _)| *other != at);
    first.width() > 1 && others.all(|(_, cell)| is_id(cell)) && second
}

fn date_column(header: &Row<'_>) -> Option<usize> {
    let found = header.cells().position(|cell| DATES.iter().any(|date| cell.eq_ignore_ascii_case(date)));
    found.or_else(|| OTHER_DATES.contains(&header.cell(0)).then_some(0))
}

/// True for a series whose unit is known, in any case of letters.
fn is_known(id: &str) -> bool {
    subject(&id.to_uppercase()).unit != Unit::Unknown
}

fn read(reading: &mut Reading<'_>) {
    let Some(first) = reading.document.rows().next() else { return };
    let Some(time) = date_column(&first) else {
        let problem =
            reading.document.problem(word!("import.no-column-period-year"), word!("import.download-file-again"));
        return reading.problems.push(problem);
    };
    let header = Header { names: first.cells().map(str::to_owned).collect(), rows: 1 };
    let series = series(&header, time);
    if series.iter().any(|(_, subject)| subject.unit == Unit::Unknown) {
        reading.extract.remark(word!("import.fred-s-files-do"));
    }
    if series.iter().any(|(columns, _)| columns.len() > 1) {
        reading.extract.remark(word!("import.last-vintage-read"));
    }
    reading.rows(&header, Width::Full, |row, extract| {
        let day = date(row.cell(time)).ok_or_else(|| {
            row.problem(time, say!("import.not-date", cell = row.quoted(time)), word!("import.write-yyyy-mm-dd"))
        })?;
        let period = TimePeriod::Day(day);
        for (columns, subject) in &series {
            let mut value = None;
            for at in columns {
                value = value.or(number(row, *at)?);
            }
            extract.add(subject.clone(), period, value, row.line);
        }
        Ok(())
    });
    reading.extract.days_to_periods();
}

/// The columns of each series, and what it is about: several where a file has several vintages, the last one first.
fn series(header: &Header, time: usize) -> Vec<(Vec<usize>, Subject)> {
    let mut columns: Vec<(&str, &str, usize)> = header
        .names
        .iter()
        .enumerate()
        .filter(|(at, id)| *at != time && !id.is_empty())
        .map(|(at, name)| vintage(name).map_or((name.as_str(), "", at), |(id, day)| (id, day, at)))
        .collect();
    columns.sort_by_key(|(_, day, at)| (std::cmp::Reverse(*day), *at));
    let mut series: Vec<(&str, Vec<usize>)> = Vec::new();
    for (id, day, at) in columns {
        match series.iter_mut().find(|(other, _)| *other == id && !day.is_empty()) {
            Some((_, of)) => of.push(at),
            None => series.push((id, vec![at])),
        }
    }
    series.into_iter().map(|(id, columns)| (columns, subject(&id.to_uppercase()))).collect()
}

/// `BOPGSTB_20230207` is that series as it was published on that day.
pub(super) fn vintage(name: &str) -> Option<(&str, &str)> {
    let (id, day) = name.rsplit_once('_')?;
    (day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit())).then_some((id, day))
}

fn number(row: &Row<'_>, at: usize) -> Result<Option<super::super::extract::Decimal>, crate::domain::Problem> {
    row.number(at, &MISSING)
}

/// `2009-01-26`; after saving from Excel `1/26/2009`, month first.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    if let Some(TimePeriod::Day(day)) = TimePeriod::parse(text) {
        return Some(day);
    }
    let mut parts = text.split('/').map(|part| part.parse::<u32>().ok());
    let (month, day, year) = (parts.next()??, parts.next()??, parts.next()??);
    NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| parts.next().is_none() && year >= 1000)
}

/// What is counted where a series is of less than all goods.
const GOODS: &str = "goods";
const SERVICES: &str = "services";
const BOTH: &str = "goods and services";
/// National accounts, seasonally adjusted, at annual rates.
const ACCOUNTS: &str = "goods and services, annual rate";

/// A known series: id, flow, unit, partner (empty for the world), what is counted. From FRED's pages of the series.
type Known = (&'static str, Flow, &'static str, &'static str, &'static str);

const SERIES: [Known; 20] = [
    ("BOPGSTB", Flow::Balance, "USD million", "", BOTH),
    ("BOPGTB", Flow::Balance, "USD million", "", GOODS),
    ("BOPSTB", Flow::Balance, "USD million", "", SERVICES),
    ("BOPTEXP", Flow::Export, "USD million", "", BOTH),
    ("BOPTIMP", Flow::Import, "USD million", "", BOTH),
    ("BOPGEXP", Flow::Export, "USD million", "", GOODS),
    ("BOPGIMP", Flow::Import, "USD million", "", GOODS),
    ("BOPSEXP", Flow::Export, "USD million", "", SERVICES),
    ("BOPSIMP", Flow::Import, "USD million", "", SERVICES),
    ("EXPGS", Flow::Export, "USD billion", "", ACCOUNTS),
    ("IMPGS", Flow::Import, "USD billion", "", ACCOUNTS),
    ("NETEXP", Flow::Balance, "USD billion", "", ACCOUNTS),
    ("EXPCH", Flow::Export, "USD million", "China", GOODS),
    ("IMPCH", Flow::Import, "USD million", "China", GOODS),
    ("EXPKR", Flow::Export, "USD million", "South Korea", GOODS),
    ("IMPKR", Flow::Import, "USD million", "South Korea", GOODS),
    ("EXPJP", Flow::Export, "USD million", "Japan", GOODS),
    ("IMPJP", Flow::Import, "USD million", "Japan", GOODS),
    ("EXPGE", Flow::Export, "USD million", "Germany", GOODS),
    ("IMPGE", Flow::Import, "USD million", "Germany", GOODS),
];

/// What a series is about.
pub(super) fn subject(id: &str) -> Subject {
    if let Some((_, flow, unit, partner, counted)) = SERIES.iter().find(|(known, ..)| *known == id) {
        let mut subject = Subject::total(*flow, Unit::parse(unit)).by(Area::country("US", "United States"));
        if !partner.is_empty() {
            subject.partner = Area::country("", partner);
        }
        subject.dimensions.push(("COUNTED".to_owned(), (*counted).to_owned()));
        return subject;
    }
    oecd(id).unwrap_or_else(|| Subject::other(id, Unit::Unknown))
}

/// The OECD's trade in goods: `XTEXVA01` + country + frequency + `667` for US dollars + `S` where adjusted, `N` where not.
fn oecd(id: &str) -> Option<Subject> {
    let (start, rest) = id.split_at_checked(8)?;
    let flow = words::flow_of_indicator(start)?;
    let (country, code) = rest.split_at_checked(2)?;
    let (unit, adjustment) = code.get(1..4).zip(code.get(4..))?;
    let unit = if unit == "667" { Unit::money("USD", 0) } else { Unit::Unknown };
    let mut subject = Subject::total(flow, unit).by(Area::country(country, ""));
    subject.dimensions.push(("ADJUSTMENT".to_owned(), adjustment.to_owned()));
    Some(subject)
}

//! Destatis GENESIS, CSV: `;`, decimal comma, title lines of any width, several header rows one above the other, data,
//! then a line of underscores and notes. `-` is exactly zero; `.` unknown, `x` blocked, `…` later, `/` unreliable.

use crate::domain::Period;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Decimal, Mark, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "genesis",
    title: || word!("formats.genesis-title"),
    publisher: || word!("publishers.destatis"),
    known_by: || word!("formats.genesis"),
    detect,
    read,
};

const MISSING: [&str; 6] = [".", "x", "X", "...", "…", "/"];

fn detect(sample: &Sample<'_>) -> bool {
    let begins = |beginning: &str| sample.rows.iter().any(|row| row.cell(0).starts_with(beginning));
    let is_table = begins("__________")
        || begins("GENESIS-Tabelle")
        || ["\n__________", "\n\"__________"].iter().any(|line| sample.tail.contains(line));
    let is_named =
        |text: &str| ["Destatis", "Statistisches Bundesamt", "GENESIS-Tabelle"].iter().any(|name| text.contains(name));
    is_table
        && (is_named(sample.head) || is_named(sample.tail) || sample.rows.iter().any(|row| is_named(row.cell(0))))
        && first_data(&sample.rows).is_some()
}

/// That of one number: a sheet may have texts beside numbers.
fn mark_of(cell: &str, mark: Mark) -> Mark {
    if Decimal::parse_with(cell, mark).is_some() { mark } else { Mark::Comma }
}

/// The first row of data: a period in the first cell, or a year there and a month beside it.
fn first_data(rows: &[Row<'_>]) -> Option<usize> {
    let first = rows.iter().position(|row| row.len() > 1 && when(row).is_some())?;
    // A header row may hold years across; the row of data has numbers.
    rows[first..].iter().position(|row| row.cells().skip(1).any(|cell| number(cell).is_some())).map(|more| first + more)
}

fn number(cell: &str) -> Option<Decimal> {
    let number = || Decimal::parse_with(cell, Mark::Comma).or_else(|| Decimal::parse(cell));
    if cell == "-" { Some(Decimal::whole(0)) } else { number() }
}

/// The office writes commas; a program that saved the table again may have made points of them, which a number such as
/// `950.25` shows, or the kind of the cells.
fn mark(rows: &[Row<'_>], is_sheet: bool) -> Mark {
    let is_with_point = |cell: &str| Decimal::parse_with(cell, Mark::Comma).is_none() && Decimal::parse(cell).is_some();
    let has_point = rows.iter().any(|row| row.cells().any(is_with_point));
    if has_point || is_sheet { Mark::Point } else { Mark::Comma }
}

/// The period of a row, and how many cells name it.
fn when(row: &Row<'_>) -> Option<(TimePeriod, usize)> {
    let first = row.cell(0);
    match TimePeriod::parse(first)? {
        TimePeriod::Period(year) if first.len() == 4 => match TimePeriod::parse(&format!("{} {first}", row.cell(1))) {
            Some(month) if row.cell(1).chars().any(char::is_alphabetic) => Some((month, 2)),
            _ => quarter(year.year(), row.cell(1)).map(|quarter| (quarter, 2)).or(Some((TimePeriod::Period(year), 1))),
        },
        // The day that GENESIS gives for a year.
        TimePeriod::Day(day) if first.starts_with("01.01.") || first.starts_with("31.12.") => {
            Some((TimePeriod::Period(Period::annual(chrono::Datelike::year(&day))), 1))
        }
        other => Some((other, 1)),
    }
}

/// `1. Quartal` beside a year.
fn quarter(year: i32, cell: &str) -> Option<TimePeriod> {
    let number = cell.strip_suffix("Quartal")?.trim().trim_end_matches('.').parse::<u32>().ok()?;
    (1..=4).contains(&number).then(|| TimePeriod::Period(Period::quarter(year, number)))
}

fn read(reading: &mut Reading<'_>) {
    let rows: Vec<Row<'_>> = reading.document.rows().take(200).collect();
    let Some(first) = first_data(&rows) else {
        let problem =
            reading.document.problem(word!("import.no-row-begins-period"), word!("import.download-table-periods-down"));
        return reading.problems.push(problem);
    };
    let mark = mark(&rows[first..], !reading.document.sheets.is_empty());
    let width = rows[first].width();
    let keys = when(&rows[first]).map_or(1, |(_, keys)| keys);
    let stacked: Vec<&Row<'_>> = rows[..first].iter().filter(|row| row.len() == width && row.width() > 1).collect();
    let titles: Vec<String> = rows[..first]
        .iter()
        .filter(|row| row.len() != width || row.width() == 1)
        .map(|row| row.cell(0).to_owned())
        .collect();
    reading.extract.title =
        titles.into_iter().find(|title| !title.is_empty() && !title.contains("Tabelle:")).unwrap_or_default();
    let columns: Vec<(usize, Subject)> =
        (keys..width).map(|at| (at, subject(&stacked, at, &reading.extract.title))).collect();
    let header = Header { names: vec![String::from("-"); width], rows: first };
    let is_text = reading.document.sheets.is_empty();
    let mut is_over = false;
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        is_over |= row.cell(0).starts_with("____");
        if is_over || row.len() < width && is_text || row.width() == 1 && TimePeriod::parse(row.cell(0)).is_none() {
            extract.skip(word!("import.lines-notes"), row.line);
            return Ok(());
        }
        let (period, _) = when(row).ok_or_else(|| {
            row.problem(0, say!("import.not-period-2", cell = row.quoted(0)), word!("import.download-table-again"))
        })?;
        for (at, subject) in &columns {
            let value = if row.cell(*at) == "-" {
                Some(Decimal::whole(0))
            } else {
                row.number_with(*at, &MISSING, mark_of(row.cell(*at), mark))?
            };
            extract.add(subject.clone(), period, value, row.line);
        }
        Ok(())
    });
}

/// What a column is about, from the headings stacked above it; a blank heading goes on from its left.
fn subject(stacked: &[&Row<'_>], at: usize, title: &str) -> Subject {
    let heading =
        |row: &&Row<'_>| (0..=at).rev().map(|column| row.cell(column).to_owned()).find(|cell| !cell.is_empty());
    let mut pieces: Vec<String> = stacked.iter().filter_map(heading).collect();
    pieces.dedup();
    let unit = pieces.iter().rev().map(|piece| Unit::parse(piece)).find(|unit| unit.as_currency().is_some());
    // The lowest heading: a title above may name both flows.
    let flow =
        pieces.iter().rev().find_map(|piece| words::flow_of_heading(piece)).or_else(|| words::flow_of_heading(title));
    let mut subject = match (flow, unit) {
        (Some(flow), Some(unit)) => Subject::total(flow, unit).by(Area::country("DE", "Germany")),
        (_, unit) => Subject::other(
            &pieces.join(", "),
            unit.unwrap_or_else(|| Unit::Other(pieces.last().cloned().unwrap_or_default())),
        ),
    };
    let is_told =
        |piece: &&String| words::flow_of_heading(piece).is_none() && Unit::parse(piece).as_currency().is_none();
    let rest: Vec<&str> = pieces.iter().filter(is_told).map(String::as_str).collect();
    if subject.flow().is_some() && !rest.is_empty() {
        subject.dimensions.push(("COLUMN".to_owned(), rest.join(", ")));
    }
    subject
}

//! Destatis GENESIS, CSV: `;`, decimal comma, title lines of any width, several header rows one above the other, data,
//! then a line of underscores and notes. `-` is exactly zero; `.` unknown, `x` blocked, `…` later, `/` unreliable.

use crate::domain::{Period, Problem};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Decimal, Goods, Mark, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::genesis_flat::{self, Kind};
use super::{Importer, areas, words};

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
    let has_number = sample.rows.iter().take(5).any(|row| is_number_of_table(row.cell(0)));
    let is_table = begins("__________")
        || begins("GENESIS-Tabelle")
        || ["\n__________", "\n\"__________"].iter().any(|line| sample.tail.contains(line));
    let is_named =
        |text: &str| ["Destatis", "Statistisches Bundesamt", "GENESIS-Tabelle"].iter().any(|name| text.contains(name));
    is_table
        && (has_number
            || is_named(sample.head)
            || is_named(sample.tail)
            || sample.rows.iter().any(|row| is_named(row.cell(0))))
        && (first_data(&sample.rows).is_some() || across(&sample.rows).is_some())
}

/// `Tabelle: 51000-0002`, `Table: 51000-0002`.
fn is_number_of_table(cell: &str) -> bool {
    let number = ["Tabelle: ", "Table: "].iter().find_map(|word| cell.strip_prefix(word)).unwrap_or("");
    number.split_once('-').is_some_and(|(one, other)| {
        [(one, 5), (other, 4)]
            .iter()
            .all(|(digits, length)| digits.len() == *length && digits.bytes().all(|byte| byte.is_ascii_digit()))
    })
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

/// Periods across the header: where the data begin, how many columns name what they are of, and the period of each other column.
struct Across {
    first: usize,
    keys: usize,
    periods: Vec<TimePeriod>,
}

/// Years stand above months there, or alone.
fn across(rows: &[Row<'_>]) -> Option<Across> {
    let first = rows.iter().position(|row| {
        TimePeriod::parse(row.cell(0)).is_none()
            && row.cells().skip(1).any(|cell| number(cell).is_some() && cell.len() != 4)
    })?;
    let keys = rows[first].cells().position(|cell| number(cell).is_some())?;
    let stacked = stacked(rows, first);
    let period = |at: usize| {
        let pieces = pieces(&stacked, at);
        let year = pieces.iter().find(|piece| piece.len() == 4 && TimePeriod::parse(piece).is_some());
        let month = pieces.iter().find_map(|piece| TimePeriod::parse(&format!("{piece} {}", year?)));
        month.or_else(|| TimePeriod::parse(year?)).or_else(|| pieces.iter().find_map(|piece| TimePeriod::parse(piece)))
    };
    let periods: Option<Vec<TimePeriod>> = (keys..rows[first].width()).map(period).collect();
    Some(Across { first, keys, periods: periods? })
}

/// The header rows above the first row of data, which are as wide as it.
fn stacked<'r, 'd>(rows: &'r [Row<'d>], first: usize) -> Vec<&'r Row<'d>> {
    let width = rows[first].width();
    rows[..first].iter().filter(|row| row.len() == width && row.width() > 1).collect()
}

/// The headings above a column; a blank heading goes on from its left.
fn pieces(stacked: &[&Row<'_>], at: usize) -> Vec<String> {
    let heading =
        |row: &&Row<'_>| (0..=at).rev().map(|column| row.cell(column).to_owned()).find(|cell| !cell.is_empty());
    let mut pieces: Vec<String> = stacked.iter().filter_map(heading).collect();
    pieces.dedup();
    pieces
}

fn read_across(reading: &mut Reading<'_>, rows: &[Row<'_>], Across { first, keys, periods }: Across) {
    let title = title(rows, first);
    let kind = kind(rows, first);
    let stacked = stacked(rows, first);
    let is_time =
        |piece: &String| TimePeriod::parse(piece).is_some() || TimePeriod::parse(&format!("{piece} 2000")).is_some();
    let subject =
        |at: usize| subject(pieces(&stacked, at).into_iter().filter(|piece| !is_time(piece)).collect(), &title);
    let columns: Vec<Subject> = (keys..keys + periods.len()).map(subject).collect();
    let mark = mark(&rows[first..], !reading.document.sheets.is_empty());
    let header = Header { names: vec![String::from("-"); keys + periods.len()], rows: first };
    reading.extract.title = title;
    let mut is_over = false;
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        is_over |= row.cell(0).starts_with("____");
        if is_over || row.width() <= keys {
            extract.skip(word!("import.lines-notes"), row.line);
            return Ok(());
        }
        for (at, (subject, period)) in columns.iter().zip(&periods).enumerate() {
            let mut subject = subject.clone();
            break_down(&mut subject, kind, row, 0..keys);
            extract.add(subject, *period, value(row, keys + at, mark)?, row.line);
        }
        Ok(())
    });
}

/// `-` is nothing, which is a number.
fn value(row: &Row<'_>, at: usize, mark: Mark) -> Result<Option<Decimal>, Problem> {
    if row.cell(at) == "-" {
        Ok(Some(Decimal::whole(0)))
    } else {
        row.number_with(at, &MISSING, mark_of(row.cell(at), mark))
    }
}

/// What the rows are of where the titles do not tell: parts of one whole.
const ROW: &str = "row";

/// What the lines above the table say that its rows are of.
fn kind(rows: &[Row<'_>], first: usize) -> Kind {
    let kinds = rows[..first].iter().map(|row| genesis_flat::kind(row.cell(0)));
    kinds.into_iter().find(|kind| *kind != Kind::Other).unwrap_or(Kind::Other)
}

/// The first title that is no number of the table.
fn title(rows: &[Row<'_>], first: usize) -> String {
    let width = rows[first].width();
    let mut titles = rows[..first].iter().filter(|row| row.len() != width || row.width() == 1).map(|row| row.cell(0));
    let title = titles.find(|title| !title.is_empty() && !title.contains("Tabelle:") && !is_number_of_table(title));
    title.unwrap_or_default().to_owned()
}

fn read(reading: &mut Reading<'_>) {
    reading.extract.breakdowns = vec![ROW];
    let rows: Vec<Row<'_>> = reading.document.rows().take(200).collect();
    let down = first_data(&rows);
    if down.is_none()
        && let Some(across) = across(&rows)
    {
        return read_across(reading, &rows, across);
    }
    let Some(first) = down else {
        let problem =
            reading.document.problem(word!("import.no-row-begins-period"), word!("import.download-table-periods-down"));
        return reading.problems.push(problem);
    };
    let mark = mark(&rows[first..], !reading.document.sheets.is_empty());
    let width = rows[first].width();
    let when_keys = when(&rows[first]).map_or(1, |(_, keys)| keys);
    let is_word = |cell: &&str| !cell.is_empty() && number(cell).is_none() && !MISSING.contains(cell);
    let keys = when_keys + rows[first].cells().skip(when_keys).take_while(is_word).count();
    let stacked = stacked(&rows, first);
    reading.extract.title = title(&rows, first);
    let kind = kind(&rows, first);
    let columns: Vec<(usize, Subject)> =
        (keys..width).map(|at| (at, subject(pieces(&stacked, at), &reading.extract.title))).collect();
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
            let value = value(row, *at, mark)?;
            let mut subject = subject.clone();
            break_down(&mut subject, kind, row, when_keys..keys);
            extract.add(subject, period, value, row.line);
        }
        Ok(())
    });
}

/// What the cells between period and values say: of which country or goods a row is, as the title of the table names them.
fn break_down(subject: &mut Subject, kind: Kind, row: &Row<'_>, keys: std::ops::Range<usize>) {
    let cells: Vec<&str> = keys.map(|at| row.cell(at)).filter(|cell| !cell.is_empty()).collect();
    let (Some(label), code) = (cells.last().copied(), if cells.len() > 1 { cells[0] } else { "" }) else { return };
    match kind {
        _ if words::is_total(label) => {}
        Kind::Partner => subject.partner = areas::area(code, label),
        Kind::Goods => subject.item = Goods::kind(code, label, ""),
        Kind::Other => subject.dimensions.push((ROW.to_owned(), cells.join(", "))),
    }
}

/// What a column is about, from the headings stacked above it.
fn subject(pieces: Vec<String>, title: &str) -> Subject {
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

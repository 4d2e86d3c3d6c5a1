//! KOSIS CSV: CP949; either periods as columns, in one or two header rows, or periods as rows with a class across.
//! `계`, `합계`, `전국` are totals, `-` is none, `X` is suppressed. Headings of classes end in `별`.

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Extent, Goods, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "kosis",
    title: || word!("formats.kosis-title"),
    publisher: || word!("publishers.statistics-korea"),
    known_by: || word!("formats.kosis"),
    detect,
    read,
};

const MISSING: [&str; 4] = ["X", "x", "...", "…"];

/// `성별`, `시도별(1)`: the heading of a class.
fn is_class(cell: &str) -> bool {
    cell.split('(').next().unwrap_or("").trim().ends_with('별')
}

fn detect(sample: &Sample<'_>) -> bool {
    let Some(first) = sample.rows.first() else { return false };
    let wide = first.cells().skip(1).any(|cell| TimePeriod::parse(cell).is_some());
    let long = sample.rows.get(1).is_some_and(|row| split(row.cell(0)).is_some());
    is_class(first.cell(0)) && (wide || long)
}

/// `2003.08_임금근로자 규모(천명)`: a period, and what is measured.
fn split(cell: &str) -> Option<(TimePeriod, &str)> {
    let (period, item) = cell.split_once('_').unwrap_or((cell, ""));
    Some((TimePeriod::parse(period)?, item.trim()))
}

fn read(reading: &mut Reading<'_>) {
    let rows: Vec<Row<'_>> = reading.document.rows().take(2).collect();
    let Some(first) = rows.first() else { return };
    let header = Header { names: first.cells().map(str::to_owned).collect(), rows: 1 };
    if header.names.iter().skip(1).any(|name| TimePeriod::parse(name).is_some()) {
        wide(reading, header, rows.get(1));
    } else {
        long(reading, &header);
    }
}

fn long(reading: &mut Reading<'_>, header: &Header) {
    let class = header.names[0].clone();
    reading.rows(header, Width::Full, |row, extract| {
        let (period, item) = split(row.cell(0)).ok_or_else(|| {
            row.problem(0, say!("import.not-period-2", cell = row.quoted(0)), word!("import.download-file-again"))
        })?;
        for (at, name) in header.names.iter().enumerate().skip(1) {
            let subject = subject(item, &[(class.as_str(), name)]);
            extract.add(subject, period, number(row, at)?, row.line);
        }
        Ok(())
    });
}

fn wide(reading: &mut Reading<'_>, mut header: Header, second: Option<&Row<'_>>) {
    let columns: Vec<(usize, TimePeriod)> =
        header.names.iter().enumerate().filter_map(|(at, name)| Some((at, TimePeriod::parse(name)?))).collect();
    let first_value = columns.first().map_or(1, |(at, _)| *at);
    // A second header row names items; a row of data has numbers there.
    let items: Option<Vec<String>> = second
        .filter(|row| row.cells().skip(first_value).all(|cell| number_like(cell).is_none()) && !row.is_empty())
        .map(|row| row.cells().map(str::to_owned).collect());
    header.rows += usize::from(items.is_some());
    let classes: Vec<String> = header.names[..first_value].to_vec();
    let mut above: Vec<String> = vec![String::new(); first_value];
    reading.rows(&header, Width::Full, |row, extract| {
        for (at, kept) in above.iter_mut().enumerate().filter(|(at, _)| !row.cell(*at).is_empty()) {
            row.cell(at).clone_into(kept);
        }
        let keys: Vec<(&str, &str)> =
            classes.iter().map(String::as_str).zip(above.iter().map(String::as_str)).collect();
        for (at, period) in &columns {
            let item = items.as_ref().and_then(|items| items.get(*at)).map_or("", String::as_str);
            extract.add(subject(item, &keys), *period, number(row, *at)?, row.line);
        }
        Ok(())
    });
}

fn number_like(cell: &str) -> Option<()> {
    (cell == "-" || super::super::extract::Decimal::parse(cell).is_some()).then_some(())
}

fn number(row: &Row<'_>, at: usize) -> Result<Option<super::super::extract::Decimal>, Problem> {
    if row.cell(at) == "-" {
        return Ok(Some(super::super::extract::Decimal::whole(0)));
    }
    row.number(at, &MISSING)
}

/// Parts of the names of classes of partners and of goods.
const PARTNERS: [&str; 3] = ["국가", "대륙", "교역"];
const ITEMS: [&str; 4] = ["품목", "성질", "산업", "상품"];

/// What a number is about, from the name of its item and the classes that it falls into.
pub(super) fn subject(item: &str, keys: &[(&str, &str)]) -> Subject {
    let named = std::iter::once(item).chain(keys.iter().map(|(_, value)| *value));
    let flow = named.clone().find_map(words::flow_of_heading);
    let unit = named.clone().map(Unit::parse).find(|unit| unit.as_currency().is_some()).unwrap_or_default();
    let mut subject = match flow {
        Some(flow) => Subject::total(flow, unit).by(Area::country("KR", "South Korea")),
        None => Subject::other(if item.is_empty() { "value" } else { item }, unit),
    };
    for (class, value) in keys.iter().filter(|(_, value)| words::flow_of_heading(value).is_none()) {
        let is_whole = words::is_total(value);
        let extent = if is_whole { Extent::Whole } else { Extent::Part };
        let of = |words: &[&str]| words.iter().any(|word| class.contains(word));
        let (is_partner, is_item) = (of(&PARTNERS), of(&ITEMS));
        // The whole of a lower level is the one of the level above, of which the rows below are parts.
        if is_whole && is_partner && subject.partner.extent == Extent::Part {
            subject.partner.extent = Extent::Group;
        } else if is_whole && is_item && subject.item.extent == Extent::Part {
            subject.item.extent = Extent::Group;
        } else if is_partner {
            subject.partner = Area::country("", value).being(extent);
        } else if is_item {
            subject.item = Goods::kind("", value, "").being(extent);
        } else {
            let value = if is_whole { "_T" } else { value };
            subject.dimensions.push(((*class).to_owned(), value.to_owned()));
        }
    }
    subject
}

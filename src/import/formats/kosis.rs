//! KOSIS CSV: CP949; either periods as columns, in one or two header rows, or periods as rows with classes across.
//! `계`, `합계`, `전국` are totals, `-` is none, `X` is suppressed. Headings of classes end in `별`.

use std::collections::BTreeSet;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Extent, Extract, Goods, Subject, TimePeriod, Unit};
use super::super::micro::names;
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

/// `성별`, `시도별(1)`, `대분류(1)`: the heading of a class.
fn is_class(cell: &str) -> bool {
    cell.ends_with("(1)") || cell.split('(').next().unwrap_or("").trim().ends_with('별')
}

/// The heading of periods down, which stands once in each header row, or in the first.
const TIME: &str = "시점";

/// How many header rows stand above periods that go down, where classes or items stand in several rows across.
fn rows_across(rows: &[Row<'_>]) -> Option<usize> {
    let is_header = |row: &&Row<'_>| {
        [TIME, ""].contains(&row.cell(0)) && row.cells().skip(1).all(|cell| number_like(cell).is_none())
    };
    let count = rows.iter().take(5).take_while(is_header).count();
    let begins = rows.first().is_some_and(|row| row.cell(0) == TIME);
    (begins && count > 1 && TimePeriod::parse(rows.get(count)?.cell(0)).is_some()).then_some(count)
}

fn detect(sample: &Sample<'_>) -> bool {
    let Some(first) = sample.rows.first() else { return false };
    let wide = first.cells().skip(1).any(|cell| TimePeriod::parse(cell).is_some());
    let long = sample.rows.get(1).is_some_and(|row| split(row.cell(0)).is_some());
    is_class(first.cell(0)) && (wide || long) || rows_across(&sample.rows).is_some()
}

/// `2003.08_임금근로자 규모(천명)`: a period, and what is measured.
fn split(cell: &str) -> Option<(TimePeriod, &str)> {
    let (period, item) = cell.split_once('_').unwrap_or((cell, ""));
    Some((TimePeriod::parse(period)?, item.trim()))
}

fn read(reading: &mut Reading<'_>) {
    let rows: Vec<Row<'_>> = reading.document.rows().take(6).collect();
    let Some(first) = rows.first() else { return };
    if let Some(count) = rows_across(&rows) {
        return down(reading, &rows[..count]);
    }
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

/// Periods down, classes and items across, one header row for each: which class a row has is not said, and countries are known.
fn down(reading: &mut Reading<'_>, headers: &[Row<'_>]) {
    let width = headers.iter().map(Row::width).max().unwrap_or(0);
    let carried = |row: &Row<'_>| {
        let mut cells: Vec<String> = Vec::new();
        for at in 0..width {
            let before = if at > 1 { cells.last().cloned() } else { None };
            cells.push(
                Some(row.cell(at)).filter(|cell| !cell.is_empty()).map(str::to_owned).or(before).unwrap_or_default(),
            );
        }
        cells
    };
    let across: Vec<Vec<String>> = headers.iter().map(carried).collect();
    let class = |cells: &Vec<String>| {
        let has = |test: &dyn Fn(&str) -> bool| cells.iter().skip(1).any(|cell| test(cell));
        match () {
            () if has(&|cell| words::flow_of_heading(cell).is_some()) => "",
            () if has(&|cell| names::code_of(cell).is_some()) => PARTNERS[0],
            () => ITEMS[0],
        }
    };
    let classes: Vec<&str> = across.iter().map(class).collect();
    let subject_at = |at: usize| {
        let keys = || classes.iter().zip(&across).map(|(class, cells)| (*class, cells[at].as_str()));
        let item = keys().find(|(class, _)| class.is_empty()).map_or("", |(_, item)| item);
        let keys: Vec<(&str, &str)> = keys().filter(|(class, _)| !class.is_empty()).collect();
        subject(item, &keys)
    };
    let subjects: Vec<Subject> = (1..width).map(subject_at).collect();
    let header = Header { names: across[0].clone(), rows: headers.len() };
    reading.rows(&header, Width::Full, |row, extract| {
        let period = row.period(0)?;
        for (at, subject) in subjects.iter().enumerate() {
            extract.add(subject.clone(), period, number(row, at + 1)?, row.line);
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
    let mut broken_down: BTreeSet<String> = BTreeSet::new();
    reading.rows(&header, Width::Full, |row, extract| {
        for (at, kept) in above.iter_mut().enumerate().filter(|(at, _)| !row.cell(*at).is_empty()) {
            row.cell(at).clone_into(kept);
        }
        let keys: Vec<(&str, &str)> =
            classes.iter().map(String::as_str).zip(above.iter().map(String::as_str)).collect();
        broken_down.extend(wholes(&keys));
        for (at, period) in &columns {
            let item = items.as_ref().and_then(|items| items.get(*at)).map_or("", String::as_str);
            extract.add(subject(item, &keys), *period, number(row, *at)?, row.line);
        }
        Ok(())
    });
    settle(&mut reading.extract, &broken_down);
}

/// What has a total alone is no group of others.
pub(super) fn settle(extract: &mut Extract, broken_down: &BTreeSet<String>) {
    for subject in &mut extract.subjects {
        let (item, partner) = (&mut subject.item, &mut subject.partner);
        for (name, extent) in [(&item.label, &mut item.extent), (&partner.label, &mut partner.extent)] {
            if *extent == Extent::Group && !broken_down.contains(name) {
                *extent = Extent::Part;
            }
        }
    }
}

/// What the lowest class of a row lies within: `농산물` of `농산물`, `쌀`.
pub(super) fn wholes(keys: &[(&str, &str)]) -> impl Iterator<Item = String> {
    let of = |kinds: &[&str]| {
        let parts: Vec<&str> = keys
            .iter()
            .filter(|(class, value)| kinds.iter().any(|kind| class.contains(kind)) && !words::is_total(value))
            .map(|(_, value)| *value)
            .collect();
        parts.split_last().map(|(_, above)| above.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
    };
    [of(&PARTNERS), of(&ITEMS)].into_iter().flatten().flatten()
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
const ITEMS: [&str; 5] = ["품목", "성질", "산업", "상품", "분류"];

/// What a number is about, from the name of its item and the classes that it falls into.
pub(super) fn subject(item: &str, keys: &[(&str, &str)]) -> Subject {
    let named = std::iter::once(item).chain(keys.iter().map(|(_, value)| *value));
    let flow = named.clone().find_map(words::flow_of_heading);
    let unit = named.clone().map(Unit::parse).find(|unit| unit.as_currency().is_some()).unwrap_or_default();
    let mut subject = match flow {
        Some(flow) => Subject::total(flow, unit).by(Area::country("KR", "South Korea")),
        None => Subject::other(if item.is_empty() { "value" } else { item }, unit),
    };
    let is_told =
        |class: &str, value: &str| words::flow_of_heading(value).is_none() && !["단위", "항목"].contains(&class);
    for (class, value) in keys.iter().filter(|(class, value)| is_told(class, value)) {
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

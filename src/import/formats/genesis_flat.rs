//! Destatis GENESIS, flat CSV (`ffcsv`): `;`, a row for each value, columns of codes and names in numbered groups. A
//! month is a year in `time` and an attribute such as `MONAT01`.

use crate::domain::Period;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Decimal, Goods, Mark, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, areas, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "genesis-flat",
    title: || word!("formats.genesis-flat-title"),
    publisher: || word!("publishers.destatis"),
    known_by: || word!("formats.genesis-flat"),
    detect,
    read,
};

/// Columns of the form since 2024: a row for each value. Before, values stood in columns such as `WERTA__Ausfuhr:_Wert__Tsd._EUR`.
const COLUMNS: [&str; 4] = ["statistics_code", "time", "value", "value_unit"];
const BEFORE: [&str; 3] = ["Statistik_Code", "Zeit", "1_Merkmal_Code"];

/// `-` is exactly zero there.
const MISSING: [&str; 6] = [".", "x", "...", "…", "/", ""];

fn detect(sample: &Sample<'_>) -> bool {
    sample.has_row_with(&COLUMNS) || sample.has_row_with(&BEFORE)
}

/// What a dimension is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Partner,
    Goods,
    Other,
}

/// A dimension: the columns of its name and label, and of its value's code and label.
struct Group {
    name: usize,
    title: usize,
    code: usize,
    label: usize,
}

/// A column of values: what it measures, in which unit; where every row says so, none.
type Value = (usize, Option<(String, Unit)>);

fn read(reading: &mut Reading<'_>) {
    let is_new = reading.document.sample().has_row_with(&COLUMNS);
    let Some(header) = reading.header(if is_new { &COLUMNS } else { &BEFORE }) else { return };
    let Some(time) = header.any(&["time", "Zeit"]) else { return };
    let measure = header.any(&["value_variable_label", "value_variable_code"]);
    let unit = header.find("value_unit");
    let values: Vec<Value> = match header.find("value").filter(|_| is_new) {
        Some(value) => vec![(value, None)],
        None => header.names.iter().enumerate().filter_map(|(at, name)| Some((at, Some(measured(name)?)))).collect(),
    };
    let groups: Vec<Group> = (1..=9).filter_map(|number| group(&header, number)).collect();
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        let Some(period) = period(row, time, &groups) else {
            return Err(row.problem(
                time,
                say!("import.not-period-2", cell = row.quoted(time)),
                word!("import.download-table-again"),
            ));
        };
        for (at, said) in &values {
            let number = match row.cell(*at) {
                "-" => Some(Decimal::whole(0)),
                _ => row.number_with(*at, &MISSING, Mark::Comma)?,
            };
            let (name, unit) = match said {
                Some((name, unit)) => (name.as_str(), unit.clone()),
                None => (row.at(measure), Unit::parse(row.at(unit))),
            };
            extract.add(subject(row, name, unit, &groups), period, number, row.line);
        }
        Ok(())
    });
}

/// `WERTA__Ausfuhr:_Wert__Tsd._EUR`: what is measured and its unit; none for columns of quality, which end in `__q`.
fn measured(name: &str) -> Option<(String, Unit)> {
    let [_, label, unit] = name.split("__").collect::<Vec<_>>()[..] else { return None };
    (unit != "q").then(|| (label.replace('_', " "), Unit::parse(&unit.replace('_', " "))))
}

fn subject(row: &Row<'_>, name: &str, unit: Unit, groups: &[Group]) -> Subject {
    let mut subject = match words::flow_of_heading(name) {
        Some(flow) => Subject::total(flow, unit),
        None => Subject::other(name, unit),
    };
    subject.reporter = Area::country("DE", "Germany");
    for group in groups.iter().filter(|group| span(row.cell(group.code)).is_none()) {
        let (code, label) = (row.cell(group.code), row.cell(group.label));
        let is_all = code.is_empty() || words::is_total(label);
        match kind(row.cell(group.title)) {
            Kind::Partner | Kind::Goods if is_all => {}
            Kind::Partner => subject.partner = areas::area(code, label),
            Kind::Goods => subject.item = Goods::kind(code, label, ""),
            Kind::Other => subject.dimensions.push((row.cell(group.name).to_owned(), code.to_owned())),
        }
    }
    subject
}

/// What a dimension of this label holds: `Länder`, `Warenverzeichnis Außenhandelsstatistik`.
pub(super) fn kind(title: &str) -> Kind {
    let lower = title.to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
    match () {
        () if has(&["bundesl"]) => Kind::Other,
        () if has(&["länder", "laender", "countr"]) => Kind::Partner,
        () if has(&["waren", "güter", "gueter", "goods", "commodit"]) => Kind::Goods,
        () => Kind::Other,
    }
}

fn group(header: &Header, number: usize) -> Option<Group> {
    let find = |new: &str, before: &str| {
        header.find(&format!("{number}_variable_{new}")).or_else(|| header.find(&format!("{number}_{before}")))
    };
    Some(Group {
        name: find("code", "Merkmal_Code")?,
        title: find("label", "Merkmal_Label")?,
        code: find("attribute_code", "Auspraegung_Code")?,
        label: find("attribute_label", "Auspraegung_Label")?,
    })
}

/// `MONAT01` is the first month, `QUART2` the second quarter.
fn span(code: &str) -> Option<(i32, u32)> {
    let months = code.strip_prefix("MONAT").map(|number| (12, number));
    let (per_year, number) = months.or_else(|| code.strip_prefix("QUART").map(|number| (4, number)))?;
    let number = number.parse::<u32>().ok().filter(|number| (1..=per_year as u32).contains(number))?;
    Some((per_year, number))
}

fn period(row: &Row<'_>, time: usize, groups: &[Group]) -> Option<TimePeriod> {
    let year = TimePeriod::parse(row.cell(time))?;
    match groups.iter().find_map(|group| span(row.cell(group.code))) {
        Some((12, month)) => Some(TimePeriod::Period(Period::month(year.period()?.year(), month))),
        Some((_, quarter)) => Some(TimePeriod::Period(Period::quarter(year.period()?.year(), quarter))),
        None => Some(year),
    }
}

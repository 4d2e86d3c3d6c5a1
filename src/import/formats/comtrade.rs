//! UN Comtrade, CSV of the web site and of the API since 2022.
//!
//! Rows of the web site end with a comma that the header has not. `partner2Code`, `motCode`, `customsCode` and
//! `mosCode` break the same value down; codes of goods nest. Re-exports are inside exports.

use std::borrow::Cow;

use crate::domain::{Flow, Text};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Decimal, Extent, Extract, Goods, Mark, Measure, Subject, TimePeriod, Unit};
use super::super::micro::names;
use super::super::place::shown;
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::Importer;

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "comtrade",
    title: || word!("formats.comtrade-title"),
    publisher: || word!("publishers.un"),
    known_by: || word!("formats.comtrade"),
    detect,
    read,
};

/// The columns that are read, by their place in this list.
pub(super) const FIELDS: [&str; 19] = [
    "period",
    "reporterISO",
    "reporterCode",
    "reporterDesc",
    "flowCode",
    "partnerCode",
    "partnerDesc",
    "partner2Code",
    "classificationCode",
    "cmdCode",
    "cmdDesc",
    "customsCode",
    "mosCode",
    "motCode",
    "primaryValue",
    "partnerISO",
    "flowDesc",
    "refYear",
    "refMonth",
];

const PERIOD: usize = 0;
const REPORTER_ISO: usize = 1;
const REPORTER: usize = 2;
const REPORTER_NAME: usize = 3;
const FLOW: usize = 4;
const PARTNER: usize = 5;
const PARTNER_NAME: usize = 6;
const PARTNER2: usize = 7;
const CLASSIFICATION: usize = 8;
const GOODS: usize = 9;
const GOODS_NAME: usize = 10;
const CUSTOMS: usize = 11;
const SUPPLY: usize = 12;
const TRANSPORT: usize = 13;
const VALUE: usize = 14;
const PARTNER_ISO: usize = 15;
const FLOW_NAME: usize = 16;
const YEAR: usize = 17;
const MONTH: usize = 18;

/// Rows at which the portal cuts a download off without a word.
const CAPS: [usize; 3] = [500, 100_000, 250_000];

/// What breaks the same value down, and its code for the whole.
const BREAKDOWNS: [(usize, &str, &str); 4] = [
    (PARTNER2, "second partner", "0"),
    (CUSTOMS, "customs procedure", "C00"),
    (SUPPLY, "mode of supply", "0"),
    (TRANSPORT, "mode of transport", "0"),
];

/// Columns that a download may have been cut down to, of each kind of which one must be there.
const REPORTERS: [&str; 3] = ["reporterCode", "reporterISO", "reporterDesc"];
const PERIODS: [&str; 2] = ["period", "refYear"];
const FLOWS: [&str; 2] = ["flowCode", "flowDesc"];

fn is_header(row: &Row<'_>) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| row.has_all(&[name]));
    row.has_all(&["primaryValue"]) && [&PERIODS[..], &FLOWS, &REPORTERS].iter().all(|names| has(names))
}

fn detect(sample: &Sample<'_>) -> bool {
    sample.rows.iter().any(is_header)
}

fn read(reading: &mut Reading<'_>) {
    let Some(mut header) = reading.header(&["primaryValue"]) else { return };
    let shift = shift(reading, &header);
    if shift > 0 {
        reading.extract.doubt(word!("import.columns-one-left"));
    }
    let columns = FIELDS.map(|name| header.find(name).and_then(|at| at.checked_sub(shift)));
    // The comma at the end of the rows.
    header.names.push(String::new());
    let header: Header = header;
    reading.rows(&header, Width::Full, |row, extract| {
        let field = |index: usize| match row.at(columns[index]) {
            number if index == VALUE && row.mark() == Mark::Comma => {
                Cow::Owned(number.replace('.', "").replace(Mark::Comma.sign(), Mark::Point.sign()))
            }
            cell => Cow::Borrowed(cell),
        };
        let problem_at = |index: usize| columns[index].unwrap_or(0);
        add(extract, &field, row.line)
            .map_err(|(index, what)| row.problem(problem_at(index), what, word!("import.download-file-again")))
    });
    finish(&mut reading.extract);
}

/// How far to the left of their headings the cells stand: by one where pandas took the first column for names of rows, as it
/// does for the comma at the end of the portal's rows. The frequency's column has a date then.
fn shift(reading: &Reading<'_>, header: &Header) -> usize {
    let first = reading.document.rows().nth(header.rows);
    let frequency = header.find("freqCode").zip(first).map(|(at, row)| row.cell(at).to_owned());
    usize::from(frequency.is_some_and(|cell| cell.len() == 8 && cell.bytes().all(|it| it.is_ascii_digit())))
}

/// What is known of every file of this publisher.
pub(super) fn finish(extract: &mut Extract) {
    extract.breakdowns = BREAKDOWNS.map(|(_, name, _)| name).to_vec();
    leave_out_services(extract);
    extract.valuation = Text::said(|| word!("import.valuation-as-reported").to_owned());
    let rows = extract.facts.len() + extract.skipped.values().map(|skipped| skipped.count).sum::<usize>();
    if CAPS.contains(&rows) {
        extract.doubt(say!("import.exactly-rows-portal-cuts", rows = rows));
    }
}

/// Services beside goods are another subject: both together would be trade in neither.
fn leave_out_services(extract: &mut Extract) {
    let is_services = |subject: &Subject| subject.item.classification == SERVICES;
    if extract.subjects.iter().all(is_services) || !extract.subjects.iter().any(is_services) {
        return;
    }
    for subject in extract.subjects.iter_mut().filter(|subject| is_services(subject)) {
        subject.measure = Measure::Other(subject.item.to_string());
    }
    extract.remark(word!("import.services-beside-goods"));
}

/// Adds one record; what is wrong is told with the place of the field.
pub(super) fn add<'a>(
    extract: &mut Extract,
    field: &dyn Fn(usize) -> Cow<'a, str>,
    line: u32,
) -> Result<(), (usize, String)> {
    let flow = match (field(FLOW).as_ref(), field(FLOW_NAME).as_ref()) {
        ("X", _) | ("", "Export" | "Exports") => Flow::Export,
        ("M", _) | ("", "Import" | "Imports") => Flow::Import,
        ("RX" | "DX" | "XIP" | "XOP", _) | ("", "Re-export" | "Re-Export" | "Domestic Export") => {
            extract.skip(word!("import.re-exports-other-parts"), line);
            return Ok(());
        }
        _ => {
            extract.skip(word!("import.re-imports-other-parts"), line);
            return Ok(());
        }
    };
    let period = period(field);
    let period = TimePeriod::parse(&period).ok_or((PERIOD, say!("import.not-period-2", cell = shown(&period))))?;
    let value = match field(VALUE).as_ref() {
        "" => None,
        text => Some(Decimal::parse(text).ok_or((VALUE, say!("import.not-number-2", cell = shown(text))))?),
    };
    let whole = |index: usize| field(index).trim_end_matches(".0").to_owned();
    let breakdown = |(index, name, all): &(usize, &str, &str)| {
        let code = whole(*index);
        (!code.is_empty() && code != *all).then(|| ((*name).to_owned(), code))
    };
    let iso = field(REPORTER_ISO);
    let reporter = if iso.is_empty() { whole(REPORTER) } else { iso.into_owned() };
    let code = whole(PARTNER);
    let code = if code.is_empty() { field(PARTNER_ISO).into_owned() } else { code };
    let partner = Area::country(&code, &named(&code, &field(PARTNER_NAME)));
    // A download that was cut down may have the partner's name alone, or none.
    let is_world = ["0", "W00", "World", ""].contains(&partner.id());
    let subject = Subject {
        reporter: Area::country(&reporter, &named(&reporter, &field(REPORTER_NAME))),
        measure: Measure::Flow(flow),
        item: goods(&field(GOODS), &field(GOODS_NAME), &field(CLASSIFICATION)),
        partner: if is_world { partner.being(Extent::Whole) } else { partner },
        unit: Unit::money("USD", 0),
        dimensions: BREAKDOWNS.iter().filter_map(breakdown).collect(),
    };
    extract.add(subject, period, value, line);
    Ok(())
}

/// The name of a country, by its number where the file leaves names out.
pub(super) fn named(code: &str, name: &str) -> String {
    if name.is_empty() { names::numbered(code).unwrap_or_default().to_owned() } else { name.to_owned() }
}

/// The period; where that column was left out, the year, with its month but for the 52nd, which stands for the whole year.
fn period<'a>(field: &dyn Fn(usize) -> Cow<'a, str>) -> Cow<'a, str> {
    match (field(PERIOD), field(YEAR), field(MONTH)) {
        (period, year, _) if !period.is_empty() || year.is_empty() => period,
        (_, year, month) if ["", "0", "52"].contains(&month.as_ref()) => year,
        (_, year, month) => Cow::Owned(format!("{year}-{month}")),
    }
}

/// The classification of services.
const SERVICES: &str = "EBOPS";

/// Goods with their classification without its edition: `H4` and `H5` are both HS.
pub(super) fn goods(code: &str, label: &str, classification: &str) -> Goods {
    let family = match classification.chars().next() {
        Some('H') => "HS",
        Some('S') => "SITC",
        Some('B') => "BEC",
        Some('E') => SERVICES,
        _ => classification,
    };
    let is_all = code == "TOTAL"
        || code.is_empty() && (label.is_empty() || label.eq_ignore_ascii_case("All Commodities"))
        || family == SERVICES && ["200", "S"].contains(&code);
    let goods = Goods::kind(code, label, family);
    if is_all { goods.being(Extent::Whole) } else { goods }
}

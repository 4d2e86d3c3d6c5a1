//! ECOS JSON of the Bank of Korea: `{"StatisticSearch": {"row": […]}}`, numbers as strings; errors and "no data" come as
//! `{"RESULT": {"CODE": …}}` with HTTP status 200.

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Goods, Subject, TimePeriod, Unit};
use super::super::micro::names;
use super::super::reading::Reading;
use super::json::Value;
use super::{Importer, areas, json, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "ecos",
    title: || word!("formats.ecos-title"),
    publisher: || word!("publishers.bank-of-korea"),
    known_by: || word!("formats.ecos"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    sample.is_json_with(&["\"StatisticSearch\""]) || sample.is_json_with(&["\"RESULT\"", "\"CODE\"", "\"MESSAGE\""])
}

fn read(reading: &mut Reading<'_>) {
    let document = match json::parse(reading.document) {
        Ok(document) => document,
        Err(problem) => return reading.problems.push(problem),
    };
    if let Some(result) = document.get("RESULT") {
        let said = format!("{}: {}", json::member(result, "CODE"), json::member(result, "MESSAGE"));
        let what = say!("import.service-answered-message-instead", said = said.escape_debug());
        return reading.problems.push(reading.document.problem(what, word!("import.check-key-request-ask")));
    }
    let rows = document.pointer("/StatisticSearch/row").and_then(Value::as_array);
    for (at, record) in rows.into_iter().flatten().enumerate() {
        if let Err(what) = add(reading, record, at as u32 + 1) {
            let what = say!("import.row", at = at + 1, what = what);
            reading.problems.push(Problem::whole_file(reading.document.name, what, word!("import.ask-service-again")));
        }
    }
}

fn add(reading: &mut Reading<'_>, record: &Value, line: u32) -> Result<(), String> {
    let field = |key: &str| json::member(record, key);
    let time = field("TIME");
    let period = TimePeriod::parse(&time).ok_or_else(|| say!("import.not-period-4", time = time.escape_debug()))?;
    let value = json::number(record.get("DATA_VALUE"), &["-"])?;
    let names: Vec<String> = (1..=4).map(|n| field(&format!("ITEM_NAME{n}"))).filter(|name| !name.is_empty()).collect();
    let title = field("STAT_NAME");
    let flow = names.iter().find_map(|name| words::flow_of_heading(name)).or_else(|| words::flow_of_heading(&title));
    let unit = Unit::parse(&field("UNIT_NAME"));
    // A balance of payments has services beside goods.
    let is_services = names.iter().any(|name| words::has_services(name) && !name.contains("상품"));
    let mut subject = match flow.filter(|_| !is_services) {
        Some(flow) => Subject::total(flow, unit),
        None => Subject::other(names.first().unwrap_or(&title), unit),
    };
    subject.reporter = Area::country("KR", "South Korea");
    for n in 1..=4 {
        let (code, name) = (field(&format!("ITEM_CODE{n}")), field(&format!("ITEM_NAME{n}")));
        if !code.is_empty() && words::flow_of_heading(&name).is_none() {
            place(&mut subject, &title, n, code, &name);
        }
    }
    if reading.extract.title.is_empty() {
        reading.extract.title = title;
    }
    reading.extract.add(subject, period, value, line);
    Ok(())
}

/// What tables of the bank are called that break trade down by partners, and by goods.
const BY_PARTNERS: [&str; 4] = ["국가별", "지역별", "대륙별", "국별"];
const BY_GOODS: [&str; 4] = ["품목별", "성질별", "상품별", "산업별"];

/// `원계열`, `계절변동조정`: the same series as published, or adjusted.
const ADJUSTMENTS: [&str; 2] = ["계열", "조정"];

/// Puts one item of a table where the table's name says that it belongs.
fn place(subject: &mut Subject, title: &str, n: usize, code: String, name: &str) {
    let is_by = |kinds: &[&str]| kinds.iter().any(|kind| title.contains(kind));
    let (by_partners, by_goods) = (is_by(&BY_PARTNERS), is_by(&BY_GOODS));
    let is_whole = words::is_total(name);
    match () {
        () if ADJUSTMENTS.iter().any(|word| name.contains(word)) || !by_partners && !by_goods => {
            let value = if is_whole { "_T" } else { name };
            subject.dimensions.push((format!("ITEM{n}"), value.to_owned()));
        }
        () if is_whole => {}
        () if by_partners && (!by_goods || names::code_of(name).is_some()) => {
            subject.partner = Area { code, ..areas::area("", name) };
        }
        () => subject.item = Goods::kind(&code, name, ""),
    }
}

//! Korea Customs Service, XML of its open API (data.go.kr 1220000): items by country, items, countries, totals. An item
//! with the year `총계` is the total of all others; codes there are `-`. Amounts are dollars, weights kilograms. All is well
//! where the result's code is all noughts, whatever words stand beside it.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::domain::{Flow, Problem, Text};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Decimal, Goods, Subject, TimePeriod, Unit};
use super::super::reading::Reading;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "customs-korea-api",
    title: || word!("formats.customs-korea-api-title"),
    publisher: || word!("publishers.customs-korea"),
    known_by: || word!("formats.customs-korea-api"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    let is_xml = sample.head.trim_start().starts_with('<');
    is_xml
        && (sample.head.contains("<expDlr>")
            || sample.head.contains("OpenAPI_ServiceResponse")
            || sample.head.contains("<resultCode>"))
}

/// One `<item>`: names and texts of its elements, and the line it begins on.
type Item = (Vec<(String, String)>, u32);

fn read(reading: &mut Reading<'_>) {
    reading.extract.valuation = Text::said(|| word!("import.valuation-fob-cif").to_owned());
    let (items, refusal) = match items(reading) {
        Ok(found) => found,
        Err(problem) => return reading.problems.push(problem),
    };
    if let Some(refusal) = refusal {
        let what = say!("import.service-answered-error-instead", refusal = refusal.escape_debug());
        return reading.problems.push(reading.document.problem(what, word!("import.check-key-limits-ask")));
    }
    for (fields, line) in items {
        if let Err(what) = add(reading, &fields, line) {
            reading.problems.push(Problem::new(
                reading.document.name,
                line as usize,
                0,
                what,
                word!("import.ask-service-again"),
            ));
        }
    }
}

fn add(reading: &mut Reading<'_>, fields: &[(String, String)], line: u32) -> Result<(), String> {
    let field = |names: &[&str]| {
        let found = fields.iter().find(|(name, _)| names.contains(&name.as_str()));
        found.map_or("", |(_, text)| text.as_str())
    };
    let year = field(&["year", "priodTitle"]);
    if words::is_total(year) {
        reading.extract.skip(word!("import.items-total-all-others"), line);
        return Ok(());
    }
    let period = TimePeriod::parse(year).ok_or_else(|| say!("import.not-period-3", year = year.escape_debug()))?;
    let known = |text: &str| text != "-" && !text.is_empty();
    let (code, label) = (field(&["hsCd", "hsCode"]), field(&["statKor"]));
    let (country, name) = (field(&["statCd"]), field(&["statCdCntnKor1"]));
    let nature = field(&["godsCd"]);
    // By nature of goods, exports and imports are items of their own.
    let amounts = match words::flow_of_heading(field(&["impexp"])) {
        Some(flow) => vec![(flow, field(&["dlr"]))],
        None => vec![(Flow::Export, field(&["expDlr"])), (Flow::Import, field(&["impDlr"]))],
    };
    for (flow, text) in amounts {
        let value = if known(text) {
            Some(Decimal::parse(text).ok_or_else(|| say!("import.not-number", text = text.escape_debug()))?)
        } else {
            None
        };
        let subject = Subject::total(flow, Unit::money("USD", 0)).by(Area::country("KR", "South Korea"));
        let subject = match () {
            () if known(code) => subject.of(Goods::kind(code, label, "HS")),
            () if known(nature) => subject.of(Goods::kind(nature, label, "")),
            () => subject,
        };
        let is_named = known(country) || known(name);
        let subject = if is_named { subject.with(Area::country(country, name)) } else { subject };
        reading.extract.add(subject, period, value, line);
    }
    Ok(())
}

/// All items, and what the service says where it refuses.
fn items(reading: &Reading<'_>) -> Result<(Vec<Item>, Option<String>), Problem> {
    let text = reading.document.whole()?;
    let mut reader = Reader::from_str(&text);
    let mut items: Vec<Item> = Vec::new();
    let mut refusal = None;
    let mut is_well = false;
    let mut is_open = false;
    let mut name = String::new();
    let mut content = String::new();
    let (mut line, mut counted) = (1_u32, 0_usize);
    loop {
        let at = (reader.buffer_position() as usize).min(text.len());
        line += text.as_bytes()[counted..at].iter().filter(|byte| **byte == b'\n').count() as u32;
        counted = at;
        let broken = |error: &dyn std::fmt::Display| {
            Problem::new(
                reading.document.name,
                line as usize,
                0,
                say!("import.not-valid-xml", error = error),
                word!("import.ask-service-again"),
            )
        };
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(tag) => {
                name = tag.local_name().as_ref().to_owned();
                content.clear();
                if name == "item" {
                    is_open = true;
                    items.push((Vec::new(), line));
                }
            }
            Event::Text(text) => content.push_str(&text.xml10_content()),
            Event::CData(text) => content.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => content.push_str(&resolved(&entity)),
            Event::End(tag) => {
                let ended = tag.local_name().as_ref().to_owned();
                let text = content.trim().to_owned();
                let is_refusal = ended == "resultMsg" && items.is_empty() && !is_well;
                match (ended.as_str(), items.last_mut().filter(|_| is_open)) {
                    ("item", _) => is_open = false,
                    (_, Some((fields, _))) if ended == name => fields.push((ended, text)),
                    ("resultCode", _) => is_well = text.trim_matches('0').is_empty(),
                    ("returnAuthMsg" | "errMsg", _) => refusal = Some(text),
                    _ if is_refusal && !text.is_empty() => refusal = Some(text),
                    _ => {}
                }
                content.clear();
            }
            Event::Eof => return Ok((items, refusal)),
            _ => {}
        }
    }
}

/// The five entities that XML has of itself, and characters by number; others are unknown here.
fn resolved(entity: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return letter.to_string();
    }
    match &**entity {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}

//! DBnomics JSON, version 22 of the API: `series.docs[]`, each with parallel lists of periods and values. Missing is null
//! or `"NA"`. Dimensions are those of the provider.

use crate::domain::{Flow, Problem, Text};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Extent, Measure, Subject, TimePeriod, Unit};
use super::super::reading::Reading;
use super::json::{Object, Value};
use super::sdmx::concept::{self, Concept};
use super::sdmx::role::{Role, role};
use super::{Importer, areas, json, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "dbnomics",
    title: || word!("formats.dbnomics-title"),
    publisher: || word!("publishers.dbnomics"),
    known_by: || word!("formats.dbnomics"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    let has = |word: &str| sample.head.contains(word) || sample.tail.contains(word);
    sample.is_json_with(&[]) && has("\"series_code\"") && has("\"period\"") && has("\"dataset_code\"")
}

fn read(reading: &mut Reading<'_>) {
    let document = match json::parse(reading.document) {
        Ok(document) => document,
        Err(problem) => return reading.problems.push(problem),
    };
    let labels = document.pointer("/dataset/dimensions_values_labels").unwrap_or(&Value::Null);
    reading.extract.publisher = document.pointer("/provider/name").map(json::text).map(Text::plain).unwrap_or_default();
    for series in document.pointer("/series/docs").and_then(Value::as_array).into_iter().flatten() {
        if reading.extract.title.is_empty() {
            reading.extract.title = json::member(series, "dataset_name");
        }
        add(reading, series, labels);
    }
}

fn add(reading: &mut Reading<'_>, series: &Value, labels: &Value) {
    let (subject, is_scaled) = subject(series, labels);
    if !is_scaled {
        reading.extract.assume_whole_units();
    }
    let code = json::member(series, "series_code");
    let list = |key: &str| series.get(key).and_then(Value::as_array).unwrap_or(&[]);
    for (at, (period, value)) in list("period").iter().zip(list("value")).enumerate() {
        let printed = json::text(period);
        let read =
            TimePeriod::parse(&printed).ok_or_else(|| say!("import.not-period", printed = printed.escape_debug()));
        match read.and_then(|period| Ok((period, json::number(Some(value), &["NA"])?))) {
            Ok((period, value)) => reading.extract.add(subject.clone(), period, value, at as u32 + 1),
            Err(what) => {
                let what = say!("import.series", code = code.escape_debug(), what = what);
                reading.problems.push(Problem::whole_file(
                    reading.document.name,
                    what,
                    word!("import.ask-service-again"),
                ));
            }
        }
    }
}

/// What a series is about: its dimensions where they are those of trade, else its name. And whether its scale is told.
fn subject(series: &Value, labels: &Value) -> (Subject, bool) {
    let name = json::member(series, "series_name");
    let members = |key: &str| series.get(key).and_then(Value::as_object).into_iter().flat_map(Object::members);
    // The multiplier stands among attributes.
    let attributes = members("attributes").filter(|(id, _)| role(id) == Role::Multiplier);
    let concepts: Vec<Concept> = members("dimensions")
        .chain(attributes)
        .map(|(id, code)| {
            let code = json::text(code);
            let label = label(labels, id, &code);
            Concept { id: id.to_uppercase(), code, label }
        })
        .collect();
    let mut subject = concept::subject(&concepts, &name);
    // `…, million US dollars`: the name has the power that an indicator such as TXG_FOB_USD has not.
    let named = Unit::parse(name.rsplit(", ").next().unwrap_or(""));
    if named.as_currency().is_some() || subject.unit == Unit::Unknown {
        subject.unit = named;
    }
    if subject.flow().is_none()
        && words::flow_of_heading(name.split(" - ").next().unwrap_or("")) == Some(Flow::Export)
        && let Some(bilateral) = bilateral(&concepts, &subject)
    {
        return (bilateral, true);
    }
    if subject.flow().is_none()
        && let Some(flow) = name.split(" – ").filter(|part| !words::has_services(part)).find_map(words::flow_of_heading)
    {
        subject.measure = Measure::Flow(flow);
    }
    let is_scaled = !concept::lacks_scale(&concepts, &subject);
    (subject, is_scaled)
}

/// The name of a value, whether the provider lists names by code or in pairs.
fn label(labels: &Value, dimension: &str, code: &str) -> String {
    match labels.get(dimension) {
        Some(Value::Object(names)) => names.get(code).map(json::text).unwrap_or_default(),
        Some(Value::Array(pairs)) => {
            let pair = pairs.iter().find(|pair| pair.pointer("/0").map(json::text).as_deref() == Some(code));
            pair.and_then(|pair| pair.pointer("/1")).map(json::text).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// Exports from one country to another, as the dimensions `exporter` and `importer` say.
fn bilateral(concepts: &[Concept], subject: &Subject) -> Option<Subject> {
    let of = |id: &str| concepts.iter().find(|concept| concept.id == id);
    let (exporter, importer) = (of("EXPORTER")?, of("IMPORTER")?);
    let area = |concept: &Concept| {
        let area = areas::area(&concept.code, &concept.label);
        let is_zone =
            area.extent == Extent::Part && concept.code.len() == 3 && CHELEM_ZONES.contains(&concept.code.as_str());
        if is_zone { area.being(Extent::Group) } else { area }
    };
    let mut goods = subject.item.clone();
    if let Some(product) = of("PRODUCT") {
        let extent = if product.code.ends_with("_TT") || product.code == "TT" { Extent::Whole } else { Extent::Part };
        goods = super::super::extract::Goods::kind(&product.code, &product.label, "").being(extent);
    }
    let dimensions =
        subject.dimensions.iter().filter(|(id, _)| id != "EXPORTER" && id != "IMPORTER").cloned().collect();
    let total = Subject::total(Flow::Export, subject.unit.clone()).by(area(exporter)).with(area(importer)).of(goods);
    Some(Subject { dimensions, ..total })
}

/// Zones of the CHELEM database, from its list of exporters.
const CHELEM_ZONES: [&str; 14] =
    ["AES", "AFA", "AFN", "AFR", "AFS", "AFZ", "AMA", "AME", "AMN", "AMS", "ANE", "AOA", "ASO", "ASS"];

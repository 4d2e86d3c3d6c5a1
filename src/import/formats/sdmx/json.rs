//! SDMX-JSON 1.0 and 2.0: observation keys such as `0:1` point into the lists of the structure's dimensions. Flat,
//! by series or by period; the first element of an observation is its value, the others point at attributes.

use crate::say;
use crate::word;

use super::super::super::document::Sample;
use super::super::super::reading::Reading;
use super::super::json::{Object, Value};
use super::super::{Importer, json, words};
use super::concept::{self, Concept};
use super::role::{Role, role as role_of};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "sdmx-json",
    title: || word!("formats.sdmx-json-title"),
    publisher: || "",
    known_by: || word!("formats.sdmx-json"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    let both_ends = |word: &str| sample.head.contains(word) || sample.tail.contains(word);
    sample.is_json_with(&[]) && both_ends("\"dataSets\"") && (both_ends("\"structure\"") || both_ends("\"structures\""))
}

/// One component of the structure.
struct Component {
    id: String,
    values: Vec<(String, String)>,
}

/// The components of one place: data set, series or observation.
fn components(list: Option<&Value>) -> Vec<Component> {
    let of = |component: &Value| Component {
        id: json::member(component, "id").to_uppercase(),
        values: component.get("values").and_then(Value::as_array).into_iter().flatten().map(value_of).collect(),
    };
    list.and_then(Value::as_array).into_iter().flatten().map(of).collect()
}

fn value_of(value: &Value) -> (String, String) {
    if let Value::String(text) = value {
        return (text.to_string(), String::new());
    }
    let name = match value.get("name") {
        Some(Value::String(name)) => name.to_string(),
        _ => value.pointer("/names/en").map(json::text).unwrap_or_default(),
    };
    let code = json::member(value, "id");
    if code.is_empty() { (name, String::new()) } else { (code, name) }
}

/// What the keys of a data set point into.
struct Structure {
    constant: Vec<Concept>,
    series: Vec<Component>,
    observation: Vec<Component>,
    series_attributes: Vec<Component>,
    observation_attributes: Vec<Component>,
    name: String,
}

impl Structure {
    fn of(structure: &Value) -> Structure {
        let list = |kind: &str, place: &str| components(structure.pointer(&format!("/{kind}/{place}")));
        let first = |component: Component| {
            let (code, label) = component.values.into_iter().next()?;
            Some(Concept { id: component.id, code, label })
        };
        let constant = list("dimensions", "dataSet").into_iter().chain(list("attributes", "dataSet"));
        Structure {
            constant: constant.filter_map(first).collect(),
            series: list("dimensions", "series"),
            observation: list("dimensions", "observation"),
            series_attributes: list("attributes", "series"),
            observation_attributes: list("attributes", "observation"),
            name: json::member(structure, "name"),
        }
    }
}

fn read(reading: &mut Reading<'_>) {
    let document = match json::parse(reading.document) {
        Ok(document) => document,
        Err(problem) => return reading.problems.push(problem),
    };
    let root = document.get("data").unwrap_or(&document);
    let structures: Vec<Structure> = match (root.get("structures").and_then(Value::as_array), root.get("structure")) {
        (Some(list), _) => list.iter().map(Structure::of).collect(),
        (None, Some(one)) => vec![Structure::of(one)],
        (None, None) => Vec::new(),
    };
    let sets = root.get("dataSets").and_then(Value::as_array).unwrap_or(&[]);
    for set in sets {
        let index = set.get("structure").and_then(Value::as_u64).unwrap_or(0) as usize;
        let Some(structure) = structures.get(index) else {
            let problem = reading
                .document
                .problem(word!("import.data-set-without-structure"), word!("import.download-file-again"));
            reading.problems.push(problem);
            continue;
        };
        if reading.extract.title.is_empty() {
            structure.name.clone_into(&mut reading.extract.title);
        }
        if json::member(set, "action").eq_ignore_ascii_case("delete") {
            reading.extract.skip(word!("import.data-sets-action-delete"), 0);
            continue;
        }
        let mut run = Run { reading: &mut *reading, structure, count: 0 };
        run.observations(set.get("observations"), &structure.constant);
        for (key, series) in set.get("series").and_then(Value::as_object).into_iter().flat_map(Object::members) {
            run.series(key, series);
        }
    }
}

struct Run<'r, 'd> {
    reading: &'r mut Reading<'d>,
    structure: &'r Structure,
    /// Observations so far: JSON has no lines.
    count: u32,
}

impl Run<'_, '_> {
    fn series(&mut self, key: &str, series: &Value) {
        let Some(mut concepts) = pointed(key, &self.structure.series) else { return self.astray(key) };
        let attributes = series.get("attributes").and_then(Value::as_array).into_iter().flatten();
        concepts.extend(
            attributes
                .zip(&self.structure.series_attributes)
                .filter_map(|(index, component)| attribute(index, component)),
        );
        concepts.extend(self.structure.constant.iter().cloned());
        self.observations(series.get("observations"), &concepts);
    }

    fn observations(&mut self, observations: Option<&Value>, shared: &[Concept]) {
        for (key, observation) in observations.and_then(Value::as_object).into_iter().flat_map(Object::members) {
            self.count += 1;
            let Some(mut concepts) = pointed(key, &self.structure.observation) else { return self.astray(key) };
            concepts.extend_from_slice(shared);
            let parts = observation.as_array().unwrap_or(&[]);
            let attributes = parts.iter().skip(1).zip(&self.structure.observation_attributes);
            concepts.extend(attributes.filter_map(|(index, component)| attribute(index, component)));
            self.add(key, parts.first(), &concepts);
        }
    }

    fn add(&mut self, key: &str, value: Option<&Value>, concepts: &[Concept]) {
        let of = |role: Role| concepts.iter().find(|concept| role_of(&concept.id) == role);
        let time = of(Role::Time).map_or("", |concept| concept.code.as_str());
        let file = self.reading.document;
        let Some(period) = concept::period(time, concepts) else {
            let what = say!("import.observation-not-period", key = key, time = time.escape_debug());
            return self.reading.problems.push(file.problem(what, word!("import.download-file-again")));
        };
        let status = words::status(of(Role::Status).map_or("", |concept| concept.code.as_str()));
        let is_told_apart = |concept: &&Concept| {
            !matches!(role_of(&concept.id), Role::Time | Role::Status | Role::Attribute | Role::Value)
        };
        let told: Vec<Concept> = concepts.iter().filter(is_told_apart).cloned().collect();
        match json::number(value, &["NaN", "-"]) {
            Ok(number) => {
                let name = if self.structure.name.is_empty() { "OBS_VALUE" } else { &self.structure.name };
                let subject = concept::subject(&told, name);
                if concept::lacks_scale(&told, &subject) {
                    self.reading.extract.assume_whole_units();
                }
                self.reading.extract.add_with(subject, period, number, status, self.count);
            }
            Err(what) => {
                let problem = file
                    .problem(say!("import.observation-2", key = key, what = what), word!("import.download-file-again"));
                self.reading.problems.push(problem);
            }
        }
    }

    fn astray(&mut self, key: &str) {
        let what = say!("import.key-points-outside-structure", key = key.escape_debug());
        let problem = self.reading.document.problem(what, word!("import.download-file-again"));
        self.reading.problems.push(problem);
    }
}

/// The values that a key such as `0:1` points at.
fn pointed(key: &str, components: &[Component]) -> Option<Vec<Concept>> {
    let indices: Vec<&str> = if key.is_empty() { Vec::new() } else { key.split(':').collect() };
    if indices.len() != components.len() {
        return None;
    }
    let value = |(index, component): (&str, &Component)| {
        let (code, label) = component.values.get(index.parse::<usize>().ok()?)?;
        Some(Concept { id: component.id.clone(), code: code.clone(), label: label.clone() })
    };
    indices.into_iter().zip(components).map(value).collect()
}

/// The value that the index of an attribute points at; null points at none. Version 2.0 may have the value itself.
fn attribute(index: &Value, component: &Component) -> Option<Concept> {
    let (code, label) = match index {
        Value::Whole(number) => component.values.get(usize::try_from(*number).ok()?).cloned()?,
        Value::String(text) => (text.to_string(), String::new()),
        _ => return None,
    };
    Some(Concept { id: component.id.clone(), code, label })
}

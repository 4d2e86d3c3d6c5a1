//! SDMX-JSON 1.0 and 2.0: observation keys such as `0:1` point into the lists of the structure's dimensions. Flat,
//! by series or by period; the first element of an observation is its value, the others point at attributes.

use crate::say;
use crate::word;

use super::super::super::document::Sample;
use super::super::super::reading::Reading;
use super::super::json::{Object, Value};
use super::super::{Importer, json};
use super::concept::Concept;
use super::observation;

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
    // The Fund has periods as values without an id.
    let code = ["id", "value"].map(|key| json::member(value, key)).into_iter().find(|code| !code.is_empty());
    let code = code.unwrap_or_default();
    if code.is_empty() { (name, String::new()) } else { (code, name) }
}

/// What the keys of a data set point into.
struct Structure {
    constant: Vec<Concept>,
    series: Vec<Component>,
    observation: Vec<Component>,
    series_attributes: Vec<Component>,
    observation_attributes: Vec<Component>,
    group_attributes: Vec<Component>,
    name: String,
}

/// Attributes of all observations with some dimensions in common: version 2.0 has the key `0:0:::`, blank where any value will do.
type Group<'d> = (&'d str, Vec<Concept>);

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
            group_attributes: list("attributes", "dimensionGroup"),
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
        let groups = set.get("dimensionGroupAttributes").and_then(Value::as_object);
        let groups = groups.into_iter().flat_map(Object::members);
        let groups = groups.map(|(key, own)| (key, attributes(own, &structure.group_attributes).collect())).collect();
        let mut run = Run { reading: &mut *reading, structure, groups, count: 0 };
        run.observations("", set.get("observations"), &structure.constant);
        for (key, series) in set.get("series").and_then(Value::as_object).into_iter().flat_map(Object::members) {
            run.series(key, series);
        }
    }
}

struct Run<'r, 'd> {
    reading: &'r mut Reading<'d>,
    structure: &'r Structure,
    groups: Vec<Group<'r>>,
    /// Observations so far: JSON has no lines.
    count: u32,
}

impl Run<'_, '_> {
    fn series(&mut self, key: &str, series: &Value) {
        let Some(mut concepts) = pointed(key, &self.structure.series) else { return self.astray(key) };
        let own = series.get("attributes");
        concepts.extend(own.into_iter().flat_map(|own| attributes(own, &self.structure.series_attributes)));
        concepts.extend(self.structure.constant.iter().cloned());
        self.observations(key, series.get("observations"), &concepts);
    }

    /// The observations of a series, or of all where the key of the series is blank.
    fn observations(&mut self, series: &str, observations: Option<&Value>, shared: &[Concept]) {
        for (key, observation) in observations.and_then(Value::as_object).into_iter().flat_map(Object::members) {
            self.count += 1;
            let Some(mut concepts) = pointed(key, &self.structure.observation) else { return self.astray(key) };
            concepts.extend_from_slice(shared);
            let whole = if series.is_empty() { key.to_owned() } else { format!("{series}:{key}") };
            let groups = self.groups.iter().filter(|(group, _)| holds(group, &whole));
            concepts.extend(groups.flat_map(|(_, attributes)| attributes.iter().cloned()));
            let parts = observation.as_array().unwrap_or(&[]);
            let attributes = parts.iter().skip(1).zip(&self.structure.observation_attributes);
            concepts.extend(attributes.filter_map(|(index, component)| attribute(index, component)));
            let name = &self.structure.name;
            observation::add(self.reading, (key, self.count), parts.first(), &concepts, name);
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

/// True where a key is that of a group, or differs only where the group's is blank or ends.
fn holds(group: &str, key: &str) -> bool {
    group.split(':').zip(key.split(':')).all(|(group, own)| group.is_empty() || group == own)
}

/// What a list of indices of attributes points at.
fn attributes<'d>(indices: &'d Value, components: &'d [Component]) -> impl Iterator<Item = Concept> + use<'d> {
    let indices = indices.as_array().into_iter().flatten();
    indices.zip(components).filter_map(|(index, component)| attribute(index, component))
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

//! JSON-stat 1 and 2, in which Eurostat and the Nordic offices answer: dimensions with their categories, and the values of
//! all their combinations in one row, the last dimension running fastest. <https://json-stat.org/full/>

use crate::domain::Problem;
use crate::word;

use super::super::super::document::Sample;
use super::super::super::reading::Reading;
use super::super::json::{Object, Value};
use super::super::{Importer, json};
use super::concept::Concept;
use super::observation;
use super::role::{Role, role as role_of};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "json-stat",
    title: || word!("formats.json-stat-title"),
    publisher: || "",
    known_by: || word!("formats.json-stat"),
    detect,
    read,
};

fn detect(sample: &Sample<'_>) -> bool {
    let both_ends = |word: &&str| sample.head.contains(word) || sample.tail.contains(word);
    // In a long answer the values stand between both ends, and the dimensions before or behind them.
    let is_second = ["\"class\"", "\"dataset\"", "\"value\""].iter().all(|word| sample.head.contains(word));
    sample.is_json_with(&[]) && (is_second || ["\"dimension\"", "\"category\"", "\"size\""].iter().all(both_ends))
}

/// A dimension: for each of its categories what it says of an observation.
struct Dimension {
    categories: Vec<Vec<Concept>>,
}

fn read(reading: &mut Reading<'_>) {
    let read = json::parse(reading.document).and_then(|document| {
        // The first version has the dataset under a name of its own.
        let root = match document.get("dimension") {
            Some(_) => &document,
            None => document.as_object().and_then(only_member).unwrap_or(&document),
        };
        let dimensions = dimensions(root).ok_or_else(|| misshapen(reading))?;
        observations(root, &dimensions, reading)
    });
    reading.problems.extend(read.err());
}

fn only_member(object: &Object) -> Option<&Value> {
    object.members().map(|(_, value)| value).find(|value| value.get("dimension").is_some())
}

fn misshapen(reading: &Reading<'_>) -> Problem {
    reading.document.problem(word!("import.json-stat-misshapen"), word!("import.download-file-again"))
}

/// The dimensions in their order; `None` where their sizes are not those of their categories.
fn dimensions(root: &Value) -> Option<Vec<Dimension>> {
    let list = |name: &str| root.get(name).or_else(|| root.pointer(&format!("/dimension/{name}")))?.as_array();
    let (ids, sizes) = (list("id")?, list("size")?);
    if ids.len() != sizes.len() {
        return None;
    }
    let dimension = |(id, size): (&Value, &Value)| {
        let id = json::text(id);
        let dimension = Dimension { categories: categories(root, &id)? };
        (size.as_u64() == Some(dimension.categories.len() as u64)).then_some(dimension)
    };
    ids.iter().zip(sizes).map(dimension).collect()
}

/// What the categories of a dimension say, in their order.
fn categories(root: &Value, id: &str) -> Option<Vec<Vec<Concept>>> {
    let dimension = root.get("dimension")?.get(id)?;
    let category = dimension.get("category")?;
    let label = |code: &str| category.get("label").map(|labels| json::member(labels, code)).unwrap_or_default();
    let concept_id = concept_id(root, id, &json::member(dimension, "label"));
    let says = |code: &str| {
        let own = Concept { id: concept_id.clone(), code: code.to_owned(), label: label(code) };
        let unit = category.get("unit").and_then(|units| units.get(code));
        let unit = unit.map(|unit| json::member(unit, "label")).filter(|unit| !unit.is_empty());
        let unit = unit.map(|unit| Concept { id: "UNIT".to_owned(), code: unit, label: String::new() });
        [Some(own), unit].into_iter().flatten().collect()
    };
    Some(codes(category)?.iter().map(|code| says(code)).collect())
}

/// The codes of the categories: listed, numbered, or of the one that there is.
fn codes(category: &Value) -> Option<Vec<String>> {
    match category.get("index") {
        Some(Value::Array(codes)) => Some(codes.iter().map(json::text).collect()),
        Some(Value::Object(numbered)) => {
            let mut codes: Vec<(u64, String)> =
                numbered.members().map(|(code, at)| Some((at.as_u64()?, code.to_owned()))).collect::<Option<_>>()?;
            codes.sort_unstable();
            Some(codes.into_iter().map(|(_, code)| code).collect())
        }
        _ => {
            category.get("label")?.as_object().map(|labels| labels.members().map(|(code, _)| code.to_owned()).collect())
        }
    }
}

/// The id by which a dimension is known: its own, that of its role, or its label where that is an id as well.
fn concept_id(root: &Value, id: &str, label: &str) -> String {
    let has_role = |role: &str| {
        let own = root.get("role").or_else(|| root.pointer("/dimension/role"));
        let ids = own.and_then(|roles| roles.get(role)).and_then(Value::as_array);
        ids.is_some_and(|ids| ids.iter().any(|other| json::text(other) == id))
    };
    let label = label.to_uppercase().replace(' ', "_");
    match (role_of(id), role_of(&label)) {
        _ if has_role("time") => "TIME_PERIOD".to_owned(),
        (Role::Dimension, _) if has_role("metric") => "INDICATOR".to_owned(),
        // The office's own country is the reporter, and has no dimension.
        (Role::Dimension, Role::Reporter) => "PARTNER".to_owned(),
        (Role::Dimension, Role::Flow | Role::Item | Role::Partner | Role::Unit) => label,
        _ => id.to_uppercase(),
    }
}

/// All values with their places, those that are left out aside.
fn observations(root: &Value, dimensions: &[Dimension], reading: &mut Reading<'_>) -> Result<(), Problem> {
    let name = json::member(root, "label");
    reading.extract.title.clone_from(&name);
    let count = dimensions.iter().try_fold(1_u64, |cells, one| cells.checked_mul(one.categories.len() as u64));
    let mut add = |at: u64, value: &Value| {
        let Some(mut concepts) = count.filter(|count| at < *count).map(|_| at_place(at, dimensions)) else {
            return Err(misshapen(reading));
        };
        let status = status(root, at);
        concepts.extend(status.map(|code| Concept { id: "OBS_STATUS".to_owned(), code, label: String::new() }));
        let line = u32::try_from(at + 1).unwrap_or(u32::MAX);
        observation::add(reading, (&at.to_string(), line), Some(value), &concepts, &name);
        Ok(())
    };
    match root.get("value") {
        Some(Value::Array(values)) => (0..).zip(values).try_for_each(|(at, value)| add(at, value)),
        Some(Value::Object(values)) => values.members().try_for_each(|(at, value)| {
            // A key that is no number is outside as well.
            add(at.parse().unwrap_or(u64::MAX), value)
        }),
        _ => Err(misshapen(reading)),
    }
}

/// What the place of a value says.
fn at_place(at: u64, dimensions: &[Dimension]) -> Vec<Concept> {
    let mut left = at;
    let mut concepts = Vec::with_capacity(dimensions.len() + 2);
    for Dimension { categories } in dimensions.iter().rev() {
        let size = categories.len() as u64;
        concepts.extend(categories[(left % size) as usize].iter().cloned());
        left /= size;
    }
    concepts.reverse();
    concepts
}

/// The mark of a value: one for all, or by place.
fn status(root: &Value, at: u64) -> Option<String> {
    let mark = match root.get("status")? {
        Value::Array(marks) => marks.get(usize::try_from(at).ok()?).map(json::text)?,
        Value::Object(marks) => marks.get(&at.to_string()).map(json::text)?,
        all => json::text(all),
    };
    (!mark.is_empty()).then_some(mark)
}

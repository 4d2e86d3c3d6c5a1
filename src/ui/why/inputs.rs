//! The observations that a number rests on: as published, when, by whom, and where they were read.

use crate::config::Role;
use crate::domain::{Observation, ObservationId, Ratio};
use crate::indicators::{Derivation, Term};
use crate::{say, word};

use super::super::format;
use super::super::prose::{Row, wrapped};
use super::super::scene::Scene;
use super::super::widgets::text;
use super::exact::Exact;
use super::terms;

/// How much is said of each observation, the most first.
const DETAILS: [Detail; 3] = [Detail::Full, Detail::Short, Detail::Counts];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// Value, release, file; the source in full.
    Full,
    /// Value, release, file, the source's id.
    Short,
    /// One paragraph for each term.
    Counts,
}

/// The rows about the inputs, as detailed as `height` rows allow.
pub fn rows(scene: &Scene<'_>, derivation: &Derivation, exact: &Exact, width: u16, height: usize) -> Vec<Row> {
    let inputs = inputs(derivation);
    if inputs.is_empty() {
        return Vec::new();
    }
    let with = |detail| match detail {
        Detail::Counts => counts(scene, derivation, width),
        _ => inputs.iter().flat_map(|id| observation(scene, *id, exact, width, detail)).collect(),
    };
    let fits = |rows: &Vec<Row>| rows.len() <= height;
    DETAILS.map(with).into_iter().find(fits).unwrap_or_else(|| with(Detail::Counts))
}

/// The observations of all terms, each once, in the order of the formula.
pub fn inputs(derivation: &Derivation) -> Vec<ObservationId> {
    let mut inputs: Vec<ObservationId> = Vec::new();
    for id in derivation.terms.iter().flat_map(|term| &term.value.inputs) {
        if !inputs.contains(id) {
            inputs.push(*id);
        }
    }
    inputs
}

fn observation(scene: &Scene<'_>, id: ObservationId, exact: &Exact, width: u16, detail: Detail) -> Vec<Row> {
    let dataset = scene.state.dataset();
    let observation = dataset.observation(id);
    let (plain, muted) = (scene.style(Role::Text), scene.style(Role::Muted));
    let what = format!("{}, {}", terms::series(dataset, dataset.key_of(id)), format::period(observation.period));
    let value = exact.amount(Ratio::whole(i128::from(observation.value)));
    let printed = format!("{}, {}", exact.rounding(observation.rounding), observation.status.word());
    // Numbers stand below each other; the words about them have what is left.
    let column = (width / 2).clamp(30, 44).min(width.saturating_sub(24));
    let fits = text::width(&what) + text::width(&value) + 2 <= column;
    let (above, named) = if fits { (Vec::new(), what.as_str()) } else { (wrapped(&what, 0, width, plain), "") };
    let first = Row::of(named, plain).until(column, value, scene.style(Role::Strong)).at(column + 2, printed, muted);
    let source = observation.source.map(|source| dataset.source(source));
    let place = format!("{}; {}", release(observation), place(scene, observation));
    let more = match (detail, source) {
        (_, None) => say!("why.no-source-at", place = place),
        (Detail::Full, Some(source)) => {
            let title = [source.publisher.here(), source.title.here()].map(str::trim);
            let title = title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            if title.is_empty() {
                format!("{place}; {}", source.id)
            } else {
                format!("{place}; {title} ({})", source.id)
            }
        }
        (_, Some(source)) => format!("{place}; {}", source.id),
    };
    above.into_iter().chain([first]).chain(wrapped(&more, 2, width, muted)).collect()
}

/// When it became known.
pub fn release(observation: &Observation) -> String {
    match observation.release.date {
        Some(date) if observation.release.presumed => say!("why.presumed-since", date = format::date(date)),
        Some(date) => say!("why.released", date = format::date(date)),
        None => word!("why.not-dated").to_owned(),
    }
}

fn place(scene: &Scene<'_>, observation: &Observation) -> String {
    let files = &scene.state.dataset().files;
    let file = files.get(usize::from(observation.origin.file)).map_or("?", String::as_str);
    match (observation.origin.line, files.len()) {
        (0, ..=1) => say!("why.rows-of", file = file),
        (0, n) => say!("why.rows-of-several", file = file, n = n - 1),
        (line, _) => format!("{file}:{line}"),
    }
}

/// For each term: how many observations, of which months, how firm, when released, from where.
fn counts(scene: &Scene<'_>, derivation: &Derivation, width: u16) -> Vec<Row> {
    let dataset = scene.state.dataset();
    let of_term = |term: &Term| {
        let known: Vec<&Observation> = term.value.inputs.iter().map(|id| dataset.observation(*id)).collect();
        let words = format!("{}: {}", terms::in_words(term, dataset), summary(scene, &known));
        wrapped(&words, 0, width, scene.style(Role::Text))
    };
    derivation.terms.iter().filter(|term| !term.value.inputs.is_empty()).flat_map(of_term).collect()
}

fn summary(scene: &Scene<'_>, known: &[&Observation]) -> String {
    let count = say!("why.observations", n = known.len());
    let open = known.iter().filter(|observation| observation.status.is_open()).count();
    let firm = match open {
        0 => word!("why.all-settled").to_owned(),
        open if open == known.len() => word!("why.all-open").to_owned(),
        open => say!("why.some-open", n = open),
    };
    let dates = || known.iter().filter_map(|observation| observation.release.date);
    let released = match (dates().min(), dates().max()) {
        (Some(first), Some(last)) if first == last => say!("why.released", date = format::date(first)),
        (Some(first), Some(last)) => say!("why.released-from", first = format::date(first), last = format::date(last)),
        _ => word!("why.none-dated").to_owned(),
    };
    let presumed = match known.iter().filter(|observation| observation.release.presumed).count() {
        0 => String::new(),
        n => format!(" ({})", say!("why.some-presumed", n = n)),
    };
    let files = &scene.state.dataset().files;
    let mut names: Vec<&str> = Vec::new();
    for observation in known {
        let name = files.get(usize::from(observation.origin.file)).map_or("?", String::as_str);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut sources: Vec<_> = known.iter().filter_map(|observation| observation.source).collect();
    sources.sort_unstable();
    sources.dedup();
    let sources = match sources.len() {
        0 => word!("why.no-source").to_owned(),
        n => say!("why.sources", n = n),
    };
    format!("{count}, {firm}; {released}{presumed}; {sources}; {}", names.join(", "))
}

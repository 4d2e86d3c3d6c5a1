//! A native dataset with figures of foreign files: what it says itself stands, what it lacks is added.

use crate::domain::{Dataset, Observation, Problem, Said, Series, SeriesKey, SourceId};
use crate::say;
use crate::word;
use crate::words::in_groups;

use super::super::choices::Choices;
use super::super::decisions::Decisions;
use super::members::Members;
use super::{Assembled, Source, assemble, countries, dataset, frequency_name};

/// Adds what foreign files say to a native dataset. Nothing of its own is changed: vintages, claims, policies, names.
///
/// # Errors
/// Everything that is wrong with the files, or that they are of another frequency, currency or country.
pub fn join(native: Dataset, sources: &[Source], choices: &Choices) -> Result<Assembled, Vec<Problem>> {
    let foreign = assembled_for(&native, sources, choices)?;
    let file = sources.first().map_or("", |source| source.file.as_str());
    fits(&native, &foreign.dataset)
        .map_err(|what| vec![Problem::whole_file(file, what, word!("import.open-it-by-itself"))])?;
    let mut joining = Joining::new(native, &foreign);
    for series in &foreign.dataset.series {
        joining.series(&foreign.dataset, series);
    }
    let decisions = joining.decisions();
    let mut dataset = joining.finish();
    dataset.decisions.extend(foreign.dataset.decisions);
    dataset.decisions.extend(decisions.about(""));
    Ok(Assembled { dataset, wholes: foreign.wholes })
}

/// The foreign files as a dataset about the same country, where they have it.
fn assembled_for(native: &Dataset, sources: &[Source], choices: &Choices) -> Result<Assembled, Vec<Problem>> {
    let is_open = choices.reporter.is_none() && !native.reporter.is_empty();
    let names = countries::codes(&native.reporter).into_iter().chain([native.reporter.clone(), native.name.en.clone()]);
    let mut own = names
        .filter(|_| is_open)
        .filter_map(|name| assemble(sources, &Choices { reporter: Some(name), ..choices.clone() }).ok());
    own.next().map_or_else(|| assemble(sources, choices), Ok)
}

/// Why they cannot be one dataset.
fn fits(native: &Dataset, foreign: &Dataset) -> Result<(), String> {
    let differ =
        |of: &str, own: &str, other: &str| Err(say!("import.not-one-dataset", of = of, own = own, other = other));
    if native.frequency != foreign.frequency {
        let (own, other) = (frequency_name(native.frequency), frequency_name(foreign.frequency));
        return differ(word!("import.frequency"), own, other);
    }
    if !native.currency.is_empty() && native.currency != foreign.currency {
        return differ(word!("import.currency"), &native.currency, &foreign.currency);
    }
    let (own, other) = (&native.reporter, &foreign.reporter);
    let is_letters = |code: &String| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_letters(own) && is_letters(other) && !countries::are_same(own, other) {
        return differ(word!("import.reporter"), own, other);
    }
    Ok(())
}

struct Joining {
    native: Dataset,
    members: Members,
    /// Where the sources and files of the others begin.
    first_source: u16,
    first_file: u16,
    added: usize,
    equal: usize,
    differing: usize,
    example: Option<String>,
}

impl Joining {
    fn new(mut native: Dataset, foreign: &Assembled) -> Joining {
        let members = Members::join(&mut native, foreign);
        let (first_source, first_file) = (native.sources.len() as u16, native.files.len() as u16);
        let taken: Vec<String> = native.sources.iter().map(|source| source.id.clone()).collect();
        for mut source in foreign.dataset.sources.iter().cloned() {
            while taken.contains(&source.id) {
                source.id.push('+');
            }
            native.sources.push(source);
        }
        native.files.extend(foreign.dataset.files.iter().cloned());
        Joining { native, members, first_source, first_file, added: 0, equal: 0, differing: 0, example: None }
    }

    fn series(&mut self, foreign: &Dataset, series: &Series) {
        let SeriesKey { flow, item, partner, window } = series.key;
        let (Some(item), Some(partner)) = (self.members.item(item), self.members.partner(partner)) else { return };
        let key = SeriesKey { flow, item, partner, window };
        let at = self.native.series.binary_search_by(|series| series.key.cmp(&key));
        let is_own = at.is_ok();
        let at = at.unwrap_or_else(|at| {
            self.native.series.insert(at, Series { key, observations: Vec::new() });
            at
        });
        for observation in &series.observations {
            // What was added up of some goods is no total beside a published one.
            let is_sum = observation.source.is_some_and(|source| foreign.source(source).id == dataset::SUM);
            if !(is_sum && is_own) {
                self.observation(at, observation);
            }
        }
    }

    fn observation(&mut self, at: usize, other: &Observation) {
        let Series { key, observations } = &self.native.series[at];
        let own = observations.iter().filter(|own| own.period == other.period).max_by_key(|own| own.release);
        match own {
            None => {
                let mut added = *other;
                added.source = added.source.map(|source| SourceId(source.0 + self.first_source));
                added.origin.file += self.first_file;
                self.native.series[at].observations.push(added);
                self.added += 1;
            }
            Some(own) if agree(own, other) => self.equal += 1,
            Some(own) => {
                self.differing += 1;
                let name = self.native.series_name(*key);
                let [ours, theirs] = [own, other].map(|row| in_groups(&row.value.to_string()).into_owned());
                self.example = self.example.take().or_else(|| {
                    Some(say!(
                        "import.own-and-other",
                        series = name,
                        period = other.period.said(),
                        own = ours,
                        other = theirs
                    ))
                });
            }
        }
    }

    fn decisions(&self) -> Decisions {
        let mut decisions = Decisions::default();
        decisions.push(say!("import.joined", added = self.added, equal = self.equal));
        if let Some(example) = &self.example {
            decisions.doubt(say!("import.joined-differ", count = self.differing, example = example));
        }
        if self.added > 0 && self.native.has_release_dates() {
            decisions.push(word!("import.joined-undated"));
        }
        decisions
    }

    fn finish(mut self) -> Dataset {
        self.native.series.retain(|series| !series.observations.is_empty());
        for series in &mut self.native.series {
            series.observations.sort_by_key(|row| (row.period, row.release));
        }
        self.native
    }
}

/// True where two printed figures can be the same: they differ by no more than the coarser was rounded.
fn agree(own: &Observation, other: &Observation) -> bool {
    let apart = i128::from(own.value) - i128::from(other.value);
    2 * apart.abs() <= i128::from(own.rounding.max(other.rounding))
}

//! What a file is, in a page of text: format, encoding, periods, series, totals, what was skipped and why.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::domain::{Dataset, Problem};

use super::assemble::{self, Source};
use super::choices::Choices;
use super::extract::{Extent, Extract, Subject, TimePeriod};
use super::mapping::Mapping;
use super::micro::{Cube, Plan};
use super::{Files, Found, IMPORTERS};

/// A page about one or more files.
#[derive(Debug, Clone, Default)]
pub struct Description(String, Vec<(String, String)>);

/// So many names of a kind are listed.
const LISTED: usize = 6;

impl Description {
    /// Describes files.
    ///
    /// # Errors
    /// What is wrong with them. That a file holds no trade is no error here.
    pub fn of(files: &dyn Files, names: &[&str], choices: &Choices) -> Result<Description, Vec<Problem>> {
        let mut page = Description::default();
        if let [name] = names
            && super::is_toml(name)
        {
            page.native(name, &super::native::load_dataset(files, name)?);
            return Ok(page);
        }
        match super::read_all(files, names, choices)? {
            Found::Native => page.native(&names.join(", "), &super::native::load_tables(files, names)?),
            Found::Foreign(sources) => page.foreign(&sources, choices),
        }
        Ok(page)
    }

    /// Describes files of customs records, with the rows that are not in their sums.
    pub fn of_records(files: &[(String, &Plan)], cube: &Cube, lacking: &[Problem], dataset: &Dataset) -> Description {
        let mut page = Description::default();
        for (name, plan) in files {
            page.line("file", name);
            page.line("format", "records: a row for each period, flow, code of goods and partner");
            page.line("encoding", plan.columns.encoding.name());
            page.assumed(name, &plan.mapping());
            page.0.push('\n');
        }
        page.line("rows", format!("{} in the sums, {} not in them", cube.rows, cube.faults.bad()));
        for problem in lacking {
            page.line("lacking", problem.to_string());
        }
        page.line("dashboard", "yes");
        page.dataset(dataset);
        page
    }

    /// The page.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What was assumed about tables in no known format: names of mappings, and their content.
    pub fn mappings(&self) -> &[(String, String)] {
        &self.1
    }

    fn line(&mut self, name: &str, what: impl AsRef<str>) {
        _ = writeln!(self.0, "{name:<11} {}", what.as_ref());
    }

    fn native(&mut self, name: &str, dataset: &Dataset) {
        self.line("file", name);
        self.line("format", "native: docs/formats.md describes it");
        self.dataset(dataset);
    }

    fn foreign(&mut self, sources: &[Source], choices: &Choices) {
        for source in sources {
            self.source(source);
            self.0.push('\n');
        }
        match assemble::assemble(sources, choices) {
            Ok(assembled) => {
                self.line("dashboard", "yes");
                self.dataset(&assembled.dataset);
                for decision in assembled.decisions {
                    self.line("decided", decision);
                }
            }
            Err(problems) => {
                for problem in problems {
                    self.line("dashboard", format!("no: {}; {}", problem.what, problem.hint));
                }
            }
        }
    }

    fn source(&mut self, source: &Source) {
        let Source { file, format, encoding, extract, .. } = source;
        let importer = IMPORTERS.iter().find(|importer| importer.name == *format);
        let (title, known_by) = importer.map_or(("", ""), |importer| (importer.title, importer.known_by));
        self.line("file", file);
        self.line("format", format!("{format}: {title}"));
        self.line("known by", known_by);
        self.line("encoding", encoding);
        if !extract.title.is_empty() {
            self.line("title", &extract.title);
        }
        let missing = extract.facts.iter().filter(|fact| fact.value.is_none()).count();
        let values = extract.facts.len() - missing;
        self.line("values", format!("{values} in {} series, {missing} missing", extract.subjects.len()));
        self.line("periods", periods(extract));
        self.subjects(extract);
        for (reason, skipped) in &extract.skipped {
            self.line("skipped", format!("{}: {reason} (first in line {})", skipped.count, skipped.line));
        }
        for remark in &extract.remarks {
            self.line("note", remark);
        }
        if let Some(mapping) = &extract.assumed {
            self.assumed(file, mapping);
        }
    }

    fn assumed(&mut self, file: &str, mapping: &Mapping) {
        let saved = super::mapping::name_for(file);
        self.line("assumed", format!("which column is what; --save-map writes it to {saved}, to be corrected there"));
        for line in mapping.to_toml().lines() {
            _ = writeln!(self.0, "  {line}");
        }
        self.1.push((saved, mapping.to_toml()));
    }

    fn subjects(&mut self, extract: &Extract) {
        let all = |of: &dyn Fn(&Subject) -> String| distinct(extract.subjects.iter().map(|it| (of(it), of(it))));
        // One code may come with several spellings of its name.
        let coded = |of: &dyn Fn(&Subject) -> (String, String)| distinct(extract.subjects.iter().map(of));
        let wholes = |is_whole: &dyn Fn(&Subject) -> bool| extract.subjects.iter().any(is_whole);
        let mark = |has: bool| if has { ", with the total" } else { "" };
        self.list("reporters", &coded(&|it| (it.reporter.id().to_owned(), it.reporter.to_string())), "");
        self.list("measures", &all(&|subject| subject.measure.to_string()), "");
        let total = wholes(&|subject| subject.item.extent == Extent::Whole);
        self.list("items", &coded(&|it| (it.item.id().to_owned(), it.item.to_string())), mark(total));
        let world = wholes(&|subject| subject.partner.extent == Extent::Whole);
        self.list("partners", &coded(&|it| (it.partner.id().to_owned(), it.partner.to_string())), mark(world));
        self.list("units", &all(&|subject| subject.unit.to_string()), "");
        let mut dimensions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (name, value) in extract.subjects.iter().flat_map(|subject| &subject.dimensions) {
            dimensions.entry(name).or_default().insert(value);
        }
        for (name, values) in dimensions {
            let values: Vec<String> = values.into_iter().map(str::to_owned).collect();
            self.line("dimension", format!("{name}: {}", listed(&values)));
        }
    }

    fn list(&mut self, name: &str, values: &[String], remark: &str) {
        let values: Vec<String> = values.iter().filter(|value| !value.is_empty()).cloned().collect();
        if !values.is_empty() {
            self.line(name, format!("{}{remark}", listed(&values)));
        }
    }

    fn dataset(&mut self, dataset: &Dataset) {
        self.line("name", &dataset.name.en);
        if let Some((first, last)) = dataset.span() {
            let frequency = assemble::frequency_name(dataset.frequency);
            self.line("shown", format!("{first} to {last}, {frequency}, in {}", dataset.currency));
        }
        let (items, partners) = (dataset.items.len() - 1, dataset.partners.len() - 1);
        self.line(
            "series",
            format!("{}, of {items} items and {partners} partners beside the totals", dataset.series.len()),
        );
        if let Some(item) = dataset.focus_item {
            self.line("focus", format!("{}: the item with the largest exports", dataset.item(item).name.en));
        }
    }
}

/// The names of different ids, each once.
fn distinct(values: impl Iterator<Item = (String, String)>) -> Vec<String> {
    let mut known = BTreeSet::new();
    values.filter_map(|(id, name)| known.insert(id).then_some(name)).collect()
}

fn listed(values: &[String]) -> String {
    let more = values.len().saturating_sub(LISTED);
    let shown = values[..values.len() - more].join("; ");
    match more {
        0 if values.len() == 1 => shown,
        0 => format!("{}: {shown}", values.len()),
        more => format!("{}: {shown}; and {more} more", values.len()),
    }
}

/// First and last period of each frequency.
fn periods(extract: &Extract) -> String {
    let mut spans: BTreeMap<&str, (TimePeriod, TimePeriod)> = BTreeMap::new();
    for period in extract.facts.iter().map(|fact| fact.period) {
        let span = spans.entry(period.frequency_name()).or_insert((period, period));
        *span = (span.0.min(period), span.1.max(period));
    }
    let spans: Vec<String> =
        spans.into_iter().map(|(name, (first, last))| format!("{first} to {last}, {name}")).collect();
    if spans.is_empty() { "none".to_owned() } else { spans.join("; ") }
}

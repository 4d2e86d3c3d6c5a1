//! What a file is, in a page of text: format, encoding, periods, series, totals, what was skipped and why.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use crate::domain::{Dataset, Decision, Problem};
use crate::say;
use crate::word;

use super::assemble::{self, Assembled, Source};
use super::choices::Choices;
use super::extract::{Extent, Extract, Subject, TimePeriod};
use super::mapping::Mapping;
use super::micro::{Cube, Plan};
use super::{Files, Found, IMPORTERS};

/// A page about one or more files.
#[derive(Debug, Clone, Default)]
pub struct Description(String, Vec<(String, String)>);

/// Cells for the names of lines.
const LABEL: usize = 11;

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
            Found::Foreign(sources) => {
                page.sources(&sources);
                page.assembled(assemble::assemble_all(sources, choices), &[]);
            }
            Found::Both(native, sources) => {
                page.native(&native.files.join(", "), &native);
                page.0.push('\n');
                page.sources(&sources);
                let told = native.decisions.clone();
                page.assembled(assemble::join(*native, &sources, choices), &told);
            }
        }
        Ok(page)
    }

    /// Describes files of customs records, with the rows that are not in their sums.
    pub fn of_records(files: &[(String, &Plan)], cube: &Cube, lacking: &[Problem], dataset: &Dataset) -> Description {
        let mut page = Description::default();
        for (name, plan) in files {
            page.line(word!("import.label-file"), name);
            page.line(word!("import.label-format"), word!("import.format-records"));
            page.line(word!("import.label-encoding"), plan.columns.encoding.name());
            page.assumed(name, &plan.mapping());
            page.0.push('\n');
        }
        page.line(word!("import.label-rows"), say!("import.rows-in-sums", rows = cube.rows, bad = cube.faults.bad()));
        if cube.foreign > 0 {
            page.line(word!("import.label-left-out"), say!("import.rows-of-others", n = cube.foreign));
        }
        for problem in lacking {
            page.line(word!("import.label-lacking"), problem.to_string());
        }
        for decision in &dataset.decisions {
            page.line(word!("import.label-note"), &decision.words);
        }
        page.line(word!("import.label-dashboard"), word!("import.yes"));
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
        let gap = LABEL.saturating_sub(name.width());
        _ = writeln!(self.0, "{name}{:gap$} {}", "", what.as_ref());
    }

    fn native(&mut self, name: &str, dataset: &Dataset) {
        self.line(word!("import.label-file"), name);
        self.line(word!("import.label-format"), word!("import.native-docs-formats-md"));
        self.dataset(dataset);
        for Decision { file, words, .. } in &dataset.decisions {
            let about = if file.is_empty() { String::new() } else { format!("{file}: ") };
            self.line(word!("import.label-decided"), about + words);
        }
    }

    fn sources(&mut self, sources: &[Source]) {
        for source in sources {
            self.source(source);
            self.0.push('\n');
        }
    }

    /// The dataset of some sources, without the decisions that the page told already.
    fn assembled(&mut self, assembled: Result<Assembled, Vec<Problem>>, told: &[Decision]) {
        match assembled {
            Ok(assembled) => {
                self.line(word!("import.label-dashboard"), word!("import.yes"));
                self.dataset(&assembled.dataset);
                let decisions = assembled.dataset.decisions.iter();
                // Those about one file stand with it.
                for decision in decisions.filter(|decision| decision.file.is_empty() && !told.contains(decision)) {
                    self.line(word!("import.label-decided"), &decision.words);
                }
            }
            Err(problems) => {
                for problem in problems {
                    self.line(
                        word!("import.label-dashboard"),
                        say!("import.no", what = problem.what, hint = problem.hint),
                    );
                }
            }
        }
    }

    fn source(&mut self, source: &Source) {
        let Source { file, format, encoding, extract, .. } = source;
        let importer = IMPORTERS.iter().find(|importer| importer.name == *format);
        let (title, known_by) = importer.map_or(("", ""), |importer| ((importer.title)(), (importer.known_by)()));
        self.line(word!("import.label-file"), file);
        self.line(word!("import.label-format"), format!("{format}: {title}"));
        self.line(word!("import.label-known-by"), known_by);
        self.line(word!("import.label-encoding"), encoding);
        if !extract.title.is_empty() {
            self.line(word!("import.label-title"), &extract.title);
        }
        let missing = extract.facts.iter().filter(|fact| fact.value.is_none()).count();
        let values = extract.facts.len() - missing;
        self.line(
            word!("import.label-values"),
            say!("import.series-missing", values = values, n = extract.subjects.len(), missing = missing),
        );
        self.line(word!("import.label-periods"), periods(extract));
        self.subjects(extract);
        for (reason, skipped) in &extract.skipped {
            self.line(
                word!("import.label-skipped"),
                say!("import.first-line", skipped = skipped.count, reason = reason, line = skipped.line),
            );
        }
        for remark in extract.remarks.words() {
            self.line(word!("import.label-note"), remark);
        }
        if let Some(mapping) = &extract.assumed {
            self.assumed(file, mapping);
        }
    }

    fn assumed(&mut self, file: &str, mapping: &Mapping) {
        let saved = super::mapping::name_for(file);
        self.line(word!("import.label-assumed"), say!("import.which-column-what-save", saved = saved));
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
        let mark = |has: bool| if has { word!("import.total") } else { "" };
        self.list(
            word!("import.label-reporters"),
            &coded(&|it| (it.reporter.id().to_owned(), it.reporter.to_string())),
            "",
        );
        self.list(word!("import.label-measures"), &all(&|subject| subject.measure.to_string()), "");
        let total = wholes(&|subject| subject.item.extent == Extent::Whole);
        self.list(
            word!("import.label-items"),
            &coded(&|it| (it.item.id().to_owned(), it.item.to_string())),
            mark(total),
        );
        let world = wholes(&|subject| subject.partner.extent == Extent::Whole);
        self.list(
            word!("import.label-partners"),
            &coded(&|it| (it.partner.id().to_owned(), it.partner.to_string())),
            mark(world),
        );
        self.list(word!("import.label-units"), &all(&|subject| subject.unit.to_string()), "");
        let mut dimensions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (name, value) in extract.subjects.iter().flat_map(|subject| &subject.dimensions) {
            dimensions.entry(name).or_default().insert(value);
        }
        for (name, values) in dimensions {
            let values: Vec<String> = values.into_iter().map(str::to_owned).collect();
            self.line(word!("import.label-dimension"), format!("{name}: {}", listed(&values)));
        }
    }

    fn list(&mut self, name: &str, values: &[String], remark: &str) {
        let values: Vec<String> = values.iter().filter(|value| !value.is_empty()).cloned().collect();
        if !values.is_empty() {
            self.line(name, format!("{}{remark}", listed(&values)));
        }
    }

    fn dataset(&mut self, dataset: &Dataset) {
        self.line(word!("import.label-name"), dataset.name.here());
        if let Some((first, last)) = dataset.span() {
            let frequency = assemble::frequency_name(dataset.frequency);
            self.line(
                word!("import.label-shown"),
                say!("import.to-in", first = first, last = last, frequency = frequency, currency = dataset.currency),
            );
        }
        let (items, partners) = (dataset.items.len() - 1, dataset.partners.len() - 1);
        self.line(
            word!("import.label-series"),
            say!("import.items-partners-beside-totals", n = dataset.series.len(), items = items, partners = partners),
        );
        if let Some(item) = dataset.focus_item {
            self.line(word!("import.label-focus"), say!("import.focus", item = dataset.item(item).name.here()));
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
        more => say!("import.more-2", n = values.len(), shown = shown, more = more),
    }
}

/// First and last period of each frequency.
fn periods(extract: &Extract) -> String {
    let mut spans: BTreeMap<&str, (TimePeriod, TimePeriod)> = BTreeMap::new();
    for period in extract.facts.iter().map(|fact| fact.period) {
        let span = spans.entry(period.frequency_name()).or_insert((period, period));
        *span = (span.0.min(period), span.1.max(period));
    }
    let spans: Vec<String> = spans
        .into_iter()
        .map(|(name, (first, last))| say!("import.to", first = first, last = last, name = name))
        .collect();
    if spans.is_empty() { word!("import.none").to_owned() } else { spans.join("; ") }
}

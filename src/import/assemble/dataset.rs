//! From cells to a dataset: ids, names, sources.

use std::collections::HashSet;

use crate::domain::{
    Dataset, Flow, Item, ItemId, Observation, Origin, Partner, PartnerId, Period, Problem, Release, Series, SeriesKey,
    SourceId, Text, Window,
};
use crate::say;
use crate::word;
use crate::words::{self, Language};

use super::super::extract::{Area, Extent, Goods};
use super::super::native::Builder;
use super::Source;
use super::cells::{Cell, Cells};
use super::countries;
use super::line::Line;
use super::narrow::Strand;

/// Codes that a dataset has room for.
const MOST_CODES: usize = 65_000;

/// The id of the source that stands for what was added up here.
pub(super) const SUM: &str = "sum";

/// Makes the dataset but for its observations.
pub(super) fn begun(sources: &[Source], strands: &[Strand<'_>], cells: &Cells) -> Result<Builder, Vec<Problem>> {
    let first = sources.first().map_or("", |source| source.file.as_str());
    if cells.items.len().max(cells.partners.len()) > MOST_CODES {
        let problem =
            Problem::whole_file(first, word!("import.more-than-65-000"), word!("import.split-file-aggregate-first"));
        return Err(vec![problem]);
    }
    let mut builder = Builder::new(first);
    about(&mut builder, sources, strands, cells);
    list_items(&mut builder, cells);
    list_partners(&mut builder, cells);
    for source in sources {
        builder.file(&source.file);
    }
    builder.list_sources(sources_of(sources, cells));
    if let Some(period) = cells.series.values().find_map(Line::first) {
        builder.declare(period.frequency());
    }
    Ok(builder)
}

/// Puts the observations into it; `sums` is the number of the source of what was added up.
pub(super) fn filled(mut builder: Builder, cells: Cells, sums: usize) -> Result<Dataset, Vec<Problem>> {
    // Each line goes when its observations are there: both together take much room.
    for ((flow, item, partner), line) in cells.series {
        let (item, partner) = (ItemId(item as u16), PartnerId(partner as u16));
        let mut observations = Vec::with_capacity(line.len());
        let own = |(period, cell): &(Period, Cell)| Some(observation(*period, cell.value?, cell, sums));
        observations.extend(line.into_iter().filter_map(own));
        builder.add_all(SeriesKey { flow, item, partner, window: Window::Whole }, observations);
    }
    let mut problems = Vec::new();
    let dataset = builder.finish(&mut problems);
    if problems.is_empty() { Ok(with_focus(dataset)) } else { Err(problems) }
}

fn observation(period: Period, value: i64, cell: &Cell, sum_source: usize) -> Observation {
    let source = if cell.is_sum { sum_source as u16 } else { cell.source };
    Observation {
        period,
        value,
        rounding: cell.rounding,
        status: cell.status,
        release: Release { date: None, presumed: false },
        source: Some(SourceId(source)),
        origin: Origin { file: cell.source, line: cell.line },
    }
}

/// One source for each file, and one for what was added up.
fn sources_of(sources: &[Source], cells: &Cells) -> Vec<crate::domain::Source> {
    let mut list: Vec<crate::domain::Source> = Vec::new();
    let mut ids = HashSet::from([SUM.to_owned()]);
    for Source { file, format, extract, .. } in sources {
        let title =
            if extract.title.is_empty() { format!("{file} ({format})") } else { format!("{}, {file}", extract.title) };
        let id = free_id(&mut ids, &short_name(file), "file");
        let (publisher, title) = (extract.publisher.clone(), Text::plain(title));
        list.push(crate::domain::Source { id, publisher, title, url: String::new() });
    }
    if cells.series.values().flat_map(|line| line.values()).any(|cell| cell.is_sum) {
        let title = Text::said(|| word!("import.added-up").to_owned());
        list.push(crate::domain::Source { id: SUM.to_owned(), title, ..Default::default() });
    }
    list
}

/// The name of a file without its folder.
fn short_name(file: &str) -> String {
    std::path::Path::new(file).file_name().map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned())
}

fn about(builder: &mut Builder, sources: &[Source], strands: &[Strand<'_>], cells: &Cells) {
    let Some(strand) = strands.first() else { return };
    let extract = &sources[strand.source].extract;
    let reporters = strands.iter().map(|strand| &strand.subject.reporter);
    let reporter = reporters.clone().find(|area| !area.id().is_empty()).cloned().unwrap_or_default();
    let name = match (reporter.label.as_str(), reporter.code.as_str()) {
        ("", "") if extract.title.is_empty() => builder.main_name(),
        ("", "") => extract.title.clone(),
        ("", code) => code.to_owned(),
        (label, _) => label.to_owned(),
    };
    let dataset = &mut builder.dataset;
    dataset.name = Text::said(|| whole_name(here(&reporter, &name), cells));
    dataset.id = slug(&dataset.name.en);
    dataset.reporter = reporter.code;
    dataset.currency = strand.currency.clone();
    dataset.basis = extract.basis.clone();
    dataset.valuation = extract.valuation.clone();
}

/// The name with what the whole is, where it is not everything.
fn whole_name(reporter: &str, cells: &Cells) -> String {
    let mut name = reporter.to_owned();
    if cells.items[0].extent != Extent::Whole {
        name = format!("{name}: {}", cells.items[0]);
    }
    if cells.partners[0].extent != Extent::Whole {
        name = say!("import.name-with", name = name, partners = cells.partners[0]);
    }
    name
}

/// The name of an area in the language of the thread; `name` where none is known in it.
fn here<'a>(area: &Area, name: &'a str) -> &'a str {
    match words::language() {
        Language::English => name,
        Language::Korean => countries::korean(area).unwrap_or(name),
    }
}

/// Letters and digits, the rest as single hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().take(40) {
        if letter.is_alphanumeric() {
            slug.extend(letter.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn list_items(builder: &mut Builder, cells: &Cells) {
    let mut ids = HashSet::from([String::new()]);
    let parents = cells.parents();
    for (at, goods) in cells.items.iter().enumerate().skip(1) {
        let label = if goods.label.is_empty() { &goods.code } else { &goods.label };
        builder.list_item(Item {
            id: free_id(&mut ids, goods.id(), &goods.classification),
            classification: goods.classification.clone(),
            name: Text::plain(label.clone()),
            short: Text::plain(short(goods)),
            aggregate: goods.extent != Extent::Part,
            part_of: parents[at].map(|whole| ItemId(whole as u16)),
        });
    }
}

fn short(goods: &Goods) -> String {
    if goods.label.is_empty() || goods.label.chars().count() > 30 { goods.id().to_owned() } else { goods.label.clone() }
}

fn list_partners(builder: &mut Builder, cells: &Cells) {
    let mut ids = HashSet::from([String::new()]);
    for area in cells.partners.iter().skip(1) {
        let label = if area.label.is_empty() { &area.code } else { &area.label };
        builder.list_partner(Partner {
            id: free_id(&mut ids, area.id(), "partner"),
            // Groups are never added to or compared with countries.
            scheme: if area.extent == Extent::Part { "countries" } else { "groups" }.to_owned(),
            name: Text::said(|| here(area, label).to_owned()),
            short: Text::default(),
            part_of: None,
            code: iso2(area),
            aggregate: area.extent != Extent::Part,
        });
    }
}

fn iso2(area: &Area) -> String {
    let is_iso = area.code.len() == 2 && area.code.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_iso && area.extent == Extent::Part { area.code.clone() } else { String::new() }
}

/// The id, or one made from it that is not taken.
fn free_id(ids: &mut HashSet<String>, id: &str, prefix: &str) -> String {
    // A tidy CSV trims its cells.
    let id = id.trim();
    let mut free = if id.is_empty() { prefix.to_owned() } else { id.to_owned() };
    let mut number = 1;
    while !ids.insert(free.clone()) {
        number += 1;
        free = format!("{prefix} {id} {number}").trim().to_owned();
    }
    free
}

/// The kind of goods with the largest exports is what panel 3 is about.
fn with_focus(mut dataset: Dataset) -> Dataset {
    let is_candidate = |series: &&Series| {
        let SeriesKey { flow, item, partner, .. } = series.key;
        flow == Flow::Export && item != ItemId::TOTAL && partner == PartnerId::WORLD && !dataset.item(item).aggregate
    };
    let size = |series: &&Series| series.observations.iter().map(|row| i128::from(row.value)).sum::<i128>();
    let largest = dataset.series.iter().filter(is_candidate).max_by_key(size).map(|series| series.key.item);
    dataset.focus_item = largest.filter(|_| dataset.has_total(Flow::Export));
    dataset
}

//! From sums to what panels show: totals, goods one level down, partners.

use std::collections::HashSet;

use crate::domain::money::LIMIT;
use crate::domain::{
    Dataset, Decision, Flow, Item, ItemId, ObsStatus, Observation, Origin, Partner, PartnerId, Problem, Release, Scope,
    SeriesKey, Source, SourceId, Text,
};
use crate::say;
use crate::word;
use crate::words::{self, Language};

use super::super::native::Builder;
use super::columns::FlowColumn;
use super::{Cube, Plan, names};

/// A dataset of the sums of a scope.
///
/// # Errors
/// Sums beyond what an amount may be, periods of several lengths, or no row at all.
pub fn of(cube: &Cube, plan: &Plan, scope: &Scope, files: &[String]) -> Result<Dataset, Vec<Problem>> {
    let file = files.first().map_or("", String::as_str);
    let basis = in_both(|| match cube.faults.bad() {
        0 => word!("micro.basis").to_owned(),
        bad => say!("micro.basis_lacking", bad = bad),
    });
    let title = in_both(|| {
        let rows = match cube.faults.bad() {
            0 => say!("micro.source", rows = cube.rows, file = file),
            bad => say!("micro.source_lacking", rows = cube.rows, file = file, bad = bad),
        };
        match cube.foreign {
            0 => rows,
            foreign => format!("{rows}; {}", say!("import.rows-of-others", n = foreign)),
        }
    });
    made((cube, plan, scope), files, basis, title)
}

/// A dataset of the sums of those periods that are complete while the rest is being read: it says so.
///
/// # Errors
/// As for the whole.
pub fn so_far(cube: &Cube, plan: &Plan, scope: &Scope, files: &[String]) -> Result<Dataset, Vec<Problem>> {
    let file = files.first().map_or("", String::as_str);
    let basis = in_both(|| word!("micro.basis_so_far").to_owned());
    made((cube, plan, scope), files, basis, in_both(|| say!("micro.source_so_far", file = file)))
}

fn made(
    (cube, plan, scope): (&Cube, &Plan, &Scope),
    files: &[String],
    basis: Text,
    title: Text,
) -> Result<Dataset, Vec<Problem>> {
    let file = files.first().map_or("", String::as_str);
    let mut builder = Builder::new(file);
    about(&mut builder, basis, plan, scope);
    for file in files {
        builder.file(file);
    }
    builder.list_sources(vec![Source { id: "sum".to_owned(), title, ..Source::default() }]);
    let mut filing = Filing { builder, cube, power: plan.power, problems: Vec::new(), file };
    filing.totals();
    filing.goods(scope);
    filing.partners(scope);
    let Filing { mut builder, mut problems, .. } = filing;
    builder.dataset.decisions.extend(flow_of_name(plan, file));
    let dataset = builder.finish(&mut problems);
    if problems.is_empty() { Ok(with_focus(dataset)) } else { Err(problems) }
}

/// That the flow is the one that the file is called after.
fn flow_of_name(plan: &Plan, file: &str) -> Option<Decision> {
    let FlowColumn::Always(flow) = plan.columns.flow else { return None };
    let said = say!("import.flow-read-as", flow = flow.word(), why = word!("import.its-name-says"));
    plan.is_flow_of_name.then(|| Decision { file: file.to_owned(), words: said, is_doubtful: true })
}

fn about(builder: &mut Builder, basis: Text, plan: &Plan, scope: &Scope) {
    let reporter = plan.columns.reporter.as_ref().map(|reporter| plan.columns.text(&reporter.text).into_owned());
    let country = reporter.as_deref().and_then(names::country);
    let name = in_both(|| {
        let whole = country.as_ref().map(|(_, name)| name.here().to_owned()).or(reporter.clone());
        [vec![whole.unwrap_or_else(|| builder.main_name())], names::crumbs(scope)].concat().join(" › ")
    });
    let dataset = &mut builder.dataset;
    dataset.id = builder_id(&name.en);
    dataset.name = name;
    dataset.scope = Some(scope.clone());
    dataset.reporter = country.map_or(reporter.unwrap_or_default(), |(code, _)| code.to_owned());
    dataset.basis = basis;
    dataset.currency.clone_from(&plan.currency);
}

/// Letters and digits of a name.
fn builder_id(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).take(40).collect()
}

/// What is said, in both languages.
fn in_both(said: impl Fn() -> String) -> Text {
    let [en, ko] = [Language::English, Language::Korean].map(|language| words::in_language(language, &said));
    Text { en, ko }
}

struct Filing<'a> {
    builder: Builder,
    cube: &'a Cube,
    power: u32,
    problems: Vec<Problem>,
    file: &'a str,
}

impl Filing<'_> {
    fn totals(&mut self) {
        let (cube, power) = (self.cube, self.power);
        self.series(SeriesKey::total, |period, flow| cube.total(period, flow, power));
    }

    /// Goods one level below the scope; rows that go no further down are no part of it.
    fn goods(&mut self, scope: &Scope) {
        let (cube, power) = (self.cube, self.power);
        let mut order: Vec<usize> = (0..cube.goods.len()).filter(|at| cube.goods[*at] != scope.product).collect();
        order.sort_by(|a, b| cube.goods[*a].cmp(&cube.goods[*b]));
        for at in order {
            let id = ItemId(self.builder.dataset.items.len() as u16);
            let sum = |period, flow| cube.of_goods(period, flow, at, power);
            if self.series(|flow| SeriesKey::item(flow, id), sum) {
                let (name, code) = (names::goods(&cube.goods[at]), cube.goods[at].clone());
                let short = Text::plain(code.clone());
                let name = match name.en == code {
                    true => name,
                    false => Text { en: format!("{code} {}", name.en), ko: format!("{code} {}", name.ko) },
                };
                let classification = "HS".to_owned();
                self.builder.list_item(Item { id: code, classification, name, short, ..Item::default() });
            }
        }
    }

    fn partners(&mut self, scope: &Scope) {
        if scope.partner.is_some() {
            return;
        }
        let (cube, power) = (self.cube, self.power);
        let mut order: Vec<usize> = (0..cube.partners.len()).collect();
        order.sort_by(|a, b| cube.partners[*a].cmp(&cube.partners[*b]));
        for at in order {
            let partner = PartnerId(self.builder.dataset.partners.len() as u16);
            let sum = |period, flow| cube.of_partner(period, flow, at, power);
            if self.series(|flow| SeriesKey { partner, ..SeriesKey::total(flow) }, sum) {
                let id = cube.partners[at].clone();
                let (code, name) = names::country(&id).unwrap_or_else(|| ("", Text::plain(id.clone())));
                let (scheme, code) = ("countries".to_owned(), code.to_owned());
                self.builder.list_partner(Partner { id, scheme, name, code, ..Partner::default() });
            }
        }
    }

    /// Files the sums of both flows; true where there is one.
    fn series(&mut self, key: impl Fn(Flow) -> SeriesKey, sum: impl Fn(usize, Flow) -> Option<i128>) -> bool {
        let mut is_any = false;
        for flow in [Flow::Export, Flow::Import] {
            for at in 0..self.cube.periods.len() {
                if let Some(value) = sum(at, flow) {
                    is_any = true;
                    self.add(key(flow), at, value);
                }
            }
        }
        is_any
    }

    fn add(&mut self, key: SeriesKey, at: usize, value: i128) {
        let period = self.cube.periods[at];
        let Some(value) = i64::try_from(value).ok().filter(|value| value.abs() <= LIMIT) else {
            let what = say!("micro.too_large", period = period);
            return self.problems.push(Problem::whole_file(self.file, what, word!("micro.check_unit")));
        };
        if !self.builder.accepts(period) {
            let what = say!("micro.frequencies", period = period);
            return self.problems.push(Problem::whole_file(self.file, what, word!("micro.one_frequency")));
        }
        let rounding = 10_i64.pow(self.power);
        let (status, source) = (ObsStatus::Normal, Some(SourceId(0)));
        let release = Release { date: None, presumed: false };
        let origin = Origin { file: 0, line: 0 };
        self.builder.add(key, Observation { period, value, rounding, status, release, source, origin });
    }
}

/// The goods with the largest exports are what panel 3 is about.
fn with_focus(mut dataset: Dataset) -> Dataset {
    let names: HashSet<ItemId> = (1..dataset.items.len()).map(|at| ItemId(at as u16)).collect();
    let size = |item: &ItemId| {
        let series = dataset.series(SeriesKey::item(Flow::Export, *item));
        series.map_or(0, |(_, series)| series.observations.iter().map(|row| i128::from(row.value)).sum::<i128>())
    };
    dataset.focus_item = names.into_iter().max_by_key(|item| (size(item), std::cmp::Reverse(item.0)));
    dataset.focus_item = dataset.focus_item.filter(|_| dataset.has_total(Flow::Export));
    dataset
}

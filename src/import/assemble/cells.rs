//! All amounts by flow, goods, partner and period; repeated and contradictory rows are found here.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{Flow, ObsStatus, Period, Problem, Said};
use crate::say;
use crate::word;
use crate::words::in_groups;

use super::super::decisions::Decisions;
use super::super::extract::{Area, Extent, Goods};
use super::super::formats::{regions, words};
use super::super::place::shown;
use super::Source;
use super::line::Line;
use super::narrow::Strand;

/// What stands between the name of goods and that of a part of them.
const WITHIN: [&str; 6] = [" - ", " – ", " — ", " > ", " / ", ": "];

/// What was said of one flow of one item with one partner in one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// Whole units of the currency; `None` where the file says that it is missing.
    pub value: Option<i64>,
    /// What it was rounded to.
    pub rounding: i64,
    /// Settled, provisional …
    pub status: ObsStatus,
    /// Index of the source.
    pub source: u16,
    /// Where in its file.
    pub line: u32,
    /// True where it was added up here.
    pub is_sum: bool,
}

/// Flow, index of the goods, index of the partner; 0 is the whole.
pub(super) type Key = (Flow, usize, usize);

/// All amounts.
pub(super) struct Cells {
    /// The goods; index 0 is the whole, and its label says of what where it is not everything.
    pub items: Vec<Goods>,
    /// The partners; index 0 is the whole.
    pub partners: Vec<Area>,
    /// Amounts by series.
    pub series: BTreeMap<Key, Line>,
}

impl Cells {
    /// Sorts the strands into cells.
    ///
    /// # Errors
    /// Rows of one file that contradict each other, and amounts out of range.
    pub fn collect(
        sources: &[Source],
        strands: &[Strand<'_>],
        decisions: &mut Decisions,
    ) -> Result<Cells, Vec<Problem>> {
        let items = goods(strands);
        let mut partners = areas(strands);
        let groups = regions::settle(&mut partners);
        if !groups.is_empty() {
            decisions.push(say!("import.regions-not-added", names = groups.join("; ")));
        }
        let item_at = index(items.iter().map(|item| (item.classification.clone(), item.id().to_owned())));
        let partner_at = index(partners.iter().map(|partner| partner.id().to_owned()));
        let mut cells = Cells { items, partners, series: BTreeMap::new() };
        let mut filing = Filing { sources, problems: Vec::new(), repeated: 0, replaced: 0, example: None, lost: 0 };
        let key = |strand: &Strand<'_>| {
            let (item, partner) = (&strand.subject.item, &strand.subject.partner);
            let item = item_at.get(&(item.classification.clone(), item.id().to_owned())).copied().unwrap_or(0);
            (strand.flow, item, partner_at.get(partner.id()).copied().unwrap_or(0))
        };
        let mut keyed: Vec<(Key, &Strand<'_>)> = strands.iter().map(|strand| (key(strand), strand)).collect();
        // In the order in which they will go again, so that the room of those that are gone is of use.
        keyed.sort_by_key(|(key, _)| *key);
        for (key, strand) in keyed {
            filing.file(strand, cells.series.entry(key).or_default());
        }
        cells.series.retain(|_, line| line.values().any(|cell| cell.value.is_some()));
        filing.report(decisions);
        if filing.problems.is_empty() { Ok(cells) } else { Err(super::super::shortened(filing.problems)) }
    }

    /// For each of the goods the one that it lies within: of codes made of digits in one classification, a longer one
    /// that begins with a shorter one is a part of it, `8542` of `85`; of names, `Electronics - Displays` of `Electronics`.
    pub fn parents(&self) -> Vec<Option<usize>> {
        let is_code = |goods: &&Goods| {
            goods.extent != Extent::Whole
                && !goods.code.is_empty()
                && goods.code.bytes().all(|byte| byte.is_ascii_digit())
        };
        let coded = || self.items.iter().enumerate().filter(|(_, goods)| is_code(goods));
        let places: HashMap<(&str, &str), usize> =
            coded().map(|(at, goods)| ((goods.classification.as_str(), goods.code.as_str()), at)).collect();
        let mut parents = vec![None; self.items.len()];
        for (at, goods) in coded() {
            let upper = |length: usize| places.get(&(goods.classification.as_str(), &goods.code[..length]));
            parents[at] = (1..goods.code.len()).rev().find_map(upper).copied();
        }
        let named =
            || self.items.iter().enumerate().filter(|(_, goods)| goods.code.is_empty() && !goods.label.is_empty());
        let names: HashMap<(&str, &str), usize> =
            named().map(|(at, goods)| ((goods.classification.as_str(), goods.label.as_str()), at)).collect();
        for (at, goods) in named().filter(|(_, goods)| goods.extent != Extent::Whole) {
            let upper =
                |end: (usize, &str)| names.get(&(goods.classification.as_str(), goods.label[..end.0].trim_end()));
            let ends = WITHIN.iter().filter_map(|between| goods.label.rmatch_indices(between).next());
            parents[at] = parents[at].or_else(|| ends.filter_map(upper).find(|other| **other != at).copied());
        }
        parents
    }
}

fn index<K: std::hash::Hash + Eq>(ids: impl Iterator<Item = K>) -> HashMap<K, usize> {
    let mut found = HashMap::new();
    for (at, id) in ids.enumerate() {
        found.entry(id).or_insert(at);
    }
    found
}

/// The goods, the whole first. Where there is one kind alone and no whole, the dataset is about that kind.
fn goods(strands: &[Strand<'_>]) -> Vec<Goods> {
    let mut parts: Vec<Goods> = Vec::new();
    let mut known: HashMap<(&str, &str), ()> = HashMap::new();
    let mut whole = None;
    for item in strands.iter().map(|strand| &strand.subject.item) {
        if item.extent == Extent::Whole {
            whole.get_or_insert_with(|| item.clone());
        } else if known.insert((&item.classification, item.id()), ()).is_none() {
            parts.push(if words::is_of_which(&item.label) { item.clone().being(Extent::Group) } else { item.clone() });
        }
    }
    // What lies within others stands behind them.
    parts.sort_by_key(|goods| if goods.code.bytes().all(|byte| byte.is_ascii_digit()) { goods.code.len() } else { 0 });
    match whole {
        Some(whole) => [whole].into_iter().chain(parts).collect(),
        None if parts.len() == 1 => parts,
        None => [Goods::all()].into_iter().chain(parts).collect(),
    }
}

/// The partners, the whole first, by the same rule.
fn areas(strands: &[Strand<'_>]) -> Vec<Area> {
    let mut parts: Vec<Area> = Vec::new();
    let mut known: HashMap<&str, ()> = HashMap::new();
    let mut whole = None;
    for partner in strands.iter().map(|strand| &strand.subject.partner) {
        if partner.extent == Extent::Whole {
            whole.get_or_insert_with(|| partner.clone());
        } else if known.insert(partner.id(), ()).is_none() {
            parts.push(partner.clone());
        }
    }
    match whole {
        Some(whole) => [whole].into_iter().chain(parts).collect(),
        None if parts.len() == 1 => parts,
        None => [Area::world()].into_iter().chain(parts).collect(),
    }
}

/// Puts facts into cells, and remembers what met there.
struct Filing<'a> {
    sources: &'a [Source],
    problems: Vec<Problem>,
    repeated: usize,
    replaced: usize,
    example: Option<String>,
    lost: usize,
}

impl Filing<'_> {
    fn file(&mut self, strand: &Strand<'_>, line: &mut Line) {
        let mut cells = Vec::with_capacity(strand.facts.len());
        for fact in strand.facts.iter() {
            let Some(period) = fact.period.period() else { continue };
            let mut cell = Cell {
                value: None,
                rounding: 1,
                status: fact.status,
                source: strand.source as u16,
                line: fact.line,
                is_sum: strand.is_sum,
            };
            if let Some(number) = fact.value {
                self.lost += usize::from(number.exponent > 0 && number.digits != 0);
                let Some(amount) = number.amount(strand.power) else {
                    self.too_large(&cell, &number.to_string());
                    continue;
                };
                (cell.value, cell.rounding) = (Some(amount.value), amount.rounding);
            }
            cells.push((period, cell));
        }
        line.add(cells, |period, before, after| self.meet(strand, period, before, after));
    }

    /// Which of two statements about the same cell holds.
    fn meet(&mut self, strand: &Strand<'_>, period: Period, before: Cell, after: Cell) -> Cell {
        let (Some(old), Some(new)) = (before.value, after.value) else {
            return if after.value.is_some() { after } else { before };
        };
        if old == new {
            self.repeated += 1;
            return before;
        }
        let file = |cell: &Cell| self.sources[usize::from(cell.source)].file.clone();
        let flow = strand.flow;
        if before.source != after.source {
            self.replaced += 1;
            let example = || {
                say!(
                    "import.in-in",
                    flow = flow.word(),
                    period = period.said(),
                    old = in_groups(&old.to_string()),
                    before = file(&before),
                    new = in_groups(&new.to_string()),
                    after = file(&after)
                )
            };
            self.example = self.example.take().or_else(|| Some(example()));
            return after;
        }
        let of = [
            (strand.subject.item.extent, strand.subject.item.id()),
            (strand.subject.partner.extent, strand.subject.partner.id()),
        ];
        let names = of.iter().filter(|(extent, _)| *extent != Extent::Whole).map(|(_, id)| format!(", {}", shown(id)));
        let what = say!(
            "import.second-value-another-number",
            flow = flow.word(),
            period = period,
            names = names.collect::<String>()
        );
        let hint = say!("import.first-line-here-remove", line = before.line, old = old, new = new);
        self.problems.push(Problem::new(file(&after), after.line as usize, 0, what, hint));
        before
    }

    fn too_large(&mut self, cell: &Cell, number: &str) {
        let file = self.sources[usize::from(cell.source)].file.clone();
        let what = say!("import.too-large-true", number = number);
        let hint = word!("import.check-unit-amounts-stay");
        self.problems.push(Problem::new(file, cell.line as usize, 0, what, hint));
    }

    fn report(&mut self, decisions: &mut Decisions) {
        if self.repeated > 0 {
            decisions.push(say!("import.values-stand-twice-same", repeated = self.repeated));
        }
        if let Some(example) = &self.example {
            let count = self.replaced;
            decisions.doubt(say!("import.values-differ-between-files", count = count, example = example));
        }
        if self.lost > 0 {
            let count = self.lost;
            decisions.doubt(say!("import.values-rounded-file-has", count = count));
        }
    }
}

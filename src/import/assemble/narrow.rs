//! One reporter, one frequency, one currency, one value of each further dimension: a dataset has no room for more,
//! and mixing them would be wrong.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::domain::{Flow, Frequency, Problem};
use crate::say;
use crate::word;

use super::super::choices::Choices;
use super::super::decisions::Decisions;
use super::super::extract::{Area, Extent, Extract, Fact, Subject, Unit};
use super::super::formats::areas;
use super::{Source, breakdowns, dimensions};

/// The numbers of one subject that is trade.
pub(super) struct Strand<'a> {
    /// Index of the source.
    pub source: usize,
    /// What they are about.
    pub subject: Cow<'a, Subject>,
    /// Exports, imports or balance.
    pub flow: Flow,
    /// Of the amounts.
    pub currency: String,
    /// Power of ten that the numbers are to be multiplied by.
    pub power: i32,
    /// In the order of the file.
    pub facts: Cow<'a, [Fact]>,
    /// True where they were added up here.
    pub is_sum: bool,
}

/// The strands that go into the dataset.
pub(super) fn strands<'a>(
    sources: &'a [Source],
    choices: &Choices,
    decisions: &mut Decisions,
) -> Result<Vec<Strand<'a>>, Vec<Problem>> {
    let mut strands = Vec::new();
    for (source, Source { extract, .. }) in sources.iter().enumerate() {
        let of_source = trade(source, extract, choices);
        let of_source = breakdowns::wholes(of_source, &extract.breakdowns, &choices.only, decisions);
        strands.extend(dimensions::one_of_each(of_source, decisions));
    }
    if strands.is_empty() {
        return Err(vec![nothing(sources, choices)]);
    }
    one_reporter(&mut strands, choices, decisions).map_err(|problem| vec![named(problem, sources)])?;
    outside_the_union(&mut strands, decisions);
    one_frequency(&mut strands, decisions).map_err(|problem| vec![named(problem, sources)])?;
    one_currency(&mut strands, decisions);
    Ok(strands)
}

fn named(problem: Problem, sources: &[Source]) -> Problem {
    Problem { file: sources.first().map_or_else(String::new, |source| source.file.clone()), ..problem }
}

/// What is a flow of money and passes the filters.
fn trade<'a>(source: usize, extract: &'a Extract, choices: &Choices) -> Vec<Strand<'a>> {
    // They stand in the order of their subjects.
    let mut rest = &extract.facts[..];
    let mut facts_of = |at: usize| {
        let own;
        (own, rest) = rest.split_at(rest.partition_point(|fact| fact.subject as usize <= at));
        own
    };
    let wanted = |subject: &Subject| {
        choices.only.iter().all(|(name, value)| {
            let of_name = subject.dimensions.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
            of_name.is_none_or(|(_, other)| other.eq_ignore_ascii_case(value))
        })
    };
    let strand = |(at, subject): (usize, &'a Subject)| {
        let facts = Cow::Borrowed(facts_of(at));
        let flow = subject.flow()?;
        let (currency, power) = match (&subject.unit, &choices.unit) {
            (Unit::Money { currency, power: 0 }, Some(Unit::Money { currency: said, power }))
                if extract.is_scale_assumed && currency == said =>
            {
                (currency.clone(), *power)
            }
            (Unit::Money { currency, power }, _) => (currency.clone(), *power),
            (Unit::Unknown, Some(Unit::Money { currency, power })) => (currency.clone(), *power),
            _ => return None,
        };
        wanted(subject).then_some(Strand {
            source,
            subject: Cow::Borrowed(subject),
            flow,
            currency,
            power,
            facts,
            is_sum: false,
        })
    };
    extract.subjects.iter().enumerate().filter_map(strand).collect()
}

/// Why there is nothing to show.
fn nothing(sources: &[Source], choices: &Choices) -> Problem {
    let file = sources.first().map_or("", |source| source.file.as_str());
    let subjects = || sources.iter().flat_map(|source| &source.extract.subjects);
    if subjects().next().is_none() {
        return Problem::whole_file(
            file,
            word!("import.there-no-observation"),
            word!("import.describe-says-what-was-3"),
        );
    }
    if subjects().any(|subject| subject.flow().is_some() && subject.unit == Unit::Unknown) && choices.unit.is_none() {
        let hint = word!("import.say-unit-example-unit");
        return Problem::whole_file(file, word!("import.file-does-not-say"), hint);
    }
    let mut names: Vec<String> = Vec::new();
    for subject in subjects() {
        let name = format!("{} ({})", subject.measure, subject.unit);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let (shown, more) = (names.len().min(3), names.len().saturating_sub(3));
    let more = if more > 0 { say!("import.more", more = more) } else { String::new() };
    let what = say!("import.no-trade-in-money", shown = names[..shown].join(", "), more = more);
    Problem::whole_file(file, what, word!("import.describe-says-what-was-2"))
}

fn same(one: &Area, other: &Area) -> bool {
    !one.code.is_empty() && one.code == other.code || !one.label.is_empty() && one.label == other.label
}

fn one_reporter(strands: &mut Vec<Strand<'_>>, choices: &Choices, decisions: &mut Decisions) -> Result<(), Problem> {
    let mut trade: Vec<(Area, i128)> = Vec::new();
    for strand in strands.iter().filter(|strand| !strand.subject.reporter.id().is_empty()) {
        let size: i128 = strand
            .facts
            .iter()
            .filter_map(|fact| fact.value?.amount(strand.power))
            .map(|amount| i128::from(amount.value).abs())
            .sum();
        match trade.iter_mut().find(|(area, _)| same(area, &strand.subject.reporter)) {
            Some((_, sum)) => *sum += size,
            None => trade.push((strand.subject.reporter.clone(), size)),
        }
    }
    let is_wanted =
        |area: &Area, wanted: &str| area.code.eq_ignore_ascii_case(wanted) || area.label.eq_ignore_ascii_case(wanted);
    let chosen = match &choices.reporter {
        Some(wanted) => {
            let found = trade.iter().find(|(area, _)| is_wanted(area, wanted));
            let Some((area, _)) = found else {
                let known: Vec<&str> = trade.iter().map(|(area, _)| area.id()).collect();
                let hint = crate::domain::spelling::suggestion(wanted, &known);
                return Err(Problem::whole_file(
                    "",
                    say!("import.there-no-reporter", wanted = wanted.escape_debug()),
                    hint,
                ));
            };
            area.clone()
        }
        None => {
            let is_country = |area: &Area| area.extent == Extent::Part;
            // The first of equals.
            let Some((area, _)) = trade.iter().rev().max_by_key(|(area, size)| (is_country(area), *size)) else {
                return Ok(());
            };
            if trade.len() > 1 {
                decisions.push(say!("import.reporters-one-most-trade", n = trade.len(), area = area));
            }
            area.clone()
        }
    };
    strands.retain(|strand| strand.subject.reporter.id().is_empty() || same(&strand.subject.reporter, &chosen));
    Ok(())
}

/// Of a union of countries, trade with those outside is all its trade where the file has no world: `EXT_EU27_2020`.
fn outside_the_union(strands: &mut [Strand<'_>], decisions: &mut Decisions) {
    let is_of_union = strands.iter().all(|strand| areas::is_union(&strand.subject.reporter.code));
    if !is_of_union || strands.iter().any(|strand| strand.subject.partner.extent == Extent::Whole) {
        return;
    }
    for strand in strands.iter_mut().filter(|strand| areas::is_outside(&strand.subject.partner.code)) {
        decisions.push(say!("import.outside-is-all", area = strand.subject.partner));
        strand.subject.to_mut().partner.extent = Extent::Whole;
    }
}

/// The finest frequency is kept: coarser rows are sums of it.
fn one_frequency(strands: &mut Vec<Strand<'_>>, decisions: &mut Decisions) -> Result<(), Problem> {
    let mut counts: BTreeMap<Frequency, usize> = BTreeMap::new();
    let mut others: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in strands.iter().flat_map(|strand| strand.facts.iter()) {
        match fact.period.period() {
            Some(period) if fact.value.is_some() => *counts.entry(period.frequency()).or_default() += 1,
            Some(_) => {}
            None => *others.entry(fact.period.frequency_name()).or_default() += 1,
        }
    }
    let Some(finest) = counts.keys().next_back().copied() else {
        let what = match others.keys().next() {
            Some(name) => say!("import.its-values-monthly-quarterly", name = name),
            None => word!("import.every-value-missing").to_owned(),
        };
        return Err(Problem::whole_file("", what, word!("import.describe-says-what-was")));
    };
    let is_finest = |fact: &Fact| fact.period.period().is_some_and(|period| period.frequency() == finest);
    for (frequency, count) in counts.iter().filter(|(frequency, _)| **frequency != finest) {
        let (name, kept) = (frequency_name(*frequency), frequency_name(finest));
        decisions.push(say!("import.values-left-out-they", count = count, name = name, kept = kept));
    }
    decisions.extend(others.iter().map(|(name, count)| say!("import.values-left-out", count = count, name = name)));
    say_lost(strands, |strand| strand.facts.iter().any(is_finest), frequency_name(finest), decisions);
    for strand in strands.iter_mut() {
        if !strand.facts.iter().all(is_finest) {
            strand.facts.to_mut().retain(is_finest);
        }
    }
    strands.retain(|strand| !strand.facts.is_empty());
    Ok(())
}

/// The word for a frequency.
pub(in super::super) fn frequency_name(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Annual => word!("import.annual"),
        Frequency::Quarterly => word!("import.quarterly"),
        Frequency::Monthly => word!("import.monthly"),
    }
}

/// Says of what nothing is left: that it is left out is no matter where the same is there in another frequency or currency.
fn say_lost(strands: &[Strand<'_>], stays: impl Fn(&Strand<'_>) -> bool, kept: &str, decisions: &mut Decisions) {
    let of = |strand: &Strand<'_>| {
        let subject = &strand.subject;
        (strand.flow, subject.item.id().to_owned(), subject.partner.id().to_owned())
    };
    let (staying, leaving): (Vec<_>, Vec<_>) = strands.iter().partition(|strand| stays(strand));
    let staying: HashSet<_> = staying.into_iter().map(of).collect();
    let lost: BTreeSet<_> = leaving.into_iter().map(of).filter(|series| !staying.contains(series)).collect();
    if let Some((flow, item, partner)) = lost.first() {
        let names = [flow.word(), item, partner].into_iter().filter(|name| !name.is_empty());
        let example = names.collect::<Vec<_>>().join(" ");
        decisions.doubt(say!("import.series-lost", count = lost.len(), example = example, kept = kept));
    }
}

fn one_currency(strands: &mut Vec<Strand<'_>>, decisions: &mut Decisions) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for strand in strands.iter() {
        *counts.entry(strand.currency.clone()).or_default() += strand.facts.len();
    }
    let Some((kept, _)) = counts.iter().max_by_key(|(_, count)| **count) else { return };
    for (other, count) in counts.iter().filter(|(other, _)| *other != kept) {
        decisions.push(say!("import.values-left-out-dataset", count = count, other = other, kept = kept));
    }
    say_lost(strands, |strand| strand.currency == *kept, kept, decisions);
    strands.retain(|strand| strand.currency == *kept);
}

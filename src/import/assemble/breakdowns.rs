//! What breaks the same values down (mode of transport, customs procedure) is added up where a file does not give the whole.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use crate::say;

use super::super::decisions::Decisions;
use super::super::extract::{Decimal, Fact, Subject, TimePeriod};
use super::narrow::Strand;

/// Leaves of each of the breakdowns the whole: as given, else the sum of its parts. What the user chose one part of
/// (`chosen`) is left as it is, without the whole.
pub(super) fn wholes<'a>(
    mut strands: Vec<Strand<'a>>,
    breakdowns: &[&str],
    chosen: &[(String, String)],
    decisions: &mut Decisions,
) -> Vec<Strand<'a>> {
    for name in breakdowns {
        if !strands.iter().any(|strand| part_of(strand, name).is_some()) {
            continue;
        }
        if chosen.iter().any(|(other, _)| other.eq_ignore_ascii_case(name)) {
            strands.retain(|strand| part_of(strand, name).is_some());
            continue;
        }
        let (parts, wholes): (Vec<_>, Vec<_>) = strands.into_iter().partition(|strand| part_of(strand, name).is_some());
        let sums = sums(&parts, &wholes, name);
        let count: usize = sums.iter().map(|strand| strand.facts.len()).sum();
        decisions.push(match count {
            0 => say!("import.series-break-values-down", left_out = parts.len(), name = name),
            count => say!("import.breakdown-added-up", count = count, name = name),
        });
        strands = wholes.into_iter().chain(sums).collect();
    }
    strands
}

fn part_of<'s>(strand: &'s Strand<'_>, name: &str) -> Option<&'s str> {
    strand.subject.dimensions.iter().find(|(other, _)| other == name).map(|(_, part)| part.as_str())
}

/// The sums of parts for all periods of which there is no whole.
fn sums<'a>(parts: &[Strand<'a>], wholes: &[Strand<'a>], name: &str) -> Vec<Strand<'a>> {
    let given: HashMap<&Subject, &Strand<'a>> = wholes.iter().map(|strand| (&*strand.subject, strand)).collect();
    let mut places: HashMap<Subject, usize> = HashMap::new();
    let mut groups: Vec<(Subject, Vec<&Strand<'a>>)> = Vec::new();
    for strand in parts {
        let mut whole = strand.subject.clone().into_owned();
        whole.dimensions.retain(|(other, _)| other != name);
        let place = *places.entry(whole.clone()).or_insert(groups.len());
        if place == groups.len() {
            groups.push((whole, Vec::new()));
        }
        groups[place].1.push(strand);
    }
    let sum = |(whole, parts): (Subject, Vec<&Strand<'a>>)| {
        let is_given = |period| given.get(&whole).is_some_and(|it| it.facts.iter().any(|fact| fact.period == period));
        let mut facts = sum(&parts, name);
        facts.retain(|fact| !is_given(fact.period));
        let first = parts.first().filter(|_| !facts.is_empty())?;
        let currency = first.currency.clone();
        Some(Strand { subject: Cow::Owned(whole), currency, facts: Cow::Owned(facts), is_sum: true, ..**first })
    };
    groups.into_iter().filter_map(sum).collect()
}

/// A period in which a part is missing has no sum. Rows that contradict each other are left beside it, to be told.
fn sum(parts: &[&Strand<'_>], name: &str) -> Vec<Fact> {
    let codes: Vec<&str> = parts.iter().filter_map(|strand| part_of(strand, name)).collect();
    let mut sums: BTreeMap<TimePeriod, Fact> = BTreeMap::new();
    let mut contradictions = Vec::new();
    for strand in parts {
        if part_of(strand, name).is_some_and(|code| codes.iter().any(|other| lies_in(code, other))) {
            continue;
        }
        let mut own: BTreeMap<TimePeriod, Option<Decimal>> = BTreeMap::new();
        for fact in strand.facts.iter() {
            if let Some(before) = own.insert(fact.period, fact.value) {
                if before != fact.value {
                    contradictions.extend([Fact { value: before, ..*fact }, *fact]);
                }
                continue;
            }
            let sum = |sum: &mut Fact| {
                sum.value = sum.value.zip(fact.value).and_then(|(one, other)| one.plus(other));
                sum.status = sum.status.max(fact.status);
            };
            sums.entry(fact.period).and_modify(sum).or_insert(*fact);
        }
    }
    contradictions.into_iter().chain(sums.into_values()).collect()
}

/// True for modes of transport within another: `2100`, by sea, lies in `2000`, by water.
fn lies_in(code: &str, other: &str) -> bool {
    code.len() == 4
        && other.len() == 4
        && code != other
        && other.ends_with("000")
        && code.as_bytes()[0] == other.as_bytes()[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_lie_in_others_whatever_a_code_is() {
        assert!(lies_in("2100", "2000"));
        for (code, other) in [("2000", "2000"), ("2100", "3000"), ("400", "4000"), ("年0", "2000"), ("", "")] {
            assert!(!lies_in(code, other), "{code} {other}");
        }
    }
}

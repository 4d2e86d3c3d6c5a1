//! Dimensions beside reporter, flow, goods and partner: adjustment, mode of transport … One value of each is kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Flow;
use crate::say;

use super::super::decisions::Decisions;
use super::super::extract::Subject;
use super::narrow::Strand;

/// Values of a dimension that stand for the whole of it, or for figures as first published.
const PLAIN: [&str; 16] =
    ["", "_T", "T", "TOT", "TOTAL", "W", "N", "NSA", "Unadjusted", "원계열", "_Z", "V", "A", "0", "C", "CIF"];

/// Of each further dimension that has several values, one is kept: the same for all flows where they share one.
pub(super) fn one_of_each<'a>(mut strands: Vec<Strand<'a>>, decisions: &mut Decisions) -> Vec<Strand<'a>> {
    let names: BTreeSet<String> =
        strands.iter().flat_map(|strand| strand.subject.dimensions.iter().map(|(name, _)| name.clone())).collect();
    for name in names {
        let flows: BTreeSet<Flow> = strands.iter().map(|strand| strand.flow).collect();
        let of_flow = |flow: &Flow| {
            let of = strands.iter().filter(|strand| strand.flow == *flow);
            of.map(|strand| value_of(&strand.subject, &name)).collect::<BTreeSet<&str>>()
        };
        let sets: Vec<BTreeSet<&str>> = flows.iter().map(of_flow).collect();
        let shared = sets.iter().skip(1).fold(sets.first().cloned().unwrap_or_default(), |all, set| &all & set);
        let groups: Vec<Vec<Flow>> = if shared.is_empty() {
            flows.iter().map(|flow| vec![*flow]).collect()
        } else {
            vec![flows.into_iter().collect()]
        };
        for group in groups {
            keep_one(&mut strands, &name, &group, decisions);
        }
    }
    strands
}

/// Keeps one value of a dimension for some flows: the whole, or what is as first published, or what most values have.
fn keep_one(strands: &mut Vec<Strand<'_>>, name: &str, flows: &[Flow], decisions: &mut Decisions) {
    let mut counts: BTreeMap<&str, (usize, BTreeSet<Flow>)> = BTreeMap::new();
    for strand in strands.iter().filter(|strand| flows.contains(&strand.flow)) {
        let (count, of) = counts.entry(value_of(&strand.subject, name)).or_default();
        *count += strand.facts.len();
        of.insert(strand.flow);
    }
    let rank = |value: &str| PLAIN.iter().position(|plain| *plain == value).unwrap_or(PLAIN.len());
    let order = |(value, (count, of)): &(&&str, &(usize, BTreeSet<Flow>))| {
        (std::cmp::Reverse(of.len()), rank(value), std::cmp::Reverse(*count))
    };
    let best = counts.iter().min_by_key(order).map(|(value, _)| (*value).to_owned());
    let Some(kept) = best.filter(|_| counts.len() > 1) else { return };
    let (before, others) = (strands.len(), counts.len() - 1);
    strands.retain(|strand| !flows.contains(&strand.flow) || value_of(&strand.subject, name) == kept);
    let left_out = before - strands.len();
    decisions.push(match kept.as_str() {
        "" => say!("import.series-break-values-down", left_out = left_out, name = name),
        kept => say!("import.shown-other-values-left", name = name, kept = kept, others = others),
    });
}

fn value_of<'a>(subject: &'a Subject, name: &str) -> &'a str {
    subject.dimensions.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
}

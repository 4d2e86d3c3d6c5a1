//! The sources of a report.

use serde::Serialize;

use crate::claims::Judgement;
use crate::domain::{Dataset, SourceId};
use crate::indicators::{Deck, PolicyStanding};

use super::LeagueEntry;

#[derive(Debug, Serialize)]
pub(in crate::export) struct SourceEntry {
    pub(in crate::export) id: String,
    pub(in crate::export) publisher: String,
    pub(in crate::export) title: String,
    pub(in crate::export) url: String,
}

/// The sources of all inputs, statements and measures, each once, in the order of the dataset.
pub(super) fn entries(
    dataset: &Dataset,
    deck: &Deck,
    leagues: &[LeagueEntry],
    judgements: &[Judgement],
    standings: &[PolicyStanding<'_>],
) -> Vec<SourceEntry> {
    let inputs = deck.figures().iter().flat_map(|figure| &figure.inputs);
    let of_inputs = inputs.filter_map(|id| dataset.observation(*id).source);
    let of_claims = judgements.iter().filter_map(|judgement| judgement.statement.source);
    let steps = standings.iter().flat_map(|standing| standing.policy.known_on(deck.as_of));
    let of_steps = steps.filter_map(|event| event.source);
    let ids: Vec<SourceId> = of_inputs.chain(of_claims).chain(of_steps).collect();
    let rows = leagues.iter().flat_map(|league| &league.rows).flat_map(|row| &row.inputs);
    let names: Vec<&str> = rows.filter_map(|input| input.source.as_deref()).collect();
    let is_used = |index: usize, id: &str| ids.iter().any(|used| usize::from(used.0) == index) || names.contains(&id);
    let used = dataset.sources.iter().enumerate().filter(|(index, source)| is_used(*index, &source.id));
    used.map(|(_, source)| SourceEntry {
        id: source.id.clone(),
        publisher: source.publisher.here().to_owned(),
        title: source.title.here().to_owned(),
        url: source.url.clone(),
    })
    .collect()
}

//! What is measured, on which basis, and through which lens.

use crate::app::rows;
use crate::indicators::LeagueOf;
use crate::{say, word};

use super::super::format;
use super::super::lens_words;
use super::super::panels::PANELS;
use super::super::scene::Scene;
use super::{Section, line};

/// The lens in force, and what each panel cannot follow.
pub(super) fn lens(scene: &Scene<'_>) -> Section {
    let (lens, dataset) = (scene.state.lens(), scene.state.dataset());
    let words = lens_words::all(lens, dataset);
    if words.is_empty() {
        return Section::new(word!("notes.lens"), [line(word!("notes.in-force"), word!("notes.no-lens"))]);
    }
    let mut lines = vec![line(word!("notes.in-force"), words)];
    for panel in PANELS {
        let refused = panel.refusals(scene.deck()).into_iter().filter_map(|(part, reason)| {
            let words = part.words(lens, dataset)?;
            Some(say!("notes.refused", words = words, reason = reason))
        });
        let refused = refused.collect::<Vec<_>>().join("; ");
        lines.push((panel.title(scene), refused));
    }
    Section::new(word!("notes.lens"), lines)
}

/// What the figures of the dataset and the focused panel are.
pub(super) fn figures(scene: &Scene<'_>) -> Section {
    let dataset = scene.state.dataset();
    let panel = PANELS.get(scene.state.focus());
    let (first, last) = scene.state.span();
    Section::new(
        word!("notes.figures"),
        [
            line(word!("notes.panel"), panel.map(|panel| panel.title(scene)).unwrap_or_default()),
            line(word!("notes.of"), dataset.name.here()),
            line(word!("notes.basis"), dataset.basis.here()),
            line(word!("notes.valuation"), dataset.valuation.here()),
            line(
                word!("notes.currency"),
                say!("notes.shown-in", currency = dataset.currency, unit = scene.numbers.unit()),
            ),
            line(word!("notes.balance"), word!("notes.balance-is")),
            line(word!("notes.goods"), classification(scene)),
            line(word!("notes.partners"), scheme(scene)),
            line(word!("notes.known"), say!("notes.span", first = format::period(first), last = format::period(last))),
            line(word!("notes.growth"), say!("notes.not-adjusted", base = base(scene))),
        ],
    )
}

fn base(scene: &Scene<'_>) -> &'static str {
    lens_words::on_base(scene.state.lens().comparison, scene.state.dataset().frequency)
}

fn classification(scene: &Scene<'_>) -> String {
    let dataset = scene.state.dataset();
    let focus = dataset.focus_item.map(|item| dataset.item(item));
    let focus = focus
        .map(|item| say!("notes.item-by", item = item.name.here(), classification = item.classification))
        .unwrap_or_default();
    let league = if rows::league_of(scene.state.focused_panel()) == Some(LeagueOf::Items) {
        let league = scene.deck().league(LeagueOf::Items);
        if league.rows.is_empty() { String::new() } else { say!("notes.items-by", scheme = league.scheme) }
    } else {
        String::new()
    };
    let others = dataset.items.iter().skip(1).any(|item| {
        focus.is_empty()
            || dataset.focus_item.map(|focus| &dataset.item(focus).classification) != Some(&item.classification)
    });
    let mixed = if others { word!("notes.never-mixed") } else { "" };
    joined(&[&focus, &league, mixed])
}

fn scheme(scene: &Scene<'_>) -> String {
    if scene.state.dataset().partners.len() < 2 {
        return String::new();
    }
    let league = scene.deck().league(LeagueOf::Partners);
    let by = if league.rows.is_empty() { String::new() } else { say!("notes.grouped-by", scheme = league.scheme) };
    joined(&[&by, word!("notes.groups-never-mixed")])
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("; ")
}

//! What is measured, on which basis, and through which lens.

use crate::app::rows;
use crate::indicators::LeagueOf;

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
        return Section::new("Lens", [line("In force", "none: values are those of single periods, as published")]);
    }
    let mut lines = vec![line("In force", words)];
    for panel in PANELS {
        let refused = panel.refusals(scene.deck()).into_iter().filter_map(|(part, reason)| {
            let words = part.words(lens, dataset)?;
            Some(format!("not {words}: {reason}"))
        });
        let refused = refused.collect::<Vec<_>>().join("; ");
        lines.push((panel.title(scene), refused));
    }
    Section::new("Lens", lines)
}

/// What the figures of the dataset and the focused panel are.
pub(super) fn figures(scene: &Scene<'_>) -> Section {
    let dataset = scene.state.dataset();
    let panel = PANELS.get(scene.state.focus());
    let (first, last) = scene.state.span();
    Section::new(
        "Figures",
        [
            line("Panel", panel.map(|panel| panel.title(scene)).unwrap_or_default()),
            line("Of", dataset.name.en.as_str()),
            line("Basis", dataset.basis.en.as_str()),
            line("Valuation", dataset.valuation.en.as_str()),
            line("Currency", format!("{}, shown in {}", dataset.currency, scene.numbers.unit())),
            line("Balance", "exports less imports of one release; of a finer printed balance, that"),
            line("Goods", classification(scene)),
            line("Partners", scheme(scene)),
            line("Known", format!("{} to {}", format::period(first), format::period(last))),
            line("Growth", format!("{}; nothing is seasonally adjusted", base(scene))),
        ],
    )
}

fn base(scene: &Scene<'_>) -> &'static str {
    lens_words::on_base(scene.state.lens().comparison, scene.state.dataset().frequency)
}

fn classification(scene: &Scene<'_>) -> String {
    let dataset = scene.state.dataset();
    let focus = dataset.focus_item.map(|item| dataset.item(item));
    let focus = focus.map(|item| format!("{} by {}", item.name.en, item.classification)).unwrap_or_default();
    let league = if rows::league_of(scene.state.focused_panel()) == Some(LeagueOf::Items) {
        let league = scene.deck().league(LeagueOf::Items);
        if league.rows.is_empty() { String::new() } else { format!("this panel's items by {}", league.scheme) }
    } else {
        String::new()
    };
    let others = dataset.items.iter().skip(1).any(|item| {
        focus.is_empty()
            || dataset.focus_item.map(|focus| &dataset.item(focus).classification) != Some(&item.classification)
    });
    let mixed = if others { "items of different classifications are never added or compared" } else { "" };
    joined(&[&focus, &league, mixed])
}

fn scheme(scene: &Scene<'_>) -> String {
    if scene.state.dataset().partners.len() < 2 {
        return String::new();
    }
    let league = scene.deck().league(LeagueOf::Partners);
    let by = if league.rows.is_empty() { String::new() } else { format!("grouped as by {}", league.scheme) };
    joined(&[&by, "groups of different schemes are never added"])
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("; ")
}

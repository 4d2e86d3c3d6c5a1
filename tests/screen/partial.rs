//! A dataset that lacks a part: the panel that shows it says what is not there, and nothing stands in for it.

use std::sync::Arc;

use tradedeck::domain::{Dataset, Flow, ItemId, PartnerId};
use tradedeck::ui::panels::PANELS;

use super::support::{Setup, korea};

/// What is taken away, the panel that misses it, and what this says.
type Lack = (&'static str, fn(&mut Dataset), &'static str, &'static str);

const LACKS: [Lack; 7] = [
    (
        "items",
        |dataset| dataset.series.retain(|series| series.key.item == ItemId::TOTAL),
        "items",
        "No items are loaded",
    ),
    (
        "partners",
        |dataset| {
            dataset.series.retain(|series| series.key.partner == PartnerId::WORLD);
            dataset.partners.truncate(1);
        },
        "partners",
        "No partners are loaded",
    ),
    ("focus", |dataset| dataset.focus_item = None, "focus_item", "No focus item is set"),
    ("targets", |dataset| dataset.targets.clear(), "targets", "No target for 2026"),
    ("statements", |dataset| dataset.statements.clear(), "claims", "No statement is known"),
    ("policies", |dataset| dataset.policies.clear(), "policy", "No measure is known"),
    (
        "imports",
        |dataset| dataset.series.retain(|series| series.key.flow == Flow::Export),
        "balance",
        "no imports are loaded",
    ),
];

fn without(take: fn(&mut Dataset)) -> Arc<Dataset> {
    let mut dataset = Dataset::clone(&korea());
    take(&mut dataset);
    Arc::new(dataset)
}

#[test]
fn the_panel_says_what_is_lacking() {
    for (what, take, panel, words) in LACKS {
        let mut screen = Setup::of(without(take)).screen(120, 36);
        let place = PANELS.iter().position(|other| other.name() == panel).unwrap_or_else(|| panic!("{panel}"));
        for zoomed in [false, true] {
            screen.show(place, zoomed);
            let text = screen.text();
            assert!(!zoomed || text.contains(words), "without {what}:\n{text}");
        }
    }
}

#[test]
fn a_dataset_without_days_or_sources_shows_all_the_rest() {
    let takes: [fn(&mut Dataset); 3] = [
        |dataset| dataset.calendar = Default::default(),
        |dataset| {
            for row in dataset.series.iter_mut().flat_map(|series| &mut series.observations) {
                row.source = None;
            }
        },
        |dataset| dataset.schedule.clear(),
    ];
    for take in takes {
        let mut screen = Setup::of(without(take)).screen(120, 36);
        for place in 0..PANELS.len() {
            screen.show(place, true);
            assert!(!screen.text().is_empty());
        }
        for key in ["1", "w", "Esc", "i", "Esc", "r", "Esc", "d"] {
            screen.press(key);
            assert!(!screen.text().is_empty());
        }
    }
}

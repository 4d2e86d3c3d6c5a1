//! What the release in force changed in the month under the cursor.

use crate::domain::{Flow, Period, Ratio, SeriesKey};
use crate::indicators::FigureId;
use crate::indicators::revisions::{Change, Known, Usual, known, words};
use crate::{say, word};

use super::super::format::{self, Sign};
use super::super::scene::Scene;
use super::told;

/// The sign behind a value that the release in force revised.
pub const REVISED: &str = "*";

/// The revision that the release in force brought to a total of a month; `None` where it is the first value, where it is
/// the same, or where the lens shows another number than the one published.
pub fn revised<'a>(scene: &Scene<'a>, flow: Flow, month: Period) -> Option<&'a Change> {
    of_series(scene, SeriesKey::total(flow), month)
}

/// True where the release in force revised a value, as [`revised`].
pub fn is_revised(scene: &Scene<'_>, key: SeriesKey, month: Period) -> bool {
    of_series(scene, key, month).is_some()
}

fn of_series<'a>(scene: &Scene<'a>, key: SeriesKey, month: Period) -> Option<&'a Change> {
    if !scene.deck().lens().keeps_values() {
        return None;
    }
    let changes = &scene.state.in_force()?.changes;
    let is_it = |change: &&Change| change.key == key && change.period == month;
    changes.iter().find(is_it).filter(|change| change.by().is_some_and(|by| by != 0))
}

/// `* before 1 Mar 2023: balance −12.69`.
pub fn before(scene: &Scene<'_>) -> Option<String> {
    let month = scene.state.month();
    let was =
        |flow: Flow| revised(scene, flow, month).map(|change| format!("{} {}", word(flow), told(scene, change).before));
    let was: Vec<String> = Flow::ALL.into_iter().filter_map(was).collect();
    let date = scene.state.in_force().map(|day| format::date(day.date)).unwrap_or_default();
    (!was.is_empty()).then(|| say!("vintages.mark-before", mark = REVISED, date = date, values = was.join(", ")))
}

/// How much the month's value is usually revised while it is provisional: of the balance where a panel is about it, else
/// of exports. Only where there were enough revisions; `w` and the triangle list the others.
pub fn expected(scene: &Scene<'_>) -> Option<String> {
    let (flow, id) = match scene.state.focused_panel() {
        "balance" | "streaks" => (Flow::Balance, FigureId::Balance),
        _ => (Flow::Export, FigureId::Exports),
    };
    let figure = scene.figure(id);
    let is_open = figure.is_known() && figure.status.is_open() && scene.deck().lens().keeps_values();
    if !is_open {
        return None;
    }
    let usual = Some(scene.state.usual(flow)).filter(|usual| matches!(usual, Usual::Summed { .. }))?;
    let amount = |value: i64| scene.numbers.amount(Ratio::whole(i128::from(value)), 2, Sign::Always);
    Some(format!("{} {}", word(flow), words::usual(usual, amount)))
}

/// Why the month's exports are not known though it was over, the full reason first; nothing where they are known.
pub fn missing(scene: &Scene<'_>) -> Vec<String> {
    let known = known(scene.state.view(), SeriesKey::total(Flow::Export), scene.state.month());
    match known {
        Known::NotCollected { .. } => {
            words::known(known).into_iter().chain([word!("vintages.no-first-print").to_owned()]).collect()
        }
        _ => Vec::new(),
    }
}

fn word(flow: Flow) -> &'static str {
    match flow {
        Flow::Export => word!("vintages.exports"),
        Flow::Import => word!("vintages.imports"),
        Flow::Balance => word!("vintages.balance"),
    }
}

//! The balance of the month.

use crate::indicators::FigureId;
use crate::say;
use crate::word;

use super::super::super::scene::Scene;
use super::super::content::{self, Chart, Content};

/// The balance, the months before it, and the year so far.
pub fn content(scene: &Scene<'_>) -> Content {
    let (month, balance) = (scene.state.month(), &scene.deck().vintages.balance);
    let year_ago = month.minus(month.frequency().per_year());
    let so_far =
        say!("briefing.fact", name = word!("briefing.year-to-date"), value = scene.shown(FigureId::BalanceYtd));
    let figure = scene.figure(FigureId::Balance);
    let facts = [
        content::of_month(scene, balance, month.minus(1)),
        content::of_month(scene, balance, year_ago),
        scene.figure(FigureId::BalanceYtd).is_known().then_some(so_far),
    ];
    Content {
        message: Vec::new(),
        number: figure
            .is_known()
            .then(|| (content::shown(scene, FigureId::Balance), scene.palette.of_sign(figure.signum()))),
        facts: facts.into_iter().flatten().collect(),
        chart: Chart::Columns(content::balance_column),
    }
}

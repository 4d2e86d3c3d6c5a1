//! The balance of the month.

use crate::indicators::FigureId;
use crate::say;
use crate::word;

use super::super::super::format::Sign;
use super::super::super::scene::Scene;
use super::super::content::{self, Chart, Content, Number};

/// The balance, the months before it, and the year so far.
pub fn content(scene: &Scene<'_>) -> Content {
    let (month, balance) = (scene.state.month(), &scene.deck().vintages.balance);
    let year_ago = month.minus(month.frequency().per_year());
    let so_far = scene.figure(FigureId::BalanceYtd).value.ok().map(|sum| {
        let shown = scene.numbers.amount(sum, scene.decimals(), Sign::Always);
        say!("briefing.fact", name = word!("briefing.year-to-date"), value = shown)
    });
    let figure = scene.figure(FigureId::Balance);
    let facts =
        [content::of_month(scene, balance, month.minus(1)), content::of_month(scene, balance, year_ago), so_far];
    Content {
        message: Vec::new(),
        number: figure
            .is_known()
            .then(|| Number::money(content::shown(scene, FigureId::Balance), scene.palette.of_sign(figure.signum()))),
        facts: facts.into_iter().flatten().collect(),
        chart: Chart::Columns(content::balance_column),
    }
}

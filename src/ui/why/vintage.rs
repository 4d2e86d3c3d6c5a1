//! What is to be known of a number's vintages: how much it is usually revised, or why there is none.

use crate::config::Role;
use crate::domain::{Flow, Member, Ratio, SeriesKey};
use crate::indicators::revisions::{known, usual, words};
use crate::indicators::{FigureId, RowFigure};
use crate::say;

use super::super::format::Sign;
use super::super::prose::{Row, wrapped};
use super::super::scene::Scene;
use super::super::vintages::usual_words;
use super::numbers::{Number, NumberId};

/// Rows about the vintages of a number that is a single published value; of others, nothing.
pub(super) fn rows(scene: &Scene<'_>, number: &Number, width: u16) -> Vec<Row> {
    let Some(key) = key(scene, number.id).filter(|_| scene.state.lens().keeps_values()) else { return Vec::new() };
    let result = number.derivation.result();
    let said = match result.value {
        Ok(_) if result.status.is_open() => Some(expected(scene, key)),
        Ok(_) => None,
        Err(_) => words::known(known(scene.state.view(), key, scene.state.month())),
    };
    said.map(|said| wrapped(&said, 0, width, scene.style(Role::Warning))).unwrap_or_default()
}

/// `Provisional values are usually revised ±0.2% (n=24)`; the list where there are fewer than twelve.
fn expected(scene: &Scene<'_>, key: SeriesKey) -> String {
    let money = |value: i64| scene.numbers.money(Ratio::whole(i128::from(value)), 2, Sign::Always);
    say!("why.first-prints", usual = usual_words(scene, &usual(scene.state.view(), key), money))
}

/// The series that a number is a value of.
fn key(scene: &Scene<'_>, id: NumberId) -> Option<SeriesKey> {
    match id {
        NumberId::Figure(FigureId::Exports) => Some(SeriesKey::total(Flow::Export)),
        NumberId::Figure(FigureId::Imports) => Some(SeriesKey::total(Flow::Import)),
        NumberId::Figure(FigureId::Balance) => Some(SeriesKey::total(Flow::Balance)),
        NumberId::Figure(FigureId::FocusExports) => {
            scene.deck().focus_item.map(|item| Member::Item(item).key(Flow::Export))
        }
        NumberId::Row(member, RowFigure::Value) => Some(member.key(super::numbers::flow(scene, member))),
        NumberId::Row(member, RowFigure::Imports) => Some(member.key(Flow::Import)),
        NumberId::Row(member, RowFigure::Balance) => Some(member.key(Flow::Balance)),
        NumberId::Figure(_) | NumberId::Row(..) | NumberId::Target(..) => None,
    }
}

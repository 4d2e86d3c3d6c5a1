//! The numbers that can be asked about: those of the focused panel.

use crate::app::rows;
use crate::domain::{Flow, Member, Period, Ratio};
use crate::indicators::formulas::{self, RowFigure};
use crate::indicators::{Derivation, FigureId, Quantity, TargetFigure, Undefined, target_formulas};

use super::super::panels::PANELS;
use super::super::scene::Scene;
use super::names;

/// Which number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberId {
    /// A figure of the deck.
    Figure(FigureId),
    /// A number of an item or partner.
    Row(Member, RowFigure),
    /// A number of a target, by its place in the list of the year's targets.
    Target(usize, TargetFigure),
}

/// A number and how it was worked out.
#[derive(Debug, Clone)]
pub struct Number {
    /// Which one.
    pub id: NumberId,
    /// What it is called.
    pub name: String,
    /// The formula and its terms.
    pub derivation: Derivation,
    /// Kind.
    pub quantity: Quantity,
    /// Decimals that it is shown with; of money, in billions.
    pub decimals: u32,
    /// What the screen shows: the figure's own value, not that of the derivation.
    pub value: Result<Ratio, Undefined>,
}

impl Number {
    /// As panels show it.
    pub fn shown(&self, scene: &Scene<'_>) -> String {
        scene.numbers.value(self.value, self.quantity, self.decimals)
    }

    /// The month that it is of.
    pub fn month(&self) -> Option<Period> {
        self.derivation.terms.first().map(|term| term.month)
    }
}

/// The numbers of the focused panel, the most important first: of a league, those of the selected row.
pub fn ids(scene: &Scene<'_>) -> Vec<NumberId> {
    match member(scene) {
        Some(member) => ROW_FIGURES.map(|(row, _)| NumberId::Row(member, row)).to_vec(),
        None => {
            let panel = PANELS.get(scene.state.focus());
            let figures = panel.map(|panel| panel.figures(scene)).unwrap_or_default();
            targets(scene).into_iter().chain(figures.into_iter().map(NumberId::Figure)).collect()
        }
    }
}

/// The numbers of the year's targets, where the panel of targets is focused.
fn targets(scene: &Scene<'_>) -> Vec<NumberId> {
    if scene.state.focused_panel() != "targets" {
        return Vec::new();
    }
    let of = |place| TargetFigure::ALL.map(|figure| NumberId::Target(place, figure));
    (0..scene.deck().targets.len()).flat_map(of).collect()
}

/// The item or partner that the focused panel is at.
pub fn member(scene: &Scene<'_>) -> Option<Member> {
    scene.state.viewpoint.detail.or_else(|| rows::selected_member(scene.state))
}

/// What a number is called, and how panels show it.
pub fn listed(scene: &Scene<'_>, id: NumberId) -> (String, String) {
    match id {
        NumberId::Figure(figure) => (names::name(scene, id), scene.shown(figure)),
        NumberId::Row(..) | NumberId::Target(..) => {
            let number = number(scene, id);
            let shown = number.shown(scene);
            (number.name, shown)
        }
    }
}

/// The same number of other months, as they would show it; without the name and the formula, which are the same.
pub fn in_month(scene: &Scene<'_>, number: &Number, month: Period) -> String {
    let lensed = scene.deck().lensed();
    let derivation = match number.id {
        NumberId::Figure(id) => formulas::derivation(lensed, id, month),
        NumberId::Row(member, row) => formulas::row_derivation(lensed, league(scene, member), row, month),
        // The targets of another month may be others.
        NumberId::Target(..) => return String::new(),
    };
    scene.numbers.value(derivation.result().value, number.quantity, number.decimals)
}

/// The number behind an id.
pub fn number(scene: &Scene<'_>, id: NumberId) -> Number {
    let name = names::name(scene, id);
    match id {
        NumberId::Figure(id) => {
            let definition = id.definition();
            Number {
                id: NumberId::Figure(id),
                name,
                derivation: scene.deck().derivation(id),
                quantity: definition.quantity,
                decimals: scene.decimals_of(id),
                value: scene.figure(id).value,
            }
        }
        NumberId::Target(place, figure) => {
            let deck = scene.deck();
            let standing = &deck.targets[place];
            let (quantity, decimals) = target_figure(figure);
            let derivation = target_formulas::target_derivation(deck, standing, figure);
            Number { id, name, derivation, quantity, decimals, value: figure.of(deck, standing).value }
        }
        NumberId::Row(member, row) => {
            let lensed = scene.deck().lensed();
            let derivation = formulas::row_derivation(lensed, league(scene, member), row, scene.state.month());
            let (_, quantity) = ROW_FIGURES[row as usize];
            let is_money = matches!(quantity, Quantity::Money | Quantity::Balance);
            let decimals = if is_money && scene.state.viewpoint.zoomed { 2 } else { 1 };
            let value = derivation.result().value;
            Number { id, name, derivation, quantity, decimals, value }
        }
    }
}

/// What a league row tells.
const ROW_FIGURES: [(RowFigure, Quantity); 8] = [
    (RowFigure::Value, Quantity::Money),
    (RowFigure::Growth, Quantity::Growth),
    (RowFigure::OtherGrowth, Quantity::Growth),
    (RowFigure::Share, Quantity::Share),
    (RowFigure::ShareChange, Quantity::Points),
    (RowFigure::Contribution, Quantity::Points),
    (RowFigure::Imports, Quantity::Money),
    (RowFigure::Balance, Quantity::Balance),
];

/// How a number of a target is shown.
const fn target_figure(figure: TargetFigure) -> (Quantity, u32) {
    match figure {
        TargetFigure::Achieved => (Quantity::Share, 1),
        TargetFigure::Gap => (Quantity::MoneyChange, 1),
        TargetFigure::PerDay => (Quantity::MoneyPerDay, 2),
        TargetFigure::Growth => (Quantity::Growth, 1),
        TargetFigure::Projection => (Quantity::Money, 0),
        TargetFigure::Done | TargetFigure::Pace | TargetFigure::Remaining | TargetFigure::PerPeriod => {
            (Quantity::Money, 1)
        }
    }
}

/// The flow that a member's rows are ranked by.
pub fn flow(scene: &Scene<'_>, member: Member) -> Flow {
    league(scene, member).1
}

/// What a row's formulas need: the member, the flow that it is ranked by, and whether its league follows what the
/// lens takes out.
fn league(scene: &Scene<'_>, member: Member) -> (Member, Flow, bool) {
    let league = scene.deck().league(rows::league_with(member));
    // A member that stands in no row (of another classification) is asked about all the same.
    let flow = if league.row(member).is_some() { league.flow } else { Flow::Export };
    (member, flow, league.keeps_lens)
}

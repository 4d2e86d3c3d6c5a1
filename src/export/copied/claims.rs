//! What a panel says, as claims to be pasted into a file of them.

use crate::app::State;
use crate::app::rows::league_of;
use crate::claims::Fit;
use crate::claims::draft::{Draft, draft, indicator_of_row, of_run, of_target};
use crate::claims::evidence::evidence;
use crate::domain::{Member, Qualifier};
use crate::import::native::{read_claims, write_claims};
use crate::indicators::{League, Measured, Quantity, RowFigure};

use super::super::report::panel_of_figure;

/// The panel's numbers as claims; of the panel of claims, these as they stand. Claims speak of figures as published:
/// through a lens there are none of numbers.
pub(super) fn of(state: &State, panel: &str) -> Vec<String> {
    let (dataset, deck) = (state.dataset(), &state.deck);
    if panel == "claims" {
        let made = state.statements_made();
        return made.map(|statement| write_claims(dataset, std::slice::from_ref(statement))).collect();
    }
    if !state.lens().is_plain() {
        return Vec::new();
    }
    if panel == "streaks" {
        let current = deck.streaks.runs.iter().filter(|run| run.is_current);
        return current.filter_map(|run| of_run(run, deck.month, deck.as_of)).collect();
    }
    let drafts: Vec<Draft> = match league_of(panel) {
        Some(of) => of_league(state, deck.league(of)),
        None if panel == "targets" => {
            deck.targets.iter().flat_map(|target| of_target(target, dataset, deck.as_of)).collect()
        }
        None => {
            let focus = dataset.focus_item.map_or("item", |item| dataset.item(item).id.as_str());
            let shown = deck.figures().iter().filter(|figure| panel_of_figure(figure.id) == panel);
            shown.filter_map(|figure| draft(figure, &figure.id.name(focus), dataset, deck.as_of)).collect()
        }
    };
    drafts.iter().filter_map(|draft| borne_out(state, draft)).collect()
}

/// The claim with as many of the digits that are shown as hold whatever the figures were before they were rounded: two
/// values known to 0.1 may give a growth of 7.3% that could as well be 7.2%. Where none hold, "about" all of them; `None`
/// where the figures are too coarse even for that.
fn borne_out(state: &State, draft: &Draft) -> Option<String> {
    let dataset = state.dataset();
    let holds = |table: &String| {
        let statements = read_claims("", table.as_bytes(), dataset).unwrap_or_default();
        let found = statements.first().and_then(|statement| evidence(state.view(), statement).ok());
        found.is_some_and(|found| found.fit == Fit::Reproduced)
    };
    let with = |decimals: u32| Draft { decimals, ..draft.clone() }.table(dataset);
    let mut fewer = (0..=draft.decimals).rev().filter_map(with);
    let about = || draft.qualified(Qualifier::About, dataset).filter(holds);
    fewer.find(holds).or_else(about)
}

fn of_league(state: &State, league: &League) -> Vec<Draft> {
    let dataset = state.dataset();
    let one = |member: Member, row: RowFigure, measured: &Measured, quantity: Quantity| {
        Some(Draft {
            name: dataset.member_name(member).en.clone(),
            indicator: indicator_of_row(member, row, league.flow, dataset),
            value: measured.value.ok()?,
            quantity,
            decimals: if quantity == Quantity::Money { 2 } else { 1 },
            period: state.month(),
            said: state.deck.as_of,
        })
    };
    let of_row = |row: &crate::indicators::league::Row| {
        let member = row.member?;
        let value = one(member, RowFigure::Value, &row.value, Quantity::Money);
        Some([value, one(member, RowFigure::Growth, &row.growth, Quantity::Growth)])
    };
    let rows = league.rows.iter().filter_map(of_row);
    rows.flatten().flatten().collect()
}

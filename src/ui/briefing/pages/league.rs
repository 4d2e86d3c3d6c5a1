//! Which items or partners moved the total.

use crate::config::Role;
use crate::indicators::{LeagueOf, Quantity, SortBy};

use super::super::super::chart;
use super::super::super::scene::Scene;
use super::super::content::{self, Chart, Content, NamedBar};

/// Bars that are made at most.
const MOST: usize = 6;

/// The largest, each with its growth; the number is the share of the first.
pub fn content(scene: &Scene<'_>, of: LeagueOf) -> Content {
    let (league, dataset) = (scene.deck().league(of), scene.state.dataset());
    let order = league.order(dataset, SortBy::Value);
    let rows = order.iter().filter_map(|at| league.rows.get(*at)).filter(|row| !league.is_within(row));
    let rows: Vec<_> = rows.filter(|row| row.member.is_some() && row.value.value.is_ok()).take(MOST).collect();
    let bar = |row: &&crate::indicators::league::Row| {
        let member = row.member?;
        let growth = scene.numbers.measured(&row.growth, Quantity::Growth, 1);
        Some(NamedBar {
            names: [dataset.member_name(member).here().to_owned(), dataset.member_code(member).to_uppercase()],
            shown: growth,
            length: row.value.value.ok().and_then(|value| i64::try_from(value.rounded(0)).ok()),
            mark: row.base.value.ok().and_then(|value| i64::try_from(value.rounded(0)).ok()),
            style: scene.style(Role::Series),
        })
    };
    let first = rows.first().map(|row| content::measured(scene, &row.value, Quantity::Money, 1));
    let share = rows.first().and_then(|row| chart::percent(&row.share)).map(|share| {
        let row = rows[0];
        let name = row.member.map_or("", |member| dataset.member_name(member).here());
        (share, name)
    });
    Content {
        message: Vec::new(),
        number: first.map(|first| (first, scene.style(Role::Strong))),
        facts: share.map(|(_, name)| name.to_owned()).into_iter().collect(),
        chart: Chart::Bars(rows.iter().filter_map(bar).collect()),
    }
}

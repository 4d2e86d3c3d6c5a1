//! Which items or partners moved the total.

use crate::config::Role;
use crate::domain::Member;
use crate::indicators::{LeagueOf, Quantity, SortBy};
use crate::say;

use super::super::super::scene::Scene;
use super::super::content::{self, Chart, Content, NamedBar, Number};

/// Bars that are made at most.
const MOST: usize = 6;

/// The largest with their growth, beside what they were on the base; the number is of the first.
pub fn content(scene: &Scene<'_>, of: LeagueOf) -> Content {
    let (league, dataset) = (scene.deck().league(of), scene.state.dataset());
    let order = league.order(dataset, SortBy::Value);
    let rows = order.iter().filter_map(|at| league.rows.get(*at)).filter(|row| !league.is_within(row));
    let rows: Vec<_> = rows.filter(|row| row.member.is_some() && row.value.value.is_ok()).take(MOST).collect();
    let bar = |row: &&crate::indicators::league::Row| {
        let member = row.member?;
        let shown = match row.growth.value {
            Ok(_) => scene.numbers.measured(&row.growth, Quantity::Growth, 1),
            Err(_) => content::measured(scene, &row.value, Quantity::Money, 1),
        };
        let names = [dataset.member_name(member).here(), short_name(scene, member)].map(str::to_owned);
        Some(NamedBar {
            names: names.into_iter().filter(|name| !name.is_empty()).collect(),
            shown: vec![shown],
            length: row.value.value.ok().and_then(|value| i64::try_from(value.rounded(0)).ok()),
            mark: row.base.value.ok().and_then(|value| i64::try_from(value.rounded(0)).ok()),
            style: scene.style(Role::Series),
        })
    };
    let first = rows.first().map(|row| content::measured(scene, &row.value, Quantity::Money, 1));
    let name = rows.first().and_then(|row| row.member).map(|member| called(scene, member).to_owned());
    let leads = scene.wording().leader(of).map(|member| say!("briefing.largest-known", name = called(scene, member)));
    Content {
        message: leads.into_iter().collect(),
        number: first.map(|first| Number::new(first, scene.style(Role::Strong))),
        facts: name.into_iter().collect(),
        chart: Chart::Bars(rows.iter().filter_map(bar).collect()),
    }
}

/// Its short name, where it has one.
fn called<'a>(scene: &Scene<'a>, member: Member) -> &'a str {
    match short_name(scene, member) {
        "" => scene.state.dataset().member_name(member).here(),
        short => short,
    }
}

/// Empty where it has none.
fn short_name<'a>(scene: &Scene<'a>, member: Member) -> &'a str {
    let dataset = scene.state.dataset();
    match member {
        Member::Item(item) => dataset.item(item).short.here(),
        Member::Partner(partner) => dataset.partner(partner).short.here(),
    }
}

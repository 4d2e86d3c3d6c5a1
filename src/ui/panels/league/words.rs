//! The lines below a league: whether the parts add up, and how concentrated the total is.

use crate::domain::{Flow, Ratio};
use crate::indicators::league::PartsSum;
use crate::indicators::{League, LeagueOf};

use super::super::super::format::{Sign, period};
use super::super::super::scene::Scene;
use super::super::super::widgets::text;

/// The lines, the most important first; each as long as `width` allows.
pub(super) fn below(scene: &Scene<'_>, of: LeagueOf, width: u16) -> Vec<String> {
    let league = scene.deck().league(of);
    let lines = [Some(adding_up(scene, league)), rounding(scene, league), concentration(scene, league)];
    lines.into_iter().flatten().filter_map(|forms| forms.into_iter().find(|form| text::width(form) <= width)).collect()
}

fn noun(of: LeagueOf) -> &'static str {
    match of {
        LeagueOf::Items => "items",
        LeagueOf::Partners => "partners",
    }
}

fn whole(league: &League) -> &'static str {
    if league.flow == Flow::Import { "imports" } else { "exports" }
}

/// Whether the parts make up the total; in a long and a short form.
fn adding_up(scene: &Scene<'_>, league: &League) -> Vec<String> {
    let (known, all) = (league.counted().count(), league.rows.len());
    let (noun, whole) = (noun(league.of), whole(league));
    let of_all = if known == all { format!("{known} {noun}") } else { format!("{known} of {all} {noun} known") };
    let named = league.counted().filter_map(|row| row.share.value.ok()).fold(Ratio::whole(0), Ratio::plus);
    let share = scene.numbers.decimal(named, 1, Sign::Minus);
    match &league.sum {
        PartsSum::NoParts if all == 0 => vec![format!("no {noun} are loaded")],
        PartsSum::NoParts => vec![format!("none of {all} {noun} is known for {}", period(scene.state.month()))],
        PartsSum::NoTotal => vec![format!("{of_all}; the total is not, so there are no shares"), of_all],
        PartsSum::Complete => vec![format!("{of_all}: they add up to all {whole}")],
        PartsSum::WithOthers => vec![
            format!("{of_all}: {share}% of {whole}; with the others they add up to the total"),
            format!("{of_all}: {share}%; others make it 100"),
            format!("{known} of {all}: {share}%"),
        ],
        PartsSum::Exceed(by) => {
            let by = scene.numbers.money(*by, 2, Sign::Never);
            vec![format!("{of_all}: together {by} more than all {whole}; they overlap or are of another basis")]
        }
    }
}

/// Says where the contributions as shown do not add up to the growth as shown.
fn rounding(scene: &Scene<'_>, league: &League) -> Option<Vec<String>> {
    let total = league.total.contribution.value.ok()?.rounded(1);
    let rows = league.counted().chain([&league.others]);
    let shown: i128 = rows.filter_map(|row| row.contribution.value.ok()).map(|value| value.rounded(1)).sum();
    let known = league.counted().any(|row| row.contribution.value.is_ok());
    let gap = Ratio::new(shown - total, 10)?;
    (known && shown != total).then(|| {
        let gap = scene.numbers.decimal(gap, 1, Sign::Always);
        vec![
            format!("points as shown add to {gap} of the total growth: each is rounded by itself"),
            "points may not add because of rounding".to_owned(),
        ]
    })
}

/// The index as a range where there is a rest, and the largest three.
fn concentration(scene: &Scene<'_>, league: &League) -> Option<Vec<String>> {
    let concentration = league.concentration?;
    let numbers = scene.numbers;
    let (low, high) =
        (numbers.decimal(concentration.low, 0, Sign::Minus), numbers.decimal(concentration.high, 0, Sign::Minus));
    let index = if low == high { low } else { format!("{low} to {high}") };
    let top = numbers.decimal(concentration.top_three, 1, Sign::Minus);
    let three = match concentration.named {
        1 => "the one named",
        2 => "the two named",
        _ => "the largest three named",
    };
    Some(vec![
        format!(
            "concentration: {three} are {top}% of {}; Herfindahl-Hirschman index {index}, named {} only",
            whole(league),
            noun(league.of)
        ),
        format!("top three {top}%; HHI {index} (named only)"),
        format!("HHI {index}"),
    ])
}

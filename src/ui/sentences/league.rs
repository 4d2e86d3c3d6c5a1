//! Items and partners: what moved the total, and what leads it.

use crate::domain::{Flow, Ratio};
use crate::indicators::league::Row;
use crate::indicators::{League, LeagueOf};

use super::super::format::{Sign, period_long};
use super::super::lens_words::{self, the_base};
use super::Wording;

pub(super) fn sentence(wording: &Wording<'_>, of: LeagueOf) -> String {
    let league = wording.deck.league(of);
    let known: Vec<&Row> = league.counted().collect();
    if known.is_empty() {
        return nothing(wording, league);
    }
    let grown: Vec<&Row> = known.iter().copied().filter(|row| row.growth.value.is_ok()).collect();
    let lead = largest(wording, league, &known);
    // A majority that is measured says what moved the total; else what leads it is all that can be told.
    if grown.len() < 2 || grown.len() * 2 < known.len() {
        return lead;
    }
    // A part that is new has no growth, but moved the total too.
    let mover = mover(wording, league, &known);
    let rises = rises(wording, league, &grown, known.len());
    match mover {
        Some(mover) => format!("{rises}; {mover}"),
        None => rises,
    }
}

fn noun(of: LeagueOf, many: bool) -> &'static str {
    match (of, many) {
        (LeagueOf::Items, true) => "items",
        (LeagueOf::Items, false) => "item",
        (LeagueOf::Partners, true) => "partners",
        (LeagueOf::Partners, false) => "partner",
    }
}

fn nothing(wording: &Wording<'_>, league: &League) -> String {
    let noun = noun(league.of, true);
    match league.rows.is_empty() {
        true => format!("No {noun} are loaded"),
        false => format!("None of the {} {noun} is known for {}", league.rows.len(), period_long(wording.deck.month)),
    }
}

fn whole(league: &League) -> &'static str {
    if league.flow == Flow::Import { "imports" } else { "exports" }
}

fn name(wording: &Wording<'_>, row: &Row) -> String {
    row.member.map_or_else(String::new, |member| lens_words::in_sentence(wording.dataset, member))
}

/// `19 of 20 items rose`: by what is shown, so that none is counted that reads 0.0%.
fn rises(wording: &Wording<'_>, league: &League, grown: &[&Row], known: usize) -> String {
    let rose = grown.iter().filter(|row| row.growth.value.is_ok_and(|rate| rate.rounded(1) > 0)).count();
    let base = the_base(wording.deck.lens().comparison, wording.deck.month.frequency());
    let all = grown.len();
    let of_these = match (all == known, all) {
        (true, n) => format!("the {n} {}", noun(league.of, true)),
        (false, n) => format!("the {n} {} known {base}", noun(league.of, true)),
    };
    match rose {
        0 => format!("None of {of_these} rose"),
        n if n == all => format!("All of {of_these} rose"),
        n => format!("{n} of {of_these} rose"),
    }
}

/// The part with the largest contribution in the direction of the total, if one alone has it as shown.
fn mover(wording: &Wording<'_>, league: &League, known: &[&Row]) -> Option<String> {
    let total = league.total.contribution.value.ok()?;
    let sign = total.rounded(1).signum();
    let size = |row: &Row| row.contribution.value.ok().map(|value| value.rounded(1) * sign);
    let best = known.iter().copied().max_by_key(|row| size(row))?;
    let tied = known.iter().filter(|row| size(row) == size(best)).count() > 1;
    let contribution = best.contribution.value.ok()?;
    if tied || size(best)? <= 0 || sign == 0 {
        return None;
    }
    let (points, all) =
        (wording.style.decimal(contribution, 1, Sign::Never), wording.style.decimal(total, 1, Sign::Never));
    let name = name(wording, best);
    // One part can move the total by more than it moved in the end.
    let alone = size(best)? > total.rounded(1) * sign;
    Some(match (sign > 0, alone) {
        (true, false) => format!("{name} added {points} of the {all} points"),
        (true, true) => format!("{name} alone added {points} points"),
        (false, false) => format!("{name} took {points} of the {all} points lost"),
        (false, true) => format!("{name} alone took off {points} points"),
    })
}

/// `semiconductors lead with $41.0bn, 41.5% of exports`.
fn largest(wording: &Wording<'_>, league: &League, known: &[&Row]) -> String {
    let amount = |row: &Row| row.value.value.ok().map(|value| wording.money(value, 1));
    let value = |row: &Row| row.value.value.unwrap_or(Ratio::whole(0));
    let Some(best) = known.iter().copied().max_by_key(|row| value(row)) else { return String::new() };
    let tied = known.iter().filter(|row| amount(row) == amount(best)).count() > 1;
    let (name, amount) = (name(wording, best), amount(best).unwrap_or_default());
    let share = best.share.value.ok().map(|share| wording.style.decimal(share, 1, Sign::Minus));
    let share = share.map(|share| format!(", {share}% of {}", whole(league))).unwrap_or_default();
    match (known.len(), tied) {
        (1, _) => format!("Only {name}: {amount}{share}"),
        (n, false) => format!("The largest of {n} known: {name}, {amount}{share}"),
        (n, true) => format!("{n} {} known; none alone is the largest", noun(league.of, true)),
    }
}

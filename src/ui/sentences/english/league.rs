//! The sentence about items or partners.

use crate::domain::Flow;
use crate::indicators::{League, LeagueOf};

use super::super::super::format::{Sign, period_long};
use super::super::super::lens_words::the_base;
use super::super::Wording;
use super::super::facts::league::{Lead, Mover, Moves, Rises, moves};

pub(in super::super) fn sentence(wording: &Wording<'_>, of: LeagueOf) -> String {
    let league = wording.deck.league(of);
    let noun = noun(of);
    match moves(wording, league) {
        Moves::Empty => match of {
            LeagueOf::Items => "No items are loaded".to_owned(),
            LeagueOf::Partners => "No partners are loaded".to_owned(),
        },
        Moves::NoneKnown(n) => format!("None of the {n} {noun} is known for {}", period_long(wording.deck.month)),
        Moves::Lead(lead) => largest(wording, league, &lead),
        Moves::Rises(counts, None) => rises(wording, noun, &counts),
        Moves::Rises(counts, Some(mover)) => format!("{}; {}", rises(wording, noun, &counts), moved(wording, &mover)),
    }
}

fn noun(of: LeagueOf) -> &'static str {
    match of {
        LeagueOf::Items => "items",
        LeagueOf::Partners => "partners",
    }
}

/// `19 of the 20 items rose`.
fn rises(wording: &Wording<'_>, noun: &str, counts: &Rises) -> String {
    let base = the_base(wording.lens().comparison, wording.deck.month.frequency());
    let of_these = match counts.complete {
        true => format!("the {} {noun}", counts.all),
        false => format!("the {} {noun} known {base}", counts.all),
    };
    match counts.rose {
        0 => format!("None of {of_these} rose"),
        n if n == counts.all => format!("All of {of_these} rose"),
        n => format!("{n} of {of_these} rose"),
    }
}

/// `semiconductors added 5.1 of the 62.8 points`.
fn moved(wording: &Wording<'_>, mover: &Mover<'_>) -> String {
    let name = wording.member_of(mover.row);
    let points = wording.style.decimal(mover.contribution, 1, Sign::Never);
    let all = wording.style.decimal(mover.total, 1, Sign::Never);
    match (mover.total.signum() > 0, mover.alone) {
        (true, false) => format!("{name} added {points} of the {all} points"),
        (true, true) => format!("{name} alone added {points} points"),
        (false, false) => format!("{name} took {points} of the {all} points lost"),
        (false, true) => format!("{name} alone took off {points} points"),
    }
}

/// `The largest of 7 known is semiconductors, $41.0bn, 41.5% of exports`.
fn largest(wording: &Wording<'_>, league: &League, lead: &Lead<'_>) -> String {
    let name = wording.member_of(lead.row);
    let amount = lead.row.value.value.ok().map(|value| wording.money(value, 1)).unwrap_or_default();
    let whole = if league.flow == Flow::Import { "imports" } else { "exports" };
    let share = lead.row.share.value.ok().map(|share| wording.style.decimal(share, 1, Sign::Minus));
    let share = share.map(|share| format!(", {share}% of {whole}")).unwrap_or_default();
    match (lead.known, lead.tied) {
        (1, _) => format!("Only {name}: {amount}{share}"),
        (n, false) => format!("The largest of {n} known is {name}, {amount}{share}"),
        (n, true) => format!("{n} {} known; none alone is the largest", noun(league.of)),
    }
}

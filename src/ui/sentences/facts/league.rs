//! Items and partners: what moved the total, and what leads it.

use crate::domain::Ratio;
use crate::indicators::League;
use crate::indicators::league::Row;

use super::super::Wording;

/// What is told of a league.
pub(in super::super) enum Moves<'a> {
    /// Nothing is loaded.
    Empty,
    /// None of so many is known for the month.
    NoneKnown(usize),
    /// Which is the largest, where growth is known of too few.
    Lead(Lead<'a>),
    /// How many rose, and what moved the total.
    Rises(Rises, Option<Mover<'a>>),
}

/// The largest of those known.
pub(in super::super) struct Lead<'a> {
    pub row: &'a Row,
    pub known: usize,
    /// Another one is as large, as shown.
    pub tied: bool,
}

/// How many rose: by what is shown, so that none is counted that reads 0.0%.
pub(in super::super) struct Rises {
    pub rose: usize,
    /// Those whose growth is known.
    pub all: usize,
    /// These are all that are known for the month.
    pub complete: bool,
}

/// The part with the largest contribution in the direction of the total, if one alone has it as shown.
pub(in super::super) struct Mover<'a> {
    pub row: &'a Row,
    /// In percentage points, with its sign.
    pub contribution: Ratio,
    /// Of the total, with its sign.
    pub total: Ratio,
    /// It moved the total by more than it moved in the end.
    pub alone: bool,
}

pub(in super::super) fn moves<'a>(wording: &Wording<'a>, league: &'a League) -> Moves<'a> {
    let known: Vec<&Row> = league.counted().collect();
    let Some(lead) = lead(wording, &known) else {
        return if league.rows.is_empty() { Moves::Empty } else { Moves::NoneKnown(league.rows.len()) };
    };
    let growth: Vec<Ratio> = known.iter().filter_map(|row| row.growth.value.ok()).collect();
    // A majority that is measured says what moved the total; else what leads it is all that can be told.
    if growth.len() < 2 || growth.len() * 2 < known.len() {
        return Moves::Lead(lead);
    }
    let rose = growth.iter().filter(|rate| rate.rounded(1) > 0).count();
    let rises = Rises { rose, all: growth.len(), complete: growth.len() == known.len() };
    // A part that is new has no growth, but moved the total too.
    Moves::Rises(rises, mover(league, &known))
}

fn lead<'a>(wording: &Wording<'_>, known: &[&'a Row]) -> Option<Lead<'a>> {
    let value = |row: &Row| row.value.value.unwrap_or(Ratio::whole(0));
    let amount = |row: &Row| row.value.value.ok().map(|value| wording.money(value, 1));
    let row = known.iter().copied().max_by_key(|row| value(row))?;
    let tied = known.iter().filter(|other| amount(other) == amount(row)).count() > 1;
    Some(Lead { row, known: known.len(), tied })
}

fn mover<'a>(league: &League, known: &[&'a Row]) -> Option<Mover<'a>> {
    let total = league.total.contribution.value.ok()?;
    let sign = total.rounded(1).signum();
    let size = |row: &Row| row.contribution.value.ok().map(|value| value.rounded(1) * sign);
    let row = known.iter().copied().max_by_key(|row| size(row))?;
    let tied = known.iter().filter(|other| size(other) == size(row)).count() > 1;
    let contribution = row.contribution.value.ok()?;
    if tied || size(row)? <= 0 || sign == 0 {
        return None;
    }
    Some(Mover { row, contribution, total, alone: size(row)? > total.rounded(1) * sign })
}

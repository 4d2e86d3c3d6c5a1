//! Vintages: the list of releases, and what changed from one to another.

pub mod changes;
pub mod list;
pub mod marks;

use crate::domain::{Flow, Ratio};
use crate::indicators::revisions::{self, Change, ReleaseDay, Usual};
use crate::say;

use super::format::{self, Sign};
use super::scene::Scene;

/// Decimals of amounts in billions, where no more are needed to tell two of them apart.
const DECIMALS: u32 = 2;

/// The most decimals that an amount in billions can need.
const MOST_DECIMALS: u32 = 9;

/// A revision in words: the values before and after, the difference, and that in percent where it means something.
pub(super) struct Told {
    pub before: String,
    pub after: String,
    pub by: String,
    pub percent: String,
}

/// What is to be said of a change; as many decimals as tell the values apart.
pub(super) fn told(scene: &Scene<'_>, change: &Change) -> Told {
    let sign = if change.key.flow == Flow::Balance { Sign::Always } else { Sign::Minus };
    let amount = |value: i64, decimals, sign| scene.numbers.amount(Ratio::whole(i128::from(value)), decimals, sign);
    let (before, after) = (change.before.map(|before| before.value), change.after.value);
    let are_told_apart = |decimals: &u32| match (before, change.by()) {
        (Some(before), Some(by)) if by != 0 => {
            let zero = amount(0, *decimals, Sign::Never);
            amount(before, *decimals, sign) != amount(after, *decimals, sign)
                && amount(by, *decimals, Sign::Never) != zero
        }
        _ => true,
    };
    let decimals = (DECIMALS..MOST_DECIMALS).find(are_told_apart).unwrap_or(MOST_DECIMALS);
    Told {
        before: before.map_or_else(|| "..".to_owned(), |before| amount(before, decimals, sign)),
        after: amount(after, decimals, sign),
        by: change.by().map_or_else(String::new, |by| amount(by, decimals, Sign::Always)),
        percent: percent(scene, change).unwrap_or_default(),
    }
}

/// In percent of the value before; a balance has none.
fn percent(scene: &Scene<'_>, change: &Change) -> Option<String> {
    let (before, by) = (change.before?.value, change.by()?);
    let rate = Ratio::new(100 * i128::from(by), i128::from(before)).filter(|_| before > 0)?;
    (change.key.flow != Flow::Balance && by != 0).then(|| scene.numbers.growth(rate, DECIMALS, Sign::Always))
}

/// How much a series is usually revised, with the screen's minus sign; `money` writes an amount with its sign.
pub fn usual_words(scene: &Scene<'_>, usual: &Usual, money: impl Fn(i64) -> String) -> String {
    // Dates have hyphens: only a sign before a number is a minus.
    revisions::words::usual(usual, money).replace(" -", &format!(" {}", scene.numbers.minus))
}

/// `3 new, 1 revised`: how much a release changed.
pub(super) fn counts(day: &ReleaseDay) -> String {
    let confirmed = day.changes.iter().filter(|change| change.is_confirmation()).count();
    let (new, revised) = (day.first_values(), day.revised());
    let parts = [
        (new, say!("vintages.new", n = new)),
        (revised, say!("vintages.revised", n = revised)),
        (confirmed, say!("vintages.confirmed", n = confirmed)),
    ];
    let said = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
    said.collect::<Vec<_>>().join(", ")
}

/// `1 Mar 2023`; of a day that only a rule tells, `15 Feb 2023, presumed`.
pub(super) fn day(day: &ReleaseDay) -> String {
    let date = format::date(day.date);
    if day.presumed { say!("vintages.presumed", date = date) } else { date }
}

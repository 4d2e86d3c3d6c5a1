//! What people read about revisions.

use crate::domain::{Ratio, Said as _};
use crate::say;
use crate::word;

use super::{Known, Stage, Step, Usual};

/// What a stage is called.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::First10 => word!("revisions.days-1-10"),
        Stage::First20 => word!("revisions.days-1-20"),
        Stage::FirstPrint => word!("revisions.stage-first"),
        Stage::Revised => word!("revisions.stage-revised"),
        Stage::Settled => word!("revisions.stage-settled"),
    }
}

/// What a step is called.
pub fn step(step: Step) -> &'static str {
    match step {
        Step::FirstToRevised => word!("revisions.first-to-revised"),
        Step::RevisedToSettled => word!("revisions.revised-to-settled"),
        Step::FirstToSettled => word!("revisions.first-to-settled"),
        Step::FirstToNewest => word!("revisions.first-to-newest"),
    }
}

/// `usually revised ±0.2% (n=24)`; of fewer revisions the list: `revised so far: 2023-01 -0.3%, 2023-02 +0.1%`.
/// `money` writes an amount in units of the currency, with its sign.
pub fn usual(usual: &Usual, money: impl Fn(i64) -> String) -> String {
    match usual {
        Usual::Summed { is_percent: true, statistics } => {
            let size = format!("{}%", decimals(statistics.mean_absolute));
            say!("revisions.usually", size = size, n = statistics.n)
        }
        Usual::Summed { is_percent: false, statistics } => {
            let size = money(statistics.mean_absolute.round() as i64);
            say!("revisions.usually", size = size.trim_start_matches('+'), n = statistics.n)
        }
        Usual::Listed(revisions) if revisions.is_empty() => word!("revisions.none-yet").to_owned(),
        Usual::Listed(revisions) => {
            let one = |revision: &super::Revision| {
                let size = match revision.percent() {
                    Some(percent) => signed_tenths(percent),
                    None => money(revision.by()),
                };
                format!("{} {size}", revision.period.said())
            };
            say!("revisions.so-far", list = revisions.iter().map(one).collect::<Vec<_>>().join(", "))
        }
    }
}

/// `+0.3%`, halves away from zero.
fn signed_tenths(percent: Ratio) -> String {
    let tenths = percent.rounded(1);
    let sign = if tenths < 0 { '-' } else { '+' };
    format!("{sign}{}.{}%", tenths.abs() / 10, tenths.abs() % 10)
}

/// One decimal; two where one would say zero.
fn decimals(size: f64) -> String {
    if size < 0.05 { format!("{size:.2}") } else { format!("{size:.1}") }
}

/// What is to be said of a period's vintages; `None` where its prints are all there.
pub fn known(known: Known) -> Option<String> {
    match known {
        Known::Printed => None,
        Known::SettledOnly { since } => Some(say!("revisions.settled-only", since = since.said())),
        Known::Undated => Some(word!("revisions.undated").to_owned()),
        Known::NotCollected { settled_from } => Some(say!("revisions.not-collected", since = settled_from.said())),
        Known::NotYet => Some(word!("revisions.not-yet").to_owned()),
    }
}

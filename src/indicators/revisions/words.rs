//! What people read about revisions, in English. Another language is another file like this one.

use crate::domain::Ratio;

use super::{Known, Stage, Step, Usual};

/// What a stage is called.
pub const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::First10 => "days 1-10",
        Stage::First20 => "days 1-20",
        Stage::FirstPrint => "first print",
        Stage::Revised => "revised",
        Stage::Settled => "settled",
    }
}

/// What a step is called.
pub const fn step(step: Step) -> &'static str {
    match step {
        Step::FirstToRevised => "first print to revision",
        Step::RevisedToSettled => "revision to settled value",
        Step::FirstToSettled => "first print to settled value",
        Step::FirstToNewest => "first print to newest value",
    }
}

/// `usually revised ±0.2% (n=24)`; of fewer revisions the list: `revised so far: 2023-01 -0.3%, 2023-02 +0.1%`.
/// `money` writes an amount in units of the currency, with its sign.
pub fn usual(usual: &Usual, money: impl Fn(i64) -> String) -> String {
    match usual {
        Usual::Summed { is_percent: true, statistics } => {
            format!("usually revised ±{}% (n={})", decimals(statistics.mean_absolute), statistics.n)
        }
        Usual::Summed { is_percent: false, statistics } => {
            let size = money(statistics.mean_absolute.round() as i64);
            format!("usually revised ±{} (n={})", size.trim_start_matches('+'), statistics.n)
        }
        Usual::Listed(revisions) if revisions.is_empty() => "no revision known yet".to_owned(),
        Usual::Listed(revisions) => {
            let one = |revision: &super::Revision| {
                let size = match revision.percent() {
                    Some(percent) => signed_tenths(percent),
                    None => money(revision.by()),
                };
                format!("{} {size}", revision.period)
            };
            format!("revised so far: {}", revisions.iter().map(one).collect::<Vec<_>>().join(", "))
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
        Known::SettledOnly { since } => {
            Some(format!("settled value only, presumed known since {since}; earlier prints are not in the data"))
        }
        Known::Undated => Some("not dated: counts as known on every date".to_owned()),
        Known::NotCollected { settled_from } => {
            Some(format!("first print not in the data; the settled value is presumed known from {settled_from} on"))
        }
        Known::NotYet => Some("not known by this date".to_owned()),
    }
}

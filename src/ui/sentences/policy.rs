//! What is late, and what is due next.

use crate::indicators::PolicyStanding;

use crate::say;
use crate::word;

use super::super::format::date;

pub(super) fn sentence(standings: &[PolicyStanding<'_>]) -> String {
    if standings.is_empty() {
        return word!("sentences.no-measures").to_owned();
    }
    let overdue = standings.iter().filter(|standing| standing.overdue).count();
    let done = standings.iter().filter(|standing| standing.event.is_done()).count();
    let pending = |standing: &&PolicyStanding<'_>| !standing.overdue && !standing.event.is_done();
    let next = standings.iter().filter(pending).filter_map(|standing| standing.due).min();
    let late = match overdue {
        0 => word!("sentences.none-overdue").to_owned(),
        n => say!("sentences.overdue", n = n, all = standings.len()),
    };
    let due = next.map(|day| say!("sentences.next-due", date = date(day)));
    [Some(late), due, Some(say!("sentences.measures-done", n = done))]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ")
}

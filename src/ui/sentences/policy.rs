//! What is late, and what is due next.

use crate::indicators::PolicyStanding;

use super::super::format::date;

pub(super) fn sentence(standings: &[PolicyStanding<'_>]) -> String {
    if standings.is_empty() {
        return "No measure is loaded that had been announced by this date".to_owned();
    }
    let overdue = standings.iter().filter(|standing| standing.overdue).count();
    let done = standings.iter().filter(|standing| standing.event.is_done()).count();
    let pending = |standing: &&PolicyStanding<'_>| !standing.overdue && !standing.event.is_done();
    let next = standings.iter().filter(pending).filter_map(|standing| standing.due).min();
    let late = match overdue {
        0 => "No measure is overdue".to_owned(),
        1 => format!("1 of {} measures is overdue", standings.len()),
        n => format!("{n} of {} measures are overdue", standings.len()),
    };
    let due = next.map(|day| format!("; next due {}", date(day))).unwrap_or_default();
    format!("{late}{due}; {done} passed or in force")
}

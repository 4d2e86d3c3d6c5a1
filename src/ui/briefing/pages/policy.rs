//! What is due and what is late.

use crate::config::Role;
use crate::domain::{Frequency, Period};
use crate::indicators::PolicyStanding;
use crate::indicators::policy::standings;
use crate::say;
use crate::word;

use super::super::super::format;
use super::super::super::scene::Scene;
use super::super::content::{self, Chart, Content, NamedBar, Number};

/// How many are late, or pending where none is; the measures, what is late and due first.
pub fn content(scene: &Scene<'_>) -> Content {
    let mut standings = standings(scene.state.view());
    if standings.is_empty() {
        return Content::default();
    }
    let late = standings.iter().filter(|standing| standing.overdue).count();
    let pending = standings.iter().filter(|standing| !standing.event.is_done()).count();
    let number = match late {
        0 => Number::new(say!("briefing.measures-pending", n = pending), scene.style(Role::Strong)),
        n => Number::new(say!("briefing.measures-late", n = n), scene.style(Role::Deficit)),
    };
    standings.sort_by_key(|standing| {
        (
            standing.event.is_done(),
            !standing.overdue,
            standing.due.is_none(),
            standing.due,
            std::cmp::Reverse(standing.event.date),
        )
    });
    Content {
        message: Vec::new(),
        number: Some(number),
        facts: Vec::new(),
        chart: Chart::Bars(standings.iter().map(|standing| bar(scene, standing)).collect()),
    }
}

fn bar(scene: &Scene<'_>, standing: &PolicyStanding<'_>) -> NamedBar {
    let month = |date| content::axis_month(scene, Period::containing(date, Frequency::Monthly));
    let shown = match standing.due {
        _ if standing.event.is_done() => vec![word!("briefing.passed").to_owned()],
        _ if standing.overdue => vec![word!("briefing.overdue").to_owned()],
        Some(due) => vec![say!("briefing.due", date = format::date(due)), format::date(due), month(due)],
        None => vec![format::date(standing.event.date), month(standing.event.date)],
    };
    let role = if standing.overdue { Role::Deficit } else { Role::Text };
    NamedBar {
        names: vec![standing.policy.name.here().to_owned()],
        shown,
        length: None,
        mark: None,
        style: scene.style(role),
    }
}

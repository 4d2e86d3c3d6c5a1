//! The league table that panels 5 and 6 share: rows of items or partners, what is left of the total, and a
//! line that says whether they add up.

mod columns;
mod detail;
mod table;
mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Action;
use crate::config::Role;
use crate::domain::{Flow, Period};
use crate::indicators::LeagueOf;

use super::super::lens_words::LensPart;
use super::super::scene::Scene;
use super::super::widgets::text;
use super::Canvas;

/// Draws the league, or the series of the row that was entered.
pub(super) fn draw(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas, buf: &mut Buffer) {
    if let Some(member) = detail::shown(scene, of, canvas) {
        return detail::draw(scene, member, canvas, buf);
    }
    let (above, below, lines) = parts(scene, of, canvas);
    table::draw(scene, of, above, buf);
    for (row, line) in (0..below.area.height).zip(&lines) {
        text::put(buf, below.area.x, below.area.y + row, line, scene.style(Role::Muted), below.area.width);
    }
}

/// The table, and the lines below it.
fn parts(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas) -> (Canvas, Canvas, Vec<String>) {
    let lines = words::below(scene, of, canvas.area.width);
    let most = match canvas.area.height {
        0..=5 => 0,
        6..=9 => 1,
        _ if canvas.zoomed => 3,
        _ => 2,
    };
    let rows = (lines.len() as u16).min(most);
    let (above, below) = canvas.split_below(rows, u16::from(canvas.zoomed && rows > 0));
    (above, below, lines)
}

/// `Items`, or `Items › Semiconductors`.
pub(super) fn title(scene: &Scene<'_>, of: LeagueOf, name: &str) -> String {
    match scene.state.viewpoint.detail.filter(|_| is_entered(scene, of)) {
        Some(member) => {
            let arrow = scene.glyphs().pick('›', '>');
            format!("{name} {arrow} {}", scene.state.dataset().member_name(member).en)
        }
        None => name.to_owned(),
    }
}

/// Flow, unit and classification.
pub(super) fn unit(scene: &Scene<'_>, of: LeagueOf) -> String {
    let league = scene.deck().league(of);
    let flow = if league.flow == Flow::Import { "imports" } else { "exports" };
    format!("{flow} {}  {}", scene.numbers.unit(), league.scheme).trim_end().to_owned()
}

/// The message: of the table, or of the series that was entered.
pub(super) fn sentence(scene: &Scene<'_>, of: LeagueOf) -> String {
    match scene.state.viewpoint.detail.filter(|_| is_entered(scene, of)) {
        Some(member) => scene.wording().member(member),
        None => scene.wording().league(of),
    }
}

/// What a league cannot follow.
pub(super) fn refusals(scene: &Scene<'_>, of: LeagueOf) -> Vec<(LensPart, &'static str)> {
    let league = scene.deck().league(of);
    let mut refused = Vec::new();
    if !league.keeps_lens {
        let reason = match of {
            LeagueOf::Items => "items by partner are not loaded",
            LeagueOf::Partners => "partners by item are not loaded",
        };
        refused.push((LensPart::Without, reason));
    }
    if scene.deck().lens().comparison == crate::indicators::Comparison::Plan {
        refused.push((LensPart::Comparison, "only total exports have a plan"));
    }
    refused
}

fn is_entered(scene: &Scene<'_>, of: LeagueOf) -> bool {
    let viewpoint = &scene.state.viewpoint;
    viewpoint.zoomed
        && viewpoint.detail.is_some()
        && crate::app::rows::league_of(scene.state.focused_panel()) == Some(of)
}

/// The month at a cell, where a chart is drawn.
pub(super) fn month_at(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas, x: u16, y: u16) -> Option<Period> {
    detail::shown(scene, of, canvas).and_then(|member| detail::month_at(scene, member, canvas, x, y))
}

/// What a click at a cell of the table means.
pub(super) fn action_at(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas, x: u16, y: u16) -> Option<Action> {
    if detail::shown(scene, of, canvas).is_some() {
        return None;
    }
    table::action_at(scene, of, parts(scene, of, canvas).0, x, y)
}

/// The part of an area from `x` on.
fn from(area: Rect, x: u16) -> u16 {
    area.right().saturating_sub(x)
}

//! The league table that panels 5 and 6 share: rows of items or partners, what is left of the total, and a
//! line that says whether they add up.

mod columns;
mod detail;
mod table;
mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Action, rows};
use crate::config::Role;
use crate::domain::{Member, Period};
use crate::indicators::{Deck, LeagueOf};
use crate::word;

use super::super::lens_words::{LensPart, flow_word};
use super::super::scene::Scene;
use super::super::widgets::text;
use super::Canvas;

/// Draws the league, or the series of the row that was entered.
pub(super) fn draw(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas, buf: &mut Buffer) {
    if let Some(member) = detail::shown(scene, of, canvas) {
        return detail::draw(scene, member, canvas, buf);
    }
    let parts = parts(scene, of, canvas);
    table::draw(scene, of, parts.table, buf);
    for (row, line) in (0..parts.words.area.height).zip(&parts.lines) {
        let area = parts.words.area;
        text::put(buf, area.x, area.y + row, line, scene.style(Role::Muted), area.width);
    }
    if let Some((member, canvas)) = parts.series {
        let area = canvas.area;
        let name = scene.state.dataset().member_name(member).here();
        text::put(buf, area.x, area.y, name, scene.style(Role::Strong), area.width);
        detail::draw(scene, member, canvas.within(Rect { y: area.y + 1, height: area.height - 1, ..area }), buf);
    }
}

struct Parts {
    table: Canvas,
    words: Canvas,
    lines: Vec<String>,
    /// The series of the selected row, where the table leaves room for it.
    series: Option<(Member, Canvas)>,
}

/// Rows that a series needs below the table: its name and a chart.
const LEAST_SERIES: u16 = 12;

/// The table, the lines below it, and the selected row's series on what is left of a whole screen.
fn parts(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas) -> Parts {
    let lines = words::below(scene, of, canvas.area.width);
    let most = match canvas.area.height {
        0..=5 => 0,
        6..=9 => 1,
        _ if canvas.zoomed => 3,
        _ => 2,
    };
    let below = (lines.len() as u16).min(most);
    let gap = u16::from(canvas.zoomed && below > 0);
    let rows = u16::try_from(scene.deck().league(of).rows.len()).unwrap_or(u16::MAX).saturating_add(3);
    let used = rows.saturating_add(below + gap + 1);
    let member = rows::selected_member(scene.state).filter(|_| canvas.zoomed);
    let left = canvas.area.height.saturating_sub(used);
    let (canvas, series) = match member.filter(|_| left >= LEAST_SERIES) {
        None => (canvas, None),
        Some(member) => {
            let (above, series) = canvas.split_below(left, 1);
            (above, Some((member, series)))
        }
    };
    let (table, words) = canvas.split_below(below, gap);
    Parts { table, words, lines, series }
}

/// `Items`, or `Items › Semiconductors`.
pub(super) fn title(scene: &Scene<'_>, of: LeagueOf, name: &str) -> String {
    match scene.state.viewpoint.detail.filter(|_| is_entered(scene, of)) {
        Some(member) => {
            let arrow = scene.glyphs().pick('›', '>');
            format!("{name} {arrow} {}", scene.state.dataset().member_name(member).here())
        }
        None => name.to_owned(),
    }
}

/// Flow, unit and classification.
pub(super) fn unit(scene: &Scene<'_>, of: LeagueOf) -> String {
    let league = scene.deck().league(of);
    let flow = flow_word(league.flow);
    format!("{flow} {}  {}", scene.numbers.unit(), league.scheme).trim_end().to_owned()
}

/// The message: of the table, or of the series that was entered.
pub(super) fn sentence(scene: &Scene<'_>, of: LeagueOf) -> String {
    match scene.state.viewpoint.detail.filter(|_| is_entered(scene, of)) {
        Some(member) => scene.wording().member(member),
        None => scene.wording().league(of),
    }
}

/// What would fill the table where nothing of its kind is loaded.
pub(super) fn needs(scene: &Scene<'_>, of: LeagueOf) -> Option<&'static str> {
    let is_empty = scene.deck().league(of).rows.is_empty();
    is_empty.then(|| match of {
        LeagueOf::Items => word!("panels.needs-items"),
        LeagueOf::Partners => word!("panels.needs-partners"),
    })
}

/// What a league cannot follow.
pub(super) fn refusals(deck: &Deck, of: LeagueOf) -> Vec<(LensPart, &'static str)> {
    let league = deck.league(of);
    let mut refused = Vec::new();
    if !league.keeps_lens {
        let reason = match of {
            LeagueOf::Items => word!("panels.no-items-by-partner"),
            LeagueOf::Partners => word!("panels.no-partners-by-item"),
        };
        refused.push((LensPart::Without, reason));
    }
    if deck.lens().comparison == crate::indicators::Comparison::Plan {
        refused.push((LensPart::Comparison, word!("panels.plan-of-total-only")));
    }
    refused
}

fn is_entered(scene: &Scene<'_>, of: LeagueOf) -> bool {
    let viewpoint = &scene.state.viewpoint;
    viewpoint.zoomed && viewpoint.detail.is_some() && rows::league_of(scene.state.focused_panel()) == Some(of)
}

/// The month at a cell, where a chart is drawn.
pub(super) fn month_at(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas, x: u16, y: u16) -> Option<Period> {
    if let Some(member) = detail::shown(scene, of, canvas) {
        return detail::month_at(scene, member, canvas, x, y);
    }
    let (member, canvas) = parts(scene, of, canvas).series?;
    let area = canvas.area;
    detail::month_at(scene, member, canvas.within(Rect { y: area.y + 1, height: area.height - 1, ..area }), x, y)
}

/// What a click at a cell of the table means.
pub(super) fn action_at(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas, x: u16, y: u16) -> Option<Action> {
    if detail::shown(scene, of, canvas).is_some() {
        return None;
    }
    table::action_at(scene, of, parts(scene, of, canvas).table, x, y)
}

/// The part of an area from `x` on.
fn from(area: Rect, x: u16) -> u16 {
    area.right().saturating_sub(x)
}

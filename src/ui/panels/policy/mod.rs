//! Panel 8: measures, where they stand, what is due and what is late. A date is a date, not an explanation.

mod growth;
mod steps;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Action;
use crate::config::Role;
use crate::domain::{Frequency, Period};
use crate::indicators::Deck;
use crate::indicators::policy::{PolicyStanding, standings};
use crate::word;

use super::super::briefing::{content::Content, pages};
use super::super::format;
use super::super::lens_words::LensPart;
use super::super::scene::Scene;
use super::super::widgets::text;
use super::{Canvas, Panel, needs_description, rows};

pub(super) struct Policy;

/// Cells of status and date.
const STATUS: u16 = 11;

/// Cells of a date.
const DATE: u16 = 13;

/// Least cells of the amount; without so many it is left out.
const LEAST_AMOUNT: u16 = 20;

impl Panel for Policy {
    fn name(&self) -> &'static str {
        "policy"
    }

    fn title(&self, _: &Scene<'_>) -> String {
        word!("panels.policy").to_owned()
    }

    fn unit(&self, scene: &Scene<'_>, _: Canvas) -> String {
        if scene.state.viewpoint.flags { word!("policy.flags-on") } else { word!("policy.flags-off") }.to_owned()
    }

    fn refusals(&self, _: &Deck) -> Vec<(LensPart, &'static str)> {
        vec![(LensPart::Span, word!("policy.windows")), (LensPart::Comparison, word!("policy.windows-base"))]
    }

    fn sentence(&self, scene: &Scene<'_>) -> String {
        scene.wording().policy(&standings(scene.state.view()))
    }

    fn needs(&self, scene: &Scene<'_>) -> Option<&'static str> {
        needs_description(scene, standings(scene.state.view()).is_empty(), word!("panels.needs-measures"))
    }

    fn draw(&self, scene: &Scene<'_>, canvas: Canvas, buf: &mut Buffer) {
        let standings = standings(scene.state.view());
        let (table, below) = parts(canvas, standings.len());
        let (first, selected) = window(scene, table.area, standings.len());
        draw_header(scene, table.area, buf);
        for (row, (place, standing)) in (1..table.area.height).zip(standings.iter().enumerate().skip(first)) {
            let area = Rect { y: table.area.y + row, height: 1, ..table.area };
            draw_row(scene, area, standing, selected == Some(place), buf);
        }
        let picked = standings.get(scene.state.row_of(super::index_of("policy")));
        if let Some((below, standing)) = below.zip(picked) {
            let end = steps::draw(scene, below.area, standing, buf) + 1;
            let rest = Rect { y: end, height: below.area.bottom().saturating_sub(end), ..below.area };
            growth::draw(scene, below.within(rest), standing, buf);
        }
    }

    fn briefing(&self, scene: &Scene<'_>) -> Content {
        pages::policy::content(scene)
    }

    fn month_at(&self, _: &Scene<'_>, _: Canvas, _: u16, _: u16) -> Option<Period> {
        None
    }

    fn action_at(&self, scene: &Scene<'_>, canvas: Canvas, x: u16, y: u16) -> Option<Action> {
        let count = standings(scene.state.view()).len();
        let table = parts(canvas, count).0.area;
        let (first, _) = window(scene, table, count);
        rows::row_at(table, first, count, x, y).map(Action::Row)
    }
}

/// The table, and on a whole screen the steps of the selected measure below it.
fn parts(canvas: Canvas, count: usize) -> (Canvas, Option<Canvas>) {
    if !canvas.zoomed || canvas.area.height < 12 {
        return (canvas, None);
    }
    let wanted = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(1);
    let table = wanted.min(canvas.area.height / 2).max(4);
    let (table, below) = canvas.split_below(canvas.area.height.saturating_sub(table + 1), 1);
    (table, Some(below))
}

fn window(scene: &Scene<'_>, table: Rect, count: usize) -> (usize, Option<usize>) {
    rows::window(scene, "policy", usize::from(table.height.saturating_sub(1)), count)
}

/// Cells of the name, and of the amount where there is room for it.
fn widths(area: Rect) -> (u16, u16) {
    let left = area.width.saturating_sub(6 + STATUS + 2 * DATE + 2);
    if left < 40 + LEAST_AMOUNT { (left, 0) } else { (left * 3 / 5, left - left * 3 / 5) }
}

fn draw_header(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let muted = scene.style(Role::Muted);
    let (name, amount) = widths(area);
    if area.height < 2 || name < 8 {
        return;
    }
    text::put(buf, area.x + 6, area.y, word!("policy.column-measure"), muted, name);
    let x = area.x + 6 + name;
    text::put(buf, x + 1, area.y, word!("policy.column-amount"), muted, amount.saturating_sub(1));
    text::put(buf, x + amount + 2, area.y, word!("policy.column-status"), muted, STATUS);
    text::put_right(buf, x + amount + 2 + STATUS + DATE, area.y, word!("policy.column-since"), muted, DATE);
    text::put_right(buf, area.right(), area.y, word!("policy.column-due"), muted, DATE);
}

fn draw_row(scene: &Scene<'_>, area: Rect, standing: &PolicyStanding<'_>, selected: bool, buf: &mut Buffer) {
    if selected {
        rows::draw_selected(scene, area, buf);
    }
    let letter = format!("[{}]", standing.letter);
    text::put(buf, area.x + 2, area.y, &letter, scene.style(Role::Flag), area.width.saturating_sub(2));
    let (name, amount) = widths(area);
    let ink = scene.style(Role::Text);
    if name < 8 {
        text::put(buf, area.x + 6, area.y, standing.policy.name.here(), ink, area.width.saturating_sub(6));
        return;
    }
    text::put(buf, area.x + 6, area.y, standing.policy.name.here(), ink, name - 1);
    let x = area.x + 6 + name;
    text::put(
        buf,
        x + 1,
        area.y,
        standing.policy.amount_on(scene.deck().as_of).here(),
        scene.style(Role::Muted),
        amount.saturating_sub(2),
    );
    let x = x + amount + 2;
    let (word, role) = status(standing);
    text::put(buf, x, area.y, word, scene.style(role), STATUS);
    let since = step_date(standing.event.date, standing.event.day_unknown);
    text::put_right(buf, x + STATUS + DATE, area.y, &since, scene.style(Role::Muted), DATE);
    if let Some(due) = standing.due.filter(|_| !standing.event.is_done()) {
        text::put_right(buf, area.right(), area.y, &format::date(due), scene.style(role), DATE);
    }
}

/// The status in words; `OVERDUE` where it was to be done by now.
fn status(standing: &PolicyStanding<'_>) -> (&'static str, Role) {
    if standing.overdue {
        return (word!("policy.overdue"), Role::Deficit);
    }
    let role = if standing.event.is_done() { Role::Surplus } else { Role::Text };
    (status_word(&standing.event.status), role)
}

/// A status as people say it.
fn status_word(status: &str) -> &'static str {
    match status {
        "announced" => word!("policy.announced"),
        "planned" => word!("policy.planned"),
        "requested" => word!("policy.requested"),
        "submitted" => word!("policy.submitted"),
        "stalled" => word!("policy.stalled"),
        "review" => word!("policy.review"),
        "passed" => word!("policy.passed"),
        "in_force" => word!("policy.in-force"),
        _ => word!("policy.completed"),
    }
}

/// `3 Mar 2023`, or `Sep 2023` where the day is not known.
fn step_date(date: crate::domain::Date, day_unknown: bool) -> String {
    match day_unknown {
        true => format::period(Period::containing(date, Frequency::Monthly)),
        false => format::date(date),
    }
}

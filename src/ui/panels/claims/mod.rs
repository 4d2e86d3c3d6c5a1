//! Panel 7: what was said, judged on what was known then and on what is known now.

mod evidence;
mod series;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::Action;
use crate::claims::{Judgement, Verdict, words};
use crate::config::Role;
use crate::domain::{Period, Stated};
use crate::indicators::Deck;
use crate::word;

use super::super::briefing::{content::Content, pages};
use super::super::format;
use super::super::lens_words::LensPart;
use super::super::scene::Scene;
use super::super::vintages::marks;
use super::super::widgets::text;
use super::{Canvas, Panel, needs_description, rows};

pub(super) struct Claims;

/// Cells of the two verdicts with the selection's mark before them.
const VERDICTS: u16 = 16;

/// Cells of stated and computed numbers.
const NUMBERS: u16 = 27;

/// Cells of speaker and date.
const SAID: u16 = 13;

impl Panel for Claims {
    fn name(&self) -> &'static str {
        "claims"
    }

    fn title(&self, _: &Scene<'_>) -> String {
        word!("panels.claims").to_owned()
    }

    fn unit(&self, _: &Scene<'_>, _: Canvas) -> String {
        word!("statements.unit").to_owned()
    }

    fn refusals(&self, _: &Deck) -> Vec<(LensPart, &'static str)> {
        LensPart::ALL.map(|part| (part, word!("statements.as-made"))).to_vec()
    }

    fn sentence(&self, scene: &Scene<'_>) -> String {
        match scene.state.is_judging() {
            true => word!("statements.judging").to_owned(),
            false => scene.wording().claims(scene.state.judgements()),
        }
    }

    fn needs(&self, scene: &Scene<'_>) -> Option<&'static str> {
        needs_description(scene, scene.state.judgements().is_empty(), word!("panels.needs-claims"))
    }

    fn draw(&self, scene: &Scene<'_>, canvas: Canvas, buf: &mut Buffer) {
        let judgements = scene.state.judgements();
        let parts = parts(canvas, judgements.len());
        let (first, selected) = window(scene, parts.table.area, judgements.len());
        draw_header(scene, parts.table.area, buf);
        for (row, (place, judgement)) in (1..parts.table.area.height).zip(judgements.iter().enumerate().skip(first)) {
            let area = Rect { y: parts.table.area.y + row, height: 1, ..parts.table.area };
            draw_row(scene, area, judgement, selected == Some(place), buf);
        }
        let picked = judgements.get(scene.state.row_of(super::index_of("claims")));
        if let Some((evidence, judgement)) = parts.evidence.zip(picked) {
            let end = evidence::draw(scene, evidence.area, judgement, buf) + 1;
            let rest = Rect { y: end, height: evidence.area.bottom().saturating_sub(end), ..evidence.area };
            series::draw(scene, evidence.within(rest), judgement, buf);
        }
    }

    fn briefing(&self, scene: &Scene<'_>) -> Content {
        pages::claims::content(scene)
    }

    fn month_at(&self, _: &Scene<'_>, _: Canvas, _: u16, _: u16) -> Option<Period> {
        None
    }

    fn action_at(&self, scene: &Scene<'_>, canvas: Canvas, x: u16, y: u16) -> Option<Action> {
        let judgements = scene.state.judgements();
        let table = parts(canvas, judgements.len()).table.area;
        let (first, _) = window(scene, table, judgements.len());
        rows::row_at(table, first, judgements.len(), x, y).map(Action::Row)
    }
}

struct Parts {
    table: Canvas,
    evidence: Option<Canvas>,
}

/// The table, and on a whole screen the evidence of the selected statement below it.
fn parts(canvas: Canvas, count: usize) -> Parts {
    let wanted = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(1);
    if !canvas.zoomed || canvas.area.height < 12 {
        return Parts { table: canvas, evidence: None };
    }
    let table = wanted.min(canvas.area.height / 2).max(4);
    let (table, evidence) = canvas.split_below(canvas.area.height.saturating_sub(table + 1), 1);
    Parts { table, evidence: Some(evidence) }
}

/// The first row shown, and the selected one where the panel has the focus.
fn window(scene: &Scene<'_>, table: Rect, count: usize) -> (usize, Option<usize>) {
    rows::window(scene, "claims", usize::from(table.height.saturating_sub(1)), count)
}

fn draw_header(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    if area.height < 2 {
        return;
    }
    let muted = scene.style(Role::Muted);
    let verdicts = format!("{}{}", text::padded(word!("statements.then"), 8), word!("statements.now"));
    text::put(buf, area.x + 2, area.y, &verdicts, muted, area.width.saturating_sub(2));
    if let Some(columns) = Columns::of(area) {
        text::put(buf, area.x + VERDICTS, area.y, word!("statements.statement"), muted, columns.statement);
        text::put_right(buf, columns.stated, area.y, word!("statements.said"), muted, 8);
        text::put_right(buf, columns.then, area.y, word!("statements.column-then"), muted, 8);
        text::put_right(buf, columns.now, area.y, word!("statements.now"), muted, 8);
        if let Some(said) = columns.said {
            text::put_right(buf, said, area.y, word!("statements.on"), muted, SAID);
        }
    }
}

/// Right edges of the columns after the statement.
struct Columns {
    statement: u16,
    stated: u16,
    then: u16,
    now: u16,
    said: Option<u16>,
}

impl Columns {
    fn of(area: Rect) -> Option<Columns> {
        let left = area.width.checked_sub(VERDICTS + NUMBERS)?;
        let said = (left >= SAID + 30).then_some(area.right());
        let end = area.right() - if said.is_some() { SAID } else { 0 };
        let statement = end.checked_sub(area.x + VERDICTS + NUMBERS)?;
        (statement >= 16).then_some(Columns { statement, stated: end - 18, then: end - 9, now: end, said })
    }
}

fn draw_row(scene: &Scene<'_>, area: Rect, judgement: &Judgement, selected: bool, buf: &mut Buffer) {
    if selected {
        rows::draw_selected(scene, area, buf);
    }
    let id = &judgement.statement.id;
    if scene.state.changed_verdicts().iter().any(|change| change.id == *id) {
        text::put(buf, area.x + 1, area.y, marks::REVISED, scene.style(Role::Accent), area.width.min(1));
    }
    for (side, x) in [(&judgement.then, 2), (&judgement.now, 10)] {
        let room = area.width.saturating_sub(x);
        text::put(buf, area.x + x, area.y, side.verdict.code(), verdict_style(scene, side.verdict), room.min(5));
    }
    let x = area.x + VERDICTS;
    let (style, statement) = (scene.style(Role::Text), words::said(&judgement.statement));
    let Some(columns) = Columns::of(area) else {
        text::put(buf, x.min(area.right()), area.y, statement, style, area.right().saturating_sub(x));
        return;
    };
    text::put(buf, x, area.y, statement, style, columns.statement.saturating_sub(1));
    let stated = judgement.statement.stated.as_ref().map(Stated::here);
    let stated = stated.as_ref().map_or("..", |stated| stated.printed.as_str());
    text::put_right(buf, columns.stated, area.y, &scene.minus(stated), scene.style(Role::Strong), 8);
    for (side, right) in [(&judgement.then, columns.then), (&judgement.now, columns.now)] {
        text::put_right(buf, right, area.y, &scene.minus(&words::computed(side, &judgement.statement)), style, 8);
    }
    if let Some(said) = columns.said {
        let date = format::date(judgement.statement.said);
        text::put_right(buf, said, area.y, &date, scene.style(Role::Muted), SAID - 1);
    }
}

/// A verdict is a word; its colour only repeats it.
fn verdict_style(scene: &Scene<'_>, verdict: Verdict) -> Style {
    scene.style(match verdict {
        Verdict::Ok | Verdict::Round => Role::Surplus,
        Verdict::Off => Role::Deficit,
        Verdict::Rev | Verdict::Base => Role::Warning,
        Verdict::Unchecked => Role::Muted,
    })
}

//! The evidence for a statement: the formula, both results with their bounds, the inputs, what is to be said.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::claims::{Cell, Judgement, Side, words};
use crate::config::Role;
use crate::domain::Ratio;
use crate::say;
use crate::word;

use super::super::super::format::{self, Sign};
use super::super::super::scene::Scene;
use super::super::super::widgets::text;
use super::verdict_style;

/// Inputs that are listed; of more the count is told.
const MOST_CELLS: usize = 14;

/// Cells of the words before a line.
const LABEL: u16 = 12;

/// Cells of a period before an input.
const PERIOD: u16 = 9;

/// Cells of its series' name.
const NAME: u16 = 24;

/// Draws the evidence. Gives the row below it.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, judgement: &Judgement, buf: &mut Buffer) -> u16 {
    let mut y = area.y;
    let dataset = scene.state.dataset();
    for line in text::wrap(words::said(&judgement.statement), area.width).into_iter().take(2) {
        put(scene, area, &mut y, (&line, Role::Strong), buf);
    }
    let speaker = judgement.statement.speaker.here();
    let by = scene.minus(&format!(
        "{speaker}, {}: {}",
        format::date(judgement.statement.said),
        words::stated(&judgement.statement)
    ));
    put(scene, area, &mut y, (by.trim_start_matches(", "), Role::Muted), buf);
    y += 1;
    if let Some((indicator, period)) = judgement.statement.indicator.as_ref().zip(judgement.statement.period) {
        labelled(scene, area, &mut y, word!("statements.formula"), &words::formula(indicator, period, dataset), buf);
    }
    for (side, label) in [(&judgement.then, word!("statements.as-spoken")), (&judgement.now, word!("statements.now"))] {
        draw_side(scene, area, &mut y, (label, side), judgement, buf);
    }
    let remarks = words::remarks(judgement, dataset);
    y += u16::from(!remarks.is_empty());
    for remark in remarks {
        for (n, line) in text::wrap(&remark, area.width.saturating_sub(2)).iter().enumerate() {
            let line = if n == 0 { format!("{} {line}", scene.glyphs().pick('•', '-')) } else { format!("  {line}") };
            put(scene, area, &mut y, (&line, Role::Text), buf);
        }
    }
    y += 1;
    draw_cells(scene, area, &mut y, judgement, buf);
    y
}

fn put(scene: &Scene<'_>, area: Rect, y: &mut u16, (line, role): (&str, Role), buf: &mut Buffer) {
    if *y < area.bottom() {
        text::put(buf, area.x, *y, line, scene.style(role), area.width);
        *y += 1;
    }
}

fn labelled(scene: &Scene<'_>, area: Rect, y: &mut u16, label: &str, line: &str, buf: &mut Buffer) {
    if *y < area.bottom() {
        text::put(buf, area.x, *y, label, scene.style(Role::Muted), area.width.min(LABEL));
        text::put(buf, area.x + LABEL, *y, line, scene.style(Role::Text), area.width.saturating_sub(LABEL));
        *y += 1;
    }
}

fn draw_side(
    scene: &Scene<'_>,
    area: Rect,
    y: &mut u16,
    (label, side): (&str, &Side),
    judgement: &Judgement,
    buf: &mut Buffer,
) {
    if *y >= area.bottom() || area.width <= LABEL + 6 {
        return;
    }
    let statement = &judgement.statement;
    text::put(buf, area.x, *y, label, scene.style(Role::Muted), LABEL);
    let x = area.x + LABEL;
    let code = side.verdict.code();
    text::put(buf, x, *y, code, verdict_style(scene, side.verdict), 6);
    let bounds = side.evidence.as_ref().map(|evidence| words::bounds(evidence, statement.stated.as_ref()));
    let bounds =
        bounds.ok().filter(|bounds| !bounds.is_empty()).map(|bounds| say!("statements.between", bounds = bounds));
    let gap = words::gap(side, statement);
    let gap = if gap.is_empty() { String::new() } else { say!("statements.off-by", gap = gap) };
    let line = say!(
        "statements.side",
        computed = words::computed(side, statement),
        bounds = bounds.unwrap_or_default(),
        gap = gap,
        verdict = words::verdict(side.verdict),
        date = format::date(side.as_of)
    );
    let room = area.width.saturating_sub(LABEL + 6);
    for line in text::wrap(&scene.minus(&line), room) {
        if *y < area.bottom() {
            text::put(buf, x + 6, *y, &line, scene.style(Role::Text), room);
            *y += 1;
        }
    }
}

/// The inputs of the latest evidence, with when each became known.
fn draw_cells(scene: &Scene<'_>, area: Rect, y: &mut u16, judgement: &Judgement, buf: &mut Buffer) {
    let Some(evidence) = judgement.now.evidence.as_ref().or(judgement.then.evidence.as_ref()).ok() else { return };
    let cells = &evidence.evaluation.cells;
    if cells.is_empty() || *y + 1 >= area.bottom() {
        return;
    }
    let room = usize::from(area.bottom() - *y - 1).min(MOST_CELLS);
    let more = cells.len().saturating_sub(room);
    let title = match more {
        0 => word!("statements.inputs").to_owned(),
        _ => say!("statements.last-inputs", n = cells.len(), shown = room),
    };
    put(scene, area, y, (&title, Role::Muted), buf);
    for cell in cells.iter().skip(more) {
        put(scene, area, y, (&cell_words(scene, cell), Role::Text), buf);
    }
}

/// `Feb 2023  balance  -5.38  settled, released 15 Feb 2024 (presumed)`.
fn cell_words(scene: &Scene<'_>, cell: &Cell) -> String {
    let dataset = scene.state.dataset();
    let value = scene.numbers.amount(Ratio::whole(i128::from(cell.value)), 3, Sign::Minus);
    let status = cell.status.word();
    let released = cell.release.date.map_or_else(
        || word!("statements.no-release").to_owned(),
        |date| {
            let presumed = if cell.release.presumed { word!("lines.presumed") } else { "" };
            say!("lines.released", date = format::date(date), presumed = presumed)
        },
    );
    let source = cell.observations.first().and_then(|id| dataset.observation(*id).source);
    let source = source.map(|id| format!("  {}", dataset.source(id).id)).unwrap_or_default();
    let name = text::padded(&dataset.series_name(cell.key), NAME);
    let period = text::padded(&format::period(cell.period), PERIOD);
    format!("{period} {name} {value:>10}  {status}, {released}{source}")
}

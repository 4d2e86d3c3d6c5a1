//! The series that a statement rests on, around the months in question: those that it was worked out from are full.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::claims::Judgement;
use crate::config::Role;
use crate::domain::{Period, Ratio, Vintage};

use super::super::super::chart;
use super::super::super::format::Sign;
use super::super::super::scene::Scene;
use super::super::super::series_words;
use super::super::super::widgets::columns::Bar;
use super::super::super::widgets::text;
use super::super::Canvas;

/// Rows that a chart with its title needs.
const LEAST: u16 = 9;

/// Draws the chart, where there is room and something to show.
pub(super) fn draw(scene: &Scene<'_>, canvas: Canvas, judgement: &Judgement, buf: &mut Buffer) {
    let area = canvas.area;
    let evidence = judgement.now.evidence.as_ref().or(judgement.then.evidence.as_ref());
    let Some(cells) = evidence.ok().map(|evidence| &evidence.evaluation.cells) else { return };
    let Some(newest) = cells.iter().max_by_key(|cell| cell.period).filter(|_| area.height >= LEAST) else { return };
    let vintage = scene.state.view().vintage(newest.key);
    let Some(last) = vintage.last() else { return };
    let title = format!("{}, {}", series_words::name(scene.state.dataset(), newest.key), scene.unit());
    text::put(buf, area.x, area.y, &title, scene.style(Role::Strong), area.width);
    let months = chart::months_around(area.width, newest.period, last);
    let is_input = |month: Period| cells.iter().any(|cell| cell.key == newest.key && cell.period == month);
    let bars: Vec<Bar> = months.iter().map(|month| bar(scene, &vintage, *month, is_input(*month))).collect();
    let label = |month| {
        let value = vintage.value(month).filter(|_| month == newest.period)?;
        Some(scene.numbers.amount(Ratio::whole(i128::from(value)), scene.decimals(), Sign::Minus))
    };
    let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let scale = |value| chart::amount_label(scene, value);
    chart::columns(scene, (canvas.surface, below), (&months, &bars), label, &scale, |columns, area| {
        columns.render(area, buf);
    });
}

fn bar(scene: &Scene<'_>, vintage: &Vintage, month: Period, is_input: bool) -> Bar {
    Bar { value: vintage.value(month), style: scene.style(Role::Series), hollow: !is_input, ..Bar::default() }
}

//! How exports grew in the months around a measure, under the flags of all measures. A date is a date, not an explanation.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::config::Role;
use crate::domain::Period;
use crate::indicators::Quantity;
use crate::indicators::policy::PolicyStanding;

use super::super::super::chart;
use super::super::super::lens_words;
use super::super::super::scene::Scene;
use super::super::super::widgets::text;
use super::super::Canvas;
use super::steps;

/// Rows that a chart with its title needs.
const LEAST: u16 = 9;

/// Draws the chart, where there is room.
pub(super) fn draw(scene: &Scene<'_>, canvas: Canvas, standing: &PolicyStanding<'_>, buf: &mut Buffer) {
    let lensed = scene.deck().lensed();
    let Some(last) = lensed.exports().whole.last().filter(|_| canvas.area.height >= LEAST) else { return };
    let area = canvas.area;
    let base = lens_words::short_base(scene.deck().lens().comparison, last.frequency());
    let title = format!("{}, {base}, %", steps::subject(scene));
    text::put(buf, area.x, area.y, &title, scene.style(Role::Strong), area.width);
    let month = Period::containing(standing.marked, last.frequency());
    let months = chart::months_around(area.width, month, last);
    let growth = |month: Period| lensed.growth(lensed.exports(), month);
    let bars = chart::percent_bars(&months, scene.style(Role::Series), growth);
    let label = |month| growth(month).value.ok().map(|_| scene.numbers.measured(&growth(month), Quantity::Growth, 1));
    let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let scale = |value| chart::percent_label(scene, value);
    chart::columns(scene, (canvas.surface, below), (&months, &bars), label, &scale, |columns, area| {
        columns.render(area, buf);
    });
}

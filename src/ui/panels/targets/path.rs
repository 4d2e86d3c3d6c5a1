//! The year's path to its target.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::config::Role;
use crate::domain::{Period, Ratio};
use crate::indicators::{Attainment, attainment, cumulative};
use crate::{say, word};

use super::super::super::chart::{amount_label, flags, frame};
use super::super::super::format;
use super::super::super::scene::Scene;
use super::super::super::widgets::chart::AxisLabel;
use super::super::super::widgets::line::{Line, Lines};
use super::super::super::widgets::text;
use super::super::Canvas;
use super::name;

/// The sum of the year so far, and as projected where that is `said` beside it, against the seasonal pace and last year.
pub(super) fn draw(scene: &Scene<'_>, canvas: Canvas, target: &Attainment, said: bool, buf: &mut Buffer) {
    let area = canvas.area;
    let title = say!("targets.chart", series = name(scene, target), unit = scene.numbers.unit());
    text::put(buf, area.x, area.y, &title, scene.style(Role::Strong), area.width);
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let month = scene.state.month();
    let months: Vec<Period> = Period::span(month.first_of_year(), month.last_of_year()).collect();
    let vintage = scene.state.view().vintage(target.target.key);
    let whole = |value: Result<Ratio, _>| value.ok().and_then(|value: Ratio| i64::try_from(value.rounded(0)).ok());
    let this: Vec<Option<i64>> = months
        .iter()
        .map(|at| if *at > month { None } else { whole(cumulative::year_to_date(&vintage, *at).value) })
        .collect();
    let last: Vec<Option<i64>> =
        months.iter().map(|at| whole(cumulative::year_to_date(&vintage, at.year_ago()).value)).collect();
    let pace_at = |at: &Period| whole(attainment::pace(&target.target, &vintage, *at).value);
    let pace: Vec<Option<i64>> = months.iter().map(pace_at).collect();
    // The projection begins at what is known in the month under the cursor.
    let projection = said.then(|| scene.deck().projection(target)).flatten();
    let later: &[(Period, i64)] = projection.map_or(&[], |projection| &projection.path);
    let known = projection.and(this.iter().copied().flatten().last());
    let projected = |at: &Period| {
        if *at == month { known } else { later.iter().find(|(period, _)| period == at).map(|(_, sum)| *sum) }
    };
    let projected: Vec<Option<i64>> = months.iter().map(projected).collect();
    let line = |values, style, label: String, thick, dashed| Line { values, style, label: label.into(), thick, dashed };
    let lines = [
        line(&this[..], scene.style(Role::Strong), month.year().to_string(), false, false),
        line(&projected[..], scene.style(Role::Text), word!("targets.projection-line").to_owned(), false, true),
        line(&pace[..], scene.style(Role::Accent), word!("targets.pace-line").to_owned(), false, true),
        line(&last[..], scene.style(Role::SeriesAlt), (month.year() - 1).to_string(), false, false),
    ];
    let labels: Vec<AxisLabel<'_>> = months
        .iter()
        .enumerate()
        .map(|(index, month)| AxisLabel { index, text: format::month_name(*month).into(), strong: false })
        .collect();
    let format = |value| amount_label(scene, value);
    let all = this.iter().chain(&last).chain(&pace).chain(&projected).copied();
    let flags = flags(scene, &months);
    let chart = frame(scene, canvas.surface, &months, all, (&labels, &flags), &format);
    Lines { lines: &lines, chart, area: None }.render(area, buf);
}

//! Charts of a page: no labels but big ones.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::config::Role;
use crate::domain::Period;

use super::super::chart as charts;
use super::super::scene::Scene;
use super::super::widgets::bullet::Bullet;
use super::super::widgets::chart::Chart as Frame;
use super::super::widgets::columns::{Bar, Columns};
use super::super::widgets::ticks;
use super::content::{self, Chart, Column, NamedBar};
use super::{line, set};

/// Cells of a column with the gap beside it, and how many columns there are.
const PITCH: u16 = 4;
const COUNT: std::ops::RangeInclusive<u16> = 6..=25;

/// Rows of columns above their dates, at the least.
const LEAST_PLOT: u16 = 7;

/// Letters of a name that are shown of it at the least.
const LEAST_OF_NAME: usize = 4;

/// Draws a chart with labels in type of `rows` rows.
pub fn draw(scene: &Scene<'_>, chart: &Chart, area: Rect, rows: u16, buf: &mut Buffer) {
    match chart {
        Chart::None => {}
        Chart::Columns(column) => columns(scene, *column, area, rows, buf),
        Chart::Bars(bars) => named_bars(scene, bars, area, rows, buf),
    }
}

/// The months up to the page's, the first and the last named below.
fn columns(scene: &Scene<'_>, column: fn(&Scene<'_>, Period) -> Column, area: Rect, rows: u16, buf: &mut Buffer) {
    let last = scene.state.month();
    let count = (area.width / PITCH).clamp(*COUNT.start(), *COUNT.end());
    let months: Vec<Period> = Period::span(last.minus(i32::from(count) - 1), last).collect();
    let values: Vec<Column> = months.iter().map(|month| column(scene, *month)).collect();
    let bars: Vec<Bar> =
        values.iter().map(|(value, style)| Bar { value: *value, style: *style, ..Bar::default() }).collect();
    let has_axis = area.height > rows + LEAST_PLOT;
    let plot = Rect { height: if has_axis { area.height - rows - 1 } else { area.height }, ..area };
    let chart = Columns {
        bars: &bars,
        chart: Frame {
            domain: ticks::span(values.iter().map(|(value, _)| *value)),
            format: &|_| String::new(),
            labels: &[],
            flags: &[],
            cursor: Some(bars.len() - 1),
            gutter: 0,
            style: charts::style(scene, Role::Page),
            glyphs: scene.glyphs(),
        },
        negative: scene.palette.negative_fill(),
        cursor_label: None,
        last_label: None,
    };
    chart.render(plot, buf);
    if has_axis {
        let axis = Rect { y: plot.bottom() + 1, height: rows, ..area };
        axis_labels(scene, axis, rows, (months.first().copied(), last), buf);
    }
}

fn axis_labels(scene: &Scene<'_>, area: Rect, rows: u16, (first, last): (Option<Period>, Period), buf: &mut Buffer) {
    let end = content::axis_month(scene, last);
    let wide = set::wide(&end, rows).min(area.width);
    line(scene, Rect { x: area.right() - wide, width: wide, ..area }, (&end, rows), scene.style(Role::Strong), buf);
    let begin = first.map(|first| content::axis_month(scene, first)).unwrap_or_default();
    if set::wide(&begin, rows) + wide + 4 <= area.width {
        line(scene, area, (&begin, rows), scene.style(Role::Muted), buf);
    }
}

/// Names with their numbers, each above its bar, as many as have room.
fn named_bars(scene: &Scene<'_>, bars: &[NamedBar], area: Rect, rows: u16, buf: &mut Buffer) {
    let thick = (rows / 4).max(1);
    // Big letters that go below their line would touch the bar; where there is no room for both, rather that than no bar.
    let air = u16::from(rows > 1 && area.height > rows + thick);
    let pitch = rows + 1 + if bars.iter().any(|bar| bar.length.is_some()) { air + thick } else { 0 };
    let extent = bars.iter().flat_map(|bar| [bar.length, bar.mark]).flatten().max().unwrap_or(0);
    let count = ((area.height + 1) / pitch.max(1)).max(1);
    for (place, bar) in (0..count).zip(bars) {
        let y = area.y + place * pitch;
        if y + rows > area.bottom() {
            break;
        }
        let head = Rect { y, height: rows, ..area };
        let shown = number_of(bar, rows, area.width);
        let wide = set::wide(shown, rows);
        line(scene, Rect { x: area.right() - wide, width: wide, ..head }, (shown, rows), bar.style, buf);
        let room = area.width.saturating_sub(wide + set::gap(rows));
        line(scene, head, (&fitting(bar, rows, room), rows), scene.style(Role::Text), buf);
        let y = y + rows + air;
        let below = Rect { y, height: thick.min(area.bottom().saturating_sub(y)), ..area };
        (below.top()..below.bottom()).for_each(|y| track(scene, bar, extent, Rect { y, height: 1, ..below }, buf));
    }
}

fn track(scene: &Scene<'_>, bar: &NamedBar, extent: i64, area: Rect, buf: &mut Buffer) {
    let Some(length) = bar.length else { return };
    let bullet = Bullet {
        done: i128::from(length),
        target: bar.mark.map(i128::from),
        extent: i128::from(extent),
        done_style: bar.style,
        track_style: scene.style(Role::Track),
        target_style: scene.style(Role::Mark),
        glyphs: scene.glyphs(),
        ..Bullet::default()
    };
    bullet.render(area, buf);
}

/// The longest form of a bar's number that stands beside a name; none that would have to be cut, which would be another
/// number.
fn number_of(bar: &NamedBar, rows: u16, width: u16) -> &str {
    let name = bar.names.iter().map(|name| set::wide(name, rows) + set::gap(rows)).min().unwrap_or(0);
    let fits = |beside: u16| bar.shown.iter().find(|shown| set::wide(shown, rows) + beside <= width);
    fits(name).or_else(|| fits(0)).map_or("", String::as_str)
}

/// The name that fits, else as much of it as does, unless that says too little.
fn fitting(bar: &NamedBar, rows: u16, room: u16) -> String {
    if let Some(name) = bar.names.iter().find(|name| set::wide(name, rows) <= room) {
        return name.clone();
    }
    let mut name = bar.names[0].clone();
    while name.pop().is_some() {
        let cut = format!("{}…", name.trim_end());
        if set::wide(&cut, rows) <= room {
            return if name.chars().count() < LEAST_OF_NAME { String::new() } else { cut };
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_whole_or_not_at_all() {
        let shown = ["5,951억 달러 / 7,400억 달러", "5,951억 달러"].map(str::to_owned);
        let bar = NamedBar { names: vec!["수출".to_owned()], shown: shown.to_vec(), ..NamedBar::default() };
        for (width, rows) in (1..250).flat_map(|width| [1, 5, 8].map(|rows| (width, rows))) {
            let number = number_of(&bar, rows, width);
            assert!(number.is_empty() || shown.iter().any(|whole| whole == number));
            assert!(set::wide(number, rows) <= width, "{number} in {width}");
        }
        assert_eq!([number_of(&bar, 1, 60), number_of(&bar, 1, 20), number_of(&bar, 1, 5)], [&shown[0], &shown[1], ""]);
    }
}

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
    // A date that is cut could be read as another: rather the terminal's own text.
    let is_wide = set::wide(&content::axis_month(scene, last), rows) > area.width;
    let below = axis_rows(area.height, if is_wide { 1 } else { rows });
    let plot = Rect { height: area.height - below, ..area };
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
    if below > 0 {
        let rows = (below - 1).max(1);
        let axis = Rect { y: area.bottom() - rows, height: rows, ..area };
        axis_labels(scene, axis, rows, (months.first().copied(), last), buf);
    }
}

/// Rows that dates take below columns: type and the air above it, the terminal's own where there is no room for that, or
/// none.
fn axis_rows(height: u16, rows: u16) -> u16 {
    match height {
        _ if rows > 1 && height > rows + LEAST_PLOT => rows + 1,
        _ if height > LEAST_PLOT => 1,
        _ => 0,
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

/// Rows of a label with its bar, of the air between the two, and the gap below.
pub struct Pitch {
    air: u16,
    thick: u16,
    gap: u16,
}

impl Pitch {
    /// The least of labels in type of `rows` rows. Letters that go below their line would touch the bar.
    pub fn least(bars: &[NamedBar], rows: u16) -> Pitch {
        let has_bars = bars.iter().any(|bar| bar.length.is_some());
        let thick = if has_bars { (rows / 4).max(1) } else { 0 };
        Pitch { air: u16::from(has_bars && rows > 1), thick, gap: 1 }
    }

    /// Rows of one label with what stands below it.
    pub fn of(&self, rows: u16) -> u16 {
        rows + self.air + self.thick + self.gap
    }

    /// Fills `height` rows with `count` labels: what is left makes bars thicker, up to half of the type, then sets them apart.
    fn filling(self, rows: u16, height: u16, count: u16) -> Pitch {
        let spare = (height + 1).saturating_sub(count * self.of(rows)) / count.max(1);
        let thicker = if self.thick > 0 { spare.min((rows / 2).saturating_sub(self.thick)) } else { 0 };
        Pitch { thick: self.thick + thicker, gap: self.gap + (spare - thicker).min(rows), ..self }
    }
}

/// Names with their numbers, each above its bar, as many as have room.
fn named_bars(scene: &Scene<'_>, bars: &[NamedBar], area: Rect, rows: u16, buf: &mut Buffer) {
    let least = Pitch::least(bars, rows);
    // Where there is no room for both, rather no air than no bar.
    let least = if area.height + 1 < least.of(rows) { Pitch { air: 0, ..least } } else { least };
    let count = ((area.height + 1) / least.of(rows)).clamp(1, (bars.len() as u16).max(1));
    let pitch = least.filling(rows, area.height, count);
    let extent = bars.iter().flat_map(|bar| [bar.length, bar.mark]).flatten().max().unwrap_or(0);
    for (place, bar) in (0..count).zip(bars) {
        let y = area.y + place * pitch.of(rows);
        if y + rows > area.bottom() {
            break;
        }
        label(scene, bar, Rect { y, height: rows, ..area }, buf);
        let y = y + rows + pitch.air;
        let below = Rect { y, height: pitch.thick.min(area.bottom().saturating_sub(y)), ..area };
        (below.top()..below.bottom()).for_each(|y| track(scene, bar, extent, Rect { y, height: 1, ..below }, buf));
    }
}

/// A bar's name and, at the right, its number; a number without a name begins the line.
fn label(scene: &Scene<'_>, bar: &NamedBar, area: Rect, buf: &mut Buffer) {
    let rows = area.height;
    let shown = number_of(bar, rows, area.width);
    let wide = set::wide(shown, rows);
    let name = fitting(bar, rows, area.width.saturating_sub(wide + set::gap(rows)));
    let x = if name.is_empty() { area.x } else { area.right() - wide };
    line(scene, Rect { x, width: wide, ..area }, (shown, rows), bar.style, buf);
    line(scene, area, (&name, rows), scene.style(Role::Text), buf);
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

/// The longest form of a bar's number that stands beside a name; where none does, the shortest, which leaves the name most
/// room; none that would have to be cut, which would be another number.
fn number_of(bar: &NamedBar, rows: u16, width: u16) -> &str {
    let name = bar.names.iter().map(|name| set::wide(name, rows) + set::gap(rows)).min().unwrap_or(0);
    let fits = |beside: u16| bar.shown.iter().find(|shown| set::wide(shown, rows) + beside <= width);
    let shortest = || bar.shown.last().filter(|shown| set::wide(shown, rows) <= width);
    fits(name).or_else(shortest).map_or("", String::as_str)
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
    fn bars_fill_their_place_and_no_more() {
        let bars = [NamedBar { length: Some(1), ..NamedBar::default() }, NamedBar::default()];
        for (rows, height) in (1..12).flat_map(|rows| (rows + 3..60).map(move |height| (rows, height))) {
            let least = Pitch::least(&bars, rows).of(rows);
            let count = ((height + 1) / least).clamp(1, 2);
            let filled = Pitch::least(&bars, rows).filling(rows, height, count);
            assert!(filled.of(rows) >= least && filled.thick <= (rows / 2).max(1));
            assert!(least > height + 1 || count * filled.of(rows) <= height + 1, "{rows} rows in {height}");
        }
    }

    #[test]
    fn a_number_is_shown_whole_or_not_at_all() {
        let shown = ["5,951억 달러 / 7,400억 달러", "5,951억 달러"].map(str::to_owned);
        let bar = NamedBar { names: vec!["수출".to_owned()], shown: shown.to_vec(), ..NamedBar::default() };
        for (width, rows) in (1..250).flat_map(|width| [1, 5, 8].map(|rows| (width, rows))) {
            let number = number_of(&bar, rows, width);
            assert!(number.is_empty() || shown.iter().any(|whole| whole == number));
            assert!(set::wide(number, rows) <= width, "{number} in {width}");
        }
        // Where the name has no room beside any of them, the shortest leaves it most.
        let long = NamedBar { names: vec!["반도체 생태계 펀드".to_owned()], ..bar.clone() };
        assert_eq!(number_of(&long, 1, 25), shown[1]);
        assert_eq!([number_of(&bar, 1, 60), number_of(&bar, 1, 20), number_of(&bar, 1, 5)], [&shown[0], &shown[1], ""]);
    }
}

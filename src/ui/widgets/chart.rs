//! What all charts over time share: scale labels, gridlines, the cursor band, flags and the time axis.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::layout::ColumnLayout;
use super::scale::Scale;
use super::{Glyphs, ink, paints, text, ticks, tint};

/// A tick of the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisLabel<'a> {
    /// The column it stands under.
    pub index: usize,
    /// Its text.
    pub text: Cow<'a, str>,
    /// Placed first and drawn in the strong style (a year).
    pub strong: bool,
}

/// A mark above a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag<'a> {
    /// The column it stands above.
    pub index: usize,
    /// Usually one letter.
    pub text: Cow<'a, str>,
    /// Its style.
    pub style: Style,
}

/// Styles of the parts around the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChartStyle {
    /// What the chart lies on; its background is used where a block is drawn reversed.
    pub surface: Style,
    /// The cursor's band. Without a background the band is drawn as a dotted line.
    pub band: Style,
    /// Gridlines.
    pub grid: Style,
    /// The zero line.
    pub zero: Style,
    /// Scale labels, light axis labels and the marks of columns.
    pub label: Style,
    /// Strong axis labels.
    pub strong: Style,
    /// Marks of columns that stand out.
    pub new: Style,
}

/// The frame of a chart over time.
#[derive(Clone, Copy)]
pub struct Chart<'a> {
    /// Least and greatest value to show.
    pub domain: (i64, i64),
    /// Text of a value on the scale.
    pub format: &'a dyn Fn(i64) -> String,
    /// Time axis.
    pub labels: &'a [AxisLabel<'a>],
    /// Flags above the plot.
    pub flags: &'a [Flag<'a>],
    /// The column under the cursor.
    pub cursor: Option<usize>,
    /// Least cells for the scale's labels, so that charts one above the other line up.
    pub gutter: u16,
    /// Styles.
    pub style: ChartStyle,
    /// Character set.
    pub glyphs: Glyphs,
}

/// How a chart of a certain size is divided.
pub struct Plan {
    /// The columns.
    pub layout: ColumnLayout,
    /// The vertical scale.
    pub scale: Scale,
    /// Gridlines with their labels.
    pub ticks: Vec<(i64, String)>,
    /// The whole chart, clipped.
    pub area: Rect,
    pub(super) flags_y: Option<u16>,
    pub(super) axis_y: Option<u16>,
}

/// Columns a plot must have for a scale to be drawn beside it.
const LEAST_PLOT: u16 = 6;

/// Eighths of a row between two gridlines.
const LEAST_SPACING: i64 = 14;

/// Rows kept free for the values of columns, above and below: with few rows on the side alone where columns are longer.
fn spare_rows(min: i64, max: i64, rows: u16) -> (u16, u16) {
    match rows {
        0..5 => (0, 0),
        5 | 6 if max.saturating_add(min) >= 0 => (1, 0),
        5 | 6 => (0, 1),
        _ => (1, 1),
    }
}

impl Chart<'_> {
    /// Divides an area for `n` columns. `signed` is for columns: it puts zero on a row boundary and leaves a
    /// row for value labels; otherwise points are spread over the whole width;
    /// `right` cells are kept free at the right.
    pub fn plan(&self, area: Rect, n: usize, signed: bool, right: u16) -> Plan {
        let axis = !self.labels.is_empty() && area.height >= 3;
        let flags = !self.flags.is_empty() && area.height >= 5;
        let rows = area.height - u16::from(axis) - u16::from(flags);
        let (min, max) = self.domain;
        let scale = if signed {
            Scale::signed(min, max, rows, spare_rows(min, max, rows))
        } else {
            Scale::free(min, max, rows)
        };
        let mut ticks = self.scale_labels(&scale);
        let labels = ticks.iter().map(|(_, label)| text::width(label) + 1).max().unwrap_or(0);
        let mut gutter = labels.max(self.gutter);
        if gutter + LEAST_PLOT > area.width {
            ticks.clear();
            gutter = 0;
        }
        let right = if gutter + right + LEAST_PLOT * 2 > area.width { 0 } else { right };
        let top = area.y + u16::from(flags);
        let plot = Rect::new(area.x + gutter, top, area.width - gutter - right, rows);
        Plan {
            layout: if signed { ColumnLayout::new(plot, n) } else { ColumnLayout::spread(plot, n) },
            scale,
            ticks,
            area,
            flags_y: flags.then_some(area.y),
            axis_y: axis.then(|| area.bottom() - 1),
        }
    }

    fn scale_labels(&self, scale: &Scale) -> Vec<(i64, String)> {
        let ends = scale.ends();
        let (low, high) = (
            self.domain.0.min(self.domain.1).min(scale.base).max(ends.0),
            self.domain.1.max(self.domain.0).max(scale.base).min(ends.1),
        );
        let most = usize::from((2 * scale.rows).div_ceil(5)).min(6);
        let spaced = |ticks: &Vec<i64>| {
            ticks.windows(2).all(|pair| scale.depth(pair[0]) - scale.depth(pair[1]) >= LEAST_SPACING)
        };
        let fits = (1..=most).rev().map(|most| ticks::nice(low, high, most)).find(spaced);
        fits.into_iter().flatten().map(|tick| (tick, (self.format)(tick))).collect()
    }

    /// Draws what lies behind the data: band, gridlines, zero line, scale labels and flags.
    pub fn draw_back(&self, buf: &mut Buffer, plan: &Plan) {
        if let Some(colour) = self.style.surface.bg {
            tint(buf, plan.area, plan.area, Style::new().bg(colour));
        }
        self.draw_band(buf, plan);
        for (value, label) in &plan.ticks {
            let (row, quarter) = plan.scale.rule(*value);
            let y = plan.layout.plot.y + row;
            let room = plan.layout.plot.x.saturating_sub(plan.area.x + 1);
            text::put_right_in(
                buf,
                plan.layout.plot.x.saturating_sub(1),
                y,
                label,
                self.style.label,
                room,
                self.glyphs,
            );
            if *value != 0 {
                let step = if self.style.grid.fg.is_some() { 1 } else { 2 };
                let dot = self.glyphs.pick(['⠁', '⠂', '⠄', '⡀'][usize::from(quarter)], '.');
                self.rule(buf, plan, y, step, dot, self.style.grid);
            }
        }
        self.draw_zero(buf, plan);
        self.draw_flags(buf, plan);
    }

    fn rule(&self, buf: &mut Buffer, plan: &Plan, y: u16, step: usize, ch: char, style: Style) {
        for x in (plan.layout.plot.left()..plan.layout.plot.right()).step_by(step) {
            ink(buf, plan.layout.plot, x, y, ch, style);
        }
    }

    fn draw_zero(&self, buf: &mut Buffer, plan: &Plan) {
        let (low, high) = plan.scale.ends();
        if low > 0 || high < 0 || plan.layout.plot.is_empty() {
            return;
        }
        let zero = (plan.scale.depth(0) / 8) as u16;
        let (row, ch) =
            if zero == 0 { (0, self.glyphs.pick('▔', '-')) } else { (zero - 1, self.glyphs.pick('▁', '_')) };
        self.rule(buf, plan, plan.layout.plot.y + row, 1, ch, self.style.zero);
    }

    fn draw_band(&self, buf: &mut Buffer, plan: &Plan) {
        let Some(band) = self.cursor.and_then(|index| plan.layout.band(index)) else {
            return;
        };
        if let Some(colour) = self.style.band.bg.filter(|_| paints(self.style.band)) {
            tint(buf, plan.layout.plot, band, Style::new().bg(colour));
        }
    }

    /// Where the band has no background: a dotted line through the cells of the cursor's column that are still free.
    pub fn draw_guide(&self, buf: &mut Buffer, plan: &Plan) {
        let plot = plan.layout.plot;
        let Some(x) = self.cursor.and_then(|index| plan.layout.x_of(index)).filter(|_| !paints(self.style.band)) else {
            return;
        };
        let x = x + plan.layout.width.saturating_sub(1) / 2;
        for y in plot.top()..plot.bottom() {
            if buf.cell((x, y)).is_some_and(|cell| matches!(cell.symbol(), " " | "." | "⠁" | "⠂" | "⠄" | "⡀")) {
                ink(buf, plot, x, y, self.glyphs.pick('┊', ':'), self.style.band);
            }
        }
    }
}

//! Signed columns over time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::chart::{Chart, Plan};
use super::label::Placer;
use super::layout::ColumnLayout;
use super::{EIGHTHS, ink, text, tint};

/// One column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Its value; `None` leaves the place empty.
    pub value: Option<i64>,
    /// Its colour.
    pub style: Style,
    /// A character drawn at the base line, on the side away from the column, or cut out of the column where the
    /// plot has no other side.
    pub mark: Option<char>,
    /// Drawn lighter (shaded).
    pub hollow: bool,
    /// Its mark stands out.
    pub is_new: bool,
}

/// How columns below zero are filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fill {
    /// Like those above, in eighths.
    #[default]
    Solid,
    /// Shaded, to tell them apart without colour.
    Shade,
}

/// Signed columns with gridlines, time axis, flags and a cursor.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    /// The columns from left to right.
    pub bars: &'a [Bar],
    /// Everything around them.
    pub chart: Chart<'a>,
    /// Fill below zero.
    pub negative: Fill,
    /// Value written at the cursor's column.
    pub cursor_label: Option<&'a str>,
    /// Value written at the last column, if it is not the cursor's and there is room.
    pub last_label: Option<&'a str>,
}

impl Columns<'_> {
    /// Where the columns stand in an area.
    pub fn layout(&self, area: Rect) -> ColumnLayout {
        self.plan(area).layout
    }

    /// The column at a cell of the area.
    pub fn hit(&self, area: Rect, x: u16, y: u16) -> Option<usize> {
        self.layout(area).hit(x, y)
    }

    fn plan(&self, area: Rect) -> Plan {
        self.chart.plan(area, self.bars.len(), true, 0)
    }

    fn draw_bar(&self, buf: &mut Buffer, plan: &Plan, x: u16, bar: &Bar) {
        let Some(value) = bar.value else {
            // One row above the zero line, which would else look like a value of zero.
            let row = plan.scale.boundary().saturating_sub(2);
            let x = x + plan.layout.width.saturating_sub(1) / 2;
            return ink(
                buf,
                plan.layout.plot,
                x,
                plan.layout.plot.y + row,
                self.chart.glyphs.pick('·', '.'),
                self.chart.style.label,
            );
        };
        let rise = plan.scale.rise(value);
        let rows = plan.scale.rows_of(value);
        for row in rows.clone() {
            let outer = if rise > 0 { row == rows.start } else { row + 1 == rows.end };
            let eighths = if outer && rise % 8 != 0 { rise % 8 } else { 8 * rise.signum() };
            let (ch, reverse) = self.block(eighths, rows.len() == 1, bar.hollow);
            let mut style = bar.style;
            if reverse {
                style = style.add_modifier(Modifier::REVERSED);
            }
            for x in x..x + plan.layout.width {
                ink(buf, plan.layout.plot, x, plan.layout.plot.y + row, ch, style);
            }
        }
    }

    /// The character for a cell of a column `eighths` high (negative: hanging), and whether it is drawn reversed.
    fn block(&self, eighths: i64, only: bool, hollow: bool) -> (char, bool) {
        let size = usize::try_from(eighths.unsigned_abs()).unwrap_or(8).min(8);
        let up = eighths > 0;
        if !self.chart.glyphs.has_typography() {
            let (above, below) = self.chart.glyphs.fills();
            let full = match (up, hollow) {
                (true, false) => above,
                (true, true) => '+',
                (false, false) => below,
                (false, true) => '~',
            };
            return (if size >= 4 || only { full } else { ' ' }, false);
        }
        let shade = match (up, hollow, self.negative) {
            (false, false, Fill::Shade) => Some('▒'),
            (false, true, Fill::Shade) => Some('░'),
            (_, true, _) => Some('▓'),
            _ => None,
        };
        match shade {
            Some(_) if size < 4 && !only => (' ', false),
            Some(shade) if size >= 6 || (size >= 4 && !only) => (shade, false),
            _ if up || size == 8 => (EIGHTHS[size], false),
            _ if size == 4 => ('▀', false),
            _ if shade.is_some() => ('▔', false),
            _ => (EIGHTHS[8 - size], true),
        }
    }

    fn draw_mark(&self, buf: &mut Buffer, plan: &Plan, x: u16, bar: &Bar) {
        let (Some(mark), Some(value)) = (bar.mark, bar.value) else {
            return;
        };
        let zero = plan.scale.boundary();
        let (away, base) = if value >= 0 {
            (Some(zero).filter(|&row| row < plan.scale.rows), zero.checked_sub(1))
        } else {
            (zero.checked_sub(1), Some(zero))
        };
        let x = x + plan.layout.width.saturating_sub(1) / 2;
        let plot = plan.layout.plot;
        let muted = if bar.is_new { self.chart.style.new } else { self.chart.style.label };
        if let Some(row) = away {
            ink(buf, plot, x, plot.y + row, mark, muted);
        } else if let Some(row) = base.filter(|_| plan.scale.rise(value).abs() >= 8) {
            // No row on the other side: cut out of the column itself.
            ink(buf, plot, x, plot.y + row, mark, bar.style.add_modifier(Modifier::REVERSED));
        }
    }

    fn draw_values(&self, buf: &mut Buffer, plan: &Plan) {
        let value = |index: usize| self.bars.get(index).and_then(|bar| bar.value);
        let mut placer = Placer { plan, value: &value, taken: None };
        let cursor = self.chart.cursor.filter(|&index| index < self.bars.len());
        if let (Some(index), Some(label)) = (cursor, self.cursor_label) {
            let wide = text::width(label);
            placer.taken = placer.place(index, wide, u16::MAX >> 1).or_else(|| placer.force(index, wide));
            self.write(buf, placer.taken, label, index, true);
        }
        let last = self.bars.len().checked_sub(1).filter(|&last| cursor != Some(last));
        if let (Some(index), Some(label)) = (last, self.last_label) {
            let spot = placer.place(index, text::width(label), 1);
            self.write(buf, spot, label, index, false);
        }
    }

    fn write(&self, buf: &mut Buffer, spot: Option<Rect>, label: &str, index: usize, cursor: bool) {
        let (Some(spot), Some(bar)) = (spot, self.bars.get(index)) else {
            return;
        };
        let mut style = bar.style.add_modifier(Modifier::BOLD);
        if let Some(colour) = self.chart.style.band.bg.filter(|_| cursor) {
            style = style.bg(colour);
        }
        tint(buf, spot, spot, Style::new().remove_modifier(Modifier::all()));
        text::put_in(buf, spot.x, spot.y, label, style, spot.width, self.chart.glyphs);
    }
}

impl Widget for &Columns<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let plan = self.plan(area);
        self.chart.draw_back(buf, &plan);
        for (index, x) in plan.layout.range().filter_map(|index| Some((index, plan.layout.x_of(index)?))) {
            if let Some(bar) = self.bars.get(index) {
                self.draw_bar(buf, &plan, x, bar);
                self.draw_mark(buf, &plan, x, bar);
            }
        }
        self.chart.draw_guide(buf, &plan);
        self.draw_values(buf, &plan);
        self.chart.draw_axis(buf, &plan);
    }
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod tests;

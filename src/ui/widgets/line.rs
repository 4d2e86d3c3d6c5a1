//! Lines over time in braille dots, with the frame of the columns.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::braille::Canvas;
use super::chart::{Chart, Plan};
use super::layout::ColumnLayout;
use super::{EIGHTHS, Glyphs, ink, text};

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its values; a missing one breaks the line.
    pub values: &'a [Option<i64>],
    /// Its colour.
    pub style: Style,
    /// Written to the right of its last point; empty for none.
    pub label: Cow<'a, str>,
    /// Two dots thick.
    pub thick: bool,
    /// Drawn in every other cell only.
    pub dashed: bool,
}

/// One or more lines over the same time axis.
#[derive(Clone, Copy)]
pub struct Lines<'a> {
    /// The lines; the first lies on top.
    pub lines: &'a [Line<'a>],
    /// Everything around them.
    pub chart: Chart<'a>,
    /// Fills the area under the first line (which is then its upper edge) in this style.
    pub area: Option<Style>,
}

impl Lines<'_> {
    /// Where the columns of the time axis stand in an area.
    pub fn layout(&self, area: Rect) -> ColumnLayout {
        self.plan(area).layout
    }

    /// The column of the time axis at a cell of the area.
    pub fn hit(&self, area: Rect, x: u16, y: u16) -> Option<usize> {
        self.layout(area).hit(x, y)
    }

    fn plan(&self, area: Rect) -> Plan {
        let n = self.lines.iter().map(|line| line.values.len()).max().unwrap_or(0);
        let right = self.lines.iter().map(|line| text::width(&line.label)).max().filter(|&wide| wide > 0);
        self.chart.plan(area, n, false, right.map_or(0, |wide| wide + 1))
    }

    /// A point in dots from the top left of the plot.
    fn point(plan: &Plan, index: usize, value: i64) -> Option<(i64, i64)> {
        let place = index.checked_sub(plan.layout.first)?;
        let dots = plan.layout.plot.width.saturating_mul(2).checked_sub(1)?;
        let x = i64::from(plan.layout.fraction(place, dots));
        let last = i64::from(plan.scale.rows) * 4 - 1;
        Some((x, ((plan.scale.depth(value) * 2 - 4).div_euclid(4)).clamp(0, last.max(0))))
    }

    fn draw_lines(&self, buf: &mut Buffer, plan: &Plan) {
        let plot = plan.layout.plot;
        let mut canvas = Canvas { plot, cells: vec![(0, 0); usize::from(plot.width) * usize::from(plot.height)] };
        let skip = usize::from(self.area.is_some());
        for (number, line) in self.lines.iter().enumerate().skip(skip).rev() {
            let mut before = None;
            for index in plan.layout.range() {
                let value = line.values.get(index).copied().flatten();
                let here = value.and_then(|value| Self::point(plan, index, value));
                if let Some(to) = here {
                    canvas.stroke(before.unwrap_or(to), to, number as u16, (line.thick, line.dashed));
                }
                before = here;
            }
        }
        for (at, &(bits, line)) in canvas.cells.iter().enumerate().filter(|(_, cell)| cell.0 != 0) {
            let (dx, dy) = ((at % usize::from(plot.width)) as u16, (at / usize::from(plot.width)) as u16);
            let style = self.lines.get(usize::from(line)).map_or(Style::new(), |line| line.style);
            let ch = match self.chart.glyphs {
                Glyphs::Unicode | Glyphs::Cjk => char::from_u32(0x2800 + u32::from(bits)).unwrap_or('.'),
                Glyphs::Ascii | Glyphs::Console => ['*', 'o', '+', 'x'][usize::from(line) % 4],
            };
            ink(buf, plot, plot.x + dx, plot.y + dy, ch, style);
        }
    }

    fn draw_area(&self, buf: &mut Buffer, plan: &Plan) {
        let (Some(style), Some(line)) = (self.area, self.lines.first()) else {
            return;
        };
        let plot = plan.layout.plot;
        let points = |index: usize| Self::edge(plan, line.values, index);
        // One depth per cell: points that share a cell must not be drawn over each other.
        let mut depths = vec![None; usize::from(plot.width)];
        for index in plan.layout.range() {
            let Some(from) = points(index) else { continue };
            let to = points(index + 1).unwrap_or((from.0 + i64::from(plan.layout.width), from.1));
            for x in from.0..to.0.max(from.0 + 1) {
                let depth = from.1 + (to.1 - from.1) * (x - from.0) / (to.0 - from.0).max(1);
                if let Some(cell) = depths.get_mut(x as usize) {
                    *cell = Some(depth);
                }
            }
        }
        for (x, depth) in (plot.left()..plot.right()).zip(depths) {
            depth.into_iter().for_each(|depth| self.draw_fill(buf, plan, x, depth, style));
        }
    }

    /// Left cell and depth in eighths of a point of the filled line.
    fn edge(plan: &Plan, values: &[Option<i64>], index: usize) -> Option<(i64, i64)> {
        let value = values.get(index).copied().flatten()?;
        Some((i64::from(plan.layout.x_of(index)? - plan.layout.plot.x), plan.scale.depth(value)))
    }

    fn draw_fill(&self, buf: &mut Buffer, plan: &Plan, x: u16, depth: i64, style: Style) {
        let (plot, bottom) = (plan.layout.plot, plan.scale.origin);
        for row in depth / 8..bottom / 8 {
            let size = (8 * (row + 1) - depth).clamp(0, 8) as usize;
            let ch = match self.chart.glyphs {
                Glyphs::Unicode | Glyphs::Cjk => EIGHTHS[size],
                Glyphs::Ascii | Glyphs::Console => {
                    if size >= 4 {
                        '#'
                    } else {
                        ' '
                    }
                }
            };
            ink(buf, plot, x, plot.y + row as u16, ch, style);
        }
    }

    /// Labels at the right of the last points, moved apart where they would share a row.
    fn draw_labels(&self, buf: &mut Buffer, plan: &Plan) {
        let plot = plan.layout.plot;
        let room = plan.area.right().saturating_sub(plot.right() + 1);
        let mut taken: Vec<u16> = Vec::new();
        for line in self.lines.iter().filter(|line| room > 0 && !line.label.is_empty()) {
            let Some(value) = line.values.iter().rev().copied().flatten().next() else {
                continue;
            };
            let row = (plan.scale.depth(value) / 8).min(i64::from(plot.height) - 1).max(0) as u16;
            let near = (0..plot.height).flat_map(|step| [row.checked_add(step), row.checked_sub(step)]).flatten();
            let Some(row) = near.into_iter().find(|row| *row < plot.height && !taken.contains(row)) else {
                continue;
            };
            taken.push(row);
            let style = line.style.add_modifier(if line.thick { Modifier::BOLD } else { Modifier::empty() });
            text::put_in(buf, plot.right() + 1, plot.y + row, &line.label, style, room, self.chart.glyphs);
        }
    }
}

impl Widget for &Lines<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let plan = self.plan(area);
        self.chart.draw_back(buf, &plan);
        self.draw_area(buf, &plan);
        self.draw_lines(buf, &plan);
        self.chart.draw_guide(buf, &plan);
        self.draw_labels(buf, &plan);
        self.chart.draw_axis(buf, &plan);
    }
}

#[cfg(test)]
#[path = "line_tests.rs"]
mod tests;

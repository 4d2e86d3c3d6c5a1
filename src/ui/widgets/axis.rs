//! The rows above and below a plot: flags and the time axis.

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use super::chart::{AxisLabel, Chart, Plan};
use super::{ink, text};

impl Chart<'_> {
    /// Draws the flags.
    pub(super) fn draw_flags(&self, buf: &mut Buffer, plan: &Plan) {
        let Some(y) = plan.flags_y else { return };
        let plot = plan.layout.plot;
        for (at, flag) in self.flags.iter().enumerate() {
            let Some(left) = plan.layout.x_of(flag.index) else {
                continue;
            };
            let several = self.flags.iter().enumerate().any(|(other, f)| other != at && f.index == flag.index);
            let pitch = plan.layout.width + plan.layout.gap;
            let label = if several { "+" } else { &flag.text };
            let wide = text::width(label).min(pitch);
            let x = left + plan.layout.width.saturating_sub(wide) / 2;
            self.draw_stem(buf, plan, left + plan.layout.width.saturating_sub(1) / 2);
            text::put_in(buf, x, y, label, flag.style, wide.min(plot.right().saturating_sub(x)), self.glyphs);
        }
    }

    /// A faint line from a flag down to the base line, behind the column; not where grid and data have the same colour.
    fn draw_stem(&self, buf: &mut Buffer, plan: &Plan, x: u16) {
        let plot = plan.layout.plot;
        if self.style.grid.fg.is_none() {
            return;
        }
        for y in plot.y..plot.y + plan.scale.boundary().saturating_sub(1) {
            ink(buf, plot, x, y, self.glyphs.pick('┊', ':'), self.style.grid);
        }
    }

    /// Draws the time axis.
    pub fn draw_axis(&self, buf: &mut Buffer, plan: &Plan) {
        let Some(y) = plan.axis_y else { return };
        let spots = self.axis_spots(plan);
        for (x, label) in spots {
            let style = if label.strong { self.style.strong.add_modifier(Modifier::BOLD) } else { self.style.label };
            text::put_in(buf, x, y, &label.text, style, plan.area.right().saturating_sub(x), self.glyphs);
        }
    }

    /// The axis labels that are shown, with their left cells: strong ones first, then as many light ones, evenly
    /// spaced, as leave a blank cell between any two.
    pub fn axis_spots(&self, plan: &Plan) -> Vec<(u16, &AxisLabel<'_>)> {
        let base = self.labels.iter().find(|label| label.strong).map_or(0, |label| label.index);
        let mut spots = Vec::new();
        for strong in [true, false] {
            let row: Vec<_> =
                self.labels.iter().filter(|l| l.strong == strong).filter_map(|l| Some((spot(plan, l)?, l))).collect();
            let strides = if strong { [1, 24, 60, 120, 240, 600] } else { [1, 2, 3, 4, 6, 12] };
            let every =
                |stride: usize| row.iter().filter(move |(_, l)| stride == 1 || l.index.abs_diff(base) % stride == 0);
            let even = |stride: &usize| every(*stride).zip(every(*stride).skip(1)).all(|(a, b)| apart(a, b));
            let clear = |stride: &usize| every(*stride).all(|a| spots.iter().all(|b| apart(a, b)));
            let stride = strides
                .into_iter()
                .find(|s| even(s) && clear(s))
                .or_else(|| strides.into_iter().find(even))
                .unwrap_or(1);
            for &(x, label) in every(stride) {
                if spots.iter().all(|other| apart(other, &(x, label))) {
                    spots.push((x, label));
                }
            }
        }
        spots
    }
}

/// Left cell of a label centred under its column and held inside the plot.
fn spot(plan: &Plan, label: &AxisLabel<'_>) -> Option<u16> {
    let x = plan.layout.x_of(label.index)? + plan.layout.width / 2;
    let wide = text::width(&label.text);
    let last = plan.area.right().checked_sub(wide)?;
    (last >= plan.layout.plot.x).then(|| x.saturating_sub(wide / 2).clamp(plan.layout.plot.x, last))
}

fn apart(a: &(u16, &AxisLabel<'_>), b: &(u16, &AxisLabel<'_>)) -> bool {
    let end = |spot: &(u16, &AxisLabel<'_>)| spot.0 + text::width(&spot.1.text);
    end(a) < b.0 || end(b) < a.0
}

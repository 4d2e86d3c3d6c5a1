//! A picture being drawn: shapes on a plot with a scale and an axis of periods.

use std::fmt::Write as _;

use crate::domain::{Period, Said as _};
use crate::ui::format::with_minus;

use super::escaped;

/// Size of charts over periods, in user units.
pub(super) const WIDTH: f64 = 720.0;
pub(super) const HEIGHT: f64 = 180.0;

/// Room for labels at the left, and for periods below.
const LEFT: f64 = 44.0;
const BELOW: f64 = 18.0;
const ABOVE: f64 = 8.0;
/// Half of the label below the last period.
const LAST_LABEL: f64 = 28.0;

/// Colours of the page; negative is told by its side of the line too.
pub(super) const MAIN: &str = "#1f6fb2";
pub(super) const OTHER: &str = "#8a5a00";
pub(super) const BELOW_ZERO: &str = "#b3382c";
pub(super) const RULE: &str = "#c9d1d8";

/// SVG elements, and the size of the picture.
pub(super) struct Picture {
    height: f64,
    minus: char,
    shapes: String,
}

impl Picture {
    /// An empty picture whose numbers have this sign where they are negative.
    pub(super) fn new(height: f64, minus: char) -> Picture {
        Picture { height, minus, shapes: String::new() }
    }

    /// The whole element, with a title for screen readers.
    pub(super) fn svg(&self, title: &str) -> String {
        let height = self.height;
        format!(
            "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">\n\
             <title>{title}</title>\n{}</svg>\n",
            self.shapes
        )
    }

    /// A filled rectangle from corner to corner.
    pub(super) fn bar(&mut self, (x, y): (f64, f64), (to_x, to_y): (f64, f64), colour: &str) {
        let (left, top, width, height) = (x.min(to_x), y.min(to_y), (to_x - x).abs(), (to_y - y).abs());
        let _ = writeln!(
            self.shapes,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{colour}\"/>"
        );
    }

    /// A frame without filling.
    pub(super) fn frame(&mut self, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let _ = writeln!(
            self.shapes,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"none\" stroke=\"#55636f\"/>"
        );
    }

    /// A line through points.
    pub(super) fn path(&mut self, points: &[(f64, f64)], colour: &str, dashes: &str) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let dashes = if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") };
        let _ = writeln!(
            self.shapes,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\"{dashes}/>",
            points.join(" ")
        );
    }

    /// A text; `anchor` is `start`, `middle` or `end`.
    pub(super) fn text(&mut self, (x, y): (f64, f64), anchor: &str, text: &str) {
        let text = escaped(&with_minus(text, self.minus));
        let _ = writeln!(self.shapes, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{text}</text>");
    }
}

/// Where values and periods stand on a plot.
pub(super) struct Plot {
    low: f64,
    high: f64,
    count: usize,
}

impl Plot {
    /// A plot of so many periods whose scale holds the values, and zero where `from_zero`.
    pub(super) fn new(values: impl Iterator<Item = f64>, count: usize, from_zero: bool) -> Option<Plot> {
        let (mut low, mut high) = if from_zero { (0.0, 0.0) } else { (f64::INFINITY, f64::NEG_INFINITY) };
        for value in values {
            (low, high) = (value.min(low), value.max(high));
        }
        // A flat line stands in the middle of its scale.
        if low == high {
            (low, high) = (low - 1.0, high + 1.0);
        }
        low.is_finite().then_some(Plot { low, high, count: count.max(1) })
    }

    /// Cells between the middles of two periods.
    pub(super) fn step(&self) -> f64 {
        (WIDTH - LEFT) / self.count as f64
    }

    /// The middle of a period.
    pub(super) fn x(&self, index: usize) -> f64 {
        LEFT + self.step() * (index as f64 + 0.5)
    }

    /// The height of a value.
    pub(super) fn y(&self, value: f64) -> f64 {
        let plot = HEIGHT - ABOVE - BELOW;
        ABOVE + plot * (self.high - value) / (self.high - self.low)
    }

    /// Round values of the scale with their lines, and the periods below.
    pub(super) fn draw_axes(&self, picture: &mut Picture, periods: &[Period]) {
        let step = round_step((self.high - self.low) / 4.0);
        let mut tick = (self.low / step).ceil() * step;
        while tick <= self.high {
            let y = self.y(tick);
            picture.path(&[(LEFT, y), (WIDTH, y)], RULE, "");
            picture.text((LEFT - 5.0, y + 4.0), "end", &label(tick, step));
            tick += step;
        }
        let every = (periods.len() / 6).max(1);
        for (index, period) in periods.iter().enumerate().rev().step_by(every) {
            picture.text((self.x(index).min(WIDTH - LAST_LABEL), HEIGHT - 4.0), "middle", &period.said());
        }
    }
}

/// 1, 2 or 5 times a power of ten, at least `least`.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.max(1e-9).log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= least).unwrap_or(least)
}

fn label(value: f64, step: f64) -> String {
    let decimals = if step >= 1.0 { 0 } else { (-step.log10().floor()) as usize };
    let text = format!("{value:.decimals$}");
    if text.trim_start_matches(['-', '0', '.']).is_empty() { text.trim_start_matches('-').to_owned() } else { text }
}

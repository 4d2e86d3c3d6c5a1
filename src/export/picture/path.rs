//! Outlines, collected by their colour: one element for all that is painted alike.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::colours::Rgb;

/// Outlines by fill: colour, and opacity in percent.
#[derive(Debug, Default)]
pub(super) struct Paths(BTreeMap<(Rgb, u8), String>);

impl Paths {
    /// The outline of one fill, to be added to.
    pub(super) fn filled(&mut self, colour: Rgb, opacity: u8) -> &mut String {
        self.0.entry((colour, opacity)).or_default()
    }

    /// All of them as elements.
    pub(super) fn elements(&self) -> String {
        let mut text = String::new();
        for ((colour, opacity), outline) in &self.0 {
            let opacity = if *opacity == 100 {
                String::new()
            } else {
                format!(" fill-opacity=\"{}\"", f64::from(*opacity) / 100.0)
            };
            let _ = writeln!(text, "<path fill=\"{colour}\"{opacity} d=\"{outline}\"/>");
        }
        text
    }
}

/// Adds a rectangle.
pub(super) fn rect(outline: &mut String, (x, y): (f64, f64), (width, height): (f64, f64)) {
    let (x, y, width, height) = (short(x), short(y), short(width), short(height));
    let _ = write!(outline, "M{x} {y}h{width}v{height}h-{width}z");
}

/// A coordinate with two decimals at most.
pub(super) fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

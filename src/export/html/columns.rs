//! One column for each period; below the line where negative.

use super::super::report::{Report, SeriesOf};
use super::chart::{BELOW_ZERO, HEIGHT, MAIN, Picture, Plot};

/// Draws a series; nothing where none of it is known.
pub(super) fn draw(report: &Report, of: SeriesOf) -> Option<Picture> {
    let values: Vec<Option<f64>> = report.charted(of);
    values.iter().flatten().next()?;
    let plot = Plot::new(values.iter().flatten().copied(), values.len(), true)?;
    let mut picture = Picture::new(HEIGHT, report.minus);
    plot.draw_axes(&mut picture, &report.series.periods);
    let half = plot.step() * 0.36;
    for (index, value) in values.iter().enumerate() {
        let Some(value) = value else { continue };
        let colour = if *value < 0.0 { BELOW_ZERO } else { MAIN };
        let x = plot.x(index);
        picture.bar((x - half, plot.y(0.0)), (x + half, plot.y(*value)), colour);
    }
    Some(picture)
}

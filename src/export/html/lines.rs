//! Exports and imports as lines that break where a period is not known.

use super::super::report::{Report, SeriesOf};
use super::chart::{HEIGHT, MAIN, OTHER, Picture, Plot};

/// Draws both; nothing where neither is known.
pub(super) fn draw(report: &Report) -> Option<Picture> {
    let series = [(SeriesOf::Exports, MAIN, ""), (SeriesOf::Imports, OTHER, "5 3")];
    let all: Vec<f64> = series.iter().flat_map(|(of, ..)| report.charted(*of)).flatten().collect();
    let plot = Plot::new(all.into_iter(), report.series.periods.len(), false)?;
    let mut picture = Picture::new(HEIGHT, report.minus);
    plot.draw_axes(&mut picture, &report.series.periods);
    for (of, colour, dashes) in series {
        let values = report.charted(of);
        let points: Vec<Option<(f64, f64)>> =
            values.iter().enumerate().map(|(index, value)| value.map(|value| (plot.x(index), plot.y(value)))).collect();
        for stretch in points.split(Option::is_none) {
            let known: Vec<(f64, f64)> = stretch.iter().flatten().copied().collect();
            match known[..] {
                [] => {}
                [(x, y)] => picture.bar((x - 2.0, y - 2.0), (x + 2.0, y + 2.0), colour),
                _ => picture.path(&known, colour, dashes),
            }
        }
    }
    Some(picture)
}

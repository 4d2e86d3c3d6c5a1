//! One frame as a picture on an exact grid of cells: an SVG, alone or in a page, or a PNG.

mod colours;
mod ground;
mod letters;
mod path;
#[cfg(feature = "png")]
mod raster;
mod shapes;

use ratatui::buffer::Buffer;

use super::html::escaped;
use super::provenance::Provenance;

#[cfg(feature = "png")]
pub use raster::{MOST_CELLS, to_png};

/// Size of a cell, in user units: twice as high as wide, and its eighths are exact.
const CELL: (f64, f64) = (10.0, 20.0);

/// Height of the line below the cells.
const FOOTER: f64 = 24.0;

/// The frame as an SVG document. Blocks, lines and dots are shapes, every letter has its own place: nothing hangs on
/// the metrics of a font. What the picture shows, as of when and from where stands in it.
pub fn to_svg(buf: &Buffer, provenance: &Provenance) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", drawing(buf, provenance))
}

/// The same as a page that needs nothing else.
pub fn to_html(buf: &Buffer, provenance: &Provenance) -> String {
    let title = escaped(&provenance.title);
    let (_, ground) = colours::PAGE;
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>body {{ margin: 0; background: {ground}; }} svg {{ max-width: 100%; height: auto; }}\
         </style>\n</head>\n<body>\n{}</body>\n</html>\n",
        crate::words::language().code(),
        drawing(buf, provenance)
    )
}

fn drawing(buf: &Buffer, provenance: &Provenance) -> String {
    let (width, rows) = (f64::from(buf.area.width) * CELL.0, f64::from(buf.area.height) * CELL.1);
    let height = rows + FOOTER;
    let [title, words, footer] = [&provenance.title, &provenance.words, &provenance.line].map(|text| escaped(text));
    let (ink, page) = colours::edges(buf);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" aria-labelledby=\"frame-title frame-desc\">\n\
         <title id=\"frame-title\">{title}</title>\n<desc id=\"frame-desc\">{words} {footer}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{page}\"/>\n\
         <g shape-rendering=\"crispEdges\" aria-hidden=\"true\">\n{ground}</g>\n<g aria-hidden=\"true\">\n{shapes}</g>\n\
         <g font-family=\"{font}\" font-size=\"{size}\" xml:space=\"preserve\" aria-hidden=\"true\">\n{letters}\
         <text x=\"{left}\" y=\"{base}\" font-size=\"13\" fill=\"{ink}\" opacity=\"0.75\" textLength=\"{length}\" \
         lengthAdjust=\"spacingAndGlyphs\">{footer}</text>\n</g>\n</svg>\n",
        ground = ground::draw(buf),
        shapes = shapes::draw(buf),
        letters = letters::draw(buf),
        font = letters::FONT,
        size = letters::SIZE,
        left = CELL.0,
        base = rows + 16.0,
        length = footer_length(&provenance.line, width),
    )
}

/// How long the line below is made: its natural length, or the width of a narrow picture.
fn footer_length(line: &str, width: f64) -> f64 {
    let natural = unicode_width::UnicodeWidthStr::width(line) as f64 * 7.8;
    natural.min((width - 2.0 * CELL.0).max(CELL.0)).round()
}

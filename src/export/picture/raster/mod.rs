//! The frame as a PNG: every pixel worked out here, so that it is the same on every machine.

mod glyphs;
mod outline;
mod sheet;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::super::provenance::Provenance;
use super::colours;
use super::shapes::shapes;
use crate::ui::widgets::text::wrap;
use glyphs::{Glyphs, Size};
use sheet::{Area, Sheet};

/// The largest frame that is made a PNG, in cells: it needs 150 MB of memory.
pub const MOST_CELLS: u32 = 100_000;

/// Letters of the frame fill cells of 16 by 32 pixels: an eighth of a cell is two or four of them.
const CELL: Size = Size { width: 16, height: 32 };

/// Letters of the lines below the frame.
const FOOTER_CELL: Size = Size { width: 12, height: 24 };

/// Around those lines.
const MARGIN: usize = 8;

/// How much of their ink letters of the footer and dim ones have, of 255.
const QUIET: u8 = 190;

/// The frame as a PNG file, 16 by 32 pixels for each cell, with its source and date below. Title, words and source
/// stand in its text chunks, too.
///
/// # Errors
/// In words, where the frame has more than [`MOST_CELLS`].
pub fn to_png(buf: &Buffer, provenance: &Provenance) -> Result<Vec<u8>, String> {
    if buf.area.area() > MOST_CELLS || buf.area.is_empty() {
        return Err(format!("a PNG has between 1 and {MOST_CELLS} cells"));
    }
    let (ink, page) = colours::edges(buf);
    let width = usize::from(buf.area.width) * CELL.width;
    let columns = (width.saturating_sub(2 * MARGIN) / FOOTER_CELL.width).max(1);
    let footer = wrap(&provenance.line, u16::try_from(columns).unwrap_or(u16::MAX));
    let rows = usize::from(buf.area.height) * CELL.height;
    let mut sheet = Sheet::new(width, rows + footer.len() * FOOTER_CELL.height + 2 * MARGIN, page);
    draw_cells(buf, &mut sheet);
    let mut glyphs = Glyphs::new(FOOTER_CELL);
    for (row, line) in footer.iter().enumerate() {
        let y = rows + MARGIN + row * FOOTER_CELL.height;
        let mut x = MARGIN;
        for letter in glyphs::composed(line) {
            let columns = letter.width().unwrap_or(0);
            if !letter.is_whitespace() {
                sheet.stamp((x, y), glyphs.mask(letter, columns, false), ink, QUIET);
            }
            x += FOOTER_CELL.width * columns;
        }
    }
    encoded(&sheet, provenance).map_err(|error| error.to_string())
}

fn draw_cells(buf: &Buffer, sheet: &mut Sheet) {
    let mut glyphs = Glyphs::new(CELL);
    for row in 0..buf.area.height {
        let mut column = 0;
        while let Some(cell) = buf.cell((buf.area.x + column, buf.area.y + row)).filter(|_| column < buf.area.width) {
            let columns = u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
            let (x, y) = (usize::from(column) * CELL.width, usize::from(row) * CELL.height);
            let area = Area { x, y, width: usize::from(columns) * CELL.width, height: CELL.height };
            draw_cell(cell, area, &mut glyphs, sheet);
            column += columns;
        }
    }
}

fn draw_cell(cell: &Cell, area: Area, glyphs: &mut Glyphs, sheet: &mut Sheet) {
    let (ink, ground) = colours::of(cell);
    sheet.fill(area, ground, u8::MAX);
    if let Some((shapes, density)) = shapes(cell.symbol()) {
        // Density is in percent.
        let opacity = (u32::from(density) * 255).div_ceil(100) as u8;
        shapes.iter().for_each(|shape| outline::draw(sheet, area, *shape, ink, opacity));
        return;
    }
    let opacity = if cell.modifier.contains(Modifier::DIM) { QUIET } else { u8::MAX };
    let columns = cell.symbol().width();
    for letter in glyphs::composed(cell.symbol()).filter(|letter| !letter.is_whitespace()) {
        let mask = glyphs.mask(letter, columns, cell.modifier.contains(Modifier::BOLD));
        sheet.stamp((area.x, area.y), mask, ink, opacity);
    }
    if cell.modifier.contains(Modifier::UNDERLINED) {
        sheet.fill(Area { y: area.y + area.height - 3, height: 2, ..area }, ink, opacity);
    }
}

fn encoded(sheet: &Sheet, provenance: &Provenance) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    // The sides are at most 16 million pixels: MOST_CELLS in one row.
    let mut encoder = png::Encoder::new(&mut file, sheet.width() as u32, sheet.height() as u32);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let texts = [("Title", &provenance.title), ("Description", &provenance.words), ("Source", &provenance.line)];
    for (keyword, text) in texts {
        encoder.add_itxt_chunk(keyword.to_owned(), text.clone())?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(sheet.pixels())?;
    writer.finish()?;
    Ok(file)
}

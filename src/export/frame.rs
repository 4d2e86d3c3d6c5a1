//! A frame of the screen, or of one panel, as a file.

use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ui::panels::PANELS;
use crate::ui::{Scene, view};

use super::provenance::Provenance;
use super::{picture, snapshot};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text.
    Text,
    /// Text with colours.
    Ansi,
    /// Shapes and letters.
    Svg,
    /// The same as a page.
    Html,
    /// Pixels.
    #[cfg(feature = "png")]
    Png,
}

impl Format {
    /// All of this build, by the ending of their files.
    pub const ALL: &[(&str, Format)] = &[
        ("txt", Format::Text),
        ("ans", Format::Ansi),
        ("svg", Format::Svg),
        ("html", Format::Html),
        #[cfg(feature = "png")]
        ("png", Format::Png),
    ];

    /// The format that a file's name asks for.
    pub fn of(file: &Path) -> Option<Format> {
        let ending = file.extension()?.to_str()?;
        Format::ALL.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format)
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        Format::ALL.iter().find(|(_, format)| *format == self).map_or("", |(ending, _)| ending)
    }

    /// True where there is no terminal whose ground could show through.
    pub fn is_picture(self) -> bool {
        !matches!(self, Format::Text | Format::Ansi)
    }
}

/// Cells with what they say, ready to be written in any format, by any thread.
#[derive(Debug, Clone)]
pub struct Frame {
    cells: Buffer,
    provenance: Provenance,
}

impl Frame {
    /// The whole screen, as large as `(columns, rows)`.
    pub fn screen(scene: &Scene<'_>, (width, height): (u16, u16)) -> Frame {
        let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
        crate::ui::draw(scene, &mut cells);
        let viewpoint = &scene.state.viewpoint;
        let panel = viewpoint.zoomed.then_some(viewpoint.focus);
        Frame { cells, provenance: provenance(scene, panel) }
    }

    /// One panel of the scene, which is zoomed on it. Where the frame is to be text, its last row says where it is from:
    /// pictures have that below the cells.
    pub fn panel(scene: &Scene<'_>, panel: usize, (width, height): (u16, u16), is_text: bool) -> Frame {
        let provenance = provenance(scene, Some(panel));
        let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
        view::draw_panel(scene, panel, if is_text { &provenance.line } else { "" }, &mut cells);
        Frame { cells, provenance }
    }

    /// The content of a file.
    ///
    /// # Errors
    /// In words, where the frame is too large for the format.
    pub fn write(&self, format: Format) -> Result<Vec<u8>, String> {
        Ok(match format {
            Format::Text => snapshot::to_text(&self.cells).into_bytes(),
            Format::Ansi => snapshot::to_ansi(&self.cells).into_bytes(),
            Format::Svg => picture::to_svg(&self.cells, &self.provenance).into_bytes(),
            Format::Html => picture::to_html(&self.cells, &self.provenance).into_bytes(),
            #[cfg(feature = "png")]
            Format::Png => picture::to_png(&self.cells, &self.provenance)?,
        })
    }
}

/// What a picture says in words: the month's sentence; of one panel, its own.
fn provenance(scene: &Scene<'_>, panel: Option<usize>) -> Provenance {
    let words = match panel.and_then(|panel| PANELS.get(panel)) {
        Some(panel) => format!("{}: {}", panel.title(scene), panel.sentence(scene)),
        None => scene.wording().headline(),
    };
    Provenance::of(scene.state.dataset(), scene.deck(), &words)
}

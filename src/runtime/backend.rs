//! A ratatui backend that writes a frame in one piece, and nothing at all for an unchanged one.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, TestBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::pen;

/// A backend that is told its size, so that no frame has to ask the system for it.
pub trait Surface: Backend {
    /// The screen now has this size.
    fn set_size(&mut self, size: Size);
}

impl Surface for TestBackend {
    fn set_size(&mut self, size: Size) {
        self.resize(size.width, size.height);
    }
}

/// Collects a frame and writes it at once inside a synchronized update.
///
/// The cursor is expected to be hidden when the first frame is drawn.
pub struct ScreenBackend<W> {
    output: W,
    frame: Vec<u8>,
    size: Size,
    cursor_shown: bool,
    cursor: Option<Position>,
}

impl<W: Write> ScreenBackend<W> {
    /// A backend for a screen of this size.
    pub fn new(output: W, size: Size) -> Self {
        Self { output, frame: Vec::with_capacity(16 * 1024), size, cursor_shown: false, cursor: None }
    }

    /// Where frames are written to.
    pub fn output_mut(&mut self) -> &mut W {
        &mut self.output
    }

    /// Forgets what the terminal was last told about its cursor, after someone else used it.
    fn forget_cursor(&mut self) {
        self.cursor = None;
    }

    /// The frame's buffer; the first bytes of a frame open the synchronized update.
    fn frame(&mut self) -> io::Result<&mut Vec<u8>> {
        if self.frame.is_empty() {
            queue!(self.frame, BeginSynchronizedUpdate)?;
        }
        Ok(&mut self.frame)
    }
}

impl<W: Write> Surface for ScreenBackend<W> {
    fn set_size(&mut self, size: Size) {
        self.size = size;
        // The terminal is new or was used by others: it has a hidden cursor somewhere.
        self.cursor_shown = false;
        self.forget_cursor();
    }
}

impl<W: Write> Backend for ScreenBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.forget_cursor();
        pen::draw(self.frame()?, content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown {
            self.cursor_shown = false;
            queue!(self.frame()?, Hide)?;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !self.cursor_shown {
            self.cursor_shown = true;
            queue!(self.frame()?, Show)?;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // Asking the terminal would race the input thread for the answer.
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor != Some(position) {
            self.cursor = Some(position);
            queue!(self.frame()?, MoveTo(position.x, position.y))?;
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        CrosstermBackend::new(self.frame()?).clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    /// Ends the frame.
    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        queue!(self.frame, EndSynchronizedUpdate)?;
        let written = self.output.write_all(&self.frame).and_then(|()| self.output.flush());
        self.frame.clear();
        written
    }
}

#[cfg(test)]
#[path = "backend_tests.rs"]
mod tests;

//! What one frame costs in bytes and writes.

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::*;

/// Keeps every write apart.
#[derive(Clone, Default)]
struct Writes(Rc<RefCell<Vec<Vec<u8>>>>);

impl Write for Writes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const SIZE: Size = Size { width: 40, height: 10 };

fn terminal() -> (Terminal<ScreenBackend<Writes>>, Writes) {
    let writes = Writes::default();
    (Terminal::new(ScreenBackend::new(writes.clone(), SIZE)).unwrap(), writes)
}

fn show(terminal: &mut Terminal<ScreenBackend<Writes>>, text: &str, cursor: Option<(u16, u16)>) {
    terminal
        .draw(|frame| {
            frame.buffer_mut().set_string(0, 0, text, Style::new().fg(Color::Rgb(1, 2, 3)));
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        })
        .unwrap();
}

/// The writes since the last call, as text.
fn taken(writes: &Writes) -> Vec<String> {
    writes.0.take().into_iter().map(|write| String::from_utf8(write).unwrap()).collect()
}

#[test]
fn a_frame_is_one_write_in_a_synchronized_update() {
    let (mut terminal, writes) = terminal();
    show(&mut terminal, "exports", None);
    let frames = taken(&writes);
    assert_eq!(frames.len(), 1);
    assert!(frames[0].starts_with("\x1b[?2026h") && frames[0].ends_with("\x1b[?2026l"), "{frames:?}");
    assert!(!frames[0].contains("\x1b[?25"), "the cursor is hidden already: {frames:?}");
}

#[test]
fn an_unchanged_frame_is_no_write() {
    let (mut terminal, writes) = terminal();
    for cursor in [None, Some((3, 1))] {
        show(&mut terminal, "exports", cursor);
        taken(&writes);
        show(&mut terminal, "exports", cursor);
        assert_eq!(taken(&writes), [""; 0]);
    }
}

#[test]
fn a_small_change_is_a_small_write() {
    let (mut terminal, writes) = terminal();
    show(&mut terminal, "exports 1", None);
    taken(&writes);
    show(&mut terminal, "exports 2", None);
    let frames = taken(&writes);
    assert!(frames.len() == 1 && frames[0].len() < 80, "{frames:?}");
}

#[test]
fn a_cursor_is_shown_moved_and_hidden_once() {
    let (mut terminal, writes) = terminal();
    show(&mut terminal, "a", None);
    taken(&writes);
    show(&mut terminal, "a", Some((1, 0)));
    assert_eq!(taken(&writes), ["\x1b[?2026h\x1b[?25h\x1b[1;2H\x1b[?2026l"]);
    show(&mut terminal, "ab", Some((1, 0)));
    assert!(taken(&writes)[0].ends_with("\x1b[1;2H\x1b[?2026l"), "drawing moved it away");
    show(&mut terminal, "ab", None);
    assert_eq!(taken(&writes), ["\x1b[?2026h\x1b[?25l\x1b[?2026l"]);
}

#[test]
fn a_resize_clears_and_draws_in_one_write() {
    let (mut terminal, writes) = terminal();
    show(&mut terminal, "exports", None);
    taken(&writes);
    terminal.backend_mut().set_size(Size { width: 20, height: 5 });
    terminal.resize(Rect::new(0, 0, 20, 5)).unwrap();
    show(&mut terminal, "exports", None);
    let frames = taken(&writes);
    assert!(frames.len() == 1 && frames[0].contains("\x1b[2J") && frames[0].contains("exports"), "{frames:?}");
}

#[test]
fn a_failed_write_is_an_error_and_not_repeated() {
    struct Gone;
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut backend = ScreenBackend::new(Gone, SIZE);
    backend.show_cursor().unwrap();
    assert!(backend.flush().is_err());
    assert!(backend.flush().is_ok());
}

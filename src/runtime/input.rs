//! The thread that reads keys: blocks in a read, translates, sends.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event as Raw, KeyEventKind, MouseEventKind};
use ratatui::layout::Size;

use super::program::Event;
use super::wake::{Ending, Wake};
use super::{crash, terminal};

/// Starts reading. `size` is the size the first frame is drawn for.
pub fn spawn<M: Send + 'static>(wakes: Sender<Wake<M>>, size: Size) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        let reason = match crash::off_screen(|| read(&wakes, size)) {
            Ok(Ok(())) => return,
            Ok(Err(error)) => error.to_string(),
            Err(panic) => panic,
        };
        let _ = wakes.send(Wake::Stop(Ending::InputLost(reason)));
    })?;
    Ok(())
}

/// Reads until the loop is over.
fn read<M>(wakes: &Sender<Wake<M>>, drawn: Size) -> io::Result<()> {
    // The first poll registers the handler for resizes; one that came before it went unseen.
    event::poll(Duration::ZERO)?;
    let size = terminal::size();
    if size != drawn && wakes.send(Wake::Event(Event::Resize(size.width, size.height))).is_err() {
        return Ok(());
    }
    loop {
        if let Some(event) = translate(event::read()?)
            && wakes.send(Wake::Event(event)).is_err()
        {
            return Ok(());
        }
    }
}

fn translate<M>(raw: Raw) -> Option<Event<M>> {
    match raw {
        Raw::Key(key) if key.kind != KeyEventKind::Release => Some(Event::Key(key)),
        Raw::Mouse(mouse) if mouse.kind != MouseEventKind::Moved => Some(Event::Mouse(mouse)),
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::Resize(width, height) => Some(Event::Resize(width, height)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};

    use super::*;

    fn key(kind: KeyEventKind) -> Raw {
        Raw::Key(KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, kind))
    }

    fn mouse(kind: MouseEventKind) -> Raw {
        Raw::Mouse(MouseEvent { kind, column: 1, row: 2, modifiers: KeyModifiers::NONE })
    }

    #[test]
    fn releases_motion_and_focus_never_arrive() {
        for raw in [key(KeyEventKind::Release), mouse(MouseEventKind::Moved), Raw::FocusLost, Raw::FocusGained] {
            assert_eq!(translate::<()>(raw), None);
        }
    }

    #[test]
    fn presses_repeats_wheel_paste_and_resizes_do() {
        for kind in [KeyEventKind::Press, KeyEventKind::Repeat] {
            assert!(matches!(translate::<()>(key(kind)), Some(Event::Key(_))));
        }
        assert!(matches!(translate::<()>(mouse(MouseEventKind::ScrollUp)), Some(Event::Mouse(_))));
        assert_eq!(translate::<()>(Raw::Paste("a\nb".into())), Some(Event::Paste("a\nb".into())));
        assert_eq!(translate::<()>(Raw::Resize(80, 24)), Some(Event::Resize(80, 24)));
    }
}

//! Key events in the words of a line that is being typed.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::LineKey;

/// What a key means to an open line; `None` where it means nothing there.
pub fn line_key(event: KeyEvent) -> Option<LineKey> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let with_ctrl = |letter: char| match letter.to_ascii_lowercase() {
        'a' => Some(LineKey::Home),
        'e' => Some(LineKey::End),
        'b' => Some(LineKey::Left),
        'f' => Some(LineKey::Right),
        'h' => Some(LineKey::Backspace),
        'w' => Some(LineKey::WordBack),
        'u' => Some(LineKey::Clear),
        'p' => Some(LineKey::Earlier),
        'n' => Some(LineKey::Later),
        'i' => Some(LineKey::Complete),
        'g' | '[' => Some(LineKey::Escape),
        'm' | 'j' => Some(LineKey::Enter),
        _ => None,
    };
    match event.code {
        KeyCode::Char(letter) if ctrl => with_ctrl(letter),
        KeyCode::Char(_) if event.modifiers.contains(KeyModifiers::ALT) => None,
        KeyCode::Char(letter) => Some(LineKey::Char(letter)),
        KeyCode::Backspace if ctrl => Some(LineKey::WordBack),
        KeyCode::Backspace => Some(LineKey::Backspace),
        KeyCode::Left => Some(LineKey::Left),
        KeyCode::Right => Some(LineKey::Right),
        KeyCode::Home => Some(LineKey::Home),
        KeyCode::End => Some(LineKey::End),
        KeyCode::Up => Some(LineKey::Earlier),
        KeyCode::Down => Some(LineKey::Later),
        KeyCode::BackTab => Some(LineKey::CompleteBack),
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Some(LineKey::CompleteBack),
        KeyCode::Tab => Some(LineKey::Complete),
        KeyCode::Enter => Some(LineKey::Enter),
        KeyCode::Esc => Some(LineKey::Escape),
        _ => None,
    }
}

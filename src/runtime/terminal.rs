//! The only file that takes the terminal and gives it back.
//!
//! What was taken is kept in statics, not in the guard: the panic hook and the signal thread must be
//! able to give the terminal back without the guard.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::layout::Size;

use crate::word;

use super::clipboard;

static TAKEN: AtomicBool = AtomicBool::new(false);
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Alternate screen, hidden cursor, bracketed paste.
const ENTER: &str = "\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// The same backwards. A frame may have been cut off: end its synchronized update and its colours.
const LEAVE: &str = "\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?25h\x1b[?1049l";
/// Buttons, wheel and drags as SGR reports. Crossterm's command would also ask for every motion,
/// a wake-up per cell the pointer crosses.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";
/// Terminals drop longer clipboard texts; a cut one would be worse than none.
pub(super) const LONGEST_COPY: usize = 74_994;

/// Holds the terminal while it lives.
pub struct TerminalGuard(());

impl TerminalGuard {
    /// Takes the terminal.
    pub fn take(mouse: bool) -> io::Result<Self> {
        // Without this, NO_COLOR makes crossterm write bare `CSI m` and lose bold; the theme is
        // the one to take colours out.
        crossterm::style::force_color_output(true);
        MOUSE.store(mouse, Ordering::SeqCst);
        enter()?;
        Ok(Self(()))
    }

    /// Gives the terminal back for a while.
    pub fn leave(&mut self) {
        restore();
    }

    /// Takes it again, also if a shell changed it behind our back.
    pub fn retake(&mut self) -> io::Result<()> {
        // Crossterm believes to be in raw mode still and would do nothing.
        disable_raw_mode()?;
        enter()
    }

    /// Turns mouse reports on or off.
    pub fn set_mouse(&mut self, wanted: bool) {
        if MOUSE.swap(wanted, Ordering::SeqCst) != wanted && TAKEN.load(Ordering::SeqCst) {
            // A terminal that is gone reports itself with the next frame.
            let _ = emit(if wanted { MOUSE_ON } else { MOUSE_OFF }.as_bytes());
        }
    }

    /// Puts text on the clipboard of terminals that know OSC 52.
    pub fn copy(&mut self, text: &str) {
        if text.len() <= LONGEST_COPY {
            let _ = emit(clipboard::sequence(text, clipboard::Between::of_environment()).as_bytes());
        }
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        restore();
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_ON } else { "" };
    emit(format!("{ENTER}{mouse}").as_bytes()).inspect_err(|_| restore())
}

/// Gives the terminal back if it is taken; from any thread, any number of times.
///
/// Errors have no reader here: a terminal that is gone answers at once with one.
pub fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_OFF } else { "" };
    let _ = emit(format!("{mouse}{LEAVE}").as_bytes());
    let _ = disable_raw_mode();
}

/// [`restore`] for a terminal that may no longer take bytes: waits only so long.
#[cfg(unix)]
pub fn restore_within(limit: Duration) {
    let (done, finished) = std::sync::mpsc::channel::<()>();
    let restorer = thread::Builder::new().spawn(move || {
        restore();
        drop(done);
    });
    if restorer.is_ok() {
        let _ = finished.recv_timeout(limit);
    }
    // Line mode needs no room in the terminal's queue, so it works even if the bytes do not fit.
    let _ = disable_raw_mode();
}

/// True while the terminal is taken.
pub fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Which of the two streams is not a terminal, if any.
pub fn missing_stream() -> Option<&'static str> {
    if !io::stdout().is_terminal() {
        Some(word!("runtime.standard-output"))
    } else if !io::stdin().is_terminal() && !has_own_terminal() {
        Some(word!("runtime.standard-input"))
    } else {
        None
    }
}

/// True where keys can be read from the terminal that the program was started in, though standard input is another thing.
#[cfg(unix)]
fn has_own_terminal() -> bool {
    std::fs::File::open("/dev/tty").is_ok()
}

#[cfg(not(unix))]
fn has_own_terminal() -> bool {
    false
}

/// The terminal's size; the classic one if it does not know.
pub fn size() -> Size {
    match crossterm::terminal::size() {
        Ok((width, height)) if width > 0 && height > 0 => Size { width, height },
        _ => Size { width: 80, height: 24 },
    }
}

/// Standard output without std's line buffer: one call, one write.
pub struct Output;

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        emit(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes all of it. A terminal left in non-blocking mode by another program is waited for.
fn emit(mut bytes: &[u8]) -> io::Result<()> {
    let mut patience = 500;
    while !bytes.is_empty() {
        match write_some(bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock && patience > 0 => {
                patience -= 1;
                thread::sleep(Duration::from_millis(2));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(unix)]
fn write_some(bytes: &[u8]) -> io::Result<usize> {
    use std::fs::File;
    use std::os::fd::AsFd;
    use std::sync::OnceLock;

    static STDOUT: OnceLock<File> = OnceLock::new();
    let mut file = match STDOUT.get() {
        Some(file) => file,
        None => {
            let file = File::from(io::stdout().as_fd().try_clone_to_owned()?);
            STDOUT.get_or_init(|| file)
        }
    };
    file.write(bytes)
}

#[cfg(not(unix))]
fn write_some(bytes: &[u8]) -> io::Result<usize> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()?;
    Ok(bytes.len())
}

/// Standard base64 with padding.
pub(super) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
        let group = group << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS[group >> (18 - 6 * place) & 63];
            text.push(if place > chunk.len() { '=' } else { char::from(digit) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_the_standard_one() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("수출", "7IiY7Lac")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}

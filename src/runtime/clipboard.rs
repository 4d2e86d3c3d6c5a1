//! Text for the clipboard, in the words of terminals and of what may stand between.

use super::terminal::base64;

/// What stands between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// Nothing.
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// Longest part that GNU screen hands on.
const SCREEN_PART: usize = 250;

impl Between {
    /// As the environment tells it.
    pub fn of_environment() -> Between {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match (is_set("TMUX"), is_set("STY")) {
            (true, _) => Between::Tmux,
            (false, true) => Between::Screen,
            (false, false) => Between::Nothing,
        }
    }
}

/// OSC 52 with the text. tmux takes it as it is where `set-clipboard` is on, and hands it on wrapped where
/// `allow-passthrough` is: it gets both. screen hands it on in parts.
pub fn sequence(text: &str, between: Between) -> String {
    // Within a wrapping the string terminator would end the wrapping: there a bell ends the sequence.
    let end = if between == Between::Nothing { "\x1b\\" } else { "\x07" };
    let plain = format!("\x1b]52;c;{}{end}", base64(text.as_bytes()));
    match between {
        Between::Nothing => plain,
        Between::Tmux => format!("{plain}\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")),
        Between::Screen => {
            // The sequence is ASCII: it can be cut anywhere.
            let parts = plain.as_bytes().chunks(SCREEN_PART).map(String::from_utf8_lossy);
            parts.map(|part| format!("\x1bP{part}\x1b\\")).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_tmux_and_screen_get_the_same_text() {
        assert_eq!(sequence("hi", Between::Nothing), "\x1b]52;c;aGk=\x1b\\");
        assert_eq!(sequence("hi", Between::Tmux), "\x1b]52;c;aGk=\x07\x1bPtmux;\x1b\x1b]52;c;aGk=\x07\x1b\\");
        let long = "x".repeat(1000);
        let screen = sequence(&long, Between::Screen);
        let parts: Vec<&str> = screen.split("\x1b\\").filter(|part| !part.is_empty()).collect();
        assert!(parts.len() > 4 && parts.iter().all(|part| part.starts_with("\x1bP")));
        let joined: String = parts.iter().map(|part| &part[2..]).collect();
        assert_eq!(joined, sequence(&long, Between::Nothing).replace("\x1b\\", "\x07"));
    }
}

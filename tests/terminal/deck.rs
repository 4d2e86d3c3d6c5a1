//! The real binary, started as a user would.

use std::time::Duration;

use super::pty::{self, Pty};

const BINARY: &str = env!("CARGO_BIN_EXE_tradedeck");

fn start(columns: u16, rows: u16) -> Pty {
    let mut command = pty::command(BINARY, &[]);
    // No user's own configuration or state in a test.
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
        command.env(name, env!("CARGO_TARGET_TMPDIR"));
    }
    let pty = Pty::spawn(command, columns, rows);
    pty.wait_taken();
    pty.wait_until("a frame", |screen| !screen.contents().trim().is_empty());
    pty
}

#[test]
fn it_quits_and_gives_the_terminal_back() {
    let mut pty = start(120, 36);
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.wait_given_back();
}

#[test]
fn it_is_killed_and_gives_the_terminal_back() {
    for (name, status) in [("TERM", 143), ("HUP", 129)] {
        let mut pty = start(120, 36);
        pty.signal(name);
        assert_eq!(pty.wait_exit(), status, "{name}");
        pty.wait_given_back();
    }
}

#[test]
fn it_survives_every_size() {
    let mut pty = start(120, 36);
    for (columns, rows) in [(1, 1), (20, 5), (80, 24), (400, 100), (2, 60), (120, 36)] {
        pty.resize(columns, rows);
        pty.wait_quiet(Duration::from_millis(60));
    }
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.wait_given_back();
}

#[test]
fn it_is_silent_while_idle() {
    let pty = start(120, 36);
    pty.wait_quiet(Duration::from_millis(300));
    let bytes = pty.count();
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(pty.count(), bytes);
}

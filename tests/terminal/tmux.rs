//! Copying inside of a real tmux: what the terminal around it receives.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::pty::{self, Pty};

/// As the manual of tmux advises for clipboards.
const CONFIGURATION: &str = "\
set -s set-clipboard on
set -g allow-passthrough on
set -as terminal-features ',*:clipboard'
";

/// The text behind a base64 of ASCII letters.
fn decoded(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits: Vec<u32> = text
        .bytes()
        .filter(|letter| *letter != b'=')
        .map(|letter| LETTERS.iter().position(|known| *known == letter).unwrap() as u32)
        .collect();
    let bytes = digits.chunks(4).flat_map(|group| {
        let bits = group.iter().fold(0, |bits, digit| bits << 6 | digit) << (6 * (4 - group.len()));
        bits.to_be_bytes()[1..group.len()].to_vec()
    });
    bytes.collect()
}

/// What stands between the start of an OSC 52 and its end, for each that was written.
fn clipboards(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes);
    let parts = text.split("\x1b]52;").skip(1);
    let payloads = parts.filter_map(|part| part.split_once(';')?.1.split(['\x07', '\x1b']).next());
    payloads.map(decoded).collect()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tmux").join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn what_is_copied_reaches_the_terminal_around_tmux_and_the_file() {
    if Command::new("tmux").arg("-V").output().is_err() {
        eprintln!("skipped: tmux is not installed");
        return;
    }
    let folder = folder("copy");
    fs::write(folder.join("tmux.conf"), CONFIGURATION).unwrap();
    // The path of a socket is short, whatever the folder of the tests.
    let socket = std::env::temp_dir().join(format!("tradedeck-tmux-{}", std::process::id()));
    let mut command = pty::command("tmux", &["-u", "-f"]);
    command.arg(folder.join("tmux.conf"));
    command.arg("-S");
    command.arg(&socket);
    command.args(["new-session", env!("CARGO_BIN_EXE_tradedeck"), "--as-of", "2023-03-03"]);
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
        command.env(name, &folder);
    }
    command.env_remove("TMUX");
    let mut pty = Pty::spawn(command, 120, 36);
    pty.wait_for("FEB 2023");
    pty.send("y");
    pty.wait_for("balance copied as text");
    let started = Instant::now();
    while clipboards(&pty.bytes()).is_empty() && started.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let copied = clipboards(&pty.bytes()).pop().expect("an OSC 52 comes out of tmux");
    let text = String::from_utf8(copied.clone()).unwrap();
    assert!(
        text.starts_with("# Korea, 2023-02, as known on 2023-03-03; ") && text.contains("stated = \"-5.3\""),
        "{text}"
    );
    // The file has the same, for terminals without a clipboard; its path is told.
    pty.wait_for("also in");
    assert_eq!(fs::read(folder.join("tradedeck/copied.txt")).unwrap(), copied);
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    _ = fs::remove_file(socket);
}

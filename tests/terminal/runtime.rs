//! The runtime's promises, on the probe.

use std::thread;
use std::time::Duration;

use super::probe;
use super::pty::{self, Pty};

fn start() -> Pty {
    let pty = Pty::spawn(probe::command(), 80, 24);
    pty.wait_for("ready");
    pty.wait_taken();
    pty
}

fn count(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).filter(|window| *window == needle).count()
}

#[test]
fn a_quit_gives_the_terminal_back() {
    let mut pty = start();
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.wait_given_back();
    assert_eq!(count(&pty.bytes(), b"\x1b[?1049l"), 1, "given back once");
}

#[test]
fn mouse_reports_are_given_back_too() {
    let mut pty = start();
    assert_eq!(count(&pty.bytes(), b"\x1b[?1006h"), 0, "not taken unless wanted");
    pty.send("m");
    pty.wait_until("mouse reports", |screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
    pty.send("\x1b[<64;5;7M");
    pty.wait_for("mouse ScrollUp 4 6");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.wait_given_back();
}

#[test]
fn a_panic_gives_the_terminal_back_and_then_speaks() {
    for (key, message) in [("u", "update failed on purpose"), ("d", "drawing failed on purpose")] {
        let mut pty = start();
        pty.send(key);
        assert_eq!(pty.wait_exit(), 101);
        pty.wait_given_back();
        let text = pty.text();
        assert!(text.contains(message) && text.contains("probe.rs:"), "{text}");
        let path = crash_file(&pty);
        let details = std::fs::read_to_string(&path).unwrap();
        for part in [message, env!("CARGO_PKG_VERSION"), "location: ", "probe::Probe"] {
            assert!(details.contains(part), "{part} in {details}");
        }
        std::fs::remove_file(path).unwrap();
    }
}

/// The path that the message names; the screen may have wrapped it.
fn crash_file(pty: &Pty) -> String {
    let bytes = String::from_utf8(pty.bytes()).unwrap();
    let path = bytes.split("Details for a bug report: ").nth(1).unwrap();
    path.split_whitespace().next().unwrap().to_owned()
}

#[test]
fn a_panic_elsewhere_is_a_notice() {
    for (key, notice) in
        [("w", "background work failed: work failed on purpose"), ("f", "a stranger failed on purpose")]
    {
        let mut pty = start();
        pty.send(key);
        pty.wait_for(notice);
        pty.wait_taken();
        pty.send("e");
        pty.wait_for("work is done");
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
        pty.wait_given_back();
    }
}

#[test]
fn messages_ticks_and_pastes_arrive() {
    let mut pty = start();
    for (keys, note) in [("b", "a letter came"), ("t", "ticked"), ("\x1b[200~a b\x1b[201~", "pasted \"a b\"")] {
        pty.send(keys);
        pty.wait_for(note);
    }
    pty.send("y");
    pty.wait_quiet(Duration::from_millis(100));
    assert_eq!(count(&pty.bytes(), b"\x1b]52;c;Zm9v\x1b\\"), 1);
}

#[test]
fn signals_end_it_with_their_status() {
    for (name, status) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let mut pty = start();
        pty.signal(name);
        assert_eq!(pty.wait_exit(), status, "{name}");
        pty.wait_given_back();
    }
}

#[test]
fn a_signal_ends_even_a_hanging_program() {
    let mut pty = start();
    pty.send("h");
    thread::sleep(Duration::from_millis(100));
    pty.signal("TERM");
    assert_eq!(pty.wait_exit(), 143);
    pty.wait_given_back();
}

#[test]
fn it_ends_with_its_terminal() {
    assert_eq!(pty::hang_up_after(probe::command(), "ready"), 129);
}

#[test]
fn it_ends_with_its_terminal_also_where_no_signal_tells() {
    assert_eq!(pty::hang_up_after(pty::behind_a_deaf_shell(probe::command()), "ready"), 129);
}

#[test]
fn a_resize_storm_is_a_few_frames() {
    let mut pty = start();
    pty.wait_quiet(Duration::from_millis(100));
    let before = pty.bytes().len();
    for columns in 60..=120 {
        pty.resize(columns, 30);
    }
    pty.wait_for("120x30");
    pty.wait_quiet(Duration::from_millis(100));
    let frames = count(&pty.bytes()[before..], b"\x1b[?2026h");
    assert!((1..=8).contains(&frames), "{frames} frames");
}

#[test]
fn idle_is_silent_and_costs_nothing() {
    let pty = start();
    pty.wait_quiet(Duration::from_millis(200));
    let (bytes, ticks) = (pty.count(), pty.cpu_ticks());
    thread::sleep(Duration::from_secs(2));
    assert_eq!(pty.count(), bytes, "silent");
    assert_eq!(pty.cpu_ticks(), ticks, "asleep");
}

#[test]
fn a_key_costs_few_bytes_and_none_if_nothing_changed() {
    let mut pty = start();
    pty.wait_quiet(Duration::from_millis(100));
    let cost = |pty: &mut Pty, key: &str| {
        let before = pty.count();
        pty.send(key);
        pty.wait_quiet(Duration::from_millis(100));
        pty.count() - before
    };
    let moved = cost(&mut pty, "j");
    assert!((1..1000).contains(&moved), "{moved} bytes");
    assert_eq!(cost(&mut pty, "n"), 0);
    println!("two rows of 80 changed: {moved} bytes");
}

#[test]
fn stopped_from_outside_and_continued_it_draws_everything_again() {
    let pty = start();
    pty.wait_quiet(Duration::from_millis(100));
    let before = pty.count();
    pty.signal("STOP");
    pty.signal("CONT");
    pty.wait_until("a frame", |screen| screen.contents().contains("ready"));
    pty.wait_quiet(Duration::from_millis(200));
    let after = pty.bytes().split_off(before);
    assert!(count(&after, b"\x1b[2J") >= 1 && count(&after, b"ready") == 1);
    pty.wait_taken();
}

#[test]
fn without_a_shell_it_does_not_stop() {
    let mut pty = start();
    pty.send("\x1a");
    pty.wait_for("cannot suspend");
    pty.send("e");
    pty.wait_for("work is done");
    pty.signal("TSTP");
    pty.wait_for("cannot suspend");
    pty.wait_taken();
}

/// `bash -i` in a pseudo terminal with the probe as its job.
fn shell() -> Pty {
    let mut command = probe::command();
    let arguments = ["bash", "--norc", "--noprofile", "-i"].map(std::ffi::OsString::from);
    *command.get_argv_mut() = arguments.into();
    command.env("PS1", "$ ");
    command.env("PROBE", probe::command_line().join(" "));
    let mut pty = Pty::spawn(command, 80, 24);
    pty.wait_for("$");
    pty.send("$PROBE\r");
    pty.wait_for("ready");
    pty.wait_taken();
    pty
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_again() {
    let mut pty = shell();
    pty.send("j");
    pty.wait_for("keys 1");
    pty.stop_and_continue("keys 1");
}

#[test]
fn a_size_changed_while_stopped_is_seen() {
    let mut pty = shell();
    pty.send("\x1a");
    pty.wait_stopped(1);
    pty.resize(100, 30);
    pty.send("fg\r");
    pty.wait_for("100x30");
    pty.wait_taken();
    pty.send("q");
    pty.wait_prompt();
}

#[test]
fn a_stop_signal_gives_the_terminal_to_the_shell_too() {
    let mut pty = shell();
    for process in pty.children() {
        pty::signal(process, "TSTP");
    }
    pty.wait_stopped(1);
    pty.send("fg\r");
    pty.wait_taken();
    pty.send("q");
    pty.wait_prompt();
}

#[test]
fn without_a_terminal_it_says_so() {
    let line = probe::command_line();
    let output = std::process::Command::new(&line[0])
        .args(&line[1..])
        .env("TRADEDECK_TEST_PROBE", "1")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(err.contains("standard output is not a terminal; `tradedeck report` prints"), "{err}");
    assert!(!out.contains('\x1b'), "nothing was touched: {out:?}");
}

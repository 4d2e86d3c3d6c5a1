//! The real binary, started as a user would.

use std::process::Stdio;
use std::time::Duration;

use portable_pty::CommandBuilder;

use super::pty::{self, Pty};

pub const BINARY: &str = env!("CARGO_BIN_EXE_tradedeck");

/// The real binary with these arguments, and no user's own configuration or state.
fn command(arguments: &[&str]) -> CommandBuilder {
    let mut command = pty::command(BINARY, arguments);
    isolate(&mut command);
    command
}

pub fn isolate(command: &mut CommandBuilder) {
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
        command.env(name, env!("CARGO_TARGET_TMPDIR"));
    }
}

fn start(columns: u16, rows: u16) -> Pty {
    start_with(command(&[]), columns, rows)
}

/// Waits for the whole first frame: its last row has the keys.
fn start_with(command: CommandBuilder, columns: u16, rows: u16) -> Pty {
    let pty = Pty::spawn(command, columns, rows);
    pty.wait_taken();
    pty.wait_for("KOREA");
    if rows >= 10 {
        pty.wait_until("the keys", |screen| screen.contents().lines().last().is_some_and(|row| row.contains("month")));
    }
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
fn it_ends_with_its_terminal_also_where_no_signal_tells() {
    // Idle, it writes nothing that could fail.
    assert_eq!(pty::hang_up_after(pty::behind_a_deaf_shell(command(&[])), "quit"), 129);
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

#[test]
fn the_first_frame_is_a_whole_one() {
    let pty = start(120, 36);
    let text = pty.text();
    for words in ["KOREA", "July 2026", "as known on", "1 Balance", "2 Streaks", "JUL 2026", "quit"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn it_quits_by_every_key_for_it() {
    for keys in ["ㅂ", "Q", "ㅃ", "\x03"] {
        let mut pty = start(80, 24);
        pty.send(keys);
        assert_eq!(pty.wait_exit(), 0, "{keys:?}");
        pty.wait_given_back();
    }
}

#[test]
fn it_starts_on_a_date_and_follows_keys_and_clicks() {
    let mut pty = start_with(command(&["--as-of", "2023-03-03"]), 120, 36);
    pty.wait_for("FEB 2023");
    pty.send("\x1b[D");
    pty.wait_for("JAN 2023");
    pty.send("ㅗㅗ");
    pty.wait_for("NOV 2022");
    // Arrows of a terminal in application mode, and a burst of keys.
    pty.send("\x1bOC");
    pty.wait_for("DEC 2022");
    pty.send("hhhhhhhhhhhh");
    pty.wait_for("DEC 2021");
    pty.send("\x1b[F");
    pty.wait_for("FEB 2023");
    pty.send("\r");
    pty.wait_for("Exports and imports");
    pty.send("0");
    pty.wait_for("4 Targets");
    pty.send("?");
    pty.wait_for("leave the program");
    // A click closes the help.
    pty.send("\x1b[<0;1;1M\x1b[<0;1;1m");
    pty.wait_until("no help", |screen| !screen.contents().contains("leave the program"));
}

/// `bash -i` in a pseudo terminal with the dashboard as its job.
fn shell() -> Pty {
    let mut command = command(&[]);
    let arguments = ["bash", "--norc", "--noprofile", "-i"].map(std::ffi::OsString::from);
    *command.get_argv_mut() = arguments.into();
    command.env("PS1", "$ ");
    command.env("DECK", BINARY);
    let mut pty = Pty::spawn(command, 100, 30);
    pty.wait_for("$");
    pty.send("$DECK\r");
    pty.wait_taken();
    pty.wait_for("KOREA");
    pty
}

#[test]
fn it_stops_for_the_shell_and_comes_back_as_it_was() {
    let mut pty = shell();
    pty.send("h");
    pty.wait_for("JUN 2026");
    pty.stop_and_continue("JUN 2026");
}

/// The numbers of every `CSI … m` written, each sequence a list.
fn styles(bytes: &[u8]) -> Vec<Vec<u16>> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\x1b[").skip(1).filter_map(|part| {
        let end = part.find(|letter: char| !letter.is_ascii_digit() && letter != ';' && letter != ':')?;
        (part[end..].starts_with('m')).then(|| part[..end].split([';', ':']).map(|n| n.parse().unwrap_or(0)).collect())
    });
    sequences.collect()
}

/// What the sequences set: each colour with its numbers, and the attributes.
fn colours_and_attributes(bytes: &[u8]) -> (Vec<Vec<u16>>, Vec<u16>) {
    let (mut colours, mut attributes) = (Vec::new(), Vec::new());
    for style in styles(bytes) {
        let mut at = 0;
        while at < style.len() {
            let length = match (style[at], style.get(at + 1)) {
                (38 | 48 | 58, Some(5)) => 3,
                (38 | 48 | 58, Some(2)) => 5,
                _ => 1,
            };
            let numbers = &style[at..(at + length).min(style.len())];
            match numbers[0] {
                // Back to the terminal's own colours.
                39 | 49 | 59 => {}
                30..=48 | 58 | 90..=107 => colours.push(numbers.to_vec()),
                attribute => attributes.push(attribute),
            }
            at += length;
        }
    }
    (colours, attributes)
}

#[test]
fn without_colours_it_is_still_bold() {
    let mut command = command(&[]);
    command.env("NO_COLOR", "1");
    let mut pty = start_with(command, 120, 36);
    pty.send("\x1b[D?\x1b2\r");
    pty.wait_quiet(Duration::from_millis(100));
    let (colours, attributes) = colours_and_attributes(&pty.bytes());
    assert_eq!(colours, Vec::<Vec<u16>>::new());
    assert!(attributes.contains(&1), "bold: {attributes:?}");
}

#[test]
fn sixteen_colours_are_enough() {
    let mut command = command(&[]);
    command.env("TERM", "xterm");
    command.env_remove("COLORTERM");
    let pty = start_with(command, 120, 36);
    let (colours, _) = colours_and_attributes(&pty.bytes());
    assert!(!colours.is_empty());
    for colour in colours {
        let is_basic = colour.len() == 1 || (colour[1] == 5 && colour[2] < 16);
        assert!(is_basic, "{colour:?}");
    }
}

#[test]
fn all_colours_where_the_terminal_has_them() {
    let (colours, _) = colours_and_attributes(&start(120, 36).bytes());
    assert!(colours.iter().any(|colour| colour.len() == 5), "24-bit colours");
    let mut command = command(&[]);
    command.env_remove("COLORTERM");
    let (colours, _) = colours_and_attributes(&start_with(command, 120, 36).bytes());
    assert!(colours.iter().all(|colour| colour.len() < 5) && colours.iter().any(|colour| colour.len() == 3));
}

#[test]
fn gnu_screen_gets_no_24_bit_colours_whatever_the_terminal_around_it_has() {
    let mut command = command(&[]);
    command.env("STY", "1234.pts-0.desk");
    let (colours, _) = colours_and_attributes(&start_with(command, 120, 36).bytes());
    assert!(colours.iter().all(|colour| colour.len() < 5) && colours.iter().any(|colour| colour.len() == 3));
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    let mut command = std::process::Command::new(BINARY);
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env(name, env!("CARGO_TARGET_TMPDIR"));
    }
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("is not a terminal") && message.contains("tradedeck report"), "{message}");
    assert!(output.stdout.is_empty(), "nothing was touched");
}

#[test]
fn bad_arguments_are_told_before_the_terminal_is_taken() {
    for (arguments, words) in [
        (vec!["--as-of", "1980-01-01"], "were known on 1980-01-01"),
        (vec!["--theme", "drak"], "there is no theme `drak`"),
        (vec!["no/such/folder"], "there is no such file"),
        (vec!["--month", "2023-Q1"], "another frequency"),
    ] {
        let mut pty = Pty::spawn(command(&arguments), 100, 30);
        assert_eq!(pty.wait_exit(), 2, "{arguments:?}");
        assert!(pty.text().replace('\n', "").contains(words), "{arguments:?}\n{}", pty.text());
        assert!(!String::from_utf8_lossy(&pty.bytes()).contains("\x1b[?1049h"), "{arguments:?}");
    }
}

#[test]
fn a_move_of_the_cursor_costs_little() {
    // As `tests/allocations.rs` measures them without a terminal.
    for (columns, rows, most) in [(80, 24, 1280), (120, 36, 3500), (200, 56, 6000)] {
        let mut pty = start(columns, rows);
        pty.wait_quiet(Duration::from_millis(100));
        let first = pty.count();
        let mut moves = Vec::new();
        for _ in 0..5 {
            let before = pty.count();
            pty.send("h");
            pty.wait_quiet(Duration::from_millis(80));
            moves.push(pty.count() - before);
        }
        println!("{columns}x{rows}: first frame {first} bytes, moves {moves:?}");
        assert!(moves.iter().all(|bytes| (1..most).contains(bytes)), "{columns}x{rows}: {moves:?}");
    }
}

/// `y` hands the text to the terminal, in tmux in its wrapping too, and keeps it in a file for those without a clipboard.
#[test]
fn a_panel_is_copied_to_the_clipboard_and_to_a_file() {
    for in_tmux in [false, true] {
        let home = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("copied-{in_tmux}"));
        _ = std::fs::remove_dir_all(&home);
        std::fs::create_dir_all(&home).unwrap();
        let mut command = command(&["--as-of", "2023-03-03", "--month", "2023-02"]);
        command.env("HOME", &home);
        command.env("XDG_DATA_HOME", home.join("data"));
        command.env("TMUX", if in_tmux { "/tmp/tmux,1,0" } else { "" });
        let mut pty = start_with(command, 160, 36);
        for form in ["text", "Markdown", "TSV", "text"] {
            pty.send("y");
            pty.wait_for(&format!("balance copied as {form}; also in ~/data/tradedeck/copied.txt"));
        }
        let kept = std::fs::read_to_string(home.join("data/tradedeck/copied.txt")).unwrap();
        assert!(kept.contains("# balance: -5.3 $bn") && kept.contains("[[claims]]"), "{kept}");
        let written = String::from_utf8_lossy(&pty.bytes()).into_owned();
        let wrapped = written.matches("\x1bPtmux;\x1b\x1b]52;c;").count();
        assert_eq!(wrapped, if in_tmux { 4 } else { 0 });
        assert_eq!(written.matches("]52;c;").count(), 4 + wrapped);
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
    }
}

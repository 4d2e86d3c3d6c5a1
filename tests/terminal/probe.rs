//! A small program on the real runtime that can be made to fail in every way by a key.
//!
//! It lives in this test binary: the tests start the binary again and have it run `child` alone,
//! so the real program needs no hidden switch.

use std::io::Write as _;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyModifiers};
use portable_pty::CommandBuilder;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use tradedeck::runtime::{Event, Mailbox, Outcome, Program, Runtime};

use super::pty;

/// Set for the child only, so that `cargo test -- --ignored` does not start it on a real terminal.
const SWITCH: &str = "TRADEDECK_TEST_PROBE";

/// The program and arguments that start the probe.
pub fn command_line() -> Vec<String> {
    let own = std::env::current_exe().unwrap();
    let name = format!("{}::child", module_path!().split_once("::").unwrap().1);
    [own.to_str().unwrap(), &name, "--exact", "--ignored", "--nocapture", "--test-threads=1"].map(String::from).into()
}

/// The probe as a command for a pseudo terminal.
pub fn command() -> CommandBuilder {
    let line = command_line();
    let arguments: Vec<&str> = line[1..].iter().map(String::as_str).collect();
    let mut command = pty::command(&line[0], &arguments);
    command.env(SWITCH, "1");
    command.env("XDG_STATE_HOME", state_home());
    command
}

/// Where the probe leaves its crash files.
pub fn state_home() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("state")
}

#[test]
#[ignore = "is the child of the other tests"]
fn child() {
    if std::env::var_os(SWITCH).is_none() {
        return;
    }
    let runtime = Runtime::new();
    let mailbox = runtime.mailbox();
    let status = runtime.run(&mut Probe::new(mailbox)).unwrap_or_else(|error| {
        let _ = writeln!(std::io::stderr(), "probe: {error}");
        1
    });
    std::process::exit(status.into());
}

struct Probe {
    mailbox: Mailbox<String>,
    row: u16,
    keys: u32,
    events: u32,
    note: String,
    cursor: Option<(u16, u16)>,
    mouse: bool,
    die_drawing: bool,
    wake_at: Option<Instant>,
}

impl Probe {
    fn new(mailbox: Mailbox<String>) -> Self {
        Self {
            mailbox,
            row: 0,
            keys: 0,
            events: 0,
            note: "ready".into(),
            cursor: None,
            mouse: false,
            die_drawing: false,
            wake_at: None,
        }
    }

    fn key(&mut self, key: char, now: Instant) -> Outcome<String> {
        self.keys += 1;
        match key {
            'q' => return Outcome::quit(),
            'j' => self.row += 1,
            'u' => panic!("update failed on purpose"),
            'd' => self.die_drawing = true,
            'w' => return Outcome::redraw().with(|| panic!("work failed on purpose")),
            'e' => return Outcome::redraw().with(|| "work is done".to_owned()),
            'f' => drop(std::thread::spawn(|| panic!("a stranger failed on purpose"))),
            'b' => drop(self.mailbox.send("a letter came".into())),
            't' => self.wake_at = Some(now + Duration::from_millis(30)),
            'm' => self.mouse = !self.mouse,
            'p' => self.cursor = self.cursor.xor(Some((3, 2))),
            'h' => std::thread::sleep(Duration::from_secs(60)),
            'y' => {
                return Outcome { copy: Some("foo".into()), ..Outcome::unchanged() };
            }
            'n' => return Outcome::unchanged(),
            _ => {}
        }
        Outcome::redraw()
    }
}

impl Program for Probe {
    type Message = String;

    fn update(&mut self, event: Event<String>, now: Instant) -> Outcome<String> {
        self.events += 1;
        match event {
            Event::Key(key) => {
                if let (KeyCode::Char('z'), KeyModifiers::CONTROL) = (key.code, key.modifiers) {
                    return Outcome::suspend();
                }
                if let KeyCode::Char(key) = key.code {
                    return self.key(key, now);
                }
            }
            Event::Tick => {
                self.wake_at = None;
                self.note = "ticked".into();
            }
            Event::Message(text) | Event::Problem(text) => self.note = text,
            Event::Paste(text) => self.note = format!("pasted {text:?}"),
            Event::Mouse(mouse) => self.note = format!("mouse {:?} {} {}", mouse.kind, mouse.column, mouse.row),
            Event::Resize(..) => {}
        }
        Outcome::redraw()
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        assert!(!self.die_drawing, "drawing failed on purpose");
        let area = frame.area();
        let heading = format!("{}x{} keys {} {}", area.width, area.height, self.keys, self.note);
        frame.buffer_mut().set_stringn(0, 0, heading, area.width.into(), Style::new().fg(Color::Rgb(250, 200, 90)));
        for y in 1..area.height {
            let style = Style::new().fg(Color::Rgb(90, 200, 250)).bg(Color::Rgb(10, 20, 30));
            let style = if y == self.row + 1 { style.bg(Color::Rgb(60, 60, 90)) } else { style };
            let row = Rect::new(0, y, area.width, 1);
            frame.buffer_mut().set_stringn(0, y, format!("row {y:3} 수출 exports"), area.width.into(), style);
            frame.buffer_mut().set_style(row, style);
        }
        if let Some(cursor) = self.cursor {
            frame.set_cursor_position(cursor);
        }
    }

    fn wants_mouse(&self) -> bool {
        self.mouse
    }

    fn wake_at(&self) -> Option<Instant> {
        self.wake_at
    }
}

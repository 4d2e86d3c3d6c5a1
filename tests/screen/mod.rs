//! Frames compared with golden files, and scripts of keys.
//!
//! `UPDATE_GOLDEN=1 cargo test` rewrites the golden files; look at the difference before keeping it.

mod adding;
mod claims;
mod decisions;
mod honesty;
mod korean;
mod leagues;
mod lenses;
mod live;
mod missing;
mod partial;
mod narrow;
mod negative;
mod projected;
mod sentences;
pub mod support;
pub mod sweep;
mod taking;

use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;
use std::time::Instant;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use tradedeck::app::State;
use tradedeck::config::{Depth, Range, Settings};
use tradedeck::domain::Period;
use tradedeck::export::snapshot;
use tradedeck::runtime::dashboard::{Dashboard, Message};
use tradedeck::runtime::setup::{self, Request};
use tradedeck::runtime::{Event, Program};
use tradedeck::ui::{self, panels, widgets::Glyphs};

use crate::support::korea;

/// A dashboard on the embedded dataset.
fn dashboard(request: &Request, depth: Depth) -> Dashboard {
    let look = setup::look(request, &Settings::default(), depth).unwrap();
    let mut state = State::new(korea(), request.as_of, request.month, panels::names(), Range::Months(24)).unwrap();
    state.playlist = Arc::new(setup::playlist(request).unwrap());
    Dashboard::new(state, look)
}

fn frame(dashboard: &Dashboard, (width, height): (u16, u16)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    ui::draw(&dashboard.scene(), &mut buffer);
    buffer
}

/// Text, then for each row its runs of equal style.
pub fn printed(buffer: &Buffer, with_styles: bool) -> String {
    let mut text = snapshot::to_text(buffer);
    if !with_styles {
        return text;
    }
    for y in 0..buffer.area.height {
        let mut start = 0;
        for x in 1..=buffer.area.width {
            let look = |x: u16| (buffer[(x, y)].fg, buffer[(x, y)].bg, buffer[(x, y)].modifier);
            if x == buffer.area.width || look(x) != look(start) {
                let (fg, bg, modifier) = look(start);
                let _ = writeln!(text, "{y:>3} {start:>3}..{x:<3} {fg} on {bg} {modifier:?}");
                start = x;
            }
        }
    }
    text
}

pub fn compare(name: &str, fresh: &str) {
    let file = format!("{}/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(file, fresh).unwrap();
        return;
    }
    let golden =
        fs::read_to_string(&file).unwrap_or_else(|_| panic!("no golden file {name}: UPDATE_GOLDEN=1 makes it"));
    let differences = differences(&golden, fresh);
    assert!(differences.is_empty(), "{name} (UPDATE_GOLDEN=1 rewrites it):\n{differences}");
}

/// The rows that differ, the golden one above the fresh one; not more than fit a screen.
fn differences(golden: &str, fresh: &str) -> String {
    const MOST: usize = 30;
    let (golden, fresh): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), fresh.lines().collect());
    let mut text = String::new();
    let mut count = 0;
    for row in 0..golden.len().max(fresh.len()) {
        let (old, new) = (golden.get(row), fresh.get(row));
        if old == new {
            continue;
        }
        count += 1;
        if count <= MOST {
            let _ = writeln!(text, "row {row}");
            old.into_iter().for_each(|old| _ = writeln!(text, "  - {old}"));
            new.into_iter().for_each(|new| _ = writeln!(text, "  + {new}"));
        }
    }
    if count > MOST {
        let _ = writeln!(text, "and {} more rows", count - MOST);
    }
    text
}

#[test]
fn no_golden_file_is_left_behind() {
    let main = ["july-2026", "march-2023"].iter().flat_map(|name| [80, 120, 200].map(|size| format!("{name}-{size}")));
    let zoomed = panels::names().into_iter().map(|panel| format!("zoom-{panel}"));
    let pages = panels::names().into_iter().flat_map(|panel| ["page", "ko-page"].map(|kind| format!("{kind}-{panel}")));
    let looks = ["light", "colours-16", "colours-none", "ascii"].map(str::to_owned);
    let overlays = super::overlays::golden_names();
    let checks = ["check-2023-03-03", "check-2026-10-05"].map(str::to_owned);
    let known: Vec<String> = main
        .chain(zoomed)
        .chain(pages)
        .chain(looks)
        .chain(overlays)
        .chain(checks)
        .chain(korean::golden_names())
        .map(|name| format!("{name}.txt"))
        .collect();
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(&name), "tests/golden/{name} is compared with nothing");
    }
}

fn morning() -> Request {
    let as_of = Some("2023-03-03".parse().unwrap());
    Request { as_of, month: Some(Period::month(2023, 2)), ..Request::default() }
}

#[test]
fn main_screens() {
    for (name, request) in [("july-2026", Request::default()), ("march-2023", morning())] {
        for size in [(80, 24), (120, 36), (200, 56)] {
            let buffer = frame(&dashboard(&request, Depth::True), size);
            compare(&format!("{name}-{}", size.0), &printed(&buffer, true));
        }
    }
}

#[test]
fn zoomed_panels() {
    for (n, panel) in panels::names().into_iter().enumerate() {
        let mut dashboard = dashboard(&morning(), Depth::True);
        dashboard.act(tradedeck::app::Action::Focus(n));
        dashboard.act(tradedeck::app::Action::Zoom);
        compare(&format!("zoom-{panel}"), &printed(&frame(&dashboard, (120, 36)), false));
    }
}

/// Below the evidence and the steps, tall screens show the figures in question.
#[test]
fn claims_and_measures_fill_a_tall_screen_with_a_chart() {
    let mut screen = support::Setup::korea("2026-10-05").at("2026-07").screen(200, 56);
    for (panel, title) in [("claims", "Exports, $bn"), ("policy", "Exports, y/y, %")] {
        screen.show(if panel == "claims" { 6 } else { 7 }, true);
        let text = screen.text();
        let (_, below) = text.split_once(title).unwrap_or_else(|| panic!("{title}\n{text}"));
        let inked = below.chars().filter(|letter| ('▁'..='▓').contains(letter)).count();
        assert!(inked > 100, "{text}");
    }
}

#[test]
fn no_word_of_a_sentence_stands_alone() {
    let mut screen = support::Setup::korea("2026-10-05").at("2026-07").screen(80, 24);
    screen.show(3, true);
    let text = screen.text();
    let rows: Vec<&str> = text.lines().map(str::trim).collect();
    let first = rows.iter().position(|row| row.contains("Ahead of the pace")).unwrap();
    assert!(rows[first + 1].split_whitespace().count() > 3, "{text}");
}

#[test]
fn pages_of_the_briefing() {
    for (n, panel) in panels::names().into_iter().enumerate() {
        let mut dashboard = dashboard(&morning(), Depth::True);
        dashboard.act(tradedeck::app::Action::Briefing);
        dashboard.act(tradedeck::app::Action::BriefingPage(n));
        compare(&format!("page-{panel}"), &printed(&frame(&dashboard, (120, 36)), n == 0));
        dashboard.act(tradedeck::app::Action::NextLanguage);
        compare(&format!("ko-page-{panel}"), &printed(&frame(&dashboard, (120, 36)), false));
    }
}

#[test]
fn few_colours_and_few_characters() {
    let size = (120, 36);
    compare(
        "light",
        &printed(&frame(&dashboard(&Request { theme: Some("light".into()), ..morning() }, Depth::True), size), true),
    );
    compare("colours-16", &printed(&frame(&dashboard(&morning(), Depth::X16), size), true));
    let plain = frame(&dashboard(&morning(), Depth::None), size);
    assert!(plain.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    compare("colours-none", &printed(&plain, true));
    let ascii = frame(&dashboard(&Request { glyphs: Some(Glyphs::Ascii), ..morning() }, Depth::True), size);
    compare("ascii", &printed(&ascii, false));
}

/// A dashboard that has been told its size.
struct Session(Dashboard);

impl Session {
    fn new(request: &Request, width: u16, height: u16) -> Session {
        let mut session = Session(dashboard(request, Depth::True));
        session.send(Event::Resize(width, height));
        session
    }

    /// True where the program goes on.
    fn send(&mut self, event: Event<Message>) -> bool {
        !self.0.update(event, Instant::now()).quit
    }

    fn key(&mut self, code: KeyCode) -> bool {
        self.send(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    fn click(&mut self, column: u16, row: u16) -> bool {
        let kind = MouseEventKind::Down(MouseButton::Left);
        self.send(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
    }

    fn state(&self) -> &State {
        self.0.scene().state
    }

    fn month(&self) -> String {
        self.state().month().to_string()
    }
}

#[test]
fn keys_move_the_month() {
    let mut session = Session::new(&Request::default(), 120, 36);
    for (code, month) in [
        (KeyCode::Left, "2026-06"),
        (KeyCode::Char('l'), "2026-07"),
        (KeyCode::Char('ㅗ'), "2026-06"),
        (KeyCode::Char('ㅣ'), "2026-07"),
        (KeyCode::PageUp, "2025-07"),
        (KeyCode::PageDown, "2026-07"),
        (KeyCode::End, "2026-09"),
        (KeyCode::Right, "2026-09"),
        (KeyCode::Home, "1990-01"),
        (KeyCode::Left, "1990-01"),
    ] {
        assert!(session.key(code));
        assert_eq!(session.month(), month, "{code:?}");
    }
}

#[test]
fn keys_focus_zoom_and_close() {
    let mut session = Session::new(&Request::default(), 120, 36);
    session.key(KeyCode::Char('3'));
    assert_eq!(session.state().focused_panel(), "focus_item");
    session.key(KeyCode::Tab);
    assert_eq!(session.state().focused_panel(), "targets");
    session.key(KeyCode::BackTab);
    session.key(KeyCode::Enter);
    assert!(session.state().viewpoint.zoomed);
    session.key(KeyCode::Char('?'));
    assert!(session.state().overlay.is_some());
    session.key(KeyCode::Esc);
    assert!(session.state().overlay.is_none() && session.state().viewpoint.zoomed, "Esc closes one thing at a time");
    session.key(KeyCode::Char('0'));
    assert!(!session.state().viewpoint.zoomed);
    session.key(KeyCode::Char('-'));
    assert_eq!(session.state().viewpoint.range, Range::Months(12));
    session.key(KeyCode::Char('+'));
    session.key(KeyCode::Char('+'));
    assert_eq!(session.state().viewpoint.range, Range::Months(36));
}

#[test]
fn the_program_can_be_left_in_every_way() {
    for code in [KeyCode::Char('q'), KeyCode::Char('Q'), KeyCode::Char('ㅂ')] {
        assert!(!Session::new(&Request::default(), 80, 24).key(code), "{code:?}");
    }
    let mut session = Session::new(&Request::default(), 80, 24);
    assert!(!session.send(Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL))));
}

#[test]
fn help_lists_the_keys_in_force() {
    let mut session = Session::new(&Request::default(), 120, 44);
    session.key(KeyCode::F(1));
    let text = snapshot::to_text(&frame(&session.0, (120, 44)));
    for bind in session.0.scene().keymap.binds() {
        assert!(text.contains(&bind.about.en), "{}\n{text}", bind.about.en);
    }
}

#[test]
fn a_click_picks_the_panel_and_the_month_under_it() {
    let mut session = Session::new(&Request::default(), 120, 36);
    let text = snapshot::to_text(&frame(&session.0, (120, 36)));
    let rows: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
    // The square of March 2024 in the calendar: three cells a month from the first after the label.
    let label: Vec<char> = "2024 ".chars().collect();
    let found = (0..rows.len()).find_map(|y| {
        let at = rows[y].windows(5).rposition(|window| window == label.as_slice())?;
        Some((at as u16 + 5, y as u16))
    });
    let (x, y) = found.expect("the calendar shows 2024");
    session.click(x + 6, y);
    assert_eq!((session.month().as_str(), session.state().focused_panel()), ("2024-03", "streaks"));
    session.click(10, 20);
    assert_eq!(session.state().focused_panel(), "balance");
}

#[test]
fn names_with_escape_sequences_stay_text() {
    struct Hostile;
    impl tradedeck::import::Files for Hostile {
        fn read(&self, _: &str) -> Result<std::borrow::Cow<'static, [u8]>, tradedeck::domain::Problem> {
            let text = "format = 1\n[dataset]\nname = \"\\u001b[31mRed\\u001b[2J\\u0007 한국\"\nunit = \"USD billion\"\n\
                        [[series]]\nflow = \"export\"\nstart = \"2024-01\"\nvalues = [\"50.1\", \"\", \"51.2\"]\n";
            Ok(std::borrow::Cow::Borrowed(text.as_bytes()))
        }
    }
    let dataset = Arc::new(tradedeck::import::load(&Hostile, "a.toml").unwrap());
    let state = State::new(dataset, None, None, panels::names(), Range::All).unwrap();
    let look = setup::look(&Request::default(), &Settings::default(), Depth::True).unwrap();
    let dashboard = Dashboard::new(state, look);
    for size in [(10, 4), (80, 24), (120, 36), (200, 56)] {
        let buffer = frame(&dashboard, size);
        let controls = buffer.content.iter().filter(|cell| cell.symbol().chars().any(char::is_control)).count();
        assert_eq!(controls, 0, "{size:?}");
        let text = snapshot::to_text(&buffer);
        assert!(!text.contains("0.0"), "a missing value is not zero:\n{text}");
    }
}

//! Scripts of keys: one text file each. `README.md` says what may stand in them.

use std::fs;
use std::path::Path;

use crossterm::event::MouseEventKind;

use tradedeck::app::{Briefing, State};
use tradedeck::config::{Depth, Range, shipped};
use tradedeck::ui::widgets::Glyphs;

use super::screen::support::{Screen, Setup, date, korea, period};

/// The folder of the scripts.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sessions");

/// All scripts, by name.
fn scripts() -> Vec<(String, String)> {
    let files = fs::read_dir(FOLDER).unwrap().map(|file| file.unwrap().path());
    let is_script = |path: &Path| path.extension().is_some_and(|ending| ending == "txt");
    let mut scripts: Vec<(String, String)> = files
        .filter(|path| is_script(path))
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    scripts.sort();
    scripts
}

/// A script on its way.
struct Play<'a> {
    place: String,
    setup: Setup,
    size: (u16, u16),
    screen: Option<Screen>,
    /// What the last key asked of the loop.
    asked: &'static str,
    text: &'a str,
}

impl Play<'_> {
    fn screen(&mut self) -> &mut Screen {
        let (width, height) = self.size;
        self.screen.get_or_insert_with(|| self.setup.screen(width, height))
    }

    fn line(&mut self, line: &str) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "size" => {
                self.size = size(rest);
                if let Some(screen) = &mut self.screen {
                    screen.resize(self.size.0, self.size.1);
                }
            }
            "as-of" => self.setup.as_of = Some(date(rest)),
            "month" => self.setup.month = Some(period(rest)),
            "theme" => self.setup.theme = shipped::theme_names().into_iter().find(|name| *name == rest).unwrap(),
            "range" => self.setup.range = rest.parse().map_or(Range::All, Range::Months),
            "ascii" => self.setup.glyphs = Glyphs::Ascii,
            "colours" => self.setup.depth = if rest == "16" { Depth::X16 } else { Depth::None },
            "keys" => rest.split_whitespace().for_each(|key| self.press(key)),
            "type" => rest.chars().for_each(|letter| self.press(&letter.to_string())),
            "click" => self.click(rest),
            "wheel" => {
                let kind = if rest == "up" { MouseEventKind::ScrollUp } else { MouseEventKind::ScrollDown };
                self.screen().mouse(kind, 1, 1);
            }
            "expect" => self.expect(rest),
            "refuse" => {
                let text = self.screen().text();
                assert!(!text.contains(rest), "{}: `{rest}` is on the screen\n{text}", self.place);
            }
            "is" => self.is(rest),
            _ => panic!("{}: `{word}` is no instruction\n{}", self.place, self.text),
        }
    }

    fn press(&mut self, key: &str) {
        let outcome = self.screen().press(key);
        self.asked = match (outcome.quit, outcome.suspend, outcome.redraw) {
            (true, ..) => "quit",
            (_, true, _) => "suspended",
            (.., true) => "redrawn",
            _ => "unchanged",
        };
    }

    /// `click balance 2023-02`: the cell where a panel shows a month; `click 10 5`: any cell.
    fn click(&mut self, at: &str) {
        let (first, second) = at.split_once(' ').unwrap();
        let place = self.place.clone();
        let screen = self.screen();
        let (x, y) = match (first.parse(), second.parse()) {
            (Ok(x), Ok(y)) => (x, y),
            _ => {
                let cell = screen.cell_of(first, period(second));
                cell.unwrap_or_else(|| panic!("{place}: {first} does not show {second}\n{}", screen.text()))
            }
        };
        screen.click(x, y);
    }

    fn expect(&mut self, words: &str) {
        let text = self.screen().text();
        assert!(text.contains(words), "{}: `{words}` is not on the screen\n{text}", self.place);
    }

    /// What the program is in, beyond what can be read on the screen.
    fn is(&mut self, what: &str) {
        let (asked, place) = (self.asked, self.place.clone());
        let screen = self.screen();
        let state = screen.state();
        let (word, rest) = what.split_once(' ').unwrap_or((what, ""));
        let (found, wanted) = match word {
            "month" => (state.month().to_string(), rest),
            "focus" => (state.focused_panel().to_owned(), rest),
            "zoomed" => (state.viewpoint.zoomed.to_string(), "true"),
            "unzoomed" => (state.viewpoint.zoomed.to_string(), "false"),
            "covered" => (state.overlay.is_some().to_string(), "true"),
            "uncovered" => (state.overlay.is_some().to_string(), "false"),
            "page" => (place_in(state, |briefing| (briefing.page + 1).to_string()), rest),
            "held" => (place_in(state, |briefing| briefing.held.to_string()), "true"),
            "turning" => (place_in(state, |briefing| briefing.held.to_string()), "false"),
            "blank" => (place_in(state, |briefing| briefing.blank.to_string()), "true"),
            "shown" => (place_in(state, |briefing| briefing.blank.to_string()), "false"),
            "larger" => (place_in(state, |briefing| briefing.larger.to_string()), rest),
            "briefing" => (state.briefing.is_some().to_string(), "true"),
            "dashboard" => (state.briefing.is_some().to_string(), "false"),
            "typing" => (state.prompt.is_some().to_string(), "true"),
            "idle" => (state.prompt.is_some().to_string(), "false"),
            "as-of" => (state.view().as_of().to_string(), rest),
            "plain" => (state.lens().is_plain().to_string(), "true"),
            "range" => (range(state.viewpoint.range), rest),
            "themes-on" => (state.theme_steps.to_string(), rest),
            _ => (asked.to_owned(), what),
        };
        assert_eq!(found, wanted, "{place}: is {what}\n{}", screen.text());
    }
}

/// What is so in the briefing that goes on.
fn place_in(state: &State, what: impl Fn(&Briefing) -> String) -> String {
    state.briefing.as_ref().map_or_else(|| "no briefing".to_owned(), what)
}

fn range(range: Range) -> String {
    match range {
        Range::All => "all".to_owned(),
        Range::Months(months) => months.to_string(),
    }
}

fn size(text: &str) -> (u16, u16) {
    let (width, height) = text.split_once('x').unwrap();
    (width.parse().unwrap(), height.parse().unwrap())
}

#[test]
fn every_script_plays() {
    let scripts = scripts();
    assert!(scripts.len() > 5);
    for (name, text) in &scripts {
        let setup = Setup::of(korea());
        let mut play =
            Play { place: String::new(), setup, size: (120, 36), screen: None, asked: "nothing", text: name };
        for (number, line) in text.lines().enumerate() {
            play.place = format!("tests/sessions/{name}:{}", number + 1);
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                play.line(line);
            }
        }
    }
}

/// Keys that no script presses are tried here, so that a new key is never quite untested.
#[test]
fn every_key_does_something() {
    let screen = Setup::of(korea()).screen(120, 36);
    let binds = screen.dashboard.scene().keymap.binds().to_vec();
    for bind in binds {
        for key in &bind.keys {
            for name in [Some(key.to_string()), key.jamo().map(String::from)].into_iter().flatten() {
                let mut screen = Setup { month: Some(period("2023-02")), ..Setup::of(korea()) }.screen(120, 36);
                let before = screen.text();
                let outcome = screen.press(&name);
                assert!(outcome.redraw || outcome.quit || outcome.suspend, "`{name}` ({}) is ignored", bind.command);
                // What opens something changes the screen; the rest moves what the screen may not show.
                let visible = ["help", "month.previous", "month.next", "year.previous", "panel.zoom"];
                let changed = screen.text() != before;
                assert!(changed || !visible.contains(&bind.command.as_str()), "`{name}` changes nothing");
            }
        }
        if let Some(panel) = bind.command.strip_prefix("panel.").filter(|name| is_panel(name)) {
            let mut screen = Setup::of(korea()).screen(120, 36);
            screen.press(&bind.keys[0].to_string());
            assert_eq!(screen.state().focused_panel(), panel);
        }
    }
}

fn is_panel(name: &str) -> bool {
    tradedeck::ui::panels::names().contains(&name)
}

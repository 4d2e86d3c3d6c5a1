//! Overlays and the typed line at every size, in every look: nothing beyond the screen, no character and no colour
//! that the terminal does not have, and golden frames of the usual ones.

use tradedeck::app::Action;
use tradedeck::config::{Depth, Range};
use tradedeck::ui::panels::PANELS;
use tradedeck::ui::widgets::Glyphs;
use tradedeck::words::{Language, in_language};

use super::super::screen::support::{Screen, Setup, korea, looks, period, sizes};
use super::super::screen::sweep::{check, check_edge};
use super::super::screen::{compare, printed};

/// Keys that open something, by the name of what is open then.
const OPEN: [(&str, &[&str]); 10] = [
    ("why", &["w"]),
    ("records", &["r"]),
    ("notes", &["i"]),
    ("help", &["?"]),
    ("releases", &["v"]),
    ("changes", &["="]),
    ("revisions", &["m"]),
    ("health", &["F4"]),
    ("command", &[":"]),
    ("find", &["/", "a"]),
];

fn open(screen: &mut Screen, keys: &[&str]) {
    while screen.state().overlay.is_some() || screen.state().prompt.is_some() {
        screen.press("Esc");
    }
    keys.iter().for_each(|key| drop(screen.press(key)));
}

#[test]
fn every_overlay_at_every_size_in_every_look() {
    let mut screens: Vec<(Screen, Depth, Glyphs)> = looks()
        .into_iter()
        .enumerate()
        .map(|(n, (theme, depth, glyphs))| {
            let month = ["2026-07", "2023-02", "2026-09", "1990-01", "2020-05"].map(period)[n % 5];
            let setup = Setup { month: Some(month), theme, depth, glyphs, range: Range::All, ..Setup::of(korea()) };
            (setup.screen(80, 24), depth, glyphs)
        })
        .collect();
    let mut turn = 0;
    for (width, height) in sizes().into_iter().step_by(3) {
        turn += 1;
        let count = screens.len();
        let (screen, depth, glyphs) = &mut screens[turn % count];
        let (name, keys) = OPEN[turn / count % OPEN.len()];
        screen.resize(width, height);
        screen.dashboard.act(Action::Back);
        screen.dashboard.act(Action::Focus(turn % PANELS.len()));
        open(screen, keys);
        for _ in 0..turn % 4 {
            screen.press("Down");
        }
        let buffer = screen.buffer();
        let what = || format!("{name} over {} at {width}x{height}", screen.state().focused_panel());
        // Names in completions are those of the dataset, in its scripts.
        let glyphs = if name == "find" { Glyphs::Unicode } else { *glyphs };
        check(&buffer, *depth, glyphs, &what);
        check_edge(&buffer, &what);
    }
}

/// What golden frames show, and the keys that lead there.
const GOLDEN: [(&str, &[&str]); 12] = [
    ("why", &["1", "w", "Down", "Down", "Down"]),
    ("why-share", &["3", "w", "Down", "Down", "Down"]),
    ("why-sum", &["4", "w", "Down"]),
    ("records", &["2", "r"]),
    ("records-balance", &["1", "r"]),
    ("notes", &["i"]),
    ("releases", &["v", "Down"]),
    ("changes", &["="]),
    ("revisions", &["1", "m", "Left"]),
    ("health", &["F4"]),
    ("command-line", &[":", "r", "a", "Tab", "Tab"]),
    ("find", &["/", "c", "h", "i", "Tab"]),
];

const GOLDEN_SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// What only Korean frames show: in English the help is read off the keymap by another test.
const GOLDEN_KOREAN: [(&str, &[&str]); 1] = [("help", &["?"])];

/// What is shown in a language, under the first part of the golden files' names.
fn golden(language: Language) -> (&'static str, Vec<(&'static str, &'static [&'static str])>) {
    match language {
        Language::English => ("overlay", GOLDEN.to_vec()),
        Language::Korean => ("overlay-ko", [&GOLDEN[..], &GOLDEN_KOREAN].concat()),
    }
}

/// The names of the golden files of overlays.
pub fn golden_names() -> Vec<String> {
    let of = |language| {
        let (first, shown) = golden(language);
        shown.into_iter().flat_map(move |(name, _)| GOLDEN_SIZES.map(|(width, _)| format!("{first}-{name}-{width}")))
    };
    Language::ALL.into_iter().flat_map(of).collect()
}

#[test]
fn golden_frames() {
    let morning = Setup { month: Some(period("2023-02")), ..Setup::korea("2023-03-03") };
    for language in Language::ALL {
        let (first, shown) = golden(language);
        for (name, keys) in shown {
            for (width, height) in GOLDEN_SIZES {
                let mut screen = in_language(language, || morning.screen(width, height));
                open(&mut screen, keys);
                compare(&format!("{first}-{name}-{width}"), &printed(&screen.buffer(), false));
            }
        }
    }
}

#[test]
fn the_cursor_of_the_line_is_a_reversed_cell() {
    use ratatui::style::Modifier;
    for depth in Depth::ALL {
        let mut screen = Setup { depth, ..Setup::of(korea()) }.screen(60, 20);
        open(&mut screen, &["/", "반", "도", "체"]);
        let reversed = |screen: &Screen| -> Vec<u16> {
            let buffer = screen.buffer();
            (0..60).filter(|x| buffer[(*x, 19)].modifier.contains(Modifier::REVERSED)).collect()
        };
        let end = reversed(&screen);
        assert_eq!(end.last(), Some(&8), "{depth:?}: behind the text");
        screen.press("Left");
        assert!(reversed(&screen).contains(&6), "{depth:?}: on the last syllable");
    }
}

//! What overlays say in one language they say in the other: the same numbers, under other words.

use ratatui::buffer::Buffer;
use ratatui::style::Color;
use unicode_width::UnicodeWidthStr;

use tradedeck::app::{Action, Units};
use tradedeck::words::{Language, in_language};

use super::super::screen::support::{Screen, Setup, korea};

/// The text of the sheet that the keys open: of the cells that they change, above the cursor line and the key hints.
fn sheet(screen: &mut Screen, keys: &[&str]) -> String {
    while screen.state().overlay.is_some() {
        screen.press("Esc");
    }
    let before = screen.buffer();
    keys.iter().for_each(|key| drop(screen.press(key)));
    let after = screen.buffer();
    let cells = |buffer: &Buffer| {
        (0..buffer.area.width).flat_map(|x| (0..buffer.area.height - 2).map(move |y| (x, y))).collect::<Vec<_>>()
    };
    let changed: Vec<(u16, u16)> = cells(&after).into_iter().filter(|at| before[*at] != after[*at]).collect();
    let (left, right) = (changed.iter().map(|at| at.0).min().unwrap(), changed.iter().map(|at| at.0).max().unwrap());
    let (top, bottom) = (changed.iter().map(|at| at.1).min().unwrap(), changed.iter().map(|at| at.1).max().unwrap());
    let row = |y| (left..=right).map(|x| after[(x, y)].symbol()).collect::<String>();
    (top..=bottom).map(|y| row(y) + "\n").collect()
}

/// The numbers with decimals, with their signs, in order of size; no dates, which are written otherwise: `2023.3.3.`, `'23.2월`.
fn numbers(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_part =
        |at: usize| letters.get(at).is_some_and(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let end = (at..).find(|at| !is_part(*at)).unwrap_or(at);
        let number: String = letters[at..end].iter().collect();
        let number = number.trim_matches(',');
        let (before, after) = (at.checked_sub(1).map(|at| letters[at]), letters.get(end));
        // The dot behind a day, as in `3.3.`, is that of a Korean date.
        let is_number = number.matches('.').count() == 1 && !number.starts_with('.') && !number.ends_with('.');
        if is_number && before != Some('\'') && after != Some(&'월') {
            let sign = before.filter(|sign| matches!(sign, '+' | '−')).map(String::from).unwrap_or_default();
            found.push(sign + number);
        }
        at = end.max(at + 1);
    }
    found.sort();
    found
}

/// A sheet that begins or ends in the middle of a letter of two cells leaves the other half on the page's ground.
#[test]
fn half_letters_beside_a_sheet_have_the_ground_of_the_page() {
    in_language(Language::Korean, || {
        let mut screen = Setup { theme: "light", ..Setup::of(korea()) }.screen(200, 56);
        for width in 100..=200 {
            screen.resize(width, 56);
            for key in ["?", "w", "F4"] {
                screen.press(key);
                let buffer = screen.buffer();
                for y in 0..56 {
                    let mut x = 0;
                    while x < width {
                        let cell = &buffer[(x, y)];
                        assert_ne!(cell.bg, Color::Reset, "{key} at {width}: column {x} of line {y}");
                        // The second half of a letter has no ground of its own.
                        x += cell.symbol().width().max(1) as u16;
                    }
                }
                screen.press("Esc");
            }
        }
    });
}

#[test]
fn both_languages_tell_the_same_numbers() {
    let sheets: [(usize, &[&str]); 9] = [
        (0, &["w"]),
        (0, &["w", "Down", "Down", "Down"]),
        (2, &["w", "Down", "Down"]),
        (4, &["w", "Down"]),
        (0, &["r"]),
        (1, &["r"]),
        (4, &["r"]),
        (0, &["="]),
        (0, &["m"]),
    ];
    for (as_of, month) in [(Some("2023-03-03"), "2023-02"), (None, "2026-07"), (None, "2020-05")] {
        let told = |language| {
            in_language(language, || {
                let setup = as_of.map_or_else(|| Setup::of(korea()), Setup::korea).at(month);
                // So high that nothing is scrolled, and in units that both languages have.
                let mut screen = setup.screen(200, 90);
                screen.dashboard.act(Action::Units(Units::Millions));
                sheets.map(|(panel, keys)| {
                    screen.dashboard.act(Action::Focus(panel));
                    sheet(&mut screen, keys)
                })
            })
        };
        let (english, korean) = (told(Language::English), told(Language::Korean));
        for ((english, korean), (panel, keys)) in english.iter().zip(&korean).zip(sheets) {
            assert!(!numbers(english).is_empty(), "{english}");
            assert_eq!(numbers(english), numbers(korean), "panel {panel}, {keys:?}, {month}\n{english}\n{korean}");
        }
    }
}

//! The keys of a briefing: with an input method on, and as its help tells them.

use tradedeck::app::{Action, command_names};
use tradedeck::config::Keymap;
use tradedeck::ui::panels;
use tradedeck::words::Language;

use crate::screen::support::{Screen, Setup};

fn screen(is_briefing: bool) -> Screen {
    let mut screen = Setup::korea("2023-03-03").at("2023-02").screen(120, 36);
    if is_briefing {
        screen.dashboard.act(Action::Briefing);
    }
    screen
}

/// Every letter key of the keymap, with the jamo that arrives in its place.
fn letters() -> Vec<(String, String)> {
    let commands = command_names(&panels::names());
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    let keymap = Keymap::shipped(&commands).unwrap();
    let keys = keymap.binds().iter().flat_map(|bind| &bind.keys);
    keys.filter_map(|key| Some((key.to_string(), key.jamo()?.to_string()))).collect()
}

#[test]
fn every_letter_does_the_same_when_it_arrives_as_its_jamo() {
    let letters = letters();
    assert!(letters.len() >= 24, "{letters:?}");
    for (is_briefing, (letter, jamo)) in
        [false, true].into_iter().flat_map(|mode| letters.iter().map(move |it| (mode, it)))
    {
        let after = |key: &str| {
            let mut screen = screen(is_briefing);
            // Not on the first row and page, so that going back is seen too.
            screen.press("5");
            let outcome = screen.press(key);
            (outcome.quit, outcome.suspend, screen.text())
        };
        assert_eq!(after(letter), after(jamo), "{letter} {jamo} in a briefing: {is_briefing}");
    }
}

#[test]
fn the_help_of_a_briefing_tells_its_own_keys() {
    let mut screen = screen(true);
    screen.press("?");
    let text = screen.text();
    for words in ["next page", "blank the screen", "hold the page", "leave the briefing", "larger type"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    for words in ["one month back", "morning pack", "releases, to pick one", "undo"] {
        assert!(!text.contains(words), "{words}\n{text}");
    }
    let space = text.lines().find(|line| line.contains("next page")).unwrap();
    assert!(space.contains("Space") && space.contains("PgDn"), "{space}");
    screen.press("Esc");
    screen.press("Esc");
    screen.press("?");
    assert!(screen.text().contains("one month back"), "{}", screen.text());
}

#[test]
fn it_tells_them_in_korean_and_a_kiosk_has_no_key_that_leaves() {
    let mut screen = screen(true);
    if screen.state().language != Language::Korean {
        screen.press("g");
    }
    screen.press("?");
    assert!(screen.text().contains("다음 쪽") && screen.text().contains("브리핑 끝내기"), "{}", screen.text());
    let mut own = (*screen.state().playlist).clone();
    own.kiosk = true;
    screen.dashboard.set_playlist(own);
    assert!(!screen.text().contains("브리핑 끝내기"), "{}", screen.text());
}

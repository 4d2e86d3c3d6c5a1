//! `tradedeck say`: the sentences of the briefing, and nothing but words.

use tradedeck::app::Action;
use tradedeck::ui::panels::PANELS;
use unicode_width::UnicodeWidthStr as _;

use super::Desk;
use crate::screen::support::Setup;

const MARCH: [&str; 5] = ["say", "--as-of", "2023-03-03", "--month", "2023-02"];

fn said(arguments: &[&str]) -> String {
    let run = Desk::new(&format!("say-{}", arguments.join("-"))).run(arguments);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    run.out
}

#[test]
fn it_says_the_sentences_of_the_screen() {
    let text = said(&MARCH).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut screen = Setup::korea("2023-03-03").at("2023-02").screen(120, 36);
    assert!(text.contains(&screen.dashboard.scene().wording().headline()), "{text}");
    screen.press("b");
    for (page, panel) in PANELS.iter().enumerate() {
        screen.dashboard.act(Action::BriefingPage(page));
        let scene = screen.dashboard.scene();
        let sentence = format!("{}: {}", panel.title(&scene), panel.sentence(&scene));
        let words = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&words), "{words}\n{text}");
    }
    assert!(text.contains("as known on 3 Mar 2023") && text.contains("Source: "), "{text}");
}

#[test]
fn lines_are_short_and_plain() {
    for language in ["en", "ko"] {
        let text = said(&[&MARCH[..], &["--lang", language]].concat());
        for line in text.lines() {
            assert!(line.width() < 80, "{line}");
            let is_plain = |letter: char| {
                !letter.is_control() && !matches!(letter, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}')
            };
            assert!(line.chars().all(is_plain), "{line}");
        }
    }
}

#[test]
fn the_option_says_the_same() {
    let option = [&["--say"], &MARCH[1..]].concat();
    assert_eq!(said(&option), said(&MARCH));
}

#[test]
fn themes_are_checked() {
    let desk = Desk::new("themes");
    let run = desk.run(&["theme", "--check"]);
    let text = run.out;
    assert_eq!(run.status, 0, "{text}");
    for words in ["dark (24-bit colour)", "light (256 colours)", "mono", "surplus / deficit", "needs 4.5:1"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert_eq!(desk.run(&["theme", "--check", "drak"]).status, 2);
    desk.write("config/tradedeck/themes/dim.toml", "inherits = \"dark\"\n[inks]\ngrey = { rgb = \"#444444\" }\n");
    let run = desk.run(&["theme", "--check", "dim"]);
    assert!(run.status == 1 && run.out.contains("NOT ENOUGH"), "{run:?}");
}

//! Every page at every size, and in every look.

use std::time::Instant;

use tradedeck::app::Action;
use tradedeck::config::{Depth, Playlist};
use tradedeck::runtime::{Event, Program as _};
use tradedeck::ui::briefing::content::Chart;
use tradedeck::ui::briefing::set::wide;
use tradedeck::ui::briefing::{self, content};
use tradedeck::ui::panels::PANELS;
use tradedeck::ui::widgets::Glyphs;
use tradedeck::words::{Language, in_language};

use crate::screen::support::{Screen, Setup, playlist};

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 36), (200, 56), (240, 67)];

fn brief(setup: &Setup, size: (u16, u16), change: impl Fn(&mut Playlist)) -> Screen {
    let mut dashboard = setup.dashboard().unwrap();
    let mut own = playlist();
    change(&mut own);
    dashboard.set_playlist(own);
    dashboard.act(Action::Briefing);
    let mut screen = Screen { dashboard, width: size.0, height: size.1 };
    screen.resize(size.0, size.1);
    screen
}

#[test]
fn every_page_has_message_number_and_source_at_every_size() {
    for (as_of, month) in [("2023-03-03", "2023-02"), ("2026-10-05", "2026-07")] {
        let setup = Setup::korea(as_of).at(month);
        for size in SIZES {
            let mut screen = brief(&setup, size, |_| {});
            for (page, panel) in PANELS.iter().enumerate() {
                screen.dashboard.act(Action::BriefingPage(page));
                let scene = screen.dashboard.scene();
                let said = briefing::content(&scene);
                let (own, begins) = (panel.briefing(&scene).message, &said.message[0]);
                let mut forms = said.message.iter().filter(|form| !own.contains(form));
                assert!(forms.all(|form| begins.starts_with(form.as_str())), "{:?}", said.message);
                assert_eq!(said.message[0], panel.sentence(&scene).trim_end_matches('.'));
                assert!(said.number.is_some(), "page {page} at {size:?}");
                let text = screen.text();
                for words in ["Source: ", "as known on "] {
                    assert!(text.contains(words), "page {page} at {size:?}: {words}\n{text}");
                }
                let inked = text.chars().filter(|letter| matches!(letter, '▀'..='▟')).count();
                assert!(inked > 300, "page {page} at {size:?} has no type:\n{text}");
            }
        }
    }
}

/// Looks at every page in both languages at every size; the words say where.
fn on_every_page(look: impl Fn(&Screen, Language, &str)) {
    for (language, size) in Language::ALL.into_iter().flat_map(|language| SIZES.map(|size| (language, size))) {
        let mut screen = brief(&Setup::korea("2026-10-05").at("2026-07"), size, |_| {});
        if language != screen.state().language {
            screen.dashboard.act(Action::NextLanguage);
        }
        for page in 0..PANELS.len() {
            screen.dashboard.act(Action::BriefingPage(page));
            look(&screen, language, &format!("page {page} at {size:?}"));
        }
    }
}

#[test]
fn the_number_stands_in_big_type_in_both_languages() {
    on_every_page(|screen, language, place| {
        let said = in_language(language, || briefing::content(&screen.dashboard.scene()));
        let (number, text) = (said.number.unwrap().forms.remove(0), screen.text());
        assert!(!text.contains(&number), "{number} on {place}\n{text}");
        assert!(said.message.iter().all(|form| !text.contains(form)), "{place}\n{text}");
    });
}

#[test]
fn every_page_is_filled_down_to_its_source() {
    on_every_page(|screen, _, place| {
        let text = screen.text();
        let rows: Vec<&str> = text.lines().collect();
        // Above source and keys, in the last fifth of the screen.
        let last = &rows[rows.len() * 4 / 5 - 2..rows.len() - 2];
        assert!(last.iter().any(|row| !row.trim().is_empty()), "{place}\n{text}");
    });
}

#[test]
fn a_date_that_has_no_room_in_type_is_whole_in_text() {
    let mut screen = brief(&Setup::korea("2023-03-03").at("2023-02"), (80, 24), |_| {});
    screen.dashboard.act(Action::NextLanguage);
    assert_eq!(screen.state().language, Language::Korean);
    screen.dashboard.act(Action::BriefingPage(0));
    assert!(screen.text().contains("23.2월"), "{}", screen.text());
}

#[test]
fn the_number_of_a_league_says_whose_it_is() {
    for size in SIZES {
        let mut screen = brief(&Setup::korea("2023-03-03").at("2023-02"), size, |_| {});
        screen.dashboard.act(Action::BriefingPage(4));
        assert_eq!(briefing::content(&screen.dashboard.scene()).facts, ["Chips"]);
    }
}

#[test]
fn the_targets_page_has_bars_for_what_is_done_the_pace_and_the_goal() {
    let mut screen = brief(&Setup::korea("2026-10-05").at("2026-07"), (200, 56), |_| {});
    screen.dashboard.act(Action::BriefingPage(3));
    let said = briefing::content(&screen.dashboard.scene());
    let Chart::Bars(bars) = said.chart else { panic!("no bars") };
    let told: Vec<_> = bars.iter().map(|bar| (bar.names[0].as_str(), bar.shown.last().unwrap().as_str())).collect();
    assert_eq!(told, [("Exports", "$595bn"), ("Pace by now", "$419bn"), ("Target", "$740bn")]);
    assert!(bars.iter().all(|bar| bar.length.is_some()));
    assert_eq!(said.facts, ["Needs $29.0bn a month", "$145bn to go"]);
}

#[test]
fn the_linux_console_gets_type_of_its_own_blocks() {
    let setup = Setup { glyphs: Glyphs::Console, ..Setup::korea("2026-10-05").at("2026-07") };
    let mut screen = brief(&setup, (120, 36), |_| {});
    for page in 0..PANELS.len() {
        screen.dashboard.act(Action::BriefingPage(page));
        let text = screen.text();
        assert!(text.chars().all(|letter| letter.is_ascii() || "▀▄█▌▐▒".contains(letter)), "{text}");
        assert!(text.chars().filter(|letter| !letter.is_ascii()).count() > 100, "{text}");
    }
}

#[test]
fn pages_stay_in_screens_of_any_size_and_look() {
    let looks = [(Depth::True, Glyphs::Unicode), (Depth::X16, Glyphs::Unicode), (Depth::None, Glyphs::Ascii)];
    for (depth, glyphs) in looks {
        let setup = Setup { depth, glyphs, ..Setup::korea("2023-03-03").at("2023-02") };
        for size in
            [(0, 0), (1, 1), (2, 9), (9, 2), (20, 5), (39, 11), (40, 12), (60, 70), (79, 23), (100, 30), (300, 20)]
        {
            for language in Language::ALL {
                let mut screen = brief(&setup, size, |_| {});
                if language == Language::Korean {
                    screen.dashboard.act(Action::NextLanguage);
                }
                for page in 0..PANELS.len() {
                    screen.dashboard.act(Action::BriefingPage(page));
                    let text = screen.text();
                    assert!(glyphs == Glyphs::Unicode || language == Language::Korean || text.is_ascii(), "{text}");
                }
            }
        }
    }
}

#[test]
fn a_message_is_cut_where_a_clause_ends() {
    assert_eq!(
        content::forms("Surplus of $30.3bn, second only to June 2026 ($35.9bn)."),
        [
            "Surplus of $30.3bn, second only to June 2026 ($35.9bn)",
            "Surplus of $30.3bn, second only to June 2026",
            "Surplus of $30.3bn"
        ]
    );
    assert_eq!(
        content::forms("진도 초과, 목표 7,400억 달러: 월 289.9억 달러 필요"),
        ["진도 초과, 목표 7,400억 달러: 월 289.9억 달러 필요", "진도 초과, 목표 7,400억 달러", "진도 초과"]
    );
    assert_eq!(
        content::forms("흑자 303.9억 달러, 6월(359.0억 달러)에 이어 역대 2위"),
        ["흑자 303.9억 달러, 6월(359.0억 달러)에 이어 역대 2위", "흑자 303.9억 달러"]
    );
}

#[test]
fn a_page_that_cannot_be_read_is_refused_with_what_would_do() {
    let setup = Setup::korea("2023-03-03").at("2023-02");
    let near = brief(&setup, (120, 36), |playlist| playlist.distance = Some(5.0));
    assert!(!near.text().contains("cannot be read"));
    let far = brief(&setup, (120, 36), |playlist| playlist.distance = Some(100.0));
    let text = far.text();
    assert!(text.contains("This page cannot be read from 100 m."), "{text}");
    let screen = text.split("on a screen of ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
    let inches: f64 = screen.parse().unwrap();
    // On the screen that is said to do, it does; on one a little smaller, it does not.
    let on = |inches: f64| {
        brief(&setup, (120, 36), |playlist| (playlist.distance, playlist.screen) = (Some(100.0), inches)).text()
    };
    assert!(!on(inches).contains("cannot be read"), "{inches}\n{}", on(inches));
    assert!(on(inches * 0.8).contains("cannot be read"));
}

#[test]
fn the_footer_says_how_far_headline_and_labels_read() {
    let screen = brief(&Setup::korea("2023-03-03").at("2023-02"), (120, 36), |_| {});
    let text = screen.text();
    assert!(text.contains("on 65 inches: headline reads to 13 m"), "{text}");
    assert!(text.contains("this line to 2.3 m"), "{text}");
}

#[test]
fn the_number_is_the_largest_thing_on_the_page() {
    let screen = brief(&Setup::korea("2023-03-03").at("2023-02"), (120, 36), |_| {});
    let said = briefing::content(&screen.dashboard.scene());
    assert_eq!(said.number.unwrap().forms[0], "−$5.3bn");
    assert!(wide("−$5.3bn", 8) < 60);
}

#[test]
fn a_page_looks_at_its_own_month_through_its_own_lens() {
    let mut screen = brief(&Setup::korea("2026-10-05").at("2026-07"), (120, 36), |playlist| {
        let names = tradedeck::config::Names { themes: &[], layouts: &[] };
        let own = "[[pages]]\npanel = \"balance\"\nmonth = \"2023-02\"\nlens = [\"per-day\"]\nnote = \"as on the day\"\n[[pages]]\npanel = \"targets\"\n";
        *playlist = playlist.merged("b.toml", own, names, &["balance", "targets"]).unwrap();
    });
    assert!(screen.text().contains("February 2023") && screen.text().contains("as on the day"), "{}", screen.text());
    assert!(screen.state().lens().per_day);
    screen.press("Right");
    assert_eq!((screen.state().month().to_string().as_str(), screen.state().lens().per_day), ("2026-07", false));
    screen.press("Esc");
    assert!(screen.state().briefing.is_none() && !screen.state().lens().per_day);
}

#[test]
fn a_key_shows_and_hides_the_speakers_lines() {
    let setup = Setup::korea("2026-10-05").at("2026-07");
    let note = "Ask the ministry about the flash figure";
    for size in SIZES {
        let mut screen = brief(&setup, size, |playlist| playlist.pages[2].note = note.to_owned());
        screen.press("3");
        let sentence = PANELS[2].sentence(&screen.dashboard.scene());
        let begins = &sentence[..40];
        assert!(!screen.text().contains(begins));
        screen.press("o");
        let text = screen.text();
        for words in [begins, note, "Next: Targets"] {
            assert!(text.contains(words), "{words} at {size:?}\n{text}");
        }
        // It stays while pages turn, and the first follows the last.
        screen.press("End");
        assert!(screen.text().contains("Next: Balance"), "{}", screen.text());
        screen.press("ㅐ");
        assert!(!screen.text().contains("Next: "));
    }
}

#[test]
fn on_the_dashboard_the_speakers_key_does_nothing() {
    let mut screen = Setup::korea("2026-10-05").at("2026-07").screen(120, 36);
    let before = screen.text();
    screen.press("o");
    assert_eq!(screen.text(), before);
}

#[test]
fn a_kiosk_is_left_by_a_chord_alone_and_keeps_its_page_after_a_problem() {
    let mut screen = brief(&Setup::korea("2023-03-03").at("2023-02"), (120, 36), |playlist| playlist.kiosk = true);
    screen.press("3");
    for key in ["q", "Esc", "0", "ㅂ", "w", "Esc", "Esc"] {
        assert!(!screen.press(key).quit, "{key}");
    }
    screen.dashboard.update(Event::Problem("the disk is gone".to_owned()), Instant::now());
    assert_eq!(screen.state().briefing.as_ref().map(|briefing| briefing.page), Some(2));
    assert!(screen.text().contains("the disk is gone"));
    assert!(screen.press("Ctrl-c").quit);
}

#[test]
fn a_briefing_is_light_unless_another_theme_is_asked_for() {
    let setup = Setup::korea("2023-03-03");
    let name = |screen: &Screen| {
        let page = screen.dashboard.scene().style(tradedeck::config::Role::Page);
        page.bg
    };
    let mut screen = brief(&setup, (120, 36), |_| {});
    let light = name(&screen);
    screen.press("Esc");
    let dark = name(&screen);
    assert_ne!(light, dark);
    let asked = brief(&setup, (120, 36), |playlist| playlist.theme = "dark".to_owned());
    assert_eq!(name(&asked), dark);
}

#[test]
fn decomposed_hangul_is_set_as_composed() {
    use unicode_normalization::UnicodeNormalization as _;
    let note: String = "수출".nfd().collect();
    let screen = brief(&Setup::korea("2023-03-03"), (120, 36), |playlist| playlist.pages[0].note.clone_from(&note));
    assert!(screen.text().contains("수출"), "{}", screen.text());
}

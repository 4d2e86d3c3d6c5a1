//! `△` for negative numbers: wherever people read a number, and nowhere else.

use tradedeck::app::Action;
use tradedeck::config::Negative;
use tradedeck::export::copied::{self, Form};
use tradedeck::export::{Check, Report};
use tradedeck::ui::panels::PANELS;
use tradedeck::ui::widgets::Glyphs;
use tradedeck::words::Language;

use super::support::{Screen, Setup};

/// The first days of March 2023: a deficit, with the export decline beside it.
fn screen(negative: Negative, glyphs: Glyphs, language: Language, size: (u16, u16)) -> Screen {
    let mut screen = Setup { negative, glyphs, ..Setup::korea("2023-03-03").at("2023-02") }.screen(size.0, size.1);
    if language != screen.state().language {
        screen.dashboard.act(Action::NextLanguage);
    }
    screen
}

/// Signs of numbers: this letter right before a digit or a currency, and not between two words or dates.
fn signs(text: &str, sign: char) -> usize {
    let letters: Vec<char> = text.chars().collect();
    let is_sign = |three: &&[char]| {
        three[1] == sign
            && !three[0].is_alphanumeric()
            && three[0] != '['
            && (three[2].is_ascii_digit() || three[2] == '$')
    };
    letters.windows(3).filter(is_sign).count()
}

/// What every panel shows, small and alone on the screen, and what can be laid over it.
fn views(screen: &mut Screen, look: impl Fn(&str, String)) {
    for (panel, is_zoomed) in (0..PANELS.len()).flat_map(|panel| [(panel, false), (panel, true)]) {
        screen.show(panel, is_zoomed);
        for key in ["", "w", "r", "v", "="] {
            if !key.is_empty() {
                screen.press(key);
            }
            look(&format!("{} {is_zoomed} {key}", PANELS[panel].name()), screen.text());
            if !key.is_empty() {
                screen.press("Esc");
                screen.show(panel, is_zoomed);
            }
        }
    }
}

#[test]
fn every_number_on_the_screen_has_the_sign_that_was_chosen() {
    for (language, size) in Language::ALL.into_iter().zip([(80, 24), (120, 36)]) {
        let of = |negative| {
            let mut screen = screen(negative, Glyphs::Unicode, language, size);
            let seen = std::cell::RefCell::new(Vec::new());
            views(&mut screen, |view, text| seen.borrow_mut().push((view.to_owned(), text)));
            seen.into_inner()
        };
        let (minus, triangle) = (of(Negative::Minus), of(Negative::Triangle));
        for ((view, plain), (_, marked)) in minus.iter().zip(&triangle) {
            assert_eq!((signs(marked, '-'), signs(plain, '△')), (0, 0), "{view} {size:?}\n{marked}");
            assert_eq!(signs(marked, '△'), signs(plain, '−'), "{view} {size:?}\n{marked}\n{plain}");
            // Tables keep their columns: nothing but the sign is another.
            if ["items true ", "partners true ", "targets true "].contains(&view.as_str()) {
                assert_eq!(marked.replace('△', "−"), *plain);
            }
        }
        assert!(triangle.iter().any(|(_, text)| signs(text, '△') > 10));
    }
}

#[test]
fn no_triangle_where_it_would_take_two_cells_or_is_no_ascii() {
    for glyphs in [Glyphs::Cjk, Glyphs::Ascii] {
        let of = |negative| screen(negative, glyphs, Language::Korean, (120, 36)).text();
        assert_eq!(of(Negative::Triangle), of(Negative::Minus));
    }
}

#[test]
fn a_briefing_says_negative_numbers_so() {
    let mut screen = screen(Negative::Triangle, Glyphs::Unicode, Language::Korean, (120, 36));
    screen.press("b");
    for page in ["1", "2", "3", "4", "5", "6"] {
        screen.press(page);
        let text = screen.text();
        assert_eq!(signs(&text, '−') + signs(&text, '-'), 0, "{text}");
    }
}

#[test]
fn reports_for_people_have_it_and_those_for_machines_have_not() {
    let screen = screen(Negative::Minus, Glyphs::Unicode, Language::English, (80, 24));
    let of = |negative| Report::new(screen.state().view(), &screen.state().deck).noting(negative);
    let (plain, marked) = (of(Negative::Minus), of(Negative::Triangle));
    assert_eq!((marked.to_json(), marked.to_csv()), (plain.to_json(), plain.to_csv()));
    for (marked, plain) in [(marked.to_text(), plain.to_text()), (marked.to_markdown(), plain.to_markdown())] {
        assert_eq!((signs(&marked, '-'), signs(&plain, '△')), (0, 0));
        assert!(signs(&marked, '△') > 20, "{marked}");
        assert_eq!(marked.replace('△', "-"), plain);
    }
    let (marked, plain) = (marked.to_html(), plain.to_html());
    assert_eq!(marked.replace('△', "-"), plain);
    let cells = marked.split("<td class=\"n\">").skip(1);
    assert!(cells.clone().any(|cell| cell.starts_with('△')) && !cells.clone().any(|cell| cell.starts_with('-')));
    assert!(marked.contains("text-anchor=\"end\">△"), "charts too");

    let view = screen.state().view();
    let judgements = tradedeck::claims::judge_all(view, &view.dataset().statements);
    let of = |negative| Check::new(view, &judgements).noting(negative);
    assert_eq!(of(Negative::Triangle).to_json(), of(Negative::Minus).to_json());
    assert_eq!(signs(&of(Negative::Triangle).to_text(), '-'), 0);
    assert!(of(Negative::Triangle).to_text().contains('△'));
}

#[test]
fn a_key_changes_the_sign_and_copies_follow() {
    let mut screen = screen(Negative::Minus, Glyphs::Unicode, Language::English, (120, 36));
    let copy = |screen: &Screen, form| copied::write(screen.state(), "balance", form);
    let plain = [Form::Text, Form::Markdown, Form::Tsv].map(|form| copy(&screen, form));
    assert!(signs(&screen.text(), '−') > 0 && plain.iter().all(|text| signs(text, '-') > 0), "{plain:#?}");
    screen.press("F8");
    assert_eq!(signs(&screen.text(), '−'), 0, "{}", screen.text());
    assert!(signs(&screen.text(), '△') > 0);

    let marked = [Form::Text, Form::Markdown, Form::Tsv].map(|form| copy(&screen, form));
    assert!(signs(&marked[0], '△') > 0 && signs(&marked[1], '△') > 0, "{marked:#?}");
    assert_eq!(marked.each_ref().map(|text| text.replace('△', "-")), plain);
    // What programs read keeps the sign that they know.
    assert_eq!(marked[2], plain[2]);
    let claims = |text: &str| text.split_once("[[claims]]").map(|(_, claims)| claims.to_owned());
    assert!(claims(&plain[0]).is_some_and(|claims| claims.contains("-5.3")), "{}", plain[0]);
    assert_eq!(claims(&marked[0]), claims(&plain[0]));

    screen.press("F8");
    assert_eq!(copy(&screen, Form::Text), plain[0]);
}

#[test]
fn the_command_line_chooses_it_for_what_people_read() {
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_tradedeck")).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let check = ["check", "--as-of", "2023-03-03", "--negative"];
    let [minus, triangle] = ["minus", "triangle"].map(|sign| run(&[&check[..], &[sign]].concat()));
    assert!(signs(&triangle, '△') > 3 && signs(&triangle, '-') == 0, "{triangle}");
    assert_eq!(triangle.replace('△', "-"), minus);
}

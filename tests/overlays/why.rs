//! Behind every figure stands what `w` says: over random months and lenses the formula on the screen, worked out
//! again from the text, gives the exact result, and that rounds to what the panels show.

use tradedeck::app::{Action, Units};
use tradedeck::domain::Member;
use tradedeck::indicators::figure::DEFINITIONS;
use tradedeck::indicators::{FigureId, Quantity};
use tradedeck::ui::panels::PANELS;
use tradedeck::ui::why::names;
use tradedeck::ui::why::numbers::{self, NumberId};

use super::super::screen::support::{Random, Screen, Setup, korea};
use super::arithmetic::{evaluate, rounded};
use super::{any_lens, any_month, look_through};
use crate::support::report;

/// Columns of the labels and of what stands beside them.
struct Explained {
    /// The number in the list.
    listed: String,
    formula: String,
    exact: Option<String>,
    shown: String,
    text: String,
}

/// What the open overlay says.
fn explained(screen: &Screen) -> Explained {
    let (buffer, text) = (screen.buffer(), screen.text());
    // Cell by cell: a wide letter is followed by an empty one.
    let first = |x: u16, y: u16| buffer[(x, y)].symbol().chars().next().unwrap_or(' ');
    let rows: Vec<Vec<char>> = (0..screen.height).map(|y| (0..screen.width).map(|x| first(x, y)).collect()).collect();
    let is_at = |row: &Vec<char>, words: &str| {
        let words: Vec<char> = words.chars().collect();
        row.windows(words.len()).position(|window| window == words.as_slice())
    };
    let label = |words: &str| (0..rows.len()).find_map(|y| is_at(&rows[y], words).map(|x| (x, y)));
    let (x, top) = label("Formula   ").unwrap_or_else(|| panic!("no formula\n{text}"));
    let end = label("Esc closes").map_or(usize::MAX, |(x, _)| x + "Esc closes".len());
    // Rows of one label: those that go on below it have none.
    let beside = |y: usize| -> String { rows[y].iter().take(end).skip(x + 12).collect::<String>().trim().to_owned() };
    let is_labelled = |y: usize| rows[y].get(x).is_some_and(|letter| !letter.is_whitespace());
    let block = |from: usize| -> String {
        let below = (from + 1..rows.len()).take_while(|y| !is_labelled(*y) && !beside(*y).is_empty());
        std::iter::once(from).chain(below).map(beside).collect::<Vec<_>>().join(" ")
    };
    let of = |words: &str| label(words).filter(|(at, _)| *at == x).map(|(_, y)| block(y));
    let listed = rows.iter().find_map(|row| {
        let row: String = row.iter().take(x).collect();
        row.split_once("> ").map(|(_, rest)| rest.trim().to_owned())
    });
    Explained {
        listed: listed.unwrap_or_else(|| panic!("nothing is picked\n{text}")),
        formula: block(top).split_once("= ").map(|(_, values)| values.to_owned()).unwrap_or_default(),
        exact: of("Exact     ").map(|words| words.trim_start_matches("= ").to_owned()),
        shown: of("Shown     ").unwrap_or_else(|| panic!("nothing is shown\n{text}")),
        text,
    }
}

/// Checks the picked number, which the panels show as `shown`.
fn check(screen: &Screen, shown: &str, what: &str) {
    let explained = explained(screen);
    let text = &explained.text;
    assert!(explained.listed.ends_with(&format!(" {shown}")), "{what}: {} for {shown}\n{text}", explained.listed);
    let Some(exact) = &explained.exact else {
        assert!(explained.shown.starts_with(&format!("{shown} : ")), "{what}: {}\n{text}", explained.shown);
        assert!([".. ", "n/m ", "new ", "- "].iter().any(|mark| explained.shown.starts_with(mark)), "{what}\n{text}");
        assert!(explained.shown.len() > 30, "{what}: no reason\n{text}");
        return;
    };
    assert!(explained.shown.starts_with(&format!("{shown}, ")), "{what}: {} for {shown}\n{text}", explained.shown);
    let number = exact.split([' ', '%', 'p']).next().unwrap_or("");
    if !shown.starts_with('x') {
        let digits = shown.trim_end_matches(['%', 'p']).trim_start_matches('+');
        let places = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        assert_eq!(rounded(number, places), digits, "{what}: {exact}\n{text}");
    }
    let worked_out = evaluate(&explained.formula).unwrap_or_else(|| panic!("{what}: {}\n{text}", explained.formula));
    let exact_value = evaluate(number).unwrap_or_else(|| panic!("{what}: {number}\n{text}"));
    // Money goes into formulas in millions and comes out in billions.
    let is_money = exact.contains('$') || exact.contains("억");
    let scale = if is_money && exact.contains("bn") { 1000.0 } else { 1.0 };
    let difference = (worked_out / scale - exact_value).abs();
    assert!(difference <= 2e-6 * exact_value.abs().max(1.0), "{what}: {worked_out} is not {exact}\n{text}");
}

#[test]
fn the_overlay_and_the_panels_show_the_same_numbers() {
    let mut random = Random(7);
    let dataset = korea();
    let items: Vec<Member> = (1..6).map(|item| Member::Item(tradedeck::domain::ItemId(item))).collect();
    let mut explained_figures = 0;
    for (round, as_of) in [None, Some("2023-03-03"), Some("2024-07-01")].into_iter().cycle().take(12).enumerate() {
        let setup = as_of.map_or_else(|| Setup::of(dataset.clone()), Setup::korea);
        let mut screen = setup.screen(200, 56);
        let month = any_month(&mut random, screen.state().span());
        screen.go_to(month);
        let lens = any_lens(&mut random, &items);
        look_through(&mut screen, &lens);
        if round % 4 == 3 {
            screen.dashboard.act(Action::Units(random.pick(&Units::ALL)));
        }
        for panel in 0..4 {
            screen.dashboard.act(Action::Focus(panel));
            let count = numbers::ids(&screen.dashboard.scene()).len();
            screen.press("w");
            for pick in 0..count {
                let id = numbers::ids(&screen.dashboard.scene())[pick];
                let scene = screen.dashboard.scene();
                let shown = match id {
                    NumberId::Figure(id) => scene.shown(id),
                    _ => numbers::number(&scene, id).shown(&scene),
                };
                check(
                    &screen,
                    &shown,
                    &format!("{id:?} in {month} as of {as_of:?} through {:?}", screen.state().lens()),
                );
                explained_figures += 1;
                screen.press("Down");
            }
            screen.press("w");
        }
    }
    assert!(explained_figures > 400);
}

#[test]
fn every_figure_can_be_asked_about() {
    let screen = Setup::of(korea()).screen(120, 36);
    let scene = screen.dashboard.scene();
    let asked: Vec<FigureId> = PANELS.iter().flat_map(|panel| panel.figures(&scene)).collect();
    for definition in &DEFINITIONS {
        assert!(asked.contains(&definition.id), "{} cannot be explained", definition.name);
    }
    assert!(matches!(asked[0].definition().quantity, Quantity::Balance));
}

/// Each figure stands on the screen as it stands in the report, on the morning that is replayed and on the newest.
#[test]
fn every_figure_of_the_report_is_the_one_on_the_screen() {
    for (as_of, month) in [(Some("2023-03-03"), "2023-02"), (None, "2026-07")] {
        let setup = as_of.map_or_else(|| Setup::of(korea()), Setup::korea).at(month);
        let mut screen = setup.screen(200, 56);
        let report = report(as_of, Some(month));
        let code = |id: FigureId| id.name("semiconductors");
        let mut left: Vec<String> = DEFINITIONS.iter().map(|definition| code(definition.id)).collect();
        for (place, panel) in PANELS.iter().enumerate() {
            screen.dashboard.act(Action::Focus(place));
            let scene = screen.dashboard.scene();
            let figures: Vec<(FigureId, String)> =
                panel.figures(&scene).into_iter().map(|id| (id, names::name(&scene, NumberId::Figure(id)))).collect();
            screen.press("w");
            let text = screen.text().replace('\u{2212}', "-");
            screen.press("w");
            for (id, name) in figures {
                let code = code(id);
                let entries = report["figures"].as_array().unwrap();
                let entry = entries.iter().find(|entry| entry["id"] == *code).unwrap();
                let display = entry["display"].as_str().unwrap();
                let is_row = |line: &str| {
                    let beside = line.split_once(&format!(" {name} ")).map(|(_, rest)| rest.split_whitespace().next());
                    beside == Some(Some(display))
                };
                assert!(text.lines().any(is_row), "{code}: {name}: {display} in {month}\n{text}");
                left.retain(|other| *other != code);
            }
        }
        assert!(left.is_empty(), "not on the screen in {month}: {left:?}");
    }
}

#[test]
fn rows_of_leagues_are_explained_too() {
    let mut random = Random(11);
    let mut explained_rows = 0;
    for panel in ["items", "partners"] {
        let place = PANELS.iter().position(|known| known.name() == panel).unwrap();
        for _ in 0..10 {
            let mut screen = Setup::of(korea()).screen(200, 56);
            let month = any_month(&mut random, screen.state().span());
            screen.go_to(month);
            let lens = any_lens(&mut random, &[Member::Item(tradedeck::domain::ItemId(1))]);
            look_through(&mut screen, &lens);
            screen.show(place, true);
            screen.dashboard.act(Action::Row(random.below(8)));
            let count = numbers::ids(&screen.dashboard.scene()).len();
            screen.press("w");
            for pick in 0..count {
                let scene = screen.dashboard.scene();
                let number = numbers::number(&scene, numbers::ids(&scene)[pick]);
                let shown = number.shown(&scene);
                check(&screen, &shown, &format!("{:?} in {month} through {:?}", number.id, screen.state().lens()));
                explained_rows += 1;
                screen.press("Down");
            }
        }
    }
    assert!(explained_rows > 100);
}

/// A small screen shows a long explanation a screenful at a time: read on to its end, then from the top again.
#[test]
fn a_long_explanation_is_read_on() {
    let mut screen = Setup::korea("2023-03-03").at("2023-02").screen(80, 24);
    for key in ["3", "w", "Down", "Down", "Down"] {
        screen.press(key);
    }
    let top = screen.text();
    let more = |text: &str| -> Option<usize> {
        let row = text.lines().find(|line| line.contains(" more rows: Enter"))?;
        row.trim_start_matches(['▎', ' ']).split(' ').next()?.parse().ok()
    };
    let left = more(&top).unwrap_or_else(|| panic!("{top}"));
    screen.press("Enter");
    let next = screen.text();
    assert_ne!(next, top);
    assert!(more(&next).is_none_or(|fewer| fewer < left), "{next}");
    let presses = (0..20).take_while(|_| {
        let is_last = screen.text().contains("from the top: Enter");
        screen.press("Enter");
        !is_last
    });
    assert!(presses.count() < 20, "{}", screen.text());
    assert_eq!(screen.text(), top);
    // Another number is read from its top.
    screen.press("Enter");
    screen.press("Up");
    screen.press("Down");
    assert_eq!(screen.text(), top);
}

//! Every panel at every size in every look: no panic, nothing outside its place, no character and no
//! colour that the terminal does not have.

use crossterm::event::MouseEventKind;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use tradedeck::app::State;
use tradedeck::config::{Depth, Range};
use tradedeck::domain::Period;
use tradedeck::export::snapshot::to_text;
use tradedeck::ui::panels::{self, PANELS};
use tradedeck::ui::widgets::Glyphs;
use tradedeck::ui::{format, key_numbers, view};
use tradedeck::words::in_language;

use super::support::{Random, Screen, Setup, korea, looks, period, sizes};

/// One dashboard for each look, at months of different kinds: provisional, settled, exports only, the
/// first of all.
fn screens() -> Vec<(Screen, Depth, Glyphs)> {
    let months = ["2026-07", "2023-02", "2026-09", "1990-01", "1997-12", "2020-05"].map(period);
    let ranges = Range::STEPS;
    looks()
        .into_iter()
        .enumerate()
        .map(|(n, (theme, depth, glyphs))| {
            let (month, range) = (Some(months[n % months.len()]), ranges[n % ranges.len()]);
            let setup = Setup { month, theme, depth, glyphs, range, ..Setup::of(korea()) };
            (setup.screen(80, 24), depth, glyphs)
        })
        .collect()
}

/// What every frame must keep to.
pub fn check(buffer: &Buffer, depth: Depth, glyphs: Glyphs, what: &dyn Fn() -> String) {
    for (at, cell) in buffer.content.iter().enumerate() {
        let symbol = cell.symbol();
        assert!(!symbol.chars().any(char::is_control), "{}: control character in cell {at}", what());
        if glyphs == Glyphs::Ascii {
            assert!(symbol.is_ascii(), "{}: `{symbol}` on an ASCII terminal\n{}", what(), to_text(buffer));
        }
        let colours = [cell.fg, cell.bg, cell.underline_color];
        let known = |colour: &Color| match depth {
            Depth::None => *colour == Color::Reset,
            Depth::X16 => !matches!(colour, Color::Rgb(..) | Color::Indexed(_)),
            Depth::X256 => !matches!(colour, Color::Rgb(..)),
            Depth::True => true,
        };
        assert!(colours.iter().all(known), "{}: {colours:?} at {depth:?}\n{}", what(), to_text(buffer));
    }
}

/// Wide characters are two cells: no frame may cut one in half at the right edge.
pub fn check_edge(buffer: &Buffer, what: &dyn Fn() -> String) {
    let Some(last) = buffer.area.right().checked_sub(1) else { return };
    for y in buffer.area.top()..buffer.area.bottom() {
        let wide = unicode_width::UnicodeWidthStr::width(buffer[(last, y)].symbol());
        assert!(wide <= 1, "{}: a wide character hangs over the edge of row {y}", what());
    }
}

#[test]
fn every_screen_at_every_size() {
    let mut screens = screens();
    let views = PANELS.len() * 2;
    let mut turn = 0;
    for (width, height) in sizes() {
        // Small screens in each view, each time in another look; large ones take more time.
        let most = if u32::from(width) * u32::from(height) > 3000 { 2 } else { views };
        for view in 0..most {
            let view = if most < views { (turn + view * 3) % views } else { view };
            turn += 1;
            let count = screens.len();
            let (screen, depth, glyphs) = &mut screens[turn % count];
            screen.resize(width, height);
            screen.show(view / 2, view % 2 == 1);
            let buffer = screen.buffer();
            let what = || format!("{} zoomed {} at {width}x{height}", PANELS[view / 2].name(), view % 2 == 1);
            check(&buffer, *depth, *glyphs, &what);
            check_edge(&buffer, &what);
        }
    }
}

#[test]
fn every_look_of_every_view_at_the_usual_sizes() {
    for (screen, depth, glyphs) in &mut screens() {
        for (width, height) in [(80, 24), (120, 36)] {
            screen.resize(width, height);
            for view in 0..PANELS.len() * 2 {
                screen.show(view / 2, view % 2 == 1);
                let what = || format!("{} zoomed {} {depth:?}", PANELS[view / 2].name(), view % 2 == 1);
                check(&screen.buffer(), *depth, *glyphs, &what);
            }
            screen.press("?");
            check(&screen.buffer(), *depth, *glyphs, &|| "help".to_owned());
            screen.press("Esc");
        }
    }
}

#[test]
fn no_panel_draws_outside_its_place() {
    let sentinel = {
        let mut cell = Cell::new("X");
        cell.set_style(Style::new().fg(Color::Red).bg(Color::Green));
        cell
    };
    let mut screens = screens();
    let mut turn = 0;
    let large = [(60, 12), (78, 16), (100, 20), (118, 30), (3, 40), (90, 2), (196, 44)];
    let small = (0..=40).flat_map(|width| (0..=20).map(move |height| (width, height)));
    for (width, height) in small.chain(large) {
        let area = Rect::new(3, 2, width, height);
        let clean = Buffer::filled(Rect::new(0, 0, width + 8, height + 5), sentinel.clone());
        for view in 0..=PANELS.len() * 2 {
            turn += 1;
            let count = screens.len();
            let (screen, ..) = &mut screens[turn % count];
            let mut buffer = clean.clone();
            let name = match PANELS.get(view / 2) {
                Some(panel) => {
                    screen.show(view / 2, view % 2 == 1);
                    panels::draw_card(&screen.dashboard.scene(), *panel, view / 2, area, &mut buffer);
                    panel.name()
                }
                None => {
                    key_numbers::draw(&screen.dashboard.scene(), area, &mut buffer);
                    "key numbers"
                }
            };
            for y in 0..buffer.area.height {
                for x in (0..buffer.area.width).filter(|&x| !area.contains((x, y).into())) {
                    assert_eq!(
                        buffer[(x, y)],
                        sentinel,
                        "{name}, view {view}, {width}x{height}: cell {x},{y} is outside\n{}",
                        to_text(&buffer)
                    );
                }
            }
        }
    }
}

#[test]
fn every_point_of_the_screen_can_be_clicked() {
    for (width, height) in [(0, 0), (1, 1), (30, 9), (80, 24), (120, 36)] {
        let mut screen = Setup::of(korea()).screen(width, height);
        for zoomed in [false, true] {
            for (x, y) in (0..=width + 1).flat_map(|x| (0..=height + 1).map(move |y| (x, y))).step_by(7) {
                screen.show(usize::from(x) % PANELS.len(), zoomed);
                screen.click(x, y);
                assert_in_span(&screen);
            }
        }
    }
}

fn assert_in_span(screen: &Screen) {
    let (state, (first, last)) = (screen.state(), screen.state().span());
    assert!((first..=last).contains(&state.month()), "{} outside {first} to {last}", state.month());
    for count in [1, 2, 5, 12, 24, 36, 60, 200, 1000] {
        let (from, to) = state.window(count);
        assert!((from..=to).contains(&state.month()), "{} off a chart of {count}", state.month());
        let shown = to.since(from) as usize + 1;
        assert!(first <= from && to <= last && shown <= count, "a chart of {count}: {from} to {to}");
    }
}

/// The lines above and below the panels name the same month and date, and so do all figures.
fn assert_lines_agree(screen: &mut Screen) {
    let (width, height) = (screen.width, screen.height);
    screen.resize(120, 36);
    let is_covered = |state: &State| state.overlay.is_some() || state.prompt.is_some() || state.briefing.is_some();
    while is_covered(screen.state()) {
        screen.press("Esc");
    }
    in_language(screen.state().language, || assert_lines_agree_in_language(screen));
    screen.resize(width, height);
}

fn assert_lines_agree_in_language(screen: &Screen) {
    let text = screen.text();
    let state = screen.state();
    let lines: Vec<&str> = text.lines().collect();
    let (status, cursor) = (lines[0], lines[lines.len() - 2]);
    assert!(status.contains(&format::period_long(state.month())), "{status}");
    assert!(status.contains(&format::date(state.view().as_of())), "{status}");
    let month = format::period(state.month()).to_uppercase();
    assert!(cursor.trim_start().starts_with(&month), "{month}: {cursor}");
    assert_eq!(state.deck.as_of, state.view().as_of());
    assert!(state.deck.targets.iter().all(|target| target.period == state.month()));
    let figures = state.deck.figures();
    assert!(figures.iter().all(|figure| figure.period == state.month() && figure.as_of == state.deck.as_of));
}

#[test]
fn a_thousand_random_keys() {
    for (seed, as_of) in [(1, None), (2, Some("2023-03-03")), (3, Some("1995-06-01"))] {
        let mut random = Random(seed);
        let setup = as_of.map_or_else(|| Setup::of(korea()), Setup::korea);
        let mut screen = setup.screen(120, 36);
        let keys: Vec<String> = {
            let scene = screen.dashboard.scene();
            scene.keymap.binds().iter().flat_map(|bind| bind.keys.iter().map(ToString::to_string)).collect()
        };
        for step in 0..1000 {
            match random.below(20) {
                0 => screen.resize(random.below(140) as u16, random.below(60) as u16),
                1..=3 => drop(screen.click(random.below(140) as u16, random.below(60) as u16)),
                4 => {
                    let kind = random.pick(&[MouseEventKind::ScrollUp, MouseEventKind::ScrollDown]);
                    screen.mouse(kind, 5, 5);
                }
                5 => {
                    let letter = char::from_u32(0x20 + random.below(0x5f) as u32).unwrap_or('x');
                    screen.press(&letter.to_string());
                }
                _ => drop(screen.press(&keys[random.below(keys.len())])),
            }
            assert_in_span(&screen);
            if step % 4 == 0 {
                screen.buffer();
            }
            if step % 100 == 99 {
                assert_lines_agree(&mut screen);
            }
        }
    }
}

#[test]
fn every_month_is_reached_by_keys_and_each_chart_shows_it() {
    let mut screen = Setup::of(korea()).screen(80, 24);
    let (first, last) = screen.state().span();
    screen.press("Home");
    let mut seen: Vec<Period> = Vec::new();
    while screen.state().month() < last {
        seen.push(screen.state().month());
        assert_in_span(&screen);
        screen.press("Right");
    }
    assert_eq!(seen, Period::span(first, last.minus(1)).collect::<Vec<_>>());
}

/// A panel's digit brings it into sight, and Tab never loses the focus from sight, in any size.
#[test]
fn the_panel_in_focus_is_always_in_sight() {
    for (width, height) in [(80, 24), (120, 36), (200, 56), (50, 16)] {
        let mut screen = Setup::korea("2026-10-01").screen(width, height);
        let overview = screen.text();
        for (index, panel) in PANELS.iter().enumerate() {
            screen.press(&(index + 1).to_string());
            let scene = screen.dashboard.scene();
            let seen = view::places(&scene, Rect::new(0, 0, width, height));
            assert!(seen.iter().any(|place| place.panel == Some(index)), "{} at {width}x{height}", panel.name());
            let apart = |(at, place): (usize, &view::Place)| {
                seen[..at].iter().all(|other| other.area.intersection(place.area).is_empty())
            };
            assert!(seen.iter().enumerate().all(apart), "{} at {width}x{height}", panel.name());
            let title = in_language(scene.state.language, || format!("{} {}", index + 1, panel.title(&scene)));
            assert!(screen.text().contains(&title), "{title} at {width}x{height}\n{}", screen.text());
        }
        // It gives the place back.
        screen.press("1");
        assert_eq!(screen.text(), overview);
    }
}

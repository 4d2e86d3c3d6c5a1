//! The mornings that the embedded dataset must be able to replay, and screens of every size.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::Value;

use tradedeck::app::{Action, State};
use tradedeck::config::{Depth, Settings};
use tradedeck::domain::{Date, Flow, Period, SeriesKey, View};
use tradedeck::export::{Report, snapshot};
use tradedeck::runtime::dashboard::Dashboard;
use tradedeck::runtime::setup::{self, Request};
use tradedeck::ui::{self, panels};

use crate::screen::support::{Screen, Setup, period};
use crate::support::{self, korea, report};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn state(as_of: Option<&str>, month: Option<&str>) -> State {
    support::state(&korea(), as_of, month)
}

fn display<'a>(report: &'a Value, id: &str) -> &'a str {
    let figures = report["figures"].as_array().unwrap();
    let figure = figures.iter().find(|figure| figure["id"] == id).unwrap_or_else(|| panic!("no figure {id}"));
    figure["display"].as_str().unwrap()
}

fn dashboard(state: State, depth: Depth) -> Dashboard {
    let settings = Settings::default();
    let look = setup::look(&Request::default(), &settings, depth).unwrap();
    Dashboard::new(state, look)
}

fn frame(dashboard: &Dashboard, width: u16, height: u16) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    ui::draw(&dashboard.scene(), &mut buffer);
    snapshot::to_text(&buffer)
}

#[test]
fn the_third_of_march_2023() {
    let report = report(Some("2023-03-03"), Some("2023-02"));
    for (id, expected) in [
        ("exports", "50.1"),
        ("imports", "55.4"),
        ("balance", "-5.3"),
        ("balance_ytd", "-17.95"),
        ("exports_ytd", "96.37"),
        ("exports_yoy", "-7.5%"),
        ("exports_daily_average_yoy", "-15.9%"),
        ("semiconductor_exports", "5.96"),
        ("semiconductor_yoy", "-42.5%"),
        ("semiconductor_share", "11.9%"),
        ("semiconductor_contribution", "-8.1pp"),
        ("exports_ex_semiconductors_yoy", "+0.8%"),
    ] {
        assert_eq!(display(&report, id), expected, "{id}");
    }
    let current = |kind: &str| {
        let runs = report["streaks"].as_array().unwrap();
        runs.iter().find(|run| run["kind"] == kind && run["is_current"] == true).unwrap().clone()
    };
    assert_eq!((&current("deficit")["length"], &current("deficit")["start"]), (&12.into(), &"2022-03".into()));
    assert_eq!(current("export_decline")["length"], 5);
    let target = &report["targets"][0];
    assert_eq!(target["value"], 685_000_000_000_i64);
    assert!(target["needed_per_period"].as_i64().unwrap() / 10_000_000 == 5886, "{target}");
    assert!(target["needed_growth_percent"].as_str().unwrap().starts_with("2.55"), "{target}");
    assert!(report["headlines"]["targets"].as_str().unwrap().contains("Behind the pace for $685bn"));
}

#[test]
fn nothing_newer_than_the_date_is_an_input() {
    for as_of in ["1996-03-01", "2019-06-10", "2023-02-15", "2023-03-03", "2026-08-01"] {
        let state = state(Some(as_of), None);
        let (first, last) = state.span();
        for month in [first, last, last.minus(7)] {
            let mut state = state.clone();
            state.go_to(month);
            let report = support::report_of(&state);
            for figure in report["figures"].as_array().unwrap() {
                for input in figure["inputs"].as_array().unwrap() {
                    let released = input["released"].as_str().unwrap();
                    assert!(released <= as_of, "{as_of}: {} uses {input}", figure["id"]);
                }
            }
        }
    }
}

#[test]
fn four_balances_of_january_2023() {
    for (as_of, expected) in
        [("2023-02-15", "-12.69"), ("2023-03-03", "-12.65"), ("2023-06-15", "-12.52"), ("2026-10-05", "-12.70")]
    {
        let report = report(Some(as_of), Some("2023-01"));
        assert_eq!(display(&report, "balance_ytd"), expected, "as of {as_of}");
    }
}

#[test]
fn march_2022_changed_its_sign_and_came_back() {
    let balance = |as_of: &str| {
        let view = View::new(korea(), Some(date(as_of)));
        view.vintage(SeriesKey::total(Flow::Balance)).value(Period::month(2022, 3)).unwrap()
    };
    assert!(balance("2022-05-01") < 0);
    assert!(balance("2023-01-15") > 0);
    assert!(balance("2023-03-03") < 0);
}

#[test]
fn settled_years() {
    let view = View::new(korea(), None);
    let balance = view.vintage(SeriesKey::total(Flow::Balance));
    let year = |year: i32| (1..=12).map(|month| balance.value(Period::month(year, month)).unwrap()).sum::<i64>();
    let ten_millions = |year_sum: i64| (year_sum as f64 / 1e7).round() as i64;
    assert_eq!([2022, 2023, 2024, 2025].map(year).map(ten_millions), [-4778, -1035, 5184, 7743]);
    let run = report(None, Some("2023-02"))["streaks"].as_array().unwrap().clone();
    let deficit = run.iter().find(|run| run["kind"] == "deficit" && run["is_current"] == true).unwrap();
    assert_eq!(deficit["start"], "2022-03");
}

#[test]
fn months_with_exports_only_say_so() {
    let start = state(None, None);
    assert_eq!(start.month(), Period::month(2026, 7), "the latest complete month");
    for month in ["2026-08", "2026-09"] {
        let report = report(None, Some(month));
        assert_ne!(display(&report, "exports"), "..");
        assert_eq!(display(&report, "balance"), "..");
        let headline = report["headlines"]["headline"].as_str().unwrap();
        assert!(headline.contains("no balance: imports for"), "{headline}");
        let dashboard = dashboard(state(None, Some(month)), Depth::True);
        let frame = frame(&dashboard, 120, 36);
        assert!(frame.contains("exports only") && frame.contains("not known yet"), "{frame}");
    }
}

#[test]
fn published_working_days_are_the_computed_ones() {
    let dataset = korea();
    for ((period, window), count) in &dataset.calendar.counts {
        let computed = dataset.calendar.computed(*period, *window).unwrap();
        assert_eq!(count.half_days, computed.half_days, "{period} {}", window.code());
    }
}

#[test]
fn no_later_year_is_on_a_past_screen() {
    for (as_of, month, later) in [("2023-03-03", "2023-02", "2024"), ("1996-03-01", "1995-12", "1997")] {
        let mut dashboard = dashboard(state(Some(as_of), Some(month)), Depth::True);
        for panel in 0..panels::names().len() {
            for action in [Action::Focus(panel), Action::Zoom, Action::Zoom] {
                dashboard.act(action);
                for (width, height) in [(80, 24), (120, 36), (200, 56)] {
                    let frame = frame(&dashboard, width, height);
                    assert!(!frame.contains(later), "{later} on {width}x{height}, panel {panel}:\n{frame}");
                }
            }
        }
    }
}

#[test]
fn every_size_draws_something_and_nothing_breaks() {
    let mut dashboard = dashboard(state(None, None), Depth::X256);
    let sizes = (0..40).flat_map(|width| (0..14).map(move |height| (width, height)));
    let large = [
        (80, 24),
        (99, 33),
        (100, 34),
        (120, 36),
        (200, 56),
        (500, 200),
        (500, 3),
        (3, 200),
        (1, 60),
        (5, 60),
        (20, 100),
        (60, 8),
    ];
    for (width, height) in sizes.chain(large) {
        for action in [Action::FocusNext, Action::Zoom, Action::FocusNext, Action::Help, Action::Back, Action::Back] {
            dashboard.act(action);
            let frame = frame(&dashboard, width, height);
            let covered = dashboard.scene().state.overlay.is_some();
            assert!(covered || width < 30 || height < 2 || frame.contains("KOREA"), "{width}x{height}\n{frame}");
        }
    }
}

#[test]
fn a_thousand_random_actions_keep_the_screen_consistent() {
    let mut dashboard = dashboard(state(None, None), Depth::True);
    let actions = [
        Action::MonthBy(-1),
        Action::MonthBy(1),
        Action::YearBy(-1),
        Action::YearBy(1),
        Action::FirstMonth,
        Action::LastMonth,
        Action::FocusNext,
        Action::FocusPrevious,
        Action::Zoom,
        Action::Back,
        Action::RangeLonger,
        Action::RangeShorter,
        Action::RowBy(1),
        Action::Help,
        Action::NextTheme,
        Action::GoTo(Period::month(1800, 1)),
    ];
    let mut seed: u64 = 20_260_801;
    for step in 0..1000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        dashboard.act(actions[(seed >> 33) as usize % actions.len()].clone());
        let state = dashboard.scene().state;
        let (first, last) = state.span();
        assert!((first..=last).contains(&state.month()));
        for count in [1, 7, 24, 500] {
            let (start, end) = state.window(count);
            assert!(start <= state.month() && state.month() <= end && first <= start && end <= last);
        }
        if step % 50 == 0 {
            let long = ui::format::period_long(state.month());
            dashboard.act(Action::Back);
            let frame = frame(&dashboard, 120, 36);
            assert!(frame.lines().next().unwrap().contains(&long), "{frame}");
        }
    }
}

#[test]
fn four_mornings_have_four_january_balances_each_with_its_release() {
    let mornings = [
        ("2023-02-15", "−12.69", "first print    −12.69P", "released 1 Feb 2023", &["−12.65", "−12.52", "−12.70"][..]),
        ("2023-03-03", "−12.65", "revised        −12.65P", "1 Mar 2023", &["−12.52", "−12.70"]),
        ("2023-06-15", "−12.52", "revised        −12.52P", "1 Jun 2023", &["−12.70"]),
        ("2026-10-05", "−12.70", "settled        −12.70", "15 Feb 2024, presumed", &[]),
    ];
    for (as_of, balance, link, release, later) in mornings {
        let setup = Setup { month: Some(period("2023-01")), ..Setup::korea(as_of) };
        let mut screen = setup.screen(200, 56);
        let shown = |screen: &Screen, words: &str| {
            let text = screen.text();
            assert!(text.contains(words), "{as_of}: no `{words}`\n{text}");
            for newer in later {
                assert!(!text.contains(newer), "{as_of}: {newer}\n{text}");
            }
        };
        shown(&screen, &format!("balance {balance}"));
        let report = Report::new(screen.state().view(), &screen.state().deck).to_text();
        for newer in later.iter().map(|newer| newer.replace('−', "-")) {
            assert!(!report.contains(&newer), "{as_of}: {newer}\n{report}");
        }
        // The chain names the release that brought it; the explanation its inputs and theirs.
        screen.press("1");
        screen.press("m");
        shown(&screen, link);
        shown(&screen, release.trim_start_matches("released "));
        screen.press("w");
        shown(&screen, "Published");
        for overlay in ["v", "=", "r"] {
            screen.press(overlay);
            shown(&screen, "as known on ");
        }
    }
}

//! Nothing that was published after the as-of date is on any screen.

use std::sync::Arc;

use tradedeck::app::Action;
use tradedeck::config::Range;
use tradedeck::domain::{Dataset, Date, Observation, Origin, Period, Release, Series};
use tradedeck::ui::panels::PANELS;

use super::support::{Screen, Setup, date, korea, period};

const DAYS: [&str; 5] = ["2023-03-03", "2023-02-15", "2019-06-10", "1995-06-01", "2026-09-15"];

/// The dataset as it would have been on a day: whatever came later cut out. One flash estimate far in the
/// future stays, so that the day is not the newest here either.
fn cut(dataset: &Dataset, day: Date) -> Dataset {
    let mut dataset = dataset.clone();
    for series in &mut dataset.series {
        series.observations.retain(|observation| observation.release.is_known_on(day));
    }
    dataset.targets.retain(|target| target.announced <= day);
    dataset.statements.retain(|statement| statement.said <= day);
    for policy in &mut dataset.policies {
        policy.events.retain(|event| event.date <= day);
    }
    let later = Release { date: Some(date("2099-01-01")), presumed: false };
    let flash = dataset.series.iter_mut().find(|series| series.key.window != tradedeck::domain::Window::Whole);
    let flash: &mut Series = flash.expect("a flash series");
    let template = Observation {
        period: period("2098-12"),
        value: 1,
        rounding: 1,
        status: tradedeck::domain::ObsStatus::Provisional,
        release: later,
        source: None,
        origin: Origin { file: 0, line: 1 },
    };
    flash.observations.push(template);
    dataset.series.retain(|series| !series.observations.is_empty());
    dataset
}

/// Shows every panel, zoomed and not, at some sizes, at the screen's month and some before it.
fn every_view(screen: &mut Screen, months: &[Period], mut each: impl FnMut(&Screen, &dyn Fn() -> String)) {
    for &(width, height) in &[(30, 9), (80, 24), (120, 36), (200, 56)] {
        screen.resize(width, height);
        for month in months {
            screen.go_to(*month);
            for view in 0..PANELS.len() * 2 {
                // Without zoom the panels differ in their focus alone.
                if view % 2 == 0 && view > 0 {
                    continue;
                }
                screen.show(view / 2, view % 2 == 1);
                each(screen, &|| {
                    format!("{} zoomed {} in {month} at {width}x{height}", PANELS[view / 2].name(), view % 2 == 1)
                });
            }
        }
    }
}

/// Keys that open what lies over the panels.
const OVERLAYS: [&str; 7] = ["v", "=", "m", "w", "r", "i", "F4"];

/// Shows every overlay over some panels, and the last one again two releases earlier.
fn every_overlay(screen: &mut Screen, months: &[Period], mut each: impl FnMut(&Screen, &dyn Fn() -> String)) {
    for &(width, height) in &[(120, 36)] {
        screen.resize(width, height);
        for month in months {
            for panel in [0, 2, 4, 5] {
                screen.go_to(*month);
                screen.show(panel, false);
                for key in OVERLAYS {
                    screen.press(key);
                    each(screen, &|| format!("{key} over {} in {month} at {width}x{height}", PANELS[panel].name()));
                    screen.press("Esc");
                }
            }
        }
    }
    for key in OVERLAYS {
        screen.press("[");
        screen.press("[");
        screen.press(key);
        each(screen, &|| format!("{key} two releases before"));
        screen.press("Esc");
        screen.press("z");
        screen.press("z");
    }
}

/// The last months known, and some years back.
fn months(screen: &Screen) -> Vec<Period> {
    let (first, last) = screen.state().span();
    [0, 1, 2, 3, 12, 13, 25, 61].map(|back| last.minus(back).max(first)).to_vec()
}

#[test]
fn what_came_later_changes_nothing() {
    for day in DAYS.map(date) {
        let whole = Setup { as_of: Some(day), ..Setup::of(korea()) };
        let past = Setup { dataset: Arc::new(cut(&korea(), day)), ..whole.clone() };
        for range in [Range::Months(24), Range::All] {
            let (mut whole, mut past) =
                (Setup { range, ..whole.clone() }.screen(80, 24), Setup { range, ..past.clone() }.screen(80, 24));
            assert_eq!(whole.state().span(), past.state().span(), "{day}");
            assert_eq!(whole.state().month(), past.state().month(), "{day}");
            let months = if range == Range::All { vec![whole.state().month()] } else { months(&whole) };
            let mut frames = Vec::new();
            every_view(&mut whole, &months, |screen, what| frames.push((screen.buffer(), what())));
            every_overlay(&mut whole, &months[..1], |screen, what| frames.push((screen.buffer(), what())));
            let mut frames = frames.into_iter();
            let mut compare = |screen: &Screen, what: &dyn Fn() -> String| {
                let (frame, name) = frames.next().expect("as many frames");
                assert_eq!(name, what());
                if frame != screen.buffer() {
                    let text = tradedeck::export::snapshot::to_text(&frame);
                    let differences = super::differences(&text, &screen.text());
                    panic!("{day}, {name}: with what came later, and without\n{differences}");
                }
            };
            every_view(&mut past, &months, &mut compare);
            every_overlay(&mut past, &months[..1], &mut compare);
        }
    }
}

/// The words of a frame: runs of digits, points and letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '.').map(|word| word.trim_matches('.'))
}

/// Years after a date of which no plan known by then speaks.
fn later_years(day: Date) -> Vec<String> {
    use chrono::Datelike;
    let korea = korea();
    let plans = korea.policies.iter().flat_map(|policy| {
        let steps = policy.known_on(day).map(|step| format!("{} {} {:?}", step.text.en, step.amount.en, step.due));
        steps.chain([policy.amount_on(day).en.clone()])
    });
    let planned: Vec<String> = plans.flat_map(|text| words(&text).map(str::to_owned).collect::<Vec<_>>()).collect();
    (day.year() + 1..=2035).map(|year| year.to_string()).filter(|year| !planned.contains(year)).collect()
}

#[test]
fn no_later_year_and_no_later_number_is_on_the_screen() {
    // January 2023 as settled in 2024; exports and the whole year as they became known later.
    let unknown = ["12.70", "46.34", "46.37", "632.2", "632.4", "10.3bn"];
    for day in DAYS {
        let later = later_years(date(day));
        let mut screen = Setup::korea(day).screen(80, 24);
        let short_years: Vec<String> = later.iter().map(|year| year[2..].to_owned()).collect();
        let months = months(&Setup::korea(day).screen(80, 24));
        let mut check = |screen: &Screen, what: &dyn Fn() -> String| {
            let text = screen.text();
            for word in words(&text) {
                assert!(!later.iter().any(|year| year == word), "{day}: {word} in {}\n{text}", what());
            }
            if day == "2023-03-03" {
                let word = words(&text).find(|word| unknown.contains(word));
                assert_eq!(word, None, "{}\n{text}", what());
            }
            // A short year follows its month after one blank.
            let pieces = || text.lines().flat_map(|line| line.split(' ').chain([""]));
            for (month, year) in pieces().zip(pieces().skip(1)) {
                let is_month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
                    .iter()
                    .any(|name| month.ends_with(name));
                assert!(!(is_month && short_years.iter().any(|short| short == year)), "{month} {year}\n{text}");
            }
        };
        every_view(&mut screen, &months, &mut check);
        every_overlay(&mut screen, &months[..1], &mut |screen: &Screen, what: &dyn Fn() -> String| {
            let text = screen.text();
            // Notes name sources by their titles, whatever years stand in them.
            if !text.contains("Notes") {
                check(screen, what);
            }
            let shown = format!("as known on {}", tradedeck::ui::format::date(screen.state().view().as_of()));
            assert!(text.contains(&shown), "{}: no {shown}\n{text}", what());
        });
    }
}

#[test]
fn months_after_the_date_are_out_of_reach() {
    // The months of 1994 are presumed to have settled in February 1995.
    for (day, last) in [("2023-03-03", "2023-02"), ("2023-02-15", "2023-01"), ("1995-06-01", "1994-12")] {
        let mut screen = Setup::korea(day).screen(120, 36);
        screen.press("End");
        let known = screen.state().month();
        assert_eq!(known, period(last), "{day}");
        for _ in 0..3 {
            for key in ["Right", "PgDn", "l", "ㅣ", "End"] {
                screen.press(key);
                assert_eq!(screen.state().month(), known, "{day} {key}");
            }
        }
        for later in ["2023-03", "2024-01", "2026-07"].map(period) {
            screen.dashboard.act(Action::GoTo(later));
            assert_eq!(screen.state().month(), known, "{day} {later}");
        }
        for panel in PANELS {
            for later in [known.plus(1), known.plus(2), known.plus(12)] {
                assert_eq!(screen.cell_of(panel.name(), later), None, "{} offers {later}", panel.name());
            }
        }
    }
}

#[test]
fn a_month_asked_for_is_held_within_what_is_known() {
    for (month, shown) in [("2026-07", "2023-02"), ("1950-01", "1990-01"), ("2022-07", "2022-07")] {
        let screen = Setup { month: Some(period(month)), ..Setup::korea("2023-03-03") }.screen(80, 24);
        assert_eq!(screen.state().month(), period(shown));
    }
    assert!(Setup::korea("1980-01-01").dashboard().is_none(), "nothing was known then");
}

//! Pages that turn by themselves: what moves and when, and that nothing else does.

use std::time::{Duration, Instant};

use tradedeck::app::{Action, Clock};
use tradedeck::runtime::dashboard::Dashboard;
use tradedeck::runtime::page_time::PageTime;
use tradedeck::runtime::{Event, Program as _};

use crate::screen::support::{Setup, playlist};

/// Half a minute before ten.
fn clock() -> u32 {
    9 * 3600 + 59 * 60 + 30
}

fn turning(seconds: u16) -> Dashboard {
    let mut dashboard = Setup::korea("2023-03-03").dashboard().unwrap().with_page_time(PageTime::with_clock(clock));
    let mut own = playlist();
    own.seconds = seconds;
    own.pages[1].seconds = Some(5);
    dashboard.set_playlist(own);
    dashboard
}

fn page(dashboard: &Dashboard) -> usize {
    dashboard.scene().state.briefing.as_ref().unwrap().page
}

/// Lets the time go on as the loop does, and says how often the screen was another.
fn run(dashboard: &mut Dashboard, from: Instant, long: Duration) -> usize {
    let (mut draws, mut ticks) = (0, 0);
    while let Some(due) = dashboard.wake_at().filter(|due| *due <= from + long) {
        draws += usize::from(dashboard.update(Event::Tick, due).redraw);
        ticks += 1;
        assert!(ticks < 10_000, "the program wakes without end");
    }
    draws
}

#[test]
fn the_dashboard_sleeps() {
    let mut dashboard = turning(10);
    dashboard.update(Event::Resize(120, 36), Instant::now());
    assert_eq!(dashboard.wake_at(), None);
}

#[test]
fn pages_turn_after_their_time_and_begin_again() {
    let (mut dashboard, start) = (turning(10), Instant::now());
    dashboard.act(Action::Briefing);
    dashboard.update(Event::Resize(120, 36), start);
    let at = |seconds: u64| Duration::from_millis(seconds * 1000 + 500);
    run(&mut dashboard, start, Duration::from_secs(9));
    assert_eq!(page(&dashboard), 0);
    run(&mut dashboard, start, at(10));
    assert_eq!(page(&dashboard), 1);
    // The second page has five seconds of its own; eight pages take 75.
    run(&mut dashboard, start, at(15));
    assert_eq!(page(&dashboard), 2);
    run(&mut dashboard, start, at(75));
    assert_eq!(page(&dashboard), 0);
}

#[test]
fn ten_minutes_draw_the_mark_and_the_clock_and_nothing_else() {
    let (mut dashboard, start) = (turning(20), Instant::now());
    dashboard.act(Action::Briefing);
    dashboard.update(Event::Resize(120, 36), start);
    let draws = run(&mut dashboard, start, Duration::from_secs(600));
    // A page draws when it comes and seven times as its mark moves; the clock stands still here.
    let pages = 600.0 / ((7.0 * 20.0 + 5.0) / 8.0);
    assert!((draws as f64) < (pages + 1.0) * 8.0 && draws > 200, "{draws} draws");
}

#[test]
fn held_pages_and_blank_screens_wake_for_the_clock_at_most() {
    let (mut dashboard, start) = (turning(10), Instant::now());
    dashboard.act(Action::Briefing);
    dashboard.update(Event::Resize(120, 36), start);
    dashboard.act(Action::Zoom);
    dashboard.update(Event::Resize(120, 36), start);
    assert_eq!(dashboard.wake_at(), Some(start + Duration::from_secs(30)), "the minute");
    assert_eq!(run(&mut dashboard, start, Duration::from_secs(300)), 0, "the clock says the same");
    dashboard.act(Action::BriefingBlank);
    dashboard.update(Event::Resize(120, 36), start);
    assert_eq!(dashboard.wake_at(), None);
}

#[test]
fn the_time_of_day_is_shown() {
    let (mut dashboard, start) = (turning(0), Instant::now());
    dashboard.act(Action::Briefing);
    dashboard.update(Event::Resize(120, 36), start);
    let clock = dashboard.scene().state.clock.unwrap();
    assert_eq!((clock.hour, clock.minute), (9, 59));
}

#[test]
fn a_page_let_go_has_its_whole_time() {
    let (mut dashboard, start) = (turning(10), Instant::now());
    dashboard.act(Action::Briefing);
    dashboard.update(Event::Resize(120, 36), start);
    run(&mut dashboard, start, Duration::from_secs(8));
    dashboard.act(Action::Zoom);
    dashboard.update(Event::Resize(120, 36), start + Duration::from_secs(8));
    dashboard.act(Action::Zoom);
    dashboard.update(Event::Resize(120, 36), start + Duration::from_secs(20));
    run(&mut dashboard, start, Duration::from_secs(29));
    assert_eq!(page(&dashboard), 0);
    run(&mut dashboard, start, Duration::from_millis(30_500));
    assert_eq!(page(&dashboard), 1);
}

#[test]
fn the_speaker_sees_how_long_it_has_gone_on_past_midnight_too() {
    let clock = |hour, minute| Clock { hour, minute };
    assert_eq!(clock(10, 5).minutes_since(clock(9, 59)), 6);
    assert_eq!(clock(0, 10).minutes_since(clock(23, 50)), 20);
    let mut dashboard = turning(0);
    dashboard.act(Action::Briefing);
    dashboard.update(Event::Resize(120, 36), Instant::now());
    let began = dashboard.scene().state.briefing.as_ref().and_then(|briefing| briefing.began);
    assert_eq!(began, Some(clock(9, 59)));
}

//! A dataset that is read again while it is looked at: what stays, what moves along, what is said.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tradedeck::app::{Action, Notice};
use tradedeck::domain::{Dataset, Problem};
use tradedeck::indicators::Lensed;
use tradedeck::indicators::policy;
use tradedeck::runtime::dashboard::Message;
use tradedeck::runtime::live::Told;
use tradedeck::runtime::{Event, Program};

use super::support::{Screen, Setup, date, load, period};

/// Exports and imports of three years, 50 and 55 billion, with one item; `more` are further rows.
fn rows(more: &str) -> String {
    let mut text = String::from("period,flow,item,value,unit,released\n");
    for month in 0..36 {
        let (year, month) = (2020 + month / 12, month % 12 + 1);
        let released = format!("{}-{:02}-01", year + month / 12, month % 12 + 1);
        for (flow, item, value) in
            [("export", "", 50 + month), ("import", "", 80), ("export", "cars", 5), ("export", "ships", 4)]
        {
            writeln!(text, "{year}-{month:02},{flow},{item},{value},USD billion,{released}").unwrap();
        }
    }
    text + more
}

const JANUARY: &str = "2023-01,export,,60.5,USD billion,2023-02-01\n2023-01,import,,65,USD billion,2023-02-01\n";

fn dataset(text: &str) -> Arc<Dataset> {
    load("trade.csv", text)
}

fn screen(text: &str) -> Screen {
    Setup::of(dataset(text)).screen(120, 36)
}

fn tell(screen: &mut Screen, told: Told) {
    screen.dashboard.update(Event::Message(Message::Told(told)), Instant::now());
}

fn reread(screen: &mut Screen, text: &str) {
    tell(screen, Told::Dataset(Ok(Lensed::ready(dataset(text)))));
}

fn news(screen: &Screen) -> String {
    match screen.state().notices.as_slice() {
        [] => String::new(),
        [Notice::News(words)] => words.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_month_is_announced_and_the_cursor_follows_from_the_latest() {
    let mut screen = screen(&rows(""));
    assert_eq!(screen.state().month(), period("2022-12"));
    reread(&mut screen, &rows(JANUARY));
    assert_eq!(screen.state().month(), period("2023-01"));
    assert_eq!(screen.state().view().as_of(), date("2023-02-01"));
    let words = news(&screen);
    assert_eq!(words, "January 2023: exports 60.5, imports 65.0, balance −4.5; new: deficit for 37 months in a row");
    assert!(screen.text().contains(&format!("+ {words}")), "{}", screen.text());
}

#[test]
fn a_narrow_screen_is_told_what_is_new_before_all_values() {
    let mut screen = Setup::of(dataset(&rows(""))).screen(84, 24);
    reread(&mut screen, &rows(JANUARY));
    let words = "January 2023: exports 60.5, balance −4.5; new: deficit for 37 months in a row";
    assert!(screen.text().contains(&format!("+ {words}")), "{}", screen.text());
}

/// Writing a file beside the dataset may have it read again, after it was told that the file is written.
#[test]
fn what_was_done_is_still_said_where_nothing_is_new() {
    let mut screen = screen(&rows(""));
    screen.press("y");
    let said = |screen: &Screen| screen.text().contains("balance copied as text");
    assert!(said(&screen), "{}", screen.text());
    reread(&mut screen, &rows(""));
    assert!(said(&screen), "{}", screen.text());
    reread(&mut screen, &rows(JANUARY));
    assert!(news(&screen).starts_with("January 2023"));
}

#[test]
fn what_is_looked_at_stays() {
    let mut screen = screen(&rows(""));
    for key in ["5", "Enter", "Down", "Space", "d", "u"] {
        screen.press(key);
    }
    screen.go_to(period("2021-03"));
    let before = screen.state().viewpoint.clone();
    reread(&mut screen, &rows(JANUARY));
    let after = screen.state().viewpoint.clone();
    assert_eq!((after.month, after.focus, after.zoomed), (before.month, before.focus, before.zoomed));
    assert_eq!(
        (after.lens, after.units, after.rows, after.marked),
        (before.lens, before.units, before.rows, before.marked)
    );
    screen.dashboard.act(Action::Undo);
    assert_eq!(screen.state().view().as_of(), date("2023-02-01"), "an earlier view looks at the newest as well");
}

#[test]
fn a_briefing_goes_to_the_page_that_a_new_month_changed() {
    let mut screen = screen(&rows(""));
    for key in ["b", "6", "Enter"] {
        screen.press(key);
    }
    reread(&mut screen, &rows(JANUARY));
    let briefing = screen.state().briefing.as_ref().unwrap();
    assert_eq!((briefing.page, briefing.held), (0, true), "of the balance; what was held stays held");
    assert_eq!((screen.state().month(), screen.state().focused_panel()), (period("2023-01"), "balance"));
    // Another value of an item alone: its page.
    let corrected = rows(JANUARY).replace("2022-12,export,cars,5", "2022-12,export,cars,6");
    reread(&mut screen, &corrected);
    assert_eq!(screen.state().focused_panel(), screen.state().live().news.as_ref().unwrap().panel);
    // What changes nothing leaves the page.
    screen.press("8");
    reread(&mut screen, &corrected);
    assert_eq!(screen.state().briefing.as_ref().unwrap().page, 7);
}

#[test]
fn a_date_that_was_asked_for_stays_and_nothing_newer_is_told() {
    let mut screen = Setup { as_of: Some(date("2023-01-01")), ..Setup::of(dataset(&rows(""))) }.screen(120, 36);
    reread(&mut screen, &rows(JANUARY));
    assert_eq!(screen.state().view().as_of(), date("2023-01-01"));
    assert_eq!(screen.state().month(), period("2022-12"));
    assert_eq!(news(&screen), "");
    assert!(!screen.text().contains("60.5"), "{}", screen.text());
}

#[test]
fn a_value_that_is_another_is_told_with_the_one_before() {
    let mut screen = screen(&rows(""));
    screen.go_to(period("2021-03"));
    let changed = rows("").replace("2022-11,export,,61,", "2022-11,export,,62,");
    reread(&mut screen, &changed);
    assert_eq!(news(&screen), "November 2022: exports 62.00, was 61.00, balance −18.00, was −19.00");
    assert_eq!(screen.state().month(), period("2021-03"), "the cursor did not stand there");
    let told = screen.state().live().news.as_ref().unwrap();
    assert_eq!((told.month, told.panel, told.is_new_month), (period("2022-11"), "balance", false));
    // An item that is another, and one that is gone.
    let cars = changed.replace("2022-12,export,cars,5,", "2022-12,export,cars,5.25,");
    reread(&mut screen, &cars);
    let words = news(&screen);
    assert!(words.starts_with("December 2022: ") && words.contains("5.25, was 5.00"), "{words}");
    let gone = cars.replace("2022-12,export,cars,5.25,USD billion,2023-01-01\n", "");
    reread(&mut screen, &gone);
    assert!(news(&screen).contains("gone"), "{}", news(&screen));
}

#[test]
fn items_that_are_numbered_anew_are_still_the_same() {
    let mut screen = screen(&rows(""));
    for key in ["5", "Down", "Space", "x"] {
        screen.press(key);
    }
    let name = |screen: &Screen| {
        let state = screen.state();
        let of = |member| state.dataset().member_code(member).to_owned();
        (
            state.viewpoint.marked.iter().map(|member| of(*member)).collect::<Vec<_>>(),
            state.lens().without.iter().map(|member| of(*member)).collect::<Vec<_>>(),
        )
    };
    let before = name(&screen);
    assert_eq!(before.0.len(), 1);
    assert_eq!(before.1.len(), 1);
    // Another item comes first in the file.
    let first = rows("").replacen("\n", "\n2020-01,export,aircraft,1,USD billion,2020-02-01\n", 1);
    reread(&mut screen, &first);
    assert_eq!(name(&screen), before);
    // The item is gone: so is what was asked of it.
    let without: String = first
        .lines()
        .filter(|line| !line.contains(&format!(",{},", before.0[0])))
        .map(|line| format!("{line}\n"))
        .collect();
    reread(&mut screen, &without);
    assert_eq!(name(&screen), (vec![], vec![]));
}

#[test]
fn a_broken_file_leaves_the_last_good_picture_marked_stale_until_it_is_mended() {
    let mut screen = screen(&rows(""));
    let good = screen.text();
    let problem = Problem::new("folder/trade.csv", 12, 15, "`x` is not a number", "write digits");
    tell(&mut screen, Told::Dataset(Err(vec![problem])));
    let stale = screen.text();
    assert!(
        stale.contains("STALE") && stale.contains("! trade.csv:12:15: `x` is not a number; write digits"),
        "{stale}"
    );
    assert!(stale.contains(good.lines().nth(2).unwrap()), "the sentence stays");
    screen.press("h");
    assert!(screen.text().contains("trade.csv:12:15"), "also after a key");
    screen.press("l");
    reread(&mut screen, &rows(""));
    assert_eq!(news(&screen), "the source is read again");
    screen.press("h");
    screen.press("l");
    assert_eq!(screen.text(), good);
}

#[test]
fn what_is_new_stands_out_for_a_while_and_then_nothing_moves() {
    let mut screen = screen(&rows(""));
    assert_eq!(screen.dashboard.wake_at(), None);
    reread(&mut screen, &rows(JANUARY));
    let until = screen.dashboard.wake_at().expect("it ends by itself");
    assert!(!screen.dashboard.update(Event::Tick, until - Duration::from_secs(1)).redraw);
    assert!(screen.dashboard.update(Event::Tick, until).redraw);
    assert_eq!((news(&screen), screen.dashboard.wake_at()), (String::new(), None));
    assert!(screen.state().live().news.is_none());
}

/// The names above the key numbers that are new have another colour; that of a number that is not known has not.
#[test]
fn a_number_that_is_not_known_is_not_new() {
    let mut screen = screen(&rows(""));
    let colours = |screen: &Screen| {
        let buffer = screen.buffer();
        let line = screen.text().lines().position(|line| line.contains("EXPORTS PER DAY")).unwrap();
        let row: Vec<&str> = (0..120).map(|x| buffer[(x, line as u16)].symbol()).collect();
        let row = row.concat();
        ["EXPORTS", "BALANCE", "EXPORTS PER DAY"].map(|name| {
            let before = row.find(&format!("{name} ")).unwrap_or_else(|| panic!("{name}: {row}"));
            buffer[(row[..before].chars().count() as u16, line as u16)].fg
        })
    };
    let [own, ..] = colours(&screen);
    reread(&mut screen, &rows(JANUARY));
    let [exports, balance, per_day] = colours(&screen);
    assert!(exports != own && balance != own && per_day == own, "{exports:?} {balance:?} {per_day:?}, own {own:?}");
}

#[test]
fn annual_figures_take_the_place_of_monthly_ones() {
    let mut screen = screen(&rows(""));
    screen.press("5");
    screen.press("Enter");
    let years = "period,flow,value,unit\n2021,export,600,USD billion\n2021,import,700,USD billion\n2022,export,650,USD billion\n2022,import,640,USD billion\n";
    reread(&mut screen, years);
    assert_eq!(screen.state().month(), period("2022"));
    assert!(screen.state().viewpoint.zoomed);
    reread(&mut screen, &rows(""));
    assert_eq!(screen.state().month(), period("2022-12"));
}

#[test]
fn statements_and_policies_that_moved_are_still_the_ones_selected() {
    let mut screen = Setup::korea("2026-10-05").screen(120, 36);
    let selected = |screen: &Screen| {
        let state = screen.state();
        let row = |name: &str| state.viewpoint.rows[state.panels.iter().position(|panel| *panel == name).unwrap()];
        let policies = policy::standings(state.view());
        (state.judgements()[row("claims")].statement.id.clone(), policies[row("policy")].policy.id.clone())
    };
    for key in ["7", "Down", "Down", "Down", "8", "Down", "Down"] {
        screen.press(key);
    }
    let before = selected(&screen);
    let mut moved = Dataset::clone(screen.state().dataset());
    moved.statements.rotate_right(1);
    moved.statements.remove(1);
    // The last one is overdue now, which puts it first.
    let last = policy::standings(screen.state().view()).last().unwrap().policy.id.clone();
    for event in moved.policies.iter_mut().filter(|policy| policy.id == last).flat_map(|policy| &mut policy.events) {
        event.due = Some(date("2017-01-01"));
        event.status = "announced".to_owned();
    }
    let places = |screen: &Screen| screen.state().viewpoint.rows.clone();
    let was = places(&screen);
    tell(&mut screen, Told::Dataset(Ok(Lensed::ready(Arc::new(moved.clone())))));
    assert_eq!(selected(&screen), before);
    assert_ne!(places(&screen), was);
    // The statement is gone: another one is selected, and nothing falls over.
    moved.statements.retain(|statement| statement.id != before.0);
    tell(&mut screen, Told::Dataset(Ok(Lensed::ready(Arc::new(moved)))));
    assert_ne!(selected(&screen).0, before.0);
}

/// The embedded statements on a dataset in which the January balance of 2023 is another.
#[test]
fn verdicts_that_change_are_told() {
    let mut screen = Setup::korea("2023-03-03").screen(120, 36);
    let mut changed = Dataset::clone(screen.state().dataset());
    for series in &mut changed.series {
        for observation in series.observations.iter_mut().filter(|observation| observation.period == period("2023-02"))
        {
            observation.value += observation.value / 10;
        }
    }
    let judged = screen.state().judgements().len();
    assert!(judged > 0);
    tell(&mut screen, Told::Dataset(Ok(Lensed::ready(Arc::new(changed)))));
    screen.state().judgements();
    let verdicts = screen.state().changed_verdicts();
    assert!(!verdicts.is_empty());
    assert!(verdicts.iter().all(|change| change.before != change.after));
    let first = verdicts[0].id.clone();
    screen.dashboard.update(Event::Message(Message::Judged), Instant::now());
    assert!(news(&screen).contains(&format!("verdicts changed: {first} ")), "{}", news(&screen));
}

//! What is said of items is true of the rows as they are shown, whatever the parts are.

use std::sync::Arc;

use proptest::prelude::*;
use tradedeck::app::State;
use tradedeck::config::Range;
use tradedeck::domain::{Calendar, Dataset, Flow, Item, ItemId, ObsStatus, Period, Ratio, Series, SeriesKey, Text};
use tradedeck::indicators::league::Row;
use tradedeck::indicators::{FigureId, LeagueOf};
use tradedeck::ui::format::{NumberStyle, Sign};
use tradedeck::ui::panels;
use tradedeck::ui::sentences::Wording;

use super::support::{Random, Setup, korea};
use crate::figures::build::{Print, dataset, series};

const NOW: Period = Period::month(2023, 2);

/// The values of a part a year ago and now, in tenths of a billion.
type Part = [Option<i64>; 2];

fn of(key: SeriesKey, values: Part) -> Option<Series> {
    let prints = [NOW.year_ago(), NOW].into_iter().zip(values).filter_map(|(period, value)| {
        let value = value? * 100_000_000;
        Some(Print { period, value, rounding: 1, status: ObsStatus::Normal, released: None, presumed: false })
    });
    series(key, &prints.collect::<Vec<_>>(), |_| true)
}

fn country(parts: &[Part], rest: [i64; 2]) -> Dataset {
    let total = [0, 1].map(|at| Some(parts.iter().filter_map(|part| part[at]).sum::<i64>() + rest[at]));
    let mut all: Vec<Series> = of(SeriesKey::total(Flow::Export), total).into_iter().collect();
    all.extend(of(SeriesKey::total(Flow::Import), [Some(5), Some(5)]));
    let key = |n: usize| SeriesKey::item(Flow::Export, ItemId(n as u16 + 1));
    all.extend(parts.iter().enumerate().filter_map(|(n, values)| of(key(n), *values)));
    let mut dataset = dataset(all, Calendar::default(), Vec::new());
    dataset.items.truncate(1);
    dataset.focus_item = None;
    dataset.items.extend((0..parts.len()).map(|n| Item {
        id: format!("part-{n}"),
        classification: "MADE UP".into(),
        name: Text::plain(format!("part {n}")),
        ..Item::default()
    }));
    dataset
}

/// The words between two others.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let rest = &text[text.find(start)? + start.len()..];
    Some(&rest[..rest.find(end).unwrap_or(rest.len())])
}

fn check(dataset: Dataset) {
    let Some(state) = State::new(Arc::new(dataset), None, Some(NOW), panels::names(), Range::All) else { return };
    let style = NumberStyle::of(state.dataset(), '-');
    let wording = Wording { deck: &state.deck, dataset: state.dataset(), style: &style, findings: &[] };
    let sentence = wording.league(LeagueOf::Items);
    let league = state.deck.league(LeagueOf::Items);
    let rows: Vec<&Row> = league.counted().collect();
    let name = |row: &Row| state.dataset().member_name(row.member.unwrap()).en.clone();
    let shown = |value: Ratio| style.money(value, 1, Sign::Never);
    let rate = |row: &Row| row.growth.value.ok().map(|rate| rate.rounded(1));
    if let Some(rest) = sentence.strip_prefix("The largest of ") {
        let count: usize = rest.split(' ').next().unwrap().parse().unwrap();
        assert_eq!(count, rows.len(), "{sentence}");
        let named = between(&sentence, "known: ", ",").unwrap();
        let best = rows.iter().find(|row| name(row) == named).unwrap();
        let value = best.value.value.unwrap();
        assert!(sentence.contains(&shown(value)), "{sentence}");
        for other in rows.iter().filter(|row| name(row) != named) {
            let other = other.value.value.unwrap();
            assert!(other < value && shown(other) != shown(value), "{sentence}: {other:?}");
        }
        let share = style.decimal(best.share.value.unwrap(), 1, Sign::Minus);
        assert!(sentence.ends_with(&format!(", {share}% of exports")), "{sentence}");
    }
    if sentence.contains(" rose") {
        let grown: Vec<&&Row> = rows.iter().filter(|row| rate(row).is_some()).collect();
        let rose = grown.iter().filter(|row| rate(row).unwrap() > 0).count();
        let first = sentence.split(' ').next().unwrap();
        let said = match first {
            "None" => 0,
            "All" => grown.len(),
            number => number.parse().unwrap(),
        };
        assert_eq!(said, rose, "{sentence}");
        let of_these = between(&sentence, "the ", " item").unwrap();
        assert_eq!(of_these, grown.len().to_string(), "{sentence}");
        assert_eq!(sentence.contains("known a year earlier"), grown.len() < rows.len(), "{sentence}");
    }
    for (verb, sign) in [(" added ", 1), (" alone added ", 1), (" took ", -1), (" alone took off ", -1)] {
        let Some((named, points)) = sentence.split("; ").last().and_then(|clause| clause.split_once(verb)) else {
            continue;
        };
        if named.contains(" alone") {
            continue;
        }
        let mover = rows.iter().find(|row| name(row) == named).unwrap();
        let size = |row: &Row| row.contribution.value.ok().map(|value| value.rounded(1) * sign);
        let number = points.split(' ').next().unwrap();
        assert_eq!(number, style.decimal(mover.contribution.value.unwrap(), 1, Sign::Never), "{sentence}");
        let others = rows.iter().filter(|row| name(row) != named);
        assert!(others.clone().all(|row| size(row) < size(mover)), "{sentence}: nothing moved the total more");
        let total = league.total.growth.value.unwrap().rounded(1) * sign;
        assert!(total > 0 && (verb.contains("alone") == (size(mover).unwrap() > total)), "{sentence}: {total}");
    }
    if rows.is_empty() {
        assert!(sentence.starts_with("No items") || sentence.starts_with("None of the"), "{sentence}");
    }
}

proptest! {
    #![proptest_config(crate::figures::cases(1000))]

    #[test]
    fn what_is_said_of_items_is_true(
        parts in proptest::collection::vec([proptest::option::of(0..60_i64), proptest::option::of(0..60_i64)], 0..9),
        rest in [0..200_i64, 0..200_i64],
    ) {
        check(country(&parts, rest));
    }
}

/// One cursor, one date, one lens: after any moves all panels are about the same.
#[test]
fn after_random_moves_all_panels_agree() {
    let commands: Vec<&str> = tradedeck::app::COMMANDS.iter().map(|command| command.name).collect();
    let leaves = ["quit", "suspend", "command_line", "find", "help", "why", "records", "notes"];
    let mut random = Random(7);
    let mut screen = Setup::of(korea()).screen(120, 36);
    for step in 0..300 {
        let name = random.pick(&commands);
        if !leaves.contains(&name) {
            let action = tradedeck::app::command::action(name, &panels::names()).unwrap();
            screen.dashboard.act(action);
        }
        let state = screen.state();
        let (deck, viewpoint) = (&state.deck, &state.viewpoint);
        assert_eq!((deck.month, deck.as_of, deck.lens()), (viewpoint.month, viewpoint.as_of, &viewpoint.lens));
        assert_eq!(state.view().as_of(), viewpoint.as_of);
        for of in [LeagueOf::Items, LeagueOf::Partners] {
            let league = deck.league(of);
            let figure = if league.flow == Flow::Import { FigureId::Imports } else { FigureId::Exports };
            let kept = deck.figure(figure).value.ok();
            if league.keeps_lens && kept.is_some() {
                assert_eq!(league.total.value.value.ok(), kept, "step {step}: {name}");
            }
        }
        let fresh = State::new(korea(), Some(viewpoint.as_of), Some(viewpoint.month), panels::names(), viewpoint.range);
        let mut fresh = fresh.unwrap();
        fresh.look_through(viewpoint.lens.clone()).unwrap();
        let values = |state: &State| state.deck.figures().iter().map(|figure| figure.value).collect::<Vec<_>>();
        assert_eq!(values(state), values(&fresh), "step {step}: {name}: nothing is left of earlier views");
    }
}

/// What a reader adds up on the screen is the total, whichever rows there is room for.
#[test]
fn rows_that_are_seen_and_others_add_up_to_the_total() {
    let mut seen = 0;
    for size in [(80, 24), (120, 36), (200, 56)] {
        for panel in ["items", "partners"] {
            for zoomed in [false, true] {
                let mut screen = Setup::of(korea()).at("2026-07").screen(size.0, size.1);
                let place = panels::names().iter().position(|name| *name == panel).unwrap();
                screen.show(place, zoomed);
                for _ in 0..14 {
                    seen += usize::from(adds_up(&screen.text(), zoomed));
                    screen.dashboard.act(tradedeck::app::Action::RowBy(1));
                }
            }
        }
    }
    assert!(seen > 60, "only {seen} tables were seen");
}

/// Adds up the column of values between a table's header and its total; false where there is no such table.
fn adds_up(frame: &str, zoomed: bool) -> bool {
    let lines: Vec<&str> = frame.lines().collect();
    let Some(total) = lines.iter().position(|line| line.contains("  total ") && line.contains("100.0")) else {
        return false;
    };
    let header = lines[..total].iter().rposition(|line| line.contains("$bn") && line.contains("y/y")).unwrap();
    let left = lines[total][..lines[total].find("total").unwrap()].chars().count();
    let right = lines[header][..lines[header].find("$bn").unwrap()].chars().count() + 3;
    let cell = |line: &str| -> String { line.chars().skip(left).take(right - left).collect() };
    let value = |line: &&str| cell(line).split_whitespace().last().and_then(|word| word.parse::<f64>().ok());
    let rows = &lines[header + 1..total];
    let sum: f64 = rows.iter().filter_map(value).sum();
    let off = (sum - value(&lines[total]).unwrap()).abs();
    let half = if zoomed { 0.005 } else { 0.05 };
    assert!(off <= half * (rows.len() + 1) as f64, "{off}\n{frame}");
    true
}

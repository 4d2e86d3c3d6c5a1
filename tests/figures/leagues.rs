//! League tables: what is counted, what is left, in which order; on made-up parts and on Korea's months.

use std::sync::Arc;

use proptest::prelude::*;
use tradedeck::domain::{
    Calendar, Dataset, Flow, Item, ItemId, Member, ObsStatus, Period, Ratio, Series, SeriesKey, Text, View,
};
use tradedeck::indicators::league::{League, PartsSum, league};
use tradedeck::indicators::{LeagueOf, Lens, Lensed, SortBy, Span};

use super::build::{Print, dataset, series};
use super::cases;
use crate::support::korea;

const NOW: Period = Period::month(2023, 2);

fn print(period: Period, value: i64) -> Print {
    Print { period, value, rounding: 1, status: ObsStatus::Normal, released: None, presumed: false }
}

fn of(key: SeriesKey, values: [Option<i64>; 2]) -> Option<Series> {
    let prints: Vec<Print> = [NOW.year_ago(), NOW]
        .into_iter()
        .zip(values)
        .filter_map(|(period, value)| Some(print(period, value?)))
        .collect();
    series(key, &prints, |_| true)
}

/// A country whose items are `parts`, each with the values of a year ago and of now, and the part it lies within.
fn country(total: [i64; 2], parts: &[([Option<i64>; 2], Option<u16>)]) -> Dataset {
    let mut all: Vec<Series> = of(SeriesKey::total(Flow::Export), total.map(Some)).into_iter().collect();
    let key = |n: usize| SeriesKey::item(Flow::Export, ItemId(n as u16 + 1));
    all.extend(parts.iter().enumerate().filter_map(|(n, (values, _))| of(key(n), *values)));
    let mut dataset = dataset(all, Calendar::default(), Vec::new());
    dataset.items.truncate(1);
    dataset.focus_item = None;
    dataset.items.extend(parts.iter().enumerate().map(|(n, (_, within))| Item {
        id: format!("part-{n}"),
        classification: "MADE UP".into(),
        name: Text::plain(format!("Part {n}")),
        part_of: within.map(ItemId),
        ..Item::default()
    }));
    dataset
}

fn league_of(dataset: Dataset, lens: Lens) -> League {
    let plain = Lensed::plain(View::new(Arc::new(dataset), None));
    league(&plain.through(lens).unwrap(), LeagueOf::Items, NOW)
}

fn sum(league: &League, of: impl Fn(&tradedeck::indicators::league::Row) -> Option<Ratio>) -> Ratio {
    league.counted().filter_map(of).fold(Ratio::whole(0), Ratio::plus)
}

proptest! {
    #![proptest_config(cases(500))]

    /// Whatever is known of the parts: they and the others are the total, in every column.
    #[test]
    fn parts_and_others_are_the_total(
        parts in proptest::collection::vec((proptest::option::of(0..1_000_000_i64), proptest::option::of(1..1_000_000_i64)), 1..25),
        rest in (0..5_000_000_i64, 1..5_000_000_i64),
    ) {
        let values: Vec<_> = parts.iter().map(|(now, before)| ([*before, *now], None)).collect();
        let known = |at: usize| values.iter().filter_map(|(values, _)| values[at]).sum::<i64>();
        let league = league_of(country([known(0) + rest.1, known(1) + rest.0], &values), Lens::default());
        if league.counted().next().is_some() {
            let total = |row: &tradedeck::indicators::league::Row| row.value.value.ok();
            prop_assert_eq!(sum(&league, total).plus(league.others.value.value.unwrap()), league.total.value.value.unwrap());
            let shares = sum(&league, |row| row.share.value.ok());
            let rest = league.others.share.value.unwrap_or(Ratio::whole(0));
            prop_assert_eq!(shares.plus(rest), Ratio::whole(100));
        }
        if league.counted().any(|row| row.contribution.value.is_ok()) {
            let points = sum(&league, |row| row.contribution.value.ok());
            prop_assert_eq!(Ok(points.plus(league.others.contribution.value.unwrap())), league.total.growth.value);
        }
        let complete = league.counted().count() > 0 && league.others.value.value == Ok(Ratio::whole(0));
        prop_assert_eq!(league.sum == PartsSum::Complete, complete);
    }

    /// Each order puts what it names first, what the month does not tell last, and nothing away.
    #[test]
    fn orders_are_orders(parts in proptest::collection::vec((proptest::option::of(0..1_000_i64), proptest::option::of(1..1_000_i64)), 1..20)) {
        let values: Vec<_> = parts.iter().map(|(now, before)| ([*before, *now], None)).collect();
        let dataset = country([100_000, 100_000], &values);
        let league = league_of(dataset.clone(), Lens::default());
        for by in SortBy::ALL {
            let order = league.order(&dataset, by);
            let mut all = order.clone();
            all.sort_unstable();
            prop_assert_eq!(all, (0..league.rows.len()).collect::<Vec<_>>());
            let known: Vec<bool> = order.iter().map(|row| league.rows[*row].value.value.is_ok()).collect();
            prop_assert!(known.windows(2).all(|pair| pair[0] || !pair[1]), "unknown rows are last");
            let number = |row: &usize| {
                let row = &league.rows[*row];
                match by {
                    SortBy::Value => row.value.value.ok(),
                    SortBy::Growth => row.growth.value.ok(),
                    SortBy::Contribution => row.contribution.value.ok(),
                    SortBy::Share => row.share_change.value.ok(),
                    SortBy::Name => None,
                }
            };
            let shown: Vec<_> = order.iter().filter(|row| league.rows[**row].value.value.is_ok()).map(number).collect();
            prop_assert!(shown.windows(2).all(|pair| pair[0] >= pair[1]), "{by:?}: {shown:?}");
        }
    }
}

#[test]
fn a_part_of_a_part_is_not_counted_twice() {
    let parts = [([Some(40), Some(60)], None), ([Some(30), Some(50)], Some(1)), ([Some(20), Some(20)], None)];
    let league = league_of(country([100, 100], &parts), Lens::default());
    assert_eq!(league.counted().count(), 2);
    assert_eq!(league.others.value.value, Ok(Ratio::whole(20)));
    let order = league.order(&country([100, 100], &parts), SortBy::Value);
    assert_eq!(order, [0, 1, 2], "it stands below what it lies within, not in its own place");
    // Where the whole is not known, the part counts for itself.
    let alone = [([Some(40), None], None), ([Some(30), Some(50)], Some(1))];
    let league = league_of(country([100, 100], &alone), Lens::default());
    assert_eq!((league.counted().count(), league.others.value.value), (1, Ok(Ratio::whole(50))));
}

#[test]
fn parts_beyond_the_total_are_told_and_have_no_concentration() {
    let league = league_of(country([100, 100], &[([None, Some(80)], None), ([None, Some(50)], None)]), Lens::default());
    assert_eq!(league.sum, PartsSum::Exceed(Ratio::whole(30)));
    assert_eq!(league.concentration, None);
}

#[test]
fn what_a_lens_takes_out_is_no_row_and_not_in_the_total() {
    let parts = [([Some(40), Some(60)], None), ([Some(20), Some(20)], None)];
    let lens = Lens { without: vec![Member::Item(ItemId(1))], ..Lens::default() };
    let league = league_of(country([100, 100], &parts), lens);
    assert_eq!(league.rows.len(), 1);
    assert_eq!(league.total.value.value, Ok(Ratio::whole(40)));
    assert_eq!(league.rows[0].share.value, Ok(Ratio::whole(50)));
    assert_eq!(league.total.growth.value, Ok(Ratio::new(-100, 3).unwrap()), "60 a year ago, 40 now");
}

fn of_korea(of: LeagueOf, month: Period) -> League {
    league(&Lensed::plain(View::new(korea(), None)), of, month)
}

#[test]
fn one_classification_at_a_time() {
    let korea = korea();
    for month in Period::span(Period::month(2018, 9), Period::month(2026, 9)) {
        for of in [LeagueOf::Items, LeagueOf::Partners] {
            let league = of_korea(of, month);
            for row in &league.rows {
                let scheme = match row.member.unwrap() {
                    Member::Item(item) => korea.item(item).classification.clone(),
                    Member::Partner(partner) => korea.partner(partner).scheme.clone(),
                };
                assert_eq!(scheme, league.scheme, "{month}");
            }
            let exceeds = matches!(league.sum, PartsSum::Exceed(_));
            assert!(!exceeds, "{month}: the {of:?} of {} are more than the total: {:?}", league.scheme, league.sum);
        }
    }
}

/// The months for which the embedded dataset has most: enough rows to be worth a table.
#[test]
fn the_dense_months_are_dense() {
    let known = |of, month| of_korea(of, month).counted().count();
    for (month, least) in [("2022-11", 15), ("2023-01", 15), ("2026-05", 16), ("2026-06", 16), ("2026-07", 20)] {
        let month = Period::parse(month).unwrap();
        assert!(known(LeagueOf::Items, month) >= least, "items of {month}");
    }
    for month in Period::span(Period::month(2020, 1), Period::month(2022, 7)) {
        assert_eq!(known(LeagueOf::Partners, month), 49, "partners of {month}");
    }
}

/// Contributions as known for July 2026 and the others make the growth of exports, exactly.
#[test]
fn july_2026_adds_up() {
    let league = of_korea(LeagueOf::Items, Period::month(2026, 7));
    let named = sum(&league, |row| row.contribution.value.ok());
    assert_eq!(Ok(named.plus(league.others.contribution.value.unwrap())), league.total.growth.value);
    assert_eq!(league.sum, PartsSum::WithOthers);
}

#[test]
fn partners_have_both_flows_and_a_balance() {
    let league = of_korea(LeagueOf::Partners, Period::month(2022, 5));
    for row in &league.rows {
        let (imports, balance) = (row.imports.clone().unwrap(), row.balance.clone().unwrap());
        let expected = row.value.value.unwrap().minus(imports.value.unwrap());
        assert_eq!(balance.value, Ok(expected), "{:?}", row.member);
    }
}

#[test]
fn a_missing_month_is_missing_under_every_span() {
    let plain = Lensed::plain(View::new(korea(), None));
    for span in [Span::YearToDate, Span::OneYear, Span::ThreeMonths] {
        let lensed = plain.through(Lens::default().over(span)).unwrap();
        let league = league(&lensed, LeagueOf::Items, Period::month(2023, 2));
        for row in &league.rows {
            let series = lensed.member(row.member.unwrap()).unwrap();
            let (first, last) = lensed.lens().periods(Period::month(2023, 2));
            let whole = Period::span(first, last).all(|month| series.exports.value(month).is_some());
            assert_eq!(row.value.value.is_ok(), whole, "{span:?} {:?}", row.member);
        }
    }
}

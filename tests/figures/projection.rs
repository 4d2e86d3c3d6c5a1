//! The projection of a year where something is wanting.

use tradedeck::domain::{Calendar, DayCount, DaysBasis, Period, Ratio, Vintage, Window};
use tradedeck::indicators::projection::projection;
use tradedeck::indicators::{Projection, TargetFigure, target_formulas};

use super::build::settled;
use crate::support::{korea, state};

/// Twelve months of each year, growing by a tenth a year, from January 2015 on.
fn steady(months: usize) -> Vintage {
    let value = |month: usize| 1_000_000 * 11_i64.pow(month as u32 / 12) / 10_i64.pow(month as u32 / 12);
    settled(Period::month(2015, 1), (0..months).map(|month| Some(value(month))))
}

/// As many working days in every month.
fn even_days() -> Calendar {
    let mut calendar = Calendar::default();
    for month in Period::span(Period::month(2015, 1), Period::month(2026, 12)) {
        let days = DayCount { half_days: 40, basis: DaysBasis::Published };
        calendar.counts.insert((month, Window::Whole), days);
    }
    calendar
}

#[test]
fn a_year_that_grows_as_before_ends_where_it_should() {
    let june = Period::month(2023, 6);
    let projected = projection(1, &steady(102), &even_days(), june).unwrap();
    let year = projected.year.value.unwrap();
    assert_eq!(year.rounded(0), 12 * i128::from(steady(102).value(june).unwrap()), "{year:?}");
    assert_eq!(projected.tested, (2018..2023).collect::<Vec<_>>(), "three complete years come before each");
    assert_eq!(projected.mean_error, Ratio::whole(0));
    assert_eq!(projected.path.last().unwrap(), &(Period::month(2023, 12), year.rounded(0) as i64));
    assert_eq!(projected.path[0].1 - projected.path[1].1, projected.path[1].1 - projected.path[2].1);
}

#[test]
fn few_years_give_a_point_and_its_errors_but_no_interval() {
    let projected = projection(1, &steady(76), &even_days(), Period::month(2021, 4)).unwrap();
    assert_eq!(projected.tested, [2018, 2019, 2020]);
    assert_eq!((projected.interval, projected.chance), (None, None));
    assert!(projection(1, &steady(40), &even_days(), Period::month(2018, 4)).is_none(), "nothing to test it on");
}

#[test]
fn there_is_none_without_days_months_or_a_rest_of_the_year() {
    let month = Period::month(2023, 6);
    let none = |exports: &Vintage, calendar: &Calendar, month| projection(1, exports, calendar, month).is_none();
    assert!(none(&steady(102), &Calendar::default(), month));
    assert!(none(&steady(108), &even_days(), Period::month(2023, 12)), "the year is over");
    let mut readings: Vec<Option<i64>> = (0..102).map(|_| Some(5_000_000)).collect();
    readings[100] = None;
    assert!(none(&settled(Period::month(2015, 1), readings.clone()), &even_days(), month), "May is missing");
    readings[100] = Some(0);
    readings[84..].fill(Some(0));
    assert!(none(&settled(Period::month(2015, 1), readings), &even_days(), month), "nothing grows from zero");
}

#[test]
fn the_chance_falls_as_the_target_rises_and_is_never_certain() {
    let exports = settled(Period::month(2015, 1), (0..100).map(|month| Some(1_000_000 + month * 7_919 % 90_000)));
    let month = Period::month(2023, 4);
    let chance = |goal| projection(goal, &exports, &even_days(), month).unwrap().chance;
    let chances: Vec<f64> = (10..16).filter_map(|millions| chance(millions * 1_000_000)).collect();
    assert!(chances.len() == 6 && chances.windows(2).all(|pair| pair[0] > pair[1]), "{chances:?}");
    assert_eq!(chance(1_000_000), None, "reached");
    assert_eq!([0.0, 0.049, 0.05, 0.4751, 0.95, 0.951, 1.0].map(Projection::in_fives), [0, 0, 5, 50, 95, 100, 100]);
}

#[test]
fn values_beyond_all_measure_do_not_stop_the_program() {
    let huge = settled(Period::month(2015, 1), (0..102).map(|month| Some(i64::MAX / 50 - month)));
    let projected = projection(i64::MAX, &huge, &even_days(), Period::month(2023, 6));
    assert!(projected.is_none_or(|projected| projected.year.value.is_ok()));
}

#[test]
fn what_is_explained_is_what_is_projected() {
    let state = state(&korea(), Some("2026-10-01"), Some("2026-07"));
    let deck = &state.deck;
    let standing = deck.main_target().unwrap();
    let derived = target_formulas::target_derivation(deck, standing, TargetFigure::Projection);
    assert_eq!(derived.result().value, deck.projection(standing).unwrap().year.value);
}

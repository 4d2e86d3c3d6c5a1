//! Amounts up to the largest that is read. Tests are built with overflow checks: nothing here may
//! panic, and what comes out must be right.

use std::sync::Arc;

use proptest::prelude::*;
use tradedeck::domain::{
    Calendar, DayCount, DaysBasis, Flow, ObsStatus, Period, Ratio, SeriesKey, View, Vintage, Window, money,
};
use tradedeck::indicators::lens::{Lens, Net};
use tradedeck::indicators::share::Part;
use tradedeck::indicators::{
    Comparison, Measured, Span, Streaks, Undefined, attainment, balance, cumulative, growth, record,
};
use tradedeck::indicators::{Deck, Lensed};

use super::build::{CHIPS, Print, Seen, TOTALS, dataset, date, series, settled, target};

const FIRST: Period = Period::month(2018, 1);
const MONTHS: i32 = 64;
const LIMIT: i64 = money::LIMIT;

/// Anything that can be read, the ends most of all; primes, so that fractions do not cancel.
fn amount() -> impl Strategy<Value = i64> {
    let near_the_end = LIMIT - 1000..=LIMIT;
    prop_oneof![
        2 => near_the_end.clone(),
        2 => near_the_end.prop_map(|value| -value),
        1 => Just(9_999_999_999_999_937),
        1 => Just(9_999_999_999_999_917),
        1 => -3..=3_i64,
        3 => -LIMIT..=LIMIT,
    ]
}

fn amounts() -> impl Strategy<Value = Vec<Option<i64>>> {
    let positive = prop_oneof![Just(false), Just(true)];
    (positive, proptest::collection::vec(prop_oneof![1 => Just(None), 40 => amount().prop_map(Some)], MONTHS as usize))
        .prop_map(|(positive, values)| match positive {
            true => values.into_iter().map(|value| value.map(i64::abs)).collect(),
            false => values,
        })
}

/// Days as odd as a file may give them.
fn calendar() -> impl Strategy<Value = Calendar> {
    proptest::collection::vec(0..=62_u32, MONTHS as usize + 12).prop_map(|days| {
        let count = |(n, half_days)| {
            let key = (FIRST.plus(n as i32), Window::Whole);
            (key, DayCount { half_days, basis: DaysBasis::Published })
        };
        Calendar { counts: days.into_iter().enumerate().map(count).collect(), ..Calendar::default() }
    })
}

/// Uses a number in every way that screens and reports do.
fn exercise(numbers: &[Measured]) {
    let known: Vec<Ratio> = numbers.iter().filter_map(|measured| measured.value.ok()).collect();
    for ratio in &known {
        for decimals in 0..=3 {
            let rounded = ratio.rounded(decimals) as f64;
            let expected = ratio.approximate() * 10_f64.powi(decimals as i32);
            assert!(
                (rounded - expected).abs() <= 0.5 + expected.abs() * 1e-12,
                "{ratio:?} to {decimals} decimals is {rounded}"
            );
        }
        let decimal: f64 = ratio.decimal(15).parse().unwrap();
        assert!((decimal - ratio.approximate()).abs() <= 1e-14 + decimal.abs() * 1e-14, "{ratio:?} is {decimal}");
    }
    for pair in known.windows(2) {
        let (a, b) = (pair[0].approximate(), pair[1].approximate());
        if (a - b).abs() > (a.abs() + b.abs()) * 1e-12 {
            assert_eq!(pair[0].cmp(&pair[1]), a.total_cmp(&b), "{pair:?}");
        }
    }
}

/// The approximate value of a formula in `f64`, where it is defined.
fn assert_about(measured: &Measured, expected: f64, magnitude: f64) {
    if let Ok(found) = measured.value {
        assert!((found.approximate() - expected).abs() <= magnitude * 1e-12, "{found:?} for {expected}");
    }
}

fn part_numbers(item: &Vintage, total: &Vintage, calendar: &Calendar, month: Period) -> Vec<Measured> {
    let part = Part::at(item, total, month);
    let numbers = vec![
        part.share(),
        part.share_change(),
        part.contribution(),
        part.rest(),
        part.rest_growth(),
        Lens::default().daily().growth(
            Net { whole: total, without: std::slice::from_ref(item) },
            None,
            calendar,
            month,
        ),
    ];
    let values = [(item, month), (total, month), (item, month.year_ago()), (total, month.year_ago())];
    if let [Some(p), Some(x), Some(q), Some(y)] =
        values.map(|(vintage, period)| vintage.value(period).map(|value| value as f64))
    {
        let (now, before) = (100.0 * p / x, 100.0 * q / y);
        assert_about(&numbers[1], now - before, now.abs() + before.abs());
        assert_about(&numbers[2], 100.0 * (p - q) / y, 100.0 * (p.abs() + q.abs()) / y.abs());
    }
    numbers
}

fn series_numbers(vintage: &Vintage, calendar: &Calendar, month: Period) -> Vec<Measured> {
    let ytd = |month| cumulative::year_to_date(vintage, month);
    let (seen, plain) = (Seen::plain(vintage, calendar), Lens::default);
    vec![
        seen.growth(month),
        seen.through(plain().against(Comparison::PeriodBefore)).growth(month),
        seen.through(plain().against(Comparison::FiveYearMean)).growth(month),
        seen.change(month),
        seen.through(plain().daily()).value(month),
        seen.through(plain().daily()).growth(month),
        seen.through(plain().daily().over(Span::OneYear).against(Comparison::FiveYearMean)).growth(month),
        growth::rate(ytd(month), ytd(month.year_ago())),
        seen.through(plain().over(Span::OneYear)).growth(month),
        seen.through(plain().over(Span::ThreeMonths)).value(month),
    ]
}

fn attainment_numbers(value: i64, vintage: &Vintage, calendar: &Calendar, month: Period) -> Vec<Measured> {
    let goal = target(SeriesKey::total(Flow::Export), month.year(), value, date(2018, 1, 1));
    let found = attainment(&goal, vintage, calendar, month);
    if let (Ok(profile), Ok(pace)) = (found.profile.value, found.pace.value) {
        let expected = value as f64 * profile.approximate() / 100.0;
        assert!((pace.approximate() - expected).abs() <= expected.abs() * 1e-12, "{pace:?} for {expected}");
    }
    vec![
        found.done,
        found.achieved,
        found.profile,
        found.pace,
        found.gap,
        found.remaining,
        found.needed_per_period,
        found.needed_per_day,
        found.needed_growth,
        found.last_year,
        found.growth_asked,
        found.days_left.map_or(Measured::undefined(Undefined::NoWorkingDays), Measured::exact),
    ]
}

proptest! {
    #![proptest_config(super::cases(300))]

    #[test]
    fn growth_and_sums(values in amounts(), calendar in calendar()) {
        let vintage = settled(FIRST, values);
        for month in Period::span(FIRST, FIRST.plus(MONTHS)) {
            exercise(&series_numbers(&vintage, &calendar, month));
            let _ = record::record(&vintage, month);
        }
        let _ = Streaks::find(&vintage, &vintage, FIRST.plus(MONTHS));
    }

    #[test]
    fn parts_and_totals(item in amounts(), total in amounts(), calendar in calendar()) {
        let (item, total) = (settled(FIRST, item), settled(FIRST, total));
        for month in Period::span(FIRST, FIRST.plus(MONTHS)) {
            let mut numbers = part_numbers(&item, &total, &calendar, month);
            numbers.push(balance::cover_ratio(&item, &total, month));
            numbers.push(balance::normalised(&item, &total, month));
            exercise(&numbers);
        }
    }

    #[test]
    fn targets(values in amounts(), value in amount(), calendar in calendar()) {
        let vintage = settled(FIRST, values);
        for month in Period::span(FIRST.plus(24), FIRST.plus(MONTHS)) {
            exercise(&attainment_numbers(value, &vintage, &calendar, month));
        }
    }

    /// Years that all but cancel out, as those of a balance may: their shares are no profile.
    #[test]
    fn targets_for_balances(high in LIMIT - 1000..=LIMIT, low in 1..1000_i64, value in amount(), months in proptest::collection::vec(0..12_usize, 6)) {
        let year = |n: usize| (0..12_usize).map(move |month| Some(if month < n { high } else { -high } / 12 + low));
        let vintage = settled(FIRST, months.iter().flat_map(|n| year(*n)));
        for month in Period::span(FIRST.plus(24), FIRST.plus(MONTHS)) {
            let numbers = attainment_numbers(value, &vintage, &Calendar::default(), month);
            let profile = numbers[2].value.map_or(0.0, Ratio::approximate);
            prop_assert!((0.0..=100.0).contains(&profile), "{profile} % of the year by {month}");
            exercise(&numbers);
        }
    }

    #[test]
    fn whole_decks(
        exports in amounts(), imports in amounts(), balances in amounts(), chips in amounts(), calendar in calendar(),
        goals in (amount(), amount()), month in 0..MONTHS, rounding in prop_oneof![Just(1_i64), Just(LIMIT)],
    ) {
        let prints = |values: &[Option<i64>]| -> Vec<Print> {
            let known = values.iter().enumerate().filter_map(|(n, value)| Some((FIRST.plus(n as i32), (*value)?)));
            let print = |(period, value, rounding, delay): (Period, i64, i64, i64)| Print {
                period,
                value,
                rounding,
                status: ObsStatus::Provisional,
                released: Some(period.last_day() + chrono::Duration::days(delay)),
                presumed: false,
            };
            // Everything is revised to its mirror image.
            known.flat_map(|(period, value)| [print((period, value, 1, 1)), print((period, -value, rounding, 40))]).collect()
        };
        let keys = [TOTALS[0], TOTALS[1], TOTALS[2], SeriesKey::item(Flow::Export, CHIPS)];
        let all = keys.iter().zip([exports, imports, balances, chips]);
        let all = all.filter_map(|(key, values)| series(*key, &prints(&values), |_| true)).collect();
        let month = FIRST.plus(month);
        let targets = vec![
            target(TOTALS[0], month.year(), goals.0, date(2018, 1, 1)),
            target(TOTALS[2], month.year(), goals.1, date(2018, 1, 1)),
        ];
        let dataset = Arc::new(dataset(all, calendar, targets));
        for as_of in [None, Some(month.last_day())] {
            let view = View::new(Arc::clone(&dataset), as_of);
            let deck = Deck::compute(Arc::new(Lensed::plain(view)), month);
            let figure = |value| Measured { value, status: ObsStatus::Normal, inputs: Vec::new() };
            exercise(&deck.figures().iter().map(|f| figure(f.value)).collect::<Vec<_>>());
        }
    }
}

//! Runs, records and contributions of random series against slow and obvious definitions.

use proptest::prelude::*;
use tradedeck::domain::{Calendar, ObsStatus, Period, Ratio, Vintage};
use tradedeck::indicators::share::Part;
use tradedeck::indicators::{Run, RunKind, Standing, Streaks, record};

use super::build::{Cell, Seen, settled, vintage};

fn status() -> impl Strategy<Value = ObsStatus> {
    use ObsStatus::{Break, Estimated, Normal, Provisional};
    prop_oneof![6 => Just(Normal), 2 => Just(Provisional), 1 => Just(Estimated), 1 => Just(Break)]
}

/// Small values, so that zeros and ties are common, with gaps.
fn cells(low: i64, high: i64) -> impl Strategy<Value = Vec<Cell>> {
    let cell = prop_oneof![1 => Just(None), 8 => (low..=high, status()).prop_map(Some)];
    proptest::collection::vec(cell, 1..48)
}

fn first_month() -> impl Strategy<Value = Period> {
    (2000..2003, 1_u32..=12).prop_map(|(year, month)| Period::month(year, month))
}

/// Whether a run's condition held; `None` where unknown; and whether that may still change.
type Known = Option<(bool, bool)>;

fn known(kind: RunKind, balance: &Vintage, exports: &Vintage, period: Period) -> Known {
    // A break in the series is no provisional value.
    let soft = |status| matches!(status, ObsStatus::Provisional | ObsStatus::Estimated);
    match kind {
        RunKind::Deficit | RunKind::Surplus => {
            let reading = balance.reading(period)?;
            let holds = if kind == RunKind::Deficit { reading.value < 0 } else { reading.value > 0 };
            Some((holds, soft(reading.status)))
        }
        RunKind::ExportDecline | RunKind::ExportRise => {
            let now = exports.reading(period)?;
            let before = exports.reading(period.minus(12))?;
            let holds =
                if kind == RunKind::ExportDecline { now.value < before.value } else { now.value > before.value };
            Some((holds, soft(now.status) || soft(before.status)))
        }
    }
}

/// All pairs of a first and a last period between which the condition held, with something else at both ends.
fn brute_force(kind: RunKind, flags: &[Known], first: Period) -> Vec<Run> {
    let holds = |index: usize| flags[index].is_some_and(|(holds, _)| holds);
    let mut runs = Vec::new();
    for from in 0..flags.len() {
        for to in from..flags.len() {
            let throughout = (from..=to).all(holds);
            let grows_left = from > 0 && holds(from - 1);
            let grows_right = to + 1 < flags.len() && holds(to + 1);
            if !throughout || grows_left || grows_right {
                continue;
            }
            let stopped_left = from > 0 && flags[from - 1].is_some();
            let stopped_right = to + 1 == flags.len() || flags[to + 1].is_some();
            runs.push(Run {
                kind,
                start: first.plus(from as i32),
                end: first.plus(to as i32),
                length: (to - from + 1) as u32,
                exact: stopped_left && stopped_right,
                rank: 0,
                is_current: to + 1 == flags.len(),
                provisional: flags[from..=to].iter().flatten().filter(|(_, soft)| *soft).count() as u32,
            });
        }
    }
    let lengths: Vec<u32> = runs.iter().map(|run| run.length).collect();
    for run in &mut runs {
        run.rank = 1 + lengths.iter().filter(|length| **length > run.length).count() as u32;
    }
    runs
}

/// The latest earlier period that is at least as extreme, looking back one by one.
fn look_back(values: &[Option<i64>], at: usize, first: Period, extreme: impl Fn(i64, i64) -> bool) -> Standing {
    let value = values[at].unwrap();
    let found = (0..at).rev().find(|index| values[*index].is_some_and(|earlier| extreme(earlier, value)));
    // What lies before the first known value is not a gap in the data.
    let start = values.iter().position(Option::is_some).unwrap();
    let from = found.map_or(start, |index| index + 1);
    let gap = (from..at).any(|index| values[index].is_none());
    match found {
        Some(index) => Standing::Since { period: first.plus(index as i32), tied: values[index] == Some(value), gap },
        None => Standing::Record { start: first.plus(start as i32), gap },
    }
}

proptest! {
    #![proptest_config(super::cases(400))]

    #[test]
    fn runs_are_those_of_brute_force(
        balance in cells(-2, 2), exports in cells(0, 3), first in first_month(), shift in -6..=6_i32, end in 0..60_i32,
    ) {
        let balance_first = first.plus(shift);
        let (balance, exports) = (vintage(balance_first, &balance), vintage(first, &exports));
        let month = first.plus(end);
        let streaks = Streaks::find(&balance, &exports, month);
        let start = first.min(balance_first);
        let mut found = streaks.runs.as_slice();
        for kind in [RunKind::Deficit, RunKind::Surplus, RunKind::ExportDecline, RunKind::ExportRise] {
            let flags: Vec<Known> = Period::span(start, month).map(|period| known(kind, &balance, &exports, period)).collect();
            let expected = brute_force(kind, &flags, start);
            let (of_kind, rest) = found.split_at(expected.len().min(found.len()));
            prop_assert_eq!(of_kind, expected.as_slice());
            found = rest;

            let longest = expected.iter().map(|run| run.length).max();
            let first_longest = expected.iter().find(|run| Some(run.length) == longest);
            prop_assert_eq!(streaks.longest(kind), first_longest);
            let current = expected.iter().find(|run| run.end == month);
            prop_assert_eq!(streaks.current(kind), current);
            for (index, run) in expected.iter().enumerate() {
                let as_long = expected[..index].iter().rfind(|earlier| earlier.length >= run.length);
                prop_assert_eq!(streaks.last_as_long(run), as_long);
            }
        }
        prop_assert_eq!(found, &[]);
    }

    #[test]
    fn runs_of_a_balance_and_of_its_mirror_image_change_places(balance in cells(-2, 2), first in first_month()) {
        let mirror: Vec<Cell> = balance.iter().map(|cell| cell.map(|(value, status)| (-value, status))).collect();
        let month = first.plus(balance.len() as i32 - 1);
        let runs = |cells: &[Cell], kind| {
            let streaks = Streaks::find(&vintage(first, cells), &Vintage::default(), month);
            streaks.of(kind).map(|run| (run.start, run.end, run.exact, run.rank, run.provisional)).collect::<Vec<_>>()
        };
        prop_assert_eq!(runs(&balance, RunKind::Deficit), runs(&mirror, RunKind::Surplus));
    }

    #[test]
    fn what_comes_later_changes_no_run_that_has_ended(balance in cells(-2, 2), first in first_month(), cut in 0..48_i32) {
        let whole = vintage(first, &balance);
        let month = first.plus(cut);
        let early = Streaks::find(&whole.until(month), &Vintage::default(), month);
        let late = Streaks::find(&whole, &Vintage::default(), first.plus(60));
        let ended = |streaks: &Streaks| {
            let ended = streaks.runs.iter().filter(|run| run.end < month).map(|run| (run.kind, run.start, run.end, run.exact));
            ended.collect::<Vec<_>>()
        };
        prop_assert_eq!(early.runs.clone(), Streaks::find(&whole, &Vintage::default(), month).runs);
        prop_assert_eq!(ended(&early), ended(&late));
    }

    #[test]
    fn records_are_those_of_brute_force(
        values in proptest::collection::vec(prop_oneof![1 => Just(None), 8 => (-6..=6_i64).prop_map(Some)], 1..60),
        first in first_month(),
    ) {
        let series = settled(first, values.iter().copied());
        for (at, value) in values.iter().enumerate() {
            let period = first.plus(at as i32);
            let found = record::record(&series, period);
            let Some(value) = *value else {
                prop_assert_eq!(found, None);
                continue;
            };
            let found = found.unwrap();
            let so_far: Vec<(usize, i64)> = values[..=at].iter().enumerate().filter_map(|(n, v)| Some((n, (*v)?))).collect();
            let count = |test: &dyn Fn(usize, i64) -> bool| so_far.iter().filter(|(n, v)| test(*n, *v)).count() as u32;
            let same_month = |n: usize| (at - n).is_multiple_of(12);
            prop_assert_eq!((found.period, found.value), (period, value));
            prop_assert_eq!(found.rank, count(&|_, v| v > value) + 1);
            prop_assert_eq!(found.rank_from_lowest, count(&|_, v| v < value) + 1);
            prop_assert_eq!(found.count, so_far.len() as u32);
            prop_assert_eq!(found.tied, so_far.iter().any(|(n, v)| *n != at && *v == value));
            prop_assert_eq!(found.rank_same_month, count(&|n, v| same_month(n) && v > value) + 1);
            prop_assert_eq!(found.count_same_month, count(&|n, _| same_month(n)));
            prop_assert_eq!(found.highest, look_back(&values, at, first, |earlier, now| earlier >= now));
            prop_assert_eq!(found.lowest, look_back(&values, at, first, |earlier, now| earlier <= now));
            let best = so_far.iter().filter(|(n, _)| *n < at).map(|(_, v)| *v).max();
            let when = best.and_then(|best| so_far.iter().find(|(_, v)| *v == best).copied());
            prop_assert_eq!(found.best_before, when.map(|(n, v)| (first.plus(n as i32), v)));
        }
    }

    #[test]
    fn contributions_of_a_full_split_add_up_exactly(
        parts in proptest::collection::vec((0..=500_000_000_000_000_i64, 0..=500_000_000_000_000_i64), 1..20),
    ) {
        let (before, now) = (Period::annual(2022), Period::annual(2023));
        let total_before: i64 = parts.iter().map(|(before, _)| before).sum();
        let total_now: i64 = parts.iter().map(|(_, now)| now).sum();
        prop_assume!(total_before > 0);
        let total = settled(before, [Some(total_before), Some(total_now)]);
        let mut sum = Ratio::whole(0);
        let mut shares = Ratio::whole(0);
        for (part_before, part_now) in parts {
            let item = settled(before, [Some(part_before), Some(part_now)]);
            let part = Part::at(&item, &total, now);
            sum = sum.plus(part.contribution().value.unwrap());
            shares = shares.plus(Part::at(&item, &total, before).share().value.unwrap());
            prop_assert_eq!(part.rest().value, Ok(Ratio::whole(i128::from(total_now - part_now))));
        }
        prop_assert_eq!(Ok(sum), Seen::plain(&total, &Calendar::default()).growth(now).value);
        prop_assert_eq!(shares, Ratio::whole(100));
    }

    /// `ds = (c - s * g) / (1 + g)` with the share a year ago, the contribution and the growth as fractions.
    #[test]
    fn the_change_of_a_share_follows_from_contribution_and_growth(
        total in (1..=1_000_000_i64, 1..=1_000_000_i64), item in (0..=1_000_000_i64, 0..=1_000_000_i64),
    ) {
        let (before, now) = (Period::annual(2022), Period::annual(2023));
        let item_vintage = settled(before, [Some(item.0), Some(item.1)]);
        let total_vintage = settled(before, [Some(total.0), Some(total.1)]);
        let part = Part::at(&item_vintage, &total_vintage, now);
        let percent = |ratio: Ratio| ratio.over(Ratio::whole(100)).unwrap();
        let contribution = percent(part.contribution().value.unwrap());
        let growth = percent(Seen::plain(&total_vintage, &Calendar::default()).growth(now).value.unwrap());
        // s * g = (item / total) * g, both a year ago.
        let share_times_growth = growth.times(i128::from(item.0)).over(Ratio::whole(i128::from(total.0))).unwrap();
        let change = contribution.minus(share_times_growth).over(Ratio::whole(1).plus(growth)).unwrap();
        prop_assert_eq!(part.share_change().value, Ok(change.times(100)));
    }
}

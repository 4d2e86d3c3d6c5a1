//! What can be seen as of a date: random releases of random prints, seen on every date.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use proptest::prelude::*;
use tradedeck::domain::{
    Calendar, Dataset, Date, Flow, ObsStatus, Observation, Period, SeriesKey, Target, View, Vintage,
};
use tradedeck::indicators::{Deck, Lensed};

use super::build::{CHIPS, Print, TOTALS, dataset, date, series, target};

const FIRST: Period = Period::month(2022, 1);
const MONTHS: i32 = 18;

/// Exports, imports, the balance, chips: every print, in no particular order.
type Prints = [Vec<Print>; 4];

const KEYS: [SeriesKey; 4] = [TOTALS[0], TOTALS[1], TOTALS[2], SeriesKey::item(Flow::Export, CHIPS)];

fn day(offset: i64) -> Date {
    date(2022, 1, 1) + chrono::Duration::days(offset)
}

/// The days of release and the days before them.
fn evenings() -> impl Iterator<Item = Date> {
    (0..26).flat_map(|n| [day(n * 30 - 1), day(n * 30)])
}

fn evening() -> impl Strategy<Value = Date> {
    (0..26_i64, 0..=1_i64).prop_map(|(n, before)| day(n * 30 - before))
}

/// Mostly few days, so that releases coincide; now and then no date at all.
fn released() -> impl Strategy<Value = Option<Date>> {
    prop_oneof![1 => Just(None), 9 => (0..24_i64).prop_map(|n| Some(day(n * 30)))]
}

fn status() -> impl Strategy<Value = ObsStatus> {
    prop_oneof![Just(ObsStatus::Normal), Just(ObsStatus::Provisional), Just(ObsStatus::Estimated)]
}

/// Values printed in ones, tens or hundreds, close enough to one another to agree now and then.
fn print(low: i64, high: i64) -> impl Strategy<Value = Print> {
    (0..MONTHS, low..=high, prop_oneof![Just(1_i64), Just(10), Just(100)], status(), released(), any::<bool>())
        .prop_map(|(month, value, rounding, status, released, presumed)| Print {
            period: FIRST.plus(month),
            value: value / rounding * rounding,
            rounding,
            status,
            released,
            presumed: presumed && released.is_some(),
        })
}

fn prints() -> impl Strategy<Value = Prints> {
    // One release prints a period once: files where it does so twice are refused.
    let once = |prints: Vec<Print>| {
        let mut seen = HashSet::new();
        prints.into_iter().filter(|print| seen.insert((print.period, print.released))).collect::<Vec<_>>()
    };
    let some = move |low, high| proptest::collection::vec(print(low, high), 0..60).prop_map(once);
    (some(0, 400), some(0, 400), some(-200, 200), some(0, 100)).prop_map(|(x, m, b, p)| [x, m, b, p])
}

fn build(prints: &Prints, targets: &[Target], keep: impl Fn(&Print) -> bool) -> Dataset {
    let series = KEYS.iter().zip(prints).filter_map(|(key, prints)| series(*key, prints, &keep)).collect();
    dataset(series, Calendar::default(), targets.to_vec())
}

/// The value of a period on a day: prints one after the other, each replacing the one before unless
/// it is coarser and agrees with it.
fn expected(prints: &[Print], period: Period, day: Date) -> Option<Print> {
    let mut known: Vec<Print> =
        prints.iter().copied().filter(|print| print.period == period && print.known_on(day)).collect();
    known.sort_by_key(|print| print.released);
    known.into_iter().reduce(|before, later| {
        let agrees = 2 * (later.value - before.value).abs() <= later.rounding;
        if later.rounding > before.rounding && agrees { before } else { later }
    })
}

/// A value and what it was rounded to.
type Rounded = (i64, i64);

/// The later value is coarser and says the same.
fn only_confirms(later: Rounded, before: Option<Rounded>) -> bool {
    before.is_some_and(|before| later.1 > before.1 && 2 * (later.0 - before.0).abs() <= later.1)
}

/// The balance of a period on a day, release by release: the difference of exports and imports of one
/// release, or of one of them and the other as known then; or the printed balance, where it stands
/// alone or is finer and says something else.
fn expected_balance(prints: &Prints, period: Period, day: Date) -> Option<Rounded> {
    let of_period = |print: &&Print| print.period == period && print.known_on(day);
    let releases: BTreeSet<Option<Date>> =
        prints[..3].iter().flatten().filter(of_period).map(|print| print.released).collect();
    let (mut exports, mut imports, mut shown) = (None, None, None);
    for release in releases {
        let [x, m, b] = [0, 1, 2].map(|flow: usize| {
            let print = prints[flow].iter().filter(of_period).find(|print| print.released == release);
            print.map(|print| (print.value, print.rounding))
        });
        let mut news = false;
        for (known, new) in [(&mut exports, x), (&mut imports, m)] {
            if let Some(new) = new.filter(|new| !only_confirms(*new, *known)) {
                *known = Some(new);
                news = true;
            }
        }
        let pair = if x.is_some() && m.is_some() { x.zip(m) } else { exports.zip(imports).filter(|_| news) };
        let difference = pair.map(|(x, m): (Rounded, Rounded)| (x.0 - m.0, x.1 + m.1));
        let told = match (difference, b) {
            (Some(difference), Some(printed)) if printed.1 >= difference.1 || printed.0 == difference.0 => {
                Some(difference)
            }
            (difference, None) => difference,
            (_, printed) => printed,
        };
        if let Some(told) = told.filter(|told| !only_confirms(*told, shown)) {
            shown = Some(told);
        }
    }
    shown
}

/// Value, rounding, status, inputs.
type Content = (i64, i64, ObsStatus, Vec<Observation>);

/// All of a vintage that does not depend on where observations stand in a file.
fn contents(dataset: &Dataset, vintage: &Vintage) -> (Option<Period>, Vec<(Period, Option<Content>)>) {
    let inputs = |ids: &[_]| ids.iter().map(|id| *dataset.observation(*id)).collect::<Vec<_>>();
    let readings = vintage.iter().map(|(period, reading)| {
        (period, reading.map(|reading| (reading.value, reading.rounding, reading.status, inputs(reading.inputs()))))
    });
    (vintage.first(), readings.collect())
}

/// The same of a deck.
fn deck_contents(view: &View, month: Period) -> String {
    let deck = Deck::compute(Arc::new(Lensed::plain(view.clone())), month);
    let figures: Vec<_> = deck
        .figures()
        .iter()
        .map(|figure| {
            let inputs: Vec<Observation> = figure.inputs.iter().map(|id| *view.dataset().observation(*id)).collect();
            (figure.id, figure.value, figure.status, figure.as_of, inputs)
        })
        .collect();
    let targets: Vec<_> = deck
        .targets
        .iter()
        .map(|target| {
            let numbers =
                [&target.done, &target.achieved, &target.profile, &target.pace, &target.gap, &target.remaining];
            (target.target.announced, numbers.map(|measured| (measured.value, measured.status)))
        })
        .collect();
    format!("{figures:?} {:?} {:?} {:?} {:?} {targets:?}", deck.streaks, deck.records, deck.health, deck.fragile_months)
}

fn view(dataset: &Arc<Dataset>, as_of: Date) -> View {
    View::new(Arc::clone(dataset), Some(as_of))
}

/// Value, rounding and the month in which it was released, if known.
type Short = (i64, i64, Option<i64>);

fn of_one_month(released: &[Short]) -> Vec<Print> {
    let print = |(value, rounding, months): &Short| Print {
        period: FIRST,
        value: *value,
        rounding: *rounding,
        status: ObsStatus::Normal,
        released: months.map(|months| day(months * 30)),
        presumed: false,
    };
    released.iter().map(print).collect()
}

/// The history of a balance that follows from these prints.
fn values_of_balance(exports: &[Short], imports: &[Short], printed: &[Short]) -> Vec<i64> {
    let prints = [of_one_month(exports), of_one_month(imports), of_one_month(printed), Vec::new()];
    let view = View::new(Arc::new(build(&prints, &[], |_| true)), None);
    let steps = view.revisions(TOTALS[2], FIRST);
    let last = view.vintage(TOTALS[2]).value(FIRST);
    assert_eq!(steps.last().map(|step| step.reading.value), last);
    steps.iter().map(|step| step.reading.value).collect()
}

#[test]
fn the_newest_release_tells_the_balance() {
    assert_eq!(values_of_balance(&[(460, 10, Some(1))], &[(590, 10, Some(1))], &[(-127, 1, Some(2))]), [-130, -127]);
    // Exports are revised after that, alone: they are set against imports as known then.
    let exports = [(460, 10, Some(1)), (486, 1, Some(3))];
    assert_eq!(values_of_balance(&exports, &[(590, 10, Some(1))], &[(-127, 1, Some(2))]), [-130, -127, -104]);
    // One release prints all three: the balance where it is finer, else exports less imports.
    assert_eq!(values_of_balance(&[(460, 10, Some(1))], &[(590, 10, Some(1))], &[(-127, 1, Some(1))]), [-127]);
    assert_eq!(values_of_balance(&[(462, 1, Some(1))], &[(589, 1, Some(1))], &[(-130, 10, Some(1))]), [-127]);
    assert_eq!(values_of_balance(&[(465, 5, Some(1))], &[(590, 5, Some(1))], &[(-130, 10, Some(1))]), [-125]);
}

#[test]
fn sides_released_one_after_the_other_make_a_balance_once_both_are_known() {
    assert_eq!(values_of_balance(&[(460, 1, Some(1))], &[(590, 1, Some(2))], &[]), [-130]);
    assert_eq!(values_of_balance(&[(460, 1, Some(1))], &[], &[]), Vec::<i64>::new());
}

#[test]
fn undated_prints_come_before_dated_ones() {
    // Nobody knows when exports of 100 were published, but those of 120 came after them.
    assert_eq!(values_of_balance(&[(100, 1, None), (120, 1, Some(2))], &[(50, 1, None)], &[]), [50, 70]);
}

#[test]
fn a_coarser_balance_that_agrees_confirms_the_difference() {
    assert_eq!(
        values_of_balance(&[(46_274, 1, Some(1))], &[(58_925, 1, Some(1))], &[(-12_700, 100, Some(2))]),
        [-12_651]
    );
    assert_eq!(
        values_of_balance(&[(46_274, 1, Some(1))], &[(58_925, 1, Some(1))], &[(-12_800, 100, Some(2))]),
        [-12_651, -12_800]
    );
}

proptest! {
    #![proptest_config(super::cases(200))]

    #[test]
    fn the_newest_release_wins_unless_it_confirms_a_finer_one(prints in prints()) {
        let dataset = Arc::new(build(&prints, &[], |_| true));
        for as_of in evenings() {
            let view = view(&dataset, as_of);
            for (key, prints) in KEYS.iter().zip(&prints).filter(|(key, _)| key.flow != Flow::Balance) {
                let vintage = view.vintage(*key);
                for period in Period::span(FIRST.minus(1), FIRST.plus(MONTHS)) {
                    let expected = expected(prints, period, as_of);
                    let found = vintage.reading(period).map(|reading| (reading.value, reading.rounding, reading.status));
                    prop_assert_eq!(found, expected.map(|print| (print.value, print.rounding, print.status)));
                }
            }
        }
    }

    #[test]
    fn no_reading_rests_on_a_later_release(prints in prints()) {
        let dataset = Arc::new(build(&prints, &[], |_| true));
        for as_of in evenings() {
            let view = view(&dataset, as_of);
            for key in KEYS {
                for (period, reading) in view.vintage(key).iter() {
                    let inputs = reading.map(|reading| reading.inputs().to_vec()).unwrap_or_default();
                    for id in inputs {
                        let observation = dataset.observation(id);
                        prop_assert!(observation.release.is_known_on(as_of));
                        prop_assert_eq!(observation.period, period);
                    }
                }
                for period in Period::span(FIRST, FIRST.plus(MONTHS - 1)) {
                    let later = |date: Option<Date>| date.is_some_and(|date| date > as_of);
                    prop_assert!(view.revisions(key, period).iter().all(|step| !later(step.release.date)));
                }
            }
        }
    }

    /// The strongest form: what is released later might as well not be in the files.
    #[test]
    fn the_past_looks_as_if_later_releases_did_not_exist(
        prints in prints(), as_of in evening(), month in 0..MONTHS,
        announced in proptest::collection::vec((0..24_i64, 1000..5000_i64, 0..2_usize, 2022..=2023), 0..4),
    ) {
        let targets: Vec<Target> =
            announced.iter().map(|(when, value, key, year)| target(TOTALS[*key], *year, *value, day(when * 30))).collect();
        let announced: Vec<Target> = targets.iter().filter(|target| target.announced <= as_of).cloned().collect();
        let everything = Arc::new(build(&prints, &targets, |_| true));
        let until_then = Arc::new(build(&prints, &announced, |print| print.known_on(as_of)));
        let (now, then) = (view(&everything, as_of), view(&until_then, as_of));
        for key in KEYS {
            prop_assert_eq!(contents(&everything, &now.vintage(key)), contents(&until_then, &then.vintage(key)));
        }
        let month = FIRST.plus(month);
        prop_assert_eq!(deck_contents(&now, month), deck_contents(&then, month));
    }

    #[test]
    fn a_vintage_starts_and_ends_with_a_value(prints in prints(), as_of in evening()) {
        let dataset = Arc::new(build(&prints, &[], |_| true));
        let view = view(&dataset, as_of);
        for key in KEYS {
            let vintage = view.vintage(key);
            for end in [vintage.first(), vintage.last()].into_iter().flatten() {
                prop_assert!(vintage.value(end).is_some(), "{end}");
            }
            prop_assert_eq!(vintage.first().is_none(), vintage.iter().next().is_none());
        }
    }

    #[test]
    fn the_last_revision_is_what_the_view_shows(prints in prints(), as_of in evening()) {
        let dataset = Arc::new(build(&prints, &[], |_| true));
        let view = view(&dataset, as_of);
        for key in KEYS {
            let vintage = view.vintage(key);
            for period in Period::span(FIRST, FIRST.plus(MONTHS - 1)) {
                let steps = view.revisions(key, period);
                let last = steps.last().map(|step| step.reading.value);
                prop_assert_eq!(last, vintage.value(period), "{:?} {}", key.flow, period);
                prop_assert!(steps.is_sorted_by_key(|step| step.release.date));
                // Each step is what the view showed on its date.
                for (step, next) in steps.iter().zip(steps.iter().skip(1).map(Some).chain([None])) {
                    let replaced_at_once = next.is_some_and(|next| next.release.date == step.release.date);
                    let shown_then = |date| View::new(Arc::clone(&dataset), Some(date)).vintage(key).value(period);
                    if let (Some(date), false) = (step.release.date, replaced_at_once) {
                        prop_assert_eq!(shown_then(date), Some(step.reading.value));
                    }
                }
            }
        }
    }

    #[test]
    fn balances_follow_release_by_release(prints in prints()) {
        let dataset = Arc::new(build(&prints, &[], |_| true));
        for as_of in evenings() {
            let balance = view(&dataset, as_of).vintage(TOTALS[2]);
            for period in Period::span(FIRST, FIRST.plus(MONTHS - 1)) {
                let found = balance.reading(period).map(|reading| (reading.value, reading.rounding));
                prop_assert_eq!(found, expected_balance(&prints, period, as_of), "{} on {}", period, as_of);
            }
        }
    }
}

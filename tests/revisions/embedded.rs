//! The embedded figures from release to release.

use std::sync::Arc;

use tradedeck::domain::{Date, Flow, Period, SeriesKey, View};
use tradedeck::indicators::revisions::{
    Known, Stage, Step, Usual, chain, changes, known, releases, revisions, usual, words,
};

use crate::support::korea;

const BALANCE: SeriesKey = SeriesKey::total(Flow::Balance);
const EXPORTS: SeriesKey = SeriesKey::total(Flow::Export);

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn view(as_of: &str) -> View {
    View::new(korea(), Some(date(as_of)))
}

#[test]
fn a_release_day_says_what_it_changed() {
    let days = releases(&view("2023-03-03"));
    assert!(days.windows(2).all(|pair| pair[0].date < pair[1].date));
    let first = days.iter().find(|day| day.date == date("2023-03-01")).unwrap();
    assert!(!first.presumed);
    let of = |key, month| first.changes.iter().find(|it| it.key == key && it.period == Period::month(2023, month));
    assert_eq!(of(BALANCE, 1).unwrap().by(), Some(39_000_000), "-12.689 to -12.65bn");
    assert_eq!(of(BALANCE, 2).unwrap().before, None, "the first of February");
    assert!(first.first_values() > 0 && first.revised() > 0);
    let settled = days.iter().find(|day| day.date == date("2023-02-15")).unwrap();
    assert!(!settled.presumed, "customs printed on the same day");
    assert!(days.iter().find(|day| day.date == date("2010-02-15")).unwrap().presumed);
    assert!(days.last().unwrap().date <= date("2023-03-03"));
}

#[test]
fn release_days_and_the_changes_between_dates_agree() {
    let (from, to) = (date("2022-12-31"), date("2023-06-30"));
    let between = changes(&korea(), from, to);
    assert!(between.is_sorted_by_key(|change| change.before.is_none()), "revisions first");
    let revised: Vec<u64> = between.iter().filter_map(|it| it.by()).map(i64::unsigned_abs).collect();
    assert!(revised.is_sorted_by_key(|size| std::cmp::Reverse(*size)), "the largest first");
    let days = releases(&view("2023-06-30"));
    let days: Vec<_> = days.iter().filter(|day| day.date > from).collect();
    for change in &between {
        let steps = days.iter().flat_map(|day| &day.changes);
        let steps: Vec<_> = steps.filter(|it| (it.key, it.period) == (change.key, change.period)).collect();
        assert_eq!(steps.first().unwrap().before, change.before, "{change:?}");
        assert_eq!(steps.last().unwrap().after, change.after, "{change:?}");
    }
    assert!(changes(&korea(), to, to).is_empty());
}

#[test]
fn the_four_balances_of_january_2023() {
    let day = |as_of: &str| {
        let balance = view(as_of).vintage(BALANCE).value(Period::month(2023, 1)).unwrap();
        (balance + 5_000_000 * balance.signum()) / 10_000_000
    };
    assert_eq!(["2023-02-15", "2023-03-03", "2023-06-15", "2026-10-05"].map(day), [-1269, -1265, -1252, -1270]);
    let changed = changes(&korea(), date("2023-02-15"), date("2023-03-03"));
    assert!(changed.iter().any(|it| it.key == BALANCE && it.period == Period::month(2023, 1)));
}

#[test]
fn the_flash_chain_of_a_month() {
    let exports = chain(&view("2026-10-05"), EXPORTS, Period::month(2023, 1));
    let found: Vec<(Stage, i64, Option<i64>)> = exports
        .iter()
        .map(|link| (link.stage, link.reading.value / 1_000_000, link.step.map(|step| step / 1_000_000)))
        .collect();
    assert_eq!(
        found,
        [
            (Stage::First10, 13_900, None),
            (Stage::First20, 33_600, Some(19_700)),
            (Stage::FirstPrint, 46_266, Some(12_666)),
            (Stage::Settled, 46_339, Some(73)),
        ]
    );
    let balance = chain(&view("2026-10-05"), BALANCE, Period::month(2023, 1));
    let stages: Vec<Stage> = balance.iter().map(|link| link.stage).collect();
    use Stage::{First10, First20, FirstPrint, Revised, Settled};
    assert_eq!(stages, [First10, First20, FirstPrint, Revised, Revised, Revised, Settled]);
    let then = chain(&view("2023-01-25"), BALANCE, Period::month(2023, 1));
    assert_eq!(then.iter().map(|link| link.stage).collect::<Vec<_>>(), [First10, First20], "the month was not over");
    assert!(exports.iter().chain(&balance).all(|link| !words::stage(link.stage).is_empty()));
}

#[test]
fn how_much_exports_are_usually_revised() {
    let Usual::Summed { is_percent: true, statistics } = usual(&view("2026-10-05"), EXPORTS) else { panic!() };
    assert!(statistics.n >= 36, "{}", statistics.n);
    assert!(statistics.mean_absolute > 0.05 && statistics.mean_absolute < 1.0, "{}", statistics.mean_absolute);
    let Usual::Summed { is_percent: false, statistics } = usual(&view("2026-10-05"), BALANCE) else { panic!() };
    assert!(statistics.mean_absolute > 1e7 && statistics.mean_absolute < 1e9, "money: a balance has no percent");
    let settled = revisions(&view("2026-10-05"), EXPORTS, Step::FirstToSettled);
    let january = settled.iter().find(|it| it.period == Period::month(2023, 1)).unwrap();
    assert_eq!(january.by(), 46_339_145_202 - 46_266_000_000);
    assert!(settled.iter().all(|it| it.period >= Period::month(2021, 1)), "before, no first print is in the data");
}

#[test]
fn months_of_which_only_the_settled_value_is_there_say_so() {
    let of = |as_of: &str, period: Period| known(&view(as_of), EXPORTS, period);
    let old = Period::month(2010, 5);
    assert_eq!(of("2023-03-03", old), Known::SettledOnly { since: date("2011-02-15") });
    assert_eq!(of("2011-02-14", old), Known::NotCollected { settled_from: date("2011-02-15") });
    assert_eq!(of("2010-05-20", old), Known::NotYet, "it was not over");
    assert_eq!(of("2023-03-03", Period::month(2023, 1)), Known::Printed);
    assert_eq!(of("2023-03-03", Period::month(2023, 3)), Known::NotYet);
    let said = words::known(of("2011-02-14", old)).unwrap();
    assert!(said.contains("first print not in the data") && said.contains("2011-02-15"), "{said}");
    assert_eq!(words::known(Known::Printed), None);
}

#[test]
fn nothing_newer_than_the_date_is_told() {
    let as_of = date("2022-06-15");
    let view = View::new(korea(), Some(as_of));
    let dataset = Arc::clone(view.dataset());
    for change in releases(&view).iter().flat_map(|day| &day.changes) {
        for id in change.after.inputs() {
            assert!(dataset.observation(*id).release.is_known_on(as_of), "{change:?}");
        }
    }
}

//! Whatever the figures were before they were rounded, the result lies within the bounds; and the bounds are reached.

use std::sync::Arc;

use proptest::prelude::*;

use tradedeck::claims::{evaluate, language};
use tradedeck::domain::{Calendar, Dataset, Flow, ObsStatus, Period, SeriesKey, View};

use crate::figures::build::{self, CHIPS, Print};
use crate::figures::cases;

const FORMULAS: [&str; 10] = [
    "export - import",
    "balance",
    "ytd(balance)",
    "growth(export)",
    "share(export[chips], export)",
    "share(export[chips], export) - year_ago(share(export[chips], export))",
    "share(ytd(balance), year(year_ago(balance)))",
    "growth(ytd(export - export[chips]))",
    "100 * (export - import) / (export + import)",
    "export / import * year_ago(import)",
];

const MARCH: Period = Period::month(2023, 3);

/// Fifteen months of exports, imports and chips.
fn dataset(values: &[[i64; 3]], rounding: i64) -> Arc<Dataset> {
    let keys = [SeriesKey::total(Flow::Export), SeriesKey::total(Flow::Import), SeriesKey::item(Flow::Export, CHIPS)];
    let series = keys.iter().enumerate().filter_map(|(column, key)| {
        let print = |(month, values): (usize, &[i64; 3])| Print {
            period: Period::month(2022, 1).plus(month as i32),
            value: values[column],
            rounding,
            status: ObsStatus::Provisional,
            released: None,
            presumed: false,
        };
        let prints: Vec<Print> = values.iter().enumerate().map(print).collect();
        build::series(*key, &prints, |_| true)
    });
    Arc::new(build::dataset(series.collect(), Calendar::default(), Vec::new()))
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn the_truth_lies_within(
        truth in prop::collection::vec([40_000_i64..70_000, 20_000_i64..39_000, 5_000_i64..15_000], 15),
        rounding in prop::sample::select(vec![10_i64, 100, 1_000]),
    ) {
        let printed: Vec<[i64; 3]> =
            truth.iter().map(|row| row.map(|value| (value + rounding / 2) / rounding * rounding)).collect();
        let (exact, rounded) = (View::new(dataset(&truth, 1), None), View::new(dataset(&printed, rounding), None));
        for formula in FORMULAS {
            let expression = language::parse(formula, &mut &**exact.dataset()).unwrap();
            let found = evaluate(&rounded, &expression, MARCH).unwrap();
            let true_value = evaluate(&exact, &expression, MARCH).unwrap();
            prop_assert!(true_value.bounds.is_point());
            prop_assert!(found.bounds.contains(true_value.value), "{}: {:?} not in {:?}", formula, true_value.value, found.bounds);
            prop_assert!(found.bounds.contains(found.value), "{}", formula);
        }
    }

    #[test]
    fn the_bounds_are_reached(
        values in prop::collection::vec([40_i64..70, 20_i64..39, 5_i64..15], 15),
        corner in prop::collection::vec(any::<bool>(), 4),
    ) {
        // Of a quotient of sums every corner of the box lies within, and two of them are the bounds.
        let printed: Vec<[i64; 3]> = values.iter().map(|row| row.map(|value| value * 1_000)).collect();
        let rounded = View::new(dataset(&printed, 1_000), None);
        let expression = language::parse("growth(export - export[chips])", &mut &**rounded.dataset()).unwrap();
        let bounds = evaluate(&rounded, &expression, MARCH).unwrap().bounds;
        let at = |ends: [bool; 4]| {
            let mut moved = printed.clone();
            for (place, end) in [(14, 0), (14, 2), (2, 0), (2, 2)].into_iter().zip(ends) {
                moved[place.0][place.1] += if end { 500 } else { -500 };
            }
            evaluate(&View::new(dataset(&moved, 1), None), &expression, MARCH).unwrap().value
        };
        prop_assert!(bounds.contains(at([corner[0], corner[1], corner[2], corner[3]])));
        prop_assert_eq!(at([true, false, false, true]), bounds.high);
        prop_assert_eq!(at([false, true, true, false]), bounds.low);
    }
}

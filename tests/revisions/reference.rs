//! What was known when, and how large revisions are, in an independent computation on made-up vintages.

use std::sync::Arc;

use tradedeck::domain::{
    Calendar, Dataset, Flow, ObsStatus, Observation, Origin, Period, Release, Series, SeriesKey, View,
};
use tradedeck::indicators::revisions::{Step, Usual, revisions, statistics, triangle, usual, words};

use crate::figures::build;
use crate::figures::table::rows;

const EXPORTS: SeriesKey = SeriesKey::total(Flow::Export);

/// Exports of 24 months: a print, a revision two weeks later (`R` there, provisional here), a settled value.
fn dataset() -> Arc<Dataset> {
    let rows = rows("synthetic_vintages");
    let observation = |(line, row): (usize, &crate::figures::table::Row)| Observation {
        period: row.period("period").unwrap(),
        value: row.int("value_kusd") * 1000,
        rounding: 1000,
        status: if row.text("status") == "F" { ObsStatus::Normal } else { ObsStatus::Provisional },
        release: Release { date: Some(row.text("realtime_start").parse().unwrap()), presumed: false },
        source: None,
        origin: Origin { file: 0, line: line as u32 + 2 },
    };
    let mut observations: Vec<Observation> = rows.iter().enumerate().map(observation).collect();
    observations.sort_by_key(|observation| (observation.period, observation.release));
    Arc::new(build::dataset(vec![Series { key: EXPORTS, observations }], Calendar::default(), Vec::new()))
}

#[test]
fn a_view_knows_what_was_known() {
    let dataset = dataset();
    for row in rows("ref_asof") {
        let view = View::new(Arc::clone(&dataset), Some(row.text("as_of").parse().unwrap()));
        let reading = view.vintage(EXPORTS).reading(row.period("period").unwrap()).copied();
        assert_eq!(
            reading.map(|reading| reading.value),
            row.maybe_int("value_kusd").map(|value| value * 1000),
            "{row}"
        );
        let status = match row.text("status") {
            "NOT_YET_PUBLISHED" => None,
            "F" => Some(ObsStatus::Normal),
            _ => Some(ObsStatus::Provisional),
        };
        assert_eq!(reading.map(|reading| reading.status), status, "{row}");
    }
}

#[test]
fn the_statistics_are_those_of_the_reference() {
    let view = View::new(dataset(), None);
    let percent: Vec<f64> = revisions(&view, EXPORTS, Step::FirstToSettled)
        .iter()
        .map(|revision| revision.percent().unwrap().approximate())
        .collect();
    let found = statistics(&percent).unwrap();
    let mut checked = 0;
    for row in rows("ref_revisions") {
        let value = match row.text("metric") {
            "n" => found.n as f64,
            "mean_revision_pct" => found.mean,
            "mean_abs_revision_pct" => found.mean_absolute,
            "median_revision_pct" => found.median,
            "sd_revision_pct" => found.deviation,
            "rms_revision_pct" => found.root_mean_square,
            "share_upward" => found.share_upward,
            "min" => found.least,
            "max" => found.greatest,
            "t_naive" => found.t,
            "t_hac" => found.t_robust,
            "quartile_q1" => found.lower_quartile,
            "quartile_q3" => found.upper_quartile,
            "hac_lags_bartlett" => continue,
            other => panic!("{other} is not checked"),
        };
        let expected = row.float("value").unwrap();
        assert!((value - expected).abs() < 1e-8, "{row}: {value} for {expected}");
        checked += 1;
    }
    assert_eq!(checked, 13);
}

#[test]
fn the_usual_size_is_said_where_there_are_twelve() {
    let dataset = dataset();
    let said = |as_of: &str| {
        let view = View::new(Arc::clone(&dataset), Some(as_of.parse().unwrap()));
        words::usual(&usual(&view, EXPORTS), |amount| amount.to_string())
    };
    assert_eq!(said("2026-03-01"), "usually revised ±0.2% (n=24)");
    assert_eq!(said("2024-02-14"), "no revision known yet");
    assert_eq!(said("2024-03-20"), "revised so far: 2024-01 +0.1%, 2024-02 +0.2%");
    let view = View::new(Arc::clone(&dataset), Some("2024-12-14".parse().unwrap()));
    assert!(matches!(usual(&view, EXPORTS), Usual::Listed(list) if list.len() == 10));
}

#[test]
fn steps_add_up() {
    let view = View::new(dataset(), None);
    let of = |step| revisions(&view, EXPORTS, step);
    let (early, late, whole) = (of(Step::FirstToRevised), of(Step::RevisedToSettled), of(Step::FirstToSettled));
    assert_eq!((early.len(), late.len(), whole.len()), (24, 24, 24));
    for ((early, late), whole) in early.iter().zip(&late).zip(&whole) {
        assert_eq!(early.by() + late.by(), whole.by(), "{}", whole.period);
    }
    assert_eq!(of(Step::FirstToNewest), whole);
}

#[test]
fn the_triangle_has_a_row_for_each_month_and_a_column_for_each_release() {
    let dataset = dataset();
    let (first, last) = (Period::month(2024, 11), Period::month(2025, 1));
    let triangle = triangle(&View::new(dataset, Some("2025-02-15".parse().unwrap())), EXPORTS, first, last);
    let columns: Vec<String> = triangle.columns.iter().map(ToString::to_string).collect();
    assert_eq!(columns, ["2024-12-01", "2024-12-15", "2025-01-01", "2025-01-15", "2025-02-01", "2025-02-15"]);
    let filled: Vec<usize> = triangle.rows.iter().map(|row| row.cells.iter().flatten().count()).collect();
    assert_eq!(filled, [6, 4, 2]);
    for row in &triangle.rows {
        let mut before = None;
        for cell in row.cells.iter().flatten() {
            let value = cell.reading.value;
            assert_eq!(cell.by.unwrap_or(0), before.map_or(0, |before| value - before), "{}", row.period);
            assert!(cell.is_new || before == Some(value));
            before = Some(value);
        }
    }
    let december = &triangle.rows[1];
    assert_eq!(december.cells[5].unwrap().reading.value, 59_273_665_000);
    assert!(december.cells[5].unwrap().is_new && december.cells[1].is_none());
}

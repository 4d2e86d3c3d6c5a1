//! Seven planted faults in a made-up table, and 132 clean months.

use std::collections::BTreeMap;
use std::sync::Arc;

use tradedeck::domain::{
    Calendar, Dataset, Flow, Item, ItemId, ObsStatus, Observation, Origin, Period, Release, Series, SeriesKey, View,
};
use tradedeck::indicators::health::{Check, inspect};

use crate::figures::build;
use crate::figures::table::{Row, rows};

const ITEMS: [&str; 6] = ["semiconductors", "automobiles", "petroleum_products", "ships", "steel", "other"];

/// A dataset of the columns of a table, in thousand dollars, row by row: also of rows that no file format would take.
fn dataset(rows: &[Row], suffix: &str, balance: Option<&str>) -> Arc<Dataset> {
    let column = |name: &str| format!("{name}{suffix}");
    let item = |index: usize| SeriesKey::item(Flow::Export, ItemId(index as u16 + 1));
    let mut columns =
        vec![(SeriesKey::total(Flow::Export), column("exports")), (SeriesKey::total(Flow::Import), column("imports"))];
    columns.extend(balance.map(|name| (SeriesKey::total(Flow::Balance), name.to_owned())));
    columns.extend(ITEMS.iter().enumerate().map(|(index, name)| (item(index), column(name))));
    let series = columns.into_iter().map(|(key, name)| {
        let observation = |(line, row): (usize, &Row)| Observation {
            period: row.period("period").unwrap(),
            value: row.int(&name) * 1000,
            rounding: 1000,
            status: ObsStatus::Normal,
            release: Release { date: None, presumed: false },
            source: None,
            origin: Origin { file: 0, line: line as u32 + 2 },
        };
        Series { key, observations: rows.iter().enumerate().map(observation).collect() }
    });
    let mut dataset = build::dataset(series.collect(), Calendar::default(), Vec::new());
    let named = |name: &&str| Item { id: (*name).into(), classification: "made up".into(), ..Item::default() };
    dataset.items = std::iter::once(Item::default()).chain(ITEMS.iter().map(named)).collect();
    dataset.files = vec!["dq_bad.csv".into()];
    Arc::new(dataset)
}

#[test]
fn the_seven_faults_are_found_where_they_are() {
    let dataset = dataset(&rows("dq_bad"), "", Some("balance_stated"));
    let findings = inspect(&View::new(Arc::clone(&dataset), None));
    let mut expected: BTreeMap<Period, Vec<String>> = BTreeMap::new();
    for row in rows("ref_dq_expected") {
        let (check, period) = (row.text("check").to_owned(), row.period("period").unwrap());
        let of_period = findings.iter().filter(|finding| finding.period == period);
        let codes: Vec<&str> = of_period.map(|finding| finding.check.code()).collect();
        assert!(codes.contains(&check.as_str()), "{check} in {period}: {codes:?}");
        expected.entry(period).or_default().push(check);
    }
    for finding in &findings {
        let code = finding.check.code();
        assert!(expected.contains_key(&finding.period), "a false {code} in {}", finding.period);
        let (file, line) = finding.place(&dataset).unwrap();
        // The row of the period; of the gap the one behind it. The second of two is the one in doubt.
        let row = rows("dq_bad").iter().rposition(|row| row.period("period").unwrap() == finding.period);
        let row = row.or_else(|| rows("dq_bad").iter().position(|row| row.period("period").unwrap() > finding.period));
        assert_eq!((file, line as usize), ("dq_bad.csv", row.unwrap() + 2), "{code} in {}", finding.period);
    }
    let sums: Vec<Period> =
        findings.iter().filter(|finding| finding.check == Check::PartsSum).map(|finding| finding.period).collect();
    let expected = [(2025, 4), (2024, 12), (2023, 10)].map(|(year, month)| Period::month(year, month));
    assert_eq!(sums, expected, "the parts make up the total elsewhere");
}

#[test]
fn nothing_is_found_in_132_clean_months() {
    let dataset = dataset(&rows("synthetic_monthly"), "_kusd", None);
    let findings = inspect(&View::new(Arc::clone(&dataset), None));
    assert!(findings.is_empty(), "{findings:#?}");
    assert_eq!(dataset.series[0].observations.len(), 132);
}

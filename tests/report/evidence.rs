//! Behind every figure stands its evidence.

use std::collections::BTreeSet;

use serde_json::Value;

use tradedeck::domain::{DaysBasis, Flow, SeriesKey, View};

use super::{list, text};
use crate::support::{korea, report};

#[test]
fn every_observation_names_a_source_that_exists() {
    let dataset = korea();
    let mut used = BTreeSet::new();
    for series in &dataset.series {
        for observation in &series.observations {
            let source = observation.source.unwrap_or_else(|| panic!("{observation:?} has no source"));
            used.insert(source);
            let source = dataset.source(source);
            assert!(!source.publisher.en.is_empty() && !source.title.en.is_empty(), "{source:?}");
        }
    }
    assert!(used.len() > 100);
}

#[test]
fn the_sources_listed_are_those_that_are_named() {
    for (as_of, month) in [(None, None), (Some("2023-03-03"), Some("2023-02")), (Some("1996-03-01"), None)] {
        let report = report(as_of, month);
        let figures = list(&report, "figures").iter();
        let rows = list(&report, "leagues").iter().flat_map(|league| list(league, "rows"));
        let inputs = figures.chain(rows).flat_map(|numbered| list(numbered, "inputs"));
        let steps = list(&report, "policies").iter().flat_map(|policy| list(policy, "steps"));
        let named = inputs.chain(steps).chain(list(&report, "claims"));
        let named: BTreeSet<&str> = named.filter_map(|it| it["source"].as_str()).collect();
        let listed: Vec<&str> = list(&report, "sources").iter().map(|source| text(source, "id")).collect();
        assert_eq!(named, listed.iter().copied().collect());
        assert_eq!(named.len(), listed.len(), "a source is listed twice");
    }
}

#[test]
fn what_rests_on_a_derived_base_is_estimated() {
    let report = report(Some("2023-03-03"), Some("2023-02"));
    let strength = |status: &str| {
        ["settled", "series break", "provisional", "estimated", "forecast"]
            .iter()
            .position(|known| *known == status)
            .unwrap_or_else(|| panic!("{status}"))
    };
    for figure in list(&report, "figures").iter().filter(|figure| !figure["value"].is_null()) {
        let least_firm = list(figure, "inputs").iter().map(|input| strength(text(input, "status"))).max();
        assert_eq!(strength(text(figure, "status")), least_firm.unwrap_or(0), "{figure}");
    }
    let yoy = super::figure(&report, "semiconductor_yoy");
    assert_eq!(text(yoy, "status"), "estimated");
    assert!(list(yoy, "inputs").iter().any(|input| input["status"] == "estimated" && input["period"] == "2022-02"));
}

#[test]
fn every_figure_is_of_its_month_and_date() {
    let report = report(Some("2023-03-03"), Some("2023-02"));
    assert_eq!((text(&report, "month"), text(&report, "as_of")), ("2023-02", "2023-03-03"));
    for figure in list(&report, "figures") {
        assert_eq!((text(figure, "period"), text(figure, "as_of")), ("2023-02", "2023-03-03"));
        assert!(list(figure, "inputs").iter().all(|input| text(input, "period") <= "2023-02"));
        let has_inputs = !list(figure, "inputs").is_empty();
        assert_eq!(has_inputs, !text(figure, "id").starts_with("working_days"), "{figure}");
    }
}

#[test]
fn every_balance_adds_up_on_every_release_date() {
    let dataset = korea();
    for date in dataset.release_dates() {
        let view = View::new(korea(), Some(date));
        let [exports, imports] = [Flow::Export, Flow::Import].map(|flow| view.vintage(SeriesKey::total(flow)));
        let health = tradedeck::indicators::Health::check(&view, &exports, &imports);
        assert!(health.identity_failures.is_empty(), "{date}: {:?}", health.identity_failures);
    }
}

#[test]
fn working_days_were_printed_for_many_months() {
    let published = korea().calendar.counts.values().filter(|count| count.basis == DaysBasis::Published).count();
    assert!(published >= 60, "{published}");
}

#[test]
fn no_number_passes_through_a_float() {
    fn floats(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Number(number) if number.is_f64() => found.push(path.to_owned()),
            Value::Array(items) => items.iter().for_each(|item| floats(item, path, found)),
            Value::Object(object) => {
                object.iter().for_each(|(key, value)| floats(value, &format!("{path}.{key}"), found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    floats(&report(None, None), "", &mut found);
    assert!(found.is_empty(), "{found:?}");
}

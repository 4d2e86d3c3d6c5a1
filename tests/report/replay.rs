//! 3 March 2023, and the same months on final data.

use serde_json::Value;

use super::{figure, list, report, text};

fn runs<'a>(report: &'a Value, kind: &str) -> Vec<&'a Value> {
    list(report, "streaks").iter().filter(|run| run["kind"] == kind).collect()
}

fn current<'a>(report: &'a Value, kind: &str) -> &'a Value {
    runs(report, kind).into_iter().find(|run| run["is_current"] == true).unwrap()
}

#[test]
fn exact_values_of_that_morning() {
    let report = report(Some("2023-03-03"), Some("2023-02"));
    for (id, dollars) in [
        ("exports", 50_100_000_000_i64),
        ("imports", 55_400_000_000),
        ("balance", -5_300_000_000),
        ("balance_ytd", -17_950_000_000),
        ("semiconductor_exports", 5_960_000_000),
    ] {
        assert_eq!(figure(&report, id)["value"], dollars, "{id}");
    }
    for (id, percent) in [
        ("exports_yoy", "-7.48"),
        ("exports_daily_average_yoy", "-15.8"),
        ("semiconductor_yoy", "-42.49"),
        ("exports_ex_semiconductors_yoy", "0.79"),
    ] {
        assert!(text(figure(&report, id), "value").starts_with(percent), "{id}: {}", figure(&report, id));
    }
}

#[test]
fn the_cumulative_balance_rests_on_the_january_of_the_first_of_march() {
    let report = report(Some("2023-03-03"), Some("2023-02"));
    let january = list(figure(&report, "balance_ytd"), "inputs").iter().filter(|input| input["period"] == "2023-01");
    let january: Vec<(&str, i64, &str)> = january
        .map(|input| (text(input, "series"), input["value"].as_i64().unwrap(), text(input, "released")))
        .collect();
    assert_eq!(january, [("balance", -12_650_000_000, "2023-03-01")]);
}

#[test]
fn the_runs_of_that_morning() {
    let report = report(Some("2023-03-03"), Some("2023-02"));
    let deficit = current(&report, "deficit");
    assert_eq!((&deficit["length"], text(deficit, "start"), text(deficit, "end")), (&12.into(), "2022-03", "2023-02"));
    assert_eq!((text(deficit, "exactness"), &deficit["sign"]), ("exact", &(-1).into()));
    assert!(deficit["provisional_periods"].as_i64().unwrap() > 0);
    let decline = current(&report, "export_decline");
    assert_eq!((&decline["length"], text(decline, "start")), (&5.into(), "2022-10"));
    assert_eq!((text(decline, "exactness"), &decline["sign"]), ("exact", &(-1).into()));
}

#[test]
fn ranks_are_those_of_the_lengths() {
    let report = report(None, None);
    for kind in ["deficit", "surplus", "export_decline", "export_rise"] {
        let runs = runs(&report, kind);
        let length = |run: &Value| run["length"].as_u64().unwrap();
        for run in &runs {
            let longer = runs.iter().filter(|other| length(other) > length(run)).count() as u64;
            assert_eq!(run["rank"], longer + 1, "{run}");
        }
        assert!(runs.windows(2).all(|pair| text(pair[0], "end") < text(pair[1], "start")), "{kind}");
        assert!(runs.iter().filter(|run| run["is_current"] == true).count() <= 1);
    }
}

#[test]
fn the_target_of_that_morning() {
    let report = report(Some("2023-03-03"), Some("2023-02"));
    let [target] = list(&report, "targets").as_slice() else { panic!("{}", report["targets"]) };
    assert_eq!((text(target, "announced"), &target["year"]), ("2023-02-23", &2023.into()));
    assert_eq!(target["value"], 685_000_000_000_i64);
    assert_eq!(target["done"], 96_366_000_000_i64);
    assert_eq!(target["needed_per_period"], 58_863_400_000_i64);
    let sentence = text(&report["headlines"], "targets");
    assert_eq!(sentence, "Behind the pace for $685bn: $58.9bn a month needed, 2.6% above last year");
}

#[test]
fn the_run_on_final_data() {
    let report = report(None, Some("2023-05"));
    let run = current(&report, "deficit");
    assert_eq!((text(run, "start"), text(run, "end"), &run["length"]), ("2022-03", "2023-05", &15.into()));
    assert_eq!(text(run, "exactness"), "exact");
    let later = super::report(None, None);
    assert!(runs(&later, "deficit").iter().any(|run| run["start"] == "2022-03" && run["end"] == "2023-05"));
}

#[test]
fn exports_without_imports_have_no_balance_and_say_why() {
    for month in ["2026-08", "2026-09"] {
        let report = report(None, Some(month));
        assert!(figure(&report, "exports")["value"].is_i64());
        for (id, reason) in [("imports", "missing"), ("balance", "missing"), ("balance_ytd", "incomplete")] {
            let figure = figure(&report, id);
            assert_eq!((&figure["value"], text(figure, "undefined")), (&Value::Null, reason), "{month} {id}");
            assert_eq!((text(figure, "status"), text(figure, "display")), ("undefined", ".."));
        }
        assert!(list(&report["health"], "one_sided_periods").contains(&month.into()));
        let name = if month == "2026-08" { "August" } else { "September" };
        let reason = format!("imports for {name} 2026 are not known yet");
        assert!(text(&report["headlines"], "headline").contains(&reason), "{}", report["headlines"]);
    }
}

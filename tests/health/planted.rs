//! Each check finds what it is for, names the line, and keeps still beside it.

use std::sync::Arc;

use tradedeck::domain::{Flow, Period, SeriesKey, View};
use tradedeck::indicators::health::{Severity, inspect};

use super::{dataset, found};

const HEADER: &str = "period,flow,item,window,value,status,released\n";

/// Two years of exports and imports of about 500, with other rows behind.
fn table(more: &str) -> String {
    let mut csv = HEADER.to_owned();
    for month in 0..24 {
        let period = Period::month(2022, 1).plus(month);
        csv.push_str(&format!("{period},export,,,{},A,\n{period},import,,,{},A,\n", 500 + month, 510 - month));
    }
    csv + more
}

/// The same with one cell replaced.
fn with(period: &str, flow: &str, value: &str) -> String {
    let old = table("");
    let line = old.lines().find(|line| line.starts_with(&format!("{period},{flow},"))).unwrap();
    old.replace(line, &format!("{period},{flow},,,{value},A,"))
}

#[test]
fn a_sound_table_has_no_finding() {
    assert_eq!(found(&dataset("", &table("")), None), [""; 0]);
}

#[test]
fn each_fault_has_its_finding() {
    for (csv, expected) in [
        (table("2022-03,balance,,,-5,A,\n"), "balance_identity 2022-03 balance"),
        (table("2022-03,export,chips,,503,A,\n"), "part_exceeds_total 2022-03 export:chips"),
        (table("2022-03,export,chips,,300,A,\n2022-03,export,cars,,204,A,\n"), "parts_sum 2022-03 export"),
        (table("2022-02,export,,ytd,1002,A,\n"), "year_to_date 2022-02 export:ytd"),
        (with("2022-06", "import", "-505"), "negative_flow 2022-06 import"),
        (with("2023-06", "export", ""), "gap 2023-06 export"),
        (with("2023-06", "export", "5170"), "unit_scale_break 2023-06 export"),
        (with("2023-12", "export", "810"), "outlier 2023-12 export"),
        (table("2022-03,export,,1-20,503,P,\n"), "flash_above_month 2022-03 export:1-20"),
        (table("2022-03,export,,1-10,303,P,\n2022-03,export,,1-20,302,P,\n"), "flash_above_month 2022-03 export:1-10"),
        (table("2024-01,export,,,524,F,\n2024-01,import,,,486,A,\n"), "forecast 2024-01 export"),
        (table("2022-01,export,c,,10001,A,\n2022-02,export,c,,10001,A,\n"), "stale_copy 2022-02 export:c"),
    ] {
        let found = found(&dataset("", &csv), None);
        assert!(found.contains(&expected.to_owned()), "{expected}: {found:?}");
    }
}

#[test]
fn what_rounding_explains_is_no_fault() {
    for more in [
        "2022-03,balance,,,-6,A,\n",
        // Each part was rounded to a whole unit by itself.
        "2022-03,export,chips,,300,A,\n2022-03,export,cars,,203,A,\n",
        "2022-03,export,chips,,502,A,\n",
        "2022-03,export,chips,,300,A,\n2022-03,export,cars,,202,A,\n",
        "2022-02,export,,ytd,1001,A,\n",
        "2022-03,export,,1-20,502,P,\n",
        "2022-01,export,c,,101,A,\n2022-02,export,c,,101,A,\n",
    ] {
        assert_eq!(found(&dataset("", &table(more)), None), [""; 0], "{more}");
    }
    let coarse = "period,flow,value,unit\n2022-03,export,50.1,USD billion\n2022-03,import,55.4,USD billion\n";
    for (balance, is_fault) in [("-5.3", false), ("-5.2", false), ("-5.4", false), ("-5.1", true)] {
        let csv = format!("{coarse}2022-03,balance,{balance},USD billion\n");
        assert_eq!(!found(&dataset("", &csv), None).is_empty(), is_fault, "{balance}");
    }
}

#[test]
fn a_year_to_date_is_held_against_the_months_known_then() {
    let csv = format!(
        "{HEADER}2023-01,export,,,500,P,2023-02-01\n2023-02,export,,,600,P,2023-03-01\n2023-02,export,,ytd,1105,P,2023-03-01\n"
    );
    assert_eq!(found(&dataset("", &csv), None), ["year_to_date 2023-02 export:ytd"]);
    let told = format!("{csv}2023-01,export,,,505,P,2023-03-01\n");
    assert_eq!(found(&dataset("", &told), None), [""; 0], "the revision came with it");
    let later = format!("{csv}2023-01,export,,,505,P,2023-03-15\n");
    assert_eq!(found(&dataset("", &later), None).len(), 1, "it was not known then");
}

#[test]
fn a_release_that_does_not_come_is_late_after_two_days() {
    let toml = "[[schedule]]\nwindow = \"\"\nday = 1\n[[schedule]]\nwindow = \"1-10\"\nday = 11\n";
    let csv = format!("{HEADER}2023-01,export,,,500,P,2023-02-01\n2023-01,import,,,500,P,2023-02-01\n");
    let late = |as_of| found(&dataset(toml, &csv), Some(as_of));
    assert_eq!(late("2023-03-03"), [""; 0], "1 March and two days");
    assert_eq!(late("2023-03-04"), ["late 2023-02 export", "late 2023-02 import"]);
    // 1 April 2023 is a Saturday: due on Monday the 3rd.
    let march = format!("{csv}2023-02,export,,,500,P,2023-03-01\n2023-02,import,,,500,P,2023-03-01\n");
    assert_eq!(found(&dataset(toml, &march), Some("2023-04-05")), [""; 0]);
    assert_eq!(found(&dataset(toml, &march), Some("2023-04-06")).len(), 2);
}

#[test]
fn nothing_that_is_not_yet_known_is_found() {
    let csv = format!(
        "{HEADER}2023-01,export,,,500,P,2023-02-01\n2023-01,import,,,500,P,2023-02-01\n2023-01,balance,,,7,P,2023-03-01\n2023-01,export,,,501,P,2023-03-01\n2023-01,import,,,500,P,2023-03-01\n"
    );
    let dataset = dataset("", &csv);
    assert_eq!(found(&dataset, Some("2023-02-28")), [""; 0]);
    assert_eq!(found(&dataset, Some("2023-03-01")), ["balance_identity 2023-01 balance"]);
}

#[test]
fn a_finding_knows_the_numbers_that_rest_on_it() {
    let dataset = dataset("", &table("2022-03,balance,,,-5,A,\n"));
    let view = View::new(Arc::clone(&dataset), None);
    let [finding] = &inspect(&view)[..] else { panic!() };
    assert_eq!((finding.severity(), finding.place(&dataset)), (Severity::Error, Some(("trade.csv", 50))));
    let rests = |flow, period| {
        let vintage = view.vintage(SeriesKey::total(flow));
        finding.touches(vintage.reading(period).unwrap().inputs(), &dataset)
    };
    let march = Period::month(2022, 3);
    for flow in [Flow::Export, Flow::Import, Flow::Balance] {
        assert!(rests(flow, march), "{flow:?}");
        assert!(!rests(flow, march.plus(1)), "{flow:?}");
        let key = SeriesKey::total(flow);
        assert!(finding.lies_in(key, march.minus(5), march) && !finding.lies_in(key, march.plus(1), march.plus(9)));
    }
}

#[test]
fn two_numbers_in_one_release_are_not_even_read() {
    let csv = table("2022-03,export,,,999,A,\n");
    let toml = "format = 1\n[dataset]\nunit = \"USD\"\nfiles = [\"trade.csv\"]\n".to_owned();
    let files = super::Memory([("trade.csv", csv), ("dataset.toml", toml)].into());
    let problems = tradedeck::import::load(&files, "dataset.toml").unwrap_err();
    assert!(problems.iter().any(|problem| problem.what.contains("a second export value for 2022-03")), "{problems:?}");
}

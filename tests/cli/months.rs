//! Reports of several months: each says what it says alone, and what is about no month stands once.

use serde_json::Value;

use super::{Desk, is_tame};

fn report(desk: &Desk, month: &str, format: &str) -> String {
    let run = desk.run(&["report", "--as-of", "2023-03-03", "--month", month, "--format", format]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{month} {format}");
    run.out
}

const MONTHS: [&str; 3] = ["2022-12", "2023-01", "2023-02"];
const RANGE: &str = "2022-12..2023-02";

#[test]
fn each_month_says_what_it_says_alone() {
    let desk = Desk::new("months-alone");
    let together: Value = serde_json::from_str(&report(&desk, RANGE, "json")).unwrap();
    assert_eq!(together["schema"], "tradedeck.reports/1");
    let alone: Vec<Value> =
        MONTHS.iter().map(|month| serde_json::from_str(&report(&desk, month, "json")).unwrap()).collect();
    assert_eq!(together["reports"].as_array().unwrap(), &alone);
    // The rows of CSV are those of the months, those about the date once.
    let of_date = |line: &&str| ["claims,", "policy,", "health,"].iter().any(|section| line.starts_with(section));
    let csv = report(&desk, RANGE, "csv");
    let mut expected: Vec<String> = Vec::new();
    for (at, month) in MONTHS.iter().enumerate() {
        let text = report(&desk, month, "csv");
        let lines = text.lines().skip(usize::from(at > 0));
        expected.extend(lines.filter(|line| at == 2 || !of_date(line)).map(str::to_owned));
    }
    assert_eq!(csv.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn people_get_a_table_of_the_months_first() {
    let desk = Desk::new("months-people");
    let markdown = report(&desk, RANGE, "md");
    assert!(markdown.starts_with("# Korea, 2022-12 to 2023-02, as known on 2023-03-03\n"), "{markdown}");
    assert!(markdown.contains("\n| 2023-02 | 50.1 | -7.5% | 55.4 | +3.6% | -5.3 | 11.9% |\n"), "{markdown}");
    let text = report(&desk, RANGE, "text");
    let html = report(&desk, RANGE, "html");
    assert!(is_tame(&text) && is_tame(&html));
    for month in MONTHS {
        assert_eq!(text.matches(&format!("Korea, {month}, as known on 2023-03-03\n")).count(), 1, "{month}");
        assert!(html.contains(&format!("<section id=\"{month}-balance\">")), "{month}");
    }
    assert_eq!(text.matches("\nCLAIMS\n").count(), 1);
    assert_eq!(html.matches("-claims\">").count(), 1);
    let ids: Vec<&str> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let distinct: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len(), "an id stands once in a page");
    assert!(!html.contains("<script") && html.contains("default-src 'none'"));
}

#[test]
fn ranges_that_are_none_are_told() {
    let desk = Desk::new("months-bad");
    for (arguments, expected) in [
        (&["report", "--month", "2023-02..2022-12"][..], "write the earlier month first"),
        (&["report", "--month", "2023-01..2023-Q2"], "write the earlier month first"),
        (&["report", "--month", "2023-01.."], "not a period"),
        (
            &["report", "--month", "1980-01..2023-01"],
            "--month: nothing of 1980-01 is known; begin with 1990-01 or later",
        ),
        (&["report", "--month", "2023-01..2099-01"], "nothing of 2099-01 is known"),
        (&["snapshot", "--out", "x.txt", "--month", "2023-01..2023-02"], "a range of months is for reports alone"),
        (&["pack", "--out", "x", "--month", "2023-01..2023-02"], "a range of months is for reports alone"),
        (&["--month", "2023-01..2023-02"], "a range of months is for reports alone"),
    ] {
        let run = desk.run(arguments);
        assert!(run.status == 2 && run.err.contains(expected) && run.out.is_empty(), "{arguments:?}: {run:?}");
    }
}

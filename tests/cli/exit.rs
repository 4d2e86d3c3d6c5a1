//! 0 done, 1 no terminal, 2 bad input or arguments.

use super::Desk;

const GOOD: &str = "period,flow,value,unit\n2026-01,export,658.5,억 달러\n2026-01,import,571.1,억 달러\n";

#[test]
fn a_report_is_done() {
    let desk = Desk::new("report");
    let run = desk.run(&["report", "--as-of", "2023-03-03", "--month", "2023-02"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("Exports fell 7.5% to $50.1bn, the fifth fall in a row"), "{}", run.out);
    assert!(run.out.lines().all(|line| line.chars().count() <= 140));
}

#[test]
fn json_is_json_and_nothing_else() {
    let run = Desk::new("json").run(&["report", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.status, &report["schema"]), (0, &"tradedeck.report/1".into()));
    assert!(run.out.ends_with("}\n") && run.err.is_empty());
}

#[test]
fn a_file_a_toml_and_a_folder_are_sources() {
    let desk = Desk::new("sources");
    desk.write("one.csv", GOOD).write("land/trade.csv", GOOD);
    desk.write("land/dataset.toml", "format = 1\n[dataset]\nname = \"Land\"\nfiles = [\"trade.csv\"]\n");
    for source in ["one.csv", "./one.csv", "land", "land/", "land/dataset.toml", "land/trade.csv"] {
        let run = desk.run(&["report", source]);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{source}");
        assert!(run.out.contains("65.9 $bn"), "{source}: {}", run.out);
    }
}

#[test]
fn without_a_terminal_there_is_no_dashboard() {
    let run = Desk::new("terminal").run(&[]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("is not a terminal; `tradedeck report` prints the figures without one"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1);
}

#[test]
fn bad_input_is_told_before_a_missing_terminal() {
    let run = Desk::new("before").run(&["missing.csv"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("missing.csv: there is no such file; "), "{}", run.err);
}

#[test]
fn bad_arguments() {
    let desk = Desk::new("arguments");
    for (arguments, expected) in [
        (vec!["--month", "2023-13"], "not a period; write YYYY-MM"),
        (vec!["--month", "February"], "not a period; write YYYY-MM"),
        (vec!["--as-of", "2023-02-30"], "not a date; write YYYY-MM-DD"),
        (vec!["--as-of", "2023-3-3"], "not a date; write YYYY-MM-DD"),
        (vec!["report", "--format", "xml"], "invalid value 'xml'"),
        (vec!["report", "--colour", "16"], "--color"),
        (vec!["snapshot"], "--out"),
        (vec!["snapshot", "--out", "x.txt", "--size", "0x10"], "not a size; write columns x rows"),
        (vec!["snapshot", "--out", "x.txt", "--size", "9999x9999"], "at most 1000x500"),
        (vec!["--wat"], "unexpected argument '--wat'"),
    ] {
        let run = desk.run(&arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(expected), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn a_month_that_is_not_known_is_no_other_month() {
    let desk = Desk::new("month");
    for (arguments, expected) in [
        (
            vec!["--month", "2030-01"],
            "embedded dataset: nothing of 2030-01 is known; choose 1990-01 to 2026-09 with --month\n",
        ),
        (
            vec!["--month", "2023-02", "--as-of", "2023-02-15"],
            "embedded dataset: nothing of 2023-02 is known on 2023-02-15; choose 1990-01 to 2023-01 with --month\n",
        ),
        (
            vec!["--month", "2023-Q1"],
            "embedded dataset: `2023-Q1` is of another frequency than the dataset; write it like 1990-01\n",
        ),
        (
            vec!["--as-of", "1980-01-01"],
            "embedded dataset: neither exports nor imports in total were known on 1980-01-01; choose a later \
             --as-of date, or add totals: rows with an empty item and partner\n",
        ),
    ] {
        let run = desk.run(&[&["report"], arguments.as_slice()].concat());
        assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (2, "", expected));
    }
}

#[test]
fn help_and_version_are_done() {
    let desk = Desk::new("help");
    let help = desk.run(&["--help"]);
    assert_eq!((help.status, help.err.as_str()), (0, ""));
    assert!(help.out.contains("Exit status: 0 done, 1 no terminal or a claim that is off, 2 bad input or arguments."));
    assert_eq!(desk.run(&["--version"]).out, format!("tradedeck {}\n", env!("CARGO_PKG_VERSION")));
}

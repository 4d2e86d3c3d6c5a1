//! `tradedeck report`: formats, panels and lenses.

use super::{Desk, is_tame};

const MORNING: [&str; 5] = ["report", "--as-of", "2023-03-03", "--month", "2023-02"];

#[test]
fn formats_of_one_morning() {
    let desk = Desk::new("report-formats");
    for (format, expected) in [
        ("text", "BALANCE\n"),
        ("md", "| Balance | -5.3 $bn | provisional |"),
        ("csv", "balance,balance,,value,2023-02,-5300000000,USD,"),
        ("html", "<td>Balance</td><td class=\"n\">-5.3 $bn</td>"),
    ] {
        let run = desk.run(&[&MORNING[..], &["--format", format]].concat());
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert!(run.out.contains(expected) && is_tame(&run.out), "{format}: {}", run.out);
    }
}

#[test]
fn lenses_and_panels() {
    let desk = Desk::new("report-lenses");
    let lens = ["--per-day", "--without", "ships, steel", "--span", "year-to-date", "--compare", "five-year-mean"];
    let run = desk.run(&[&["report", "--panel", "items"], &lens[..]].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("Lens: per working day, excl. ships and steel, year to date, on the five-year mean\n"));
    assert!(run.out.contains("ITEMS") && !run.out.contains("BALANCE"), "{}", run.out);
    for (arguments, expected) in [
        (&["--span", "quarter"][..], "--span: span does not take `quarter`; "),
        (&["--compare", "lastyear"], "--compare: compare does not take `lastyear`; did you mean `last-year`?"),
        (&["--without", "gold"], "--without: no item or partner is called `gold`"),
        (&["--without", "ships", "--compare", "plan"], "--compare: targets are set for all goods"),
        (&["--panel", "item"], "--panel: there is no panel `item`; did you mean `items`?"),
        (&["--panel", "items", "--format", "json"], "--panel: JSON is always whole; "),
    ] {
        let run = desk.run(&[&["report"], arguments].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.starts_with(expected), "{}", run.err);
    }
}

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::*;
use crate::domain::{Dataset, Flow, SeriesKey};
use crate::import::Choices;
use crate::runtime::records::parts;

const PART: u64 = 4096;

/// Rows of months in this order, each of so many that a month is longer than a part.
fn text(months: &[u32]) -> String {
    rows(months, 300)
}

/// Rows of months in this order, each of so many that a month is longer than what is read at once.
fn long_text(months: &[u32]) -> String {
    rows(months, 6_000)
}

fn rows(months: &[u32], count: usize) -> String {
    let mut text = "period,flow,hs10,partner,value_usd\n".to_owned();
    for month in months {
        for row in 0..count {
            let (flow, partner) = (["export", "import"][row % 2], ["CN", "US", "VN"][row % 3]);
            let _ = writeln!(text, "2023-{month:02},{flow},85{row:08},{partner},{}", row + 1);
        }
    }
    text
}

/// A file with this text.
fn file(name: &str, text: &str) -> RecordFile {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tmp/so-far");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    RecordFile::find(&path, &Choices::default()).unwrap().unwrap()
}

/// What comes of reading a text in small parts: what is offered last, the whole, and whether the part was doubted.
fn read(name: &str, text: &str, order: Option<Order>) -> (Option<Arc<Dataset>>, Dataset, bool) {
    let (scope, progress, bytes) = (Scope::default(), Progress::default(), text.len() as u64);
    let file = file(name, text);
    let order = order.or_else(|| Some(sampled(&file, &scope, bytes)?.0));
    let at_once = (Duration::ZERO, Duration::ZERO);
    let so_far = order.map(|order| SoFar::new((&file, &scope, bytes), &progress, Some(order), at_once));
    let cube = parts::in_parts((&file, &scope, bytes), (PART, 1), Some(&progress), so_far.as_ref()).unwrap();
    let whole = micro::dataset::of(&cube, &file.plan, &scope, std::slice::from_ref(&file.name)).unwrap();
    assert_eq!(cube.rows, text.lines().count() as u64 - 1);
    (progress.take_partial().map(|part| Arc::clone(part.view().dataset())), whole, progress.reached().is_doubtful)
}

/// The same of a text that is read from its start, as a packed one is, whose order is not known before.
fn read_as_stream(name: &str, text: &str) -> (Option<Arc<Dataset>>, Dataset, bool) {
    let (scope, progress) = (Scope::default(), Progress::default());
    let file = file(name, text);
    let so_far = SoFar::new((&file, &scope, 0), &progress, None, (Duration::ZERO, Duration::ZERO));
    let cube = parts::in_order(&file, &scope, Some(&progress), (PART, Some(&so_far))).unwrap();
    let whole = micro::dataset::of(&cube, &file.plan, &scope, std::slice::from_ref(&file.name)).unwrap();
    assert_eq!(cube.rows, text.lines().count() as u64 - 1);
    (progress.take_partial().map(|part| Arc::clone(part.view().dataset())), whole, progress.reached().is_doubtful)
}

/// The months of a dataset, with exports and imports.
fn totals(dataset: &Dataset) -> Vec<(Period, i64, i64)> {
    let [exports, imports] = [Flow::Export, Flow::Import].map(|flow| {
        let (_, series) = dataset.series(SeriesKey::total(flow)).unwrap();
        series.observations.iter().map(|row| (row.period, row.value)).collect::<Vec<_>>()
    });
    exports.into_iter().zip(imports).map(|((period, exports), (_, imports))| (period, exports, imports)).collect()
}

#[test]
fn months_that_are_shown_while_a_file_is_read_are_those_of_the_whole() {
    let rising: Vec<u32> = (1..=12).collect();
    let falling: Vec<u32> = (1..=12).rev().collect();
    for (name, months) in [("rising.csv", rising), ("falling.csv", falling)] {
        let (part, whole, is_doubtful) = read(name, &text(&months), None);
        let (part, whole) = (totals(&part.unwrap()), totals(&whole));
        assert!(!is_doubtful && whole.len() == 12);
        assert_eq!(part.len(), 11, "the month that is read last is not complete before the end");
        assert!(part.iter().all(|month| whole.contains(month)), "{part:?} {whole:?}");
    }
}

#[test]
fn nothing_is_shown_of_a_file_whose_rows_are_in_no_order() {
    // Each flow, or each product, with all its months: the first of them alone would seem complete.
    let months: Vec<u32> = (1..=12).chain(1..=12).collect();
    let (part, whole, _) = read("twice.csv", &text(&months), None);
    assert!(part.is_none());
    assert_eq!(totals(&whole)[0].1, 2 * (1..300).step_by(2).sum::<i64>());
}

#[test]
fn months_fill_also_where_a_text_can_only_be_read_from_its_start() {
    let rising: Vec<u32> = (1..=12).collect();
    let falling: Vec<u32> = (1..=12).rev().collect();
    for (name, months) in [("rising-stream.csv", rising), ("falling-stream.csv", falling)] {
        let (part, whole, is_doubtful) = read_as_stream(name, &long_text(&months));
        let (part, whole) = (totals(&part.unwrap()), totals(&whole));
        assert!(!is_doubtful && whole.len() == 12);
        assert!((8..12).contains(&part.len()), "{}", part.len());
        assert!(part.iter().all(|month| whole.contains(month)), "{part:?} {whole:?}");
    }
}

#[test]
fn months_with_one_flow_are_not_shown_where_the_other_may_come() {
    let months: Vec<u32> = (1..=12).collect();
    let text = long_text(&months);
    let (header, rows) = text.split_once('\n').unwrap();
    let of =
        |flow: &str| rows.lines().filter(|row| row.contains(flow)).map(|row| format!("{row}\n")).collect::<String>();
    let (part, whole, _) = read_as_stream("flows.csv", &[header, "\n", &of("export"), &of("import")].concat());
    assert!(part.is_none());
    assert_eq!(totals(&whole).len(), 12);
}

#[test]
fn a_row_that_comes_late_puts_what_was_shown_in_doubt_and_is_in_the_whole() {
    let months: Vec<u32> = (1..=12).collect();
    let late = text(&months) + "2023-02,export,8542310000,CN,5000000\n";
    let (part, whole, is_doubtful) = read("late.csv", &late, Some(Order::Rising));
    let (february, whole) = (totals(&part.unwrap())[1], totals(&whole)[1]);
    assert_eq!(whole.1 - february.1, 5_000_000);
    assert!(is_doubtful);
}

#[test]
fn what_was_read_across_quoted_line_ends_puts_what_was_shown_in_doubt() {
    let months: Vec<u32> = (1..=12).collect();
    let header = "period,flow,hs10,partner,value_usd,note\n";
    let mut quoted = header.to_owned();
    for line in text(&months).lines().skip(1) {
        let _ = writeln!(
            quoted,
            "{line},{}",
            if line.starts_with("2023-09") { "\"a\n2023-01,export,8,CN,1,\n\"" } else { "" }
        );
    }
    let rows = text(&months).lines().count() as u64 - 1;
    let (scope, progress, bytes) = (Scope::default(), Progress::default(), quoted.len() as u64);
    let file = file("quoted.csv", &quoted);
    let at_once = (Duration::ZERO, Duration::ZERO);
    let so_far = SoFar::new((&file, &scope, bytes), &progress, Some(Order::Rising), at_once);
    let cube = parts::in_parts((&file, &scope, bytes), (64, 2), Some(&progress), Some(&so_far)).unwrap();
    assert_eq!((cube.rows, cube.faults.bad()), (rows, 0));
    assert!(progress.reached().is_doubtful);
}

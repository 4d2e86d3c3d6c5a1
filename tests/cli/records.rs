//! Files of customs records on the command line: patterns of names.

use super::Desk;

/// Records of one month.
fn with_month(desk: &Desk, month: u32) {
    let name = format!("customs-{month:02}.csv");
    let row = |n: u32| {
        let flow = ["export", "import"][n as usize % 2];
        format!("2024-{month:02},{flow},85423{:05},{},{}\n", n % 7, ["CN", "US", "VN"][n as usize % 3], 1_000_000)
    };
    let rows: String = (0..300).map(row).collect();
    desk.write(&name, format!("period,flow,hs10,partner,value_usd\n{rows}"));
}

#[test]
fn a_pattern_is_all_files_of_that_name_as_one_dataset() {
    let desk = Desk::new("records-pattern");
    (1..=3).for_each(|month| with_month(&desk, month));
    let named = desk.run(&["report", "customs-01.csv", "customs-02.csv", "customs-03.csv"]);
    let pattern = desk.run(&["report", "customs-*.csv"]);
    assert_eq!((named.status, pattern.status), (0, 0), "{pattern:?}");
    assert_eq!(pattern.out, named.out);
    let none = desk.run(&["report", "none-*.csv"]);
    assert!(none.status == 2 && none.err.starts_with("none-*.csv: "), "{none:?}");
}

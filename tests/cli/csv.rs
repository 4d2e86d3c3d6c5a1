//! Tables that cannot be read, each with the messages it must give.

use super::Desk;

const PERIOD: &str = "write YYYY-MM, YYYY-Q1 to Q4, or YYYY";
const NUMBER: &str = "write digits with an optional sign and decimal point";
const KNOWN: &str = "period, flow, value, item, partner, window, unit, status, released, source";

/// Of a file that begins like a tidy CSV.
const ZERO: &str = ": this is a binary file, not a CSV text; export it as CSV in UTF-8";

/// Below the usual header, `rows` must give exactly these messages.
fn rows(name: &str, rows: &str, expected: &[String]) {
    file(name, format!("period,flow,value,unit\n{rows}").as_bytes(), expected);
}

fn file(name: &str, content: &[u8], expected: &[String]) {
    let desk = Desk::new(&format!("csv-{name}"));
    let found = desk.write("trade.csv", content).problems("trade.csv");
    let expected: Vec<String> = expected.iter().map(|message| format!("trade.csv{message}")).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn files_that_are_no_table() {
    let empty = || vec![": the file is empty; it needs a header line and at least one row".to_owned()];
    let binary = ": this is a binary file, not a text or a workbook; export it as CSV, JSON, XML or Excel";
    file("empty", b"", &empty());
    file("blank-lines", b"\n \r\n\n", &empty());
    file("only-a-mark", b"\xEF\xBB\xBF", &empty());
    file(
        "header-only",
        b"period,flow,value,unit\n",
        &[": there is no observation; add at least one row with a value".into()],
    );
    let broken = ": this workbook cannot be unpacked: invalid Zip archive: Could not find EOCD; download it again, or save it \
                  again in a spreadsheet";
    file("workbook", b"PK\x03\x04\x14\0\x06\0\x08\0", &[broken.to_owned()]);
    file("binary", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0", &[binary.to_owned()]);
    file("zeros", b"period,flow,value,unit\n2023-01,export,1,USD\0\n", &[ZERO.to_owned()]);
    let utf16: Vec<u8> = "period,flow,value\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    file("utf-16", &utf16, &[": a tidy CSV in UTF-16LE; save the file as UTF-8".to_owned()]);
    file(
        "legacy-encoding",
        b"period,flow,value,unit\n2023-01,export,1,\xB4\xDE\xB7\xAF\n",
        &[":2:18: not valid UTF-8 from here on; save the file as UTF-8".into()],
    );
    for (name, separator, word) in [("semicolons", ";", "semicolons"), ("tabs", "\t", "tabs")] {
        let text = "period,flow,value,unit\n2023-01,export,1,USD\n".replace(',', separator);
        let message = format!(":1:1: the cells are separated by {word}; save the file with commas between the cells");
        file(name, text.as_bytes(), &[message]);
    }
}

#[test]
fn headers() {
    file(
        "misspelt",
        b"period,flow,valeu,unit\n2023-01,export,1,USD\n",
        &[
            ":1:13: unknown column `valeu`; did you mean `value`?".into(),
            format!(":1: no column `value`; known columns: {KNOWN}"),
        ],
    );
    file("unknown", b"period,flow,value,unit,colour\n", &[format!(":1:24: unknown column `colour`; known: {KNOWN}")]);
    file("twice", b"period,flow,value,unit,value\n", &[":1:24: column `value` stands twice; keep one of them".into()]);
    file(
        "below-blank-lines",
        b"\n\nperiod,flow,value,wat\n",
        &[format!(":3:19: unknown column `wat`; known: {KNOWN}")],
    );
    let long = ":1:1: the first line is longer than 64 KiB, so that no header can be found in it; put each number on a row \
                of its own, with its period and flow";
    file("long", "x".repeat(100_000).as_bytes(), &[long.to_owned()]);
}

#[test]
fn ten_thousand_columns_are_one_message() {
    let header: Vec<String> = (0..10_000).map(|n| format!("{}-{:02}", 1200 + n / 12, n % 12 + 1)).collect();
    let row = vec!["1"; 10_000].join(",");
    file(
        "ten-thousand",
        format!("{}\n{row}\n", header.join(",")).as_bytes(),
        &[":1:1: more than 5000 columns, which no table has here; put each number on a row of its own, with its period and flow"
            .into()],
    );
}

#[test]
fn cells() {
    rows("month-13", "2023-13,export,1,USD\n", &[format!(":2:1: `2023-13` is not a period; {PERIOD}")]);
    rows("flow", "2023-01,exprot,1,USD\n", &[":2:9: `exprot` is not a flow; write export, import or balance".into()]);
    for text in ["1e5", "1.", ".5", "12a", "NaN", "0x10", "(5)", "△5"] {
        rows(
            "number",
            &format!("2023-01,export,{text},USD\n"),
            &[format!(":2:16: `{text}` is not a number; {NUMBER}")],
        );
    }
    rows("thousands", "2023-01,export,\"1,234\",USD\n", &[format!(":2:16: `1,234` is not a number; {NUMBER}")]);
    rows(
        "too-fine",
        "2023-01,export,1.5,USD\n",
        &[":2:16: `1.5` has more decimals than its unit has room for; round to whole units of the currency".into()],
    );
    rows(
        "too-large",
        "2023-01,export,99999999,USD billion\n",
        &[":2:16: `99999999` is too large to be true; check the unit: amounts stay below 10^16 of the currency".into()],
    );
    let units = "write a currency and a power: USD, USD thousand, USD million, USD billion, 억 달러";
    rows("unit", "2023-01,export,1,dollars\n", &[format!(":2:18: unknown unit `dollars`; {units}")]);
    rows(
        "no-unit",
        "2023-01,export,1,\n",
        &[":2:18: no unit; add a `unit` column with USD, USD thousand, USD million, 억 달러 …".into()],
    );
    rows(
        "currencies",
        "2023-01,export,1,USD\n2023-01,import,1,EUR million\n",
        &[":3:18: `EUR million` is another currency; the rows before are in USD; one dataset has one currency".into()],
    );
    rows(
        "frequencies",
        "2023-01,export,1,USD\n2023-Q1,import,1,USD\n",
        &[":3:1: `2023-Q1` is of another frequency than the rest; keep months, quarters and years in datasets of their own"
            .into()],
    );
}

#[test]
fn optional_cells() {
    let header = "period,flow,value,unit,window,status,released\n";
    let one = |name: &str, cells: &str, expected: &str| {
        file(name, format!("{header}2023-01,export,1,USD,{cells}\n").as_bytes(), &[expected.to_owned()]);
    };
    one("window", "1-15,,", ":2:22: `1-15` is not a window; leave it empty, or write 1-10, 1-20 or ytd");
    one("status", ",X,", ":2:23: unknown status `X`; use A settled, P provisional, E estimated, F forecast or B break");
    one("released", ",,2023-2-1", ":2:24: `2023-2-1` is not a date; write YYYY-MM-DD, or leave it empty");
    one("no-such-day", ",,2023-02-30", ":2:24: `2023-02-30` is not a date; write YYYY-MM-DD, or leave it empty");
}

#[test]
fn rows_of_another_width() {
    let width = "add or remove commas, or quote cells that hold one";
    rows(
        "width",
        "2023-01,export,1,USD,5\n2023-02,export\n2023-03,export,1,234,USD\n",
        &[
            format!(":2: 5 cells where the header has 4; {width}"),
            format!(":3: 2 cells where the header has 4; {width}"),
            format!(":4: 5 cells where the header has 4; {width}"),
        ],
    );
}

#[test]
fn an_unclosed_quote_is_found_where_it_opens() {
    let hint = "close the cell with a second quote, or remove this one";
    let message = |place: &str| vec![format!(":{place}: a quote opens here and is never closed; {hint}")];
    rows("quote", "2023-01,export,\"1,USD\n2023-02,export,1,USD\n", &message("2:16"));
    rows("quote-in-last-cell", "2023-01,export,1,\"USD\n2023-02,export,1,USD\n", &message("2:18"));
    rows("quote-at-the-end", "2023-01,export,1,USD\n2023-02,export,1,\"", &message("3:18"));
}

#[test]
fn the_same_number_twice_is_one_and_another_is_a_problem() {
    let desk = Desk::new("csv-twice");
    desk.write("same.csv", "period,flow,value,unit\n2023-01,export,1,USD\n2023-01,export,1,USD\n");
    assert_eq!(desk.run(&["report", "same.csv"]).status, 0);
    rows(
        "contradiction",
        "2023-01,export,1,USD\n2023-01,import,5,USD\n2023-01,export,2,USD\n",
        &[":4: a second export value for 2023-01 with another number; the first is in trade.csv line 2; give the later \
           one its own `released` date, or remove one"
            .into()],
    );
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let bad = |line: u32| vec![format!(":{line}:1: `2023-13` is not a period; {PERIOD}")];
    rows("blank-lines-between", "2023-01,export,1,USD\n\n\n2023-13,export,2,USD\n", &bad(5));
    let text = "period,flow,value,unit\n2023-01,export,1,USD\n\n2023-13,export,2,USD\n";
    file("windows", text.replace('\n', "\r\n").as_bytes(), &bad(4));
    file("old-mac", text.replace('\n', "\r").as_bytes(), &bad(4));
    file("byte-order-mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat().as_slice(), &bad(4));
    file(
        "line-break-in-a-cell",
        b"period,flow,value,unit,source\n2023-01,export,1,USD,\"a\nb\"\n2023-13,export,1,USD,\n",
        &bad(4),
    );
    file(
        "below-a-line-break",
        b"source,period,flow,value,unit\n\"a\nb\",2023-13,export,1,USD\n",
        &[format!(":3:4: `2023-13` is not a period; {PERIOD}")],
    );
    file(
        "hangul",
        "source,period,flow,value,unit\n통계,2023-13,export,1,USD\n".as_bytes(),
        &[format!(":2:4: `2023-13` is not a period; {PERIOD}")],
    );
}

#[test]
fn of_many_problems_forty_are_listed() {
    let row = |n: u32| format!("2023-13,export,{n},USD\n");
    let desk = Desk::new("csv-many");
    let text: String = (0..100).map(row).collect();
    let found = desk.write("trade.csv", format!("period,flow,value,unit\n{text}")).problems("trade.csv");
    assert_eq!(found.len(), 41);
    assert_eq!(found[40], "trade.csv: at least 60 more problems; mend the first ones and try again");
}

#[test]
fn files_that_cannot_be_read() {
    let desk = Desk::new("csv-unreadable");
    desk.write("folder/other.csv", "x");
    assert_eq!(
        desk.problems("folder"),
        ["folder: this is a folder without a dataset.toml; name a file, or add a dataset.toml to it"]
    );
    assert_eq!(
        desk.problems("nowhere/trade.csv"),
        ["nowhere/trade.csv: there is no such file; check the name; with no name, the embedded Korean dataset opens"]
    );
    #[cfg(unix)]
    assert_eq!(desk.problems("/dev/null"), ["/dev/null: this is no regular file; save the data to a file first"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new("csv-forbidden");
    let path = desk.write("trade.csv", "period,flow,value,unit\n").0.join("trade.csv");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything.
    if std::fs::read(&path).is_err() {
        let found = desk.problems("trade.csv");
        assert!(found[0].starts_with("trade.csv: cannot be read: ") && found[0].ends_with("; check who may read it"));
    }
}

#[test]
fn a_name_leads_to_the_file_from_where_the_user_stands() {
    let desk = Desk::new("csv-place");
    desk.write("land/dataset.toml", "format = 1\n[dataset]\nfiles = [\"trade.csv\"]\n");
    desk.write("land/trade.csv", "period,flow,value,unit\n2023-13,export,1,USD\n");
    for source in ["land", "land/dataset.toml", "land/trade.csv"] {
        assert_eq!(desk.problems(source), [format!("land/trade.csv:2:1: `2023-13` is not a period; {PERIOD}")]);
    }
}

//! Files in foreign formats on the command line: what they are, what they become, and what is wrong with them.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::{Desk, Run, is_tame};

const TOTALS: &str =
    "Month,Exports (USD million),Imports (USD million)\n2024-01,100.5,90\n2024-02,110,95\n2024-03,120,100\n";
const ITEMS: &str = "Month,Product,Exports (USD million)\n2024-01,Clocks,40\n2024-02,Clocks,50\n2024-03,Clocks,51\n";

impl Desk {
    fn piped(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tradedeck"))
            .args(arguments)
            .current_dir(&self.0)
            .env("LC_ALL", "C.UTF-8")
            .env("HOME", &self.0)
            .env("XDG_CONFIG_HOME", self.0.join("config"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Run::of(&child.wait_with_output().unwrap())
    }

    fn describe(&self, files: &[&str]) -> String {
        let run = self.run(&[files, &["--describe"]].concat());
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{run:?}");
        assert!(is_tame(&run.out));
        run.out
    }
}

/// The lines of a page that begin with a word, without it.
fn lines<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    page.lines().filter_map(|line| line.strip_prefix(name)).map(str::trim).collect()
}

#[test]
fn all_formats_are_listed() {
    let run = Desk::new("formats").run(&["formats"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for importer in tradedeck::import::IMPORTERS {
        assert!(
            run.out.lines().any(|line| line.starts_with(importer.name) && line.contains((importer.title)())),
            "{}",
            importer.name
        );
    }
}

#[test]
fn a_page_says_what_a_file_is() {
    let desk = Desk::new("describe");
    desk.write("trade.csv", TOTALS);
    let page = desk.describe(&["trade.csv"]);
    assert_eq!(lines(&page, "format"), ["guess: any table with a column of periods, or periods across"]);
    assert_eq!(lines(&page, "values"), ["6 in 2 series, 0 missing"]);
    assert_eq!(lines(&page, "periods"), ["2024-01 to 2024-03, monthly"]);
    assert_eq!(lines(&page, "dashboard"), ["yes"]);
    assert_eq!(lines(&page, "shown"), ["2024-01 to 2024-03, monthly, in USD"]);
    assert!(page.contains("period = \"Month\"") && page.contains("export = \"Exports (USD million)\""), "{page}");
}

#[test]
fn a_mapping_is_saved_corrected_and_obeyed() {
    let desk = Desk::new("mapping");
    desk.write("data/odd.csv", "When,A,B\n2024-01,1,2\n2024-02,3,4\n");
    assert!(desk.describe(&["data/odd.csv"]).contains("dashboard   no: no exports, imports or trade balance in money"));
    let run = desk.run(&["data/odd.csv", "--describe", "--save-map"]);
    assert_eq!(run.status, 0, "{run:?}");
    let saved = desk.read("data/odd.csv.map.toml");
    assert!(saved.contains("period = \"When\"") && saved.contains("value = \"A\""), "{saved}");
    desk.write(
        "data/odd.csv.map.toml",
        "unit = \"EUR million\"\n[columns]\nperiod = \"When\"\nexport = \"A\"\nimport = \"B\"\n",
    );
    let run = desk.run(&["report", "data/odd.csv"]);
    assert!(run.status == 0 && run.out.contains("€") || run.out.contains("EUR"), "{run:?}");
    let again = desk.run(&["data/odd.csv", "--describe", "--save-map"]);
    assert_eq!(again.status, 0, "nothing is assumed where there is a mapping: {again:?}");
    desk.write("data/odd.csv.map.toml", "[columns]\nperiod = \"When\"\nexport = \"Aa\"\n");
    let unknown = "data/odd.csv.map.toml: `export` names a column `Aa` that odd.csv has not; did you mean `A`?";
    assert_eq!(desk.problems("data/odd.csv"), [unknown]);
    desk.write("data/odd.csv.map.toml", "[columns]\nperoid = \"When\"\n");
    let found = desk.problems("data/odd.csv");
    assert_eq!(found[0], "data/odd.csv.map.toml:2:1: unknown key `peroid`; did you mean `period`?");
}

#[test]
fn a_saved_mapping_is_not_written_over() {
    let desk = Desk::new("mapping-kept");
    desk.write("odd.csv", TOTALS);
    assert_eq!(desk.run(&["odd.csv", "--describe", "--save-map"]).status, 0);
    let kept = desk.read("odd.csv.map.toml");
    desk.write("other.csv", TOTALS).write(
        "other.csv.map.toml",
        "unit = \"USD million\"\n[columns]\nperiod = \"Month\"\nexport = \"Exports (USD million)\"\n",
    );
    assert_eq!(desk.run(&["other.csv", "--describe", "--save-map"]).status, 0);
    assert!(desk.read("other.csv.map.toml").starts_with("unit") && kept.contains("[columns]"));
}

#[test]
fn two_files_become_one_dataset() {
    let desk = Desk::new("join");
    desk.write("totals.csv", TOTALS).write("items.csv", ITEMS);
    let page = desk.describe(&["totals.csv", "items.csv"]);
    assert_eq!(lines(&page, "file"), ["totals.csv", "items.csv"]);
    assert_eq!(lines(&page, "series"), ["3, of 1 items and 0 partners beside the totals"]);
    assert_eq!(lines(&page, "focus"), ["Clocks: the item with the largest exports"]);
    desk.write("later.csv", TOTALS.replace("110", "111"));
    let page = desk.describe(&["totals.csv", "later.csv"]);
    let conflict = "1 value differs between files; the later file holds (export 2024-02: 110,000,000 in totals.csv, 111,000,000 in later.csv)";
    assert!(lines(&page, "decided").contains(&conflict), "{page}");
    let tidy = "period,flow,value,unit\n2026-01,export,1,USD\n";
    desk.write("a.csv", tidy).write("b.csv", tidy.replace("export", "import"));
    assert_eq!(
        lines(&desk.describe(&["a.csv", "b.csv"]), "series"),
        ["2, of 0 items and 0 partners beside the totals"]
    );
    // A folder with a dataset, and a file in another format.
    desk.run(&["import", "totals.csv", "--out", "land"]);
    let page = desk.describe(&["land", "items.csv"]);
    assert_eq!(lines(&page, "series").last(), Some(&"3, of 1 items and 0 partners beside the totals"), "{page}");
    let run = desk.run(&["report", "land", "land", "items.csv"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("land/dataset.toml: a dataset stands alone; "), "{}", run.err);
}

#[test]
fn an_imported_dataset_has_the_same_figures() {
    let desk = Desk::new("import");
    desk.write("totals.csv", TOTALS).write("items.csv", ITEMS);
    let run = desk.run(&["import", "totals.csv", "items.csv", "--out", "land"]);
    assert_eq!(
        (run.status, run.out.as_str()),
        (0, "land: 9 values in 3 series; dataset.toml, trade.csv, sources.csv\n"),
        "{run:?}"
    );
    let figures = |arguments: &[&str]| {
        let run = desk.run(&[&["report", "--format", "json"], arguments].concat());
        let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let values = report["figures"].as_array().unwrap().iter();
        values.map(|figure| (figure["id"].clone(), figure["value"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(figures(&["totals.csv", "items.csv"]), figures(&["land"]));
    let again = desk.run(&["import", "totals.csv", "--out", "land"]);
    assert_eq!(again.err, "land: this is there already, and not an empty folder; choose another place with --out\n");
}

/// Whoever opens the imported dataset knows what its figures rest on.
#[test]
fn what_was_decided_goes_with_the_imported_dataset() {
    let desk = Desk::new("import-decisions");
    desk.write("old.csv", TOTALS);
    desk.write("new.csv", "Month,Exports (USD million)\n2024-02,111\n");
    assert_eq!(desk.run(&["import", "old.csv", "new.csv", "--out", "land"]).status, 0);
    let decisions = |files: &[&str]| {
        let run = desk.run(&[&["report", "--format", "json"], files].concat());
        let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        report["health"]["decisions"].clone()
    };
    let decided = decisions(&["land"]);
    assert_eq!(decided, decisions(&["old.csv", "new.csv"]));
    let doubt = decided.as_array().unwrap().iter().find(|one| one["doubtful"] == true).unwrap();
    assert!(doubt["text"].as_str().unwrap().starts_with("1 value differs between files"), "{decided}");
    let page = desk.describe(&["land"]);
    let told = lines(&page, "decided");
    assert_eq!(told.len(), decided.as_array().unwrap().len(), "{page}");
    assert!(told[0].starts_with("old.csv: columns are taken for"), "{page}");
    // Joined with another file they are told once, and stay.
    desk.write("items.csv", ITEMS);
    let joined = desk.describe(&["land", "items.csv"]);
    assert_eq!(joined.matches("1 value differs between files").count(), 1, "{joined}");
    assert_eq!(decisions(&["land", "items.csv"]).to_string().matches("1 value differs between files").count(), 1);
}

#[test]
fn standard_input_is_a_source() {
    let desk = Desk::new("stdin");
    let run = desk.piped(&["report", "-"], TOTALS.as_bytes());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("Exports were $120.0mn"), "{}", run.out);
    let run = desk.piped(&["report", "-"], b"");
    assert_eq!(run.err, "standard input: the file is empty; it needs a header line and at least one row\n");
    desk.write("totals.csv", TOTALS);
    let run = desk.piped(&["totals.csv", "-", "--describe"], ITEMS.as_bytes());
    assert_eq!(lines(&run.out, "file"), ["totals.csv", "standard input"], "{run:?}");
    assert_eq!(lines(&run.out, "focus"), ["Clocks: the item with the largest exports"]);
    assert_eq!(desk.piped(&["pack", "-", "--out", "pack"], TOTALS.as_bytes()).status, 0);
}

#[test]
fn workbooks_of_every_office_are_called_by_their_kind() {
    let desk = Desk::new("workbooks");
    for (name, kind) in [("island.ods", "OpenDocument"), ("island.xls", "Excel"), ("annex.xlsx", "Excel")] {
        let file = format!("{}/tests/formats/guess/{name}", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(lines(&desk.describe(&[&file]), "encoding"), [kind], "{name}");
    }
}

#[test]
#[cfg(unix)]
fn a_named_pipe_is_a_source() {
    let desk = Desk::new("named-pipe");
    let pipe = desk.0.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let writer = std::thread::spawn(move || std::fs::write(pipe, TOTALS).unwrap());
    let run = desk.run(&["report", "pipe"]);
    writer.join().unwrap();
    assert!(run.status == 0 && run.out.contains("Exports were $120.0mn"), "{run:?}");
}

/// More than is kept in memory.
#[test]
fn a_long_stream_is_read_as_a_file_is() {
    let desk = Desk::new("long-stream");
    let mut text = "period,partner,exports (USD)\n".to_owned();
    for row in 0..400_000 {
        text.push_str(&format!("20{:02}-{:02},Partner {},1000\n", row % 20, row / 20 % 12 + 1, row / 240));
    }
    let run = desk.piped(&["-", "--describe"], text.as_bytes());
    assert_eq!(lines(&run.out, "values"), ["400000 in 1667 series, 0 missing"], "{run:?}");
}

#[test]
fn what_a_file_does_not_say_the_user_says() {
    let desk = Desk::new("said");
    desk.write("series.csv", "observation_date,XTEXVA01KRM664S\n2024-01-01,5\n2024-02-01,6\n");
    let unit = "series.csv: the file does not say in which unit its values are; say it with --unit, for example --unit \"USD million\"";
    assert_eq!(desk.problems("series.csv"), [unit]);
    let run = desk.run(&["report", "series.csv", "--unit", "KRW billion"]);
    assert!(run.status == 0 && run.out.contains("KRW"), "{run:?}");
    assert!(desk.run(&["series.csv", "--unit", "bananas"]).err.contains("not a unit of money"));
    let known = "--format: there is no format `comtrad`; did you mean `comtrade`?\n";
    assert_eq!(desk.run(&["series.csv", "--describe", "--format", "comtrad"]).err, known);
    let run = desk.run(&["report", "series.csv", "--unit", "USD", "--reporter", "JP"]);
    assert_eq!(run.err, "series.csv: there is no reporter `JP`; known: KR\n");
}

#[test]
fn quarters_and_years_open() {
    let desk = Desk::new("frequencies");
    for (name, periods) in [("years", ["2021", "2022"]), ("quarters", ["2024-Q1", "2024-Q2"])] {
        let text =
            format!("Period,Exports (EUR million),Imports (EUR million)\n{},5,6\n{},7,6\n", periods[0], periods[1]);
        desk.write(name, text);
        let run = desk.run(&["report", name]);
        assert!(run.status == 0 && run.out.contains(periods[1]), "{run:?}");
        let shot = desk.run(&["snapshot", name, "--out", "frame.txt"]);
        assert_eq!(shot.status, 0, "{shot:?}");
    }
}

#[test]
fn contradictions_and_slips_have_a_place() {
    let desk = Desk::new("slips");
    let header = "period,flowCode,reporterCode,partnerCode,cmdCode,primaryValue\n";
    desk.write(
        "data.csv",
        format!("{header}202301,X,410,0,TOTAL,5\n202313,X,410,0,TOTAL,5\n202302,X,410,0,TOTAL,5x\n"),
    );
    let expected = [
        "data.csv:3:1: `202313` is not a period; download the file again",
        "data.csv:4:22: `5x` is not a number; download the file again",
    ];
    assert_eq!(desk.problems("data.csv"), expected);
    desk.write("data.csv", format!("{header}202301,X,410,0,TOTAL,5\n202301,X,410,0,TOTAL,6\n"));
    let found = desk.problems("data.csv");
    assert!(
        found[0].starts_with(
            "data.csv:3: a second export value for 2023-01 with another number; the first is in line 2: 5"
        ),
        "{found:?}"
    );
    desk.write("data.csv", format!("{header}202301,X,410,0,TOTAL,5,,,9\n"));
    assert!(desk.problems("data.csv")[0].starts_with("data.csv:2: 9 cells where the header has 6; "));
    desk.write("data.csv", format!("{header}202301,X,410,0,TOTAL,5\n202302,X,410,0"));
    let cut = "data.csv:3: 4 cells where the header has 6; download the file again if it was cut off; ";
    assert!(desk.problems("data.csv")[0].starts_with(cut));
}

#[test]
fn a_workbook_that_is_a_bomb_is_refused() {
    let desk = Desk::new("bomb");
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().large_file(true);
    archive.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    let zeros = vec![b'0'; 1 << 20];
    for _ in 0..257 {
        archive.write_all(&zeros).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 2_000_000, "{}", bytes.len());
    let found = desk.write("bomb.xlsx", bytes).problems("bomb.xlsx");
    assert_eq!(found, ["bomb.xlsx: this workbook holds more than 256 MiB when unpacked; export the sheet as CSV"]);
}

#[test]
fn packed_downloads_open_and_bombs_do_not() {
    let desk = Desk::new("gzip");
    let packed = |content: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    };
    desk.write("trade.csv.gz", packed(TOTALS.as_bytes()));
    assert_eq!(lines(&desk.describe(&["trade.csv.gz"]), "values"), ["6 in 2 series, 0 missing"]);
    let level = ruzstd::encoding::CompressionLevel::Fastest;
    desk.write("trade.csv.zst", ruzstd::encoding::compress_to_vec(TOTALS.as_bytes(), level));
    assert_eq!(lines(&desk.describe(&["trade.csv.zst"]), "values"), ["6 in 2 series, 0 missing"]);
    // Few bytes that hold one row without an end.
    let bomb = [TOTALS.as_bytes(), b"\n2024-04,\"", &vec![b'9'; 40 << 20]].concat();
    desk.write("bomb.gz", packed(&bomb));
    let expected =
        "bomb.gz:6:1: a record that begins here does not end within 16 MiB; look for a quote that is not closed";
    assert_eq!(desk.problems("bomb.gz"), [expected]);
}

#[test]
fn a_sheet_is_chosen_by_name() {
    let desk = Desk::new("sheet");
    let workbook =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats/census-excel/states.xlsx")).unwrap();
    desk.write("states.xlsx", workbook);
    let run = desk.run(&["states.xlsx", "--describe", "--sheet", "imctyal"]);
    assert_eq!(run.err, "states.xlsx: there is no sheet `imctyal`; did you mean `imctyall`?\n");
    let run = desk.run(&["states.xlsx", "--describe", "--sheet", "notes"]);
    assert_eq!(run.status, 2, "{run:?}");
}

#[test]
fn cells_that_command_a_terminal_are_shown() {
    let desk = Desk::new("hostile-foreign");
    let attack = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}";
    desk.write("data.csv", format!("Year,Month,Country{attack},US$ FOB\n2025,10,Chi{attack}na,5\n"));
    let page = desk.run(&["data.csv", "--describe"]);
    assert!(is_tame(&page.out) && is_tame(&page.err) && !page.out.contains('\u{202e}'), "{page:?}");
    desk.write(
        "data.csv",
        format!("period,flowCode,reporterCode,partnerCode,cmdCode,primaryValue\n2023{attack},X,410,0,TOTAL,5\n"),
    );
    let found = desk.problems("data.csv");
    assert!(found.len() == 1 && is_tame(&found[0]), "{found:?}");
    desk.write("a.json", format!("{{\"RESULT\":{{\"CODE\":\"{attack}\",\"MESSAGE\":\"x\"}}}}"));
    assert!(desk.problems("a.json").iter().all(|line| is_tame(line)));
    let run = desk.run(&["import", "data.csv", "--format", attack, "--out", "land"]);
    assert!(run.status == 2 && is_tame(&run.err), "{run:?}");
}

#[test]
fn files_that_are_no_data() {
    let desk = Desk::new("no-data");
    let unknown = "this is in no format that is known, and no table with a column of periods; `tradedeck formats` lists what is read";
    for (name, content) in [
        ("prose.txt", "Once upon a time, there was a file.\nIt held no table.\n"),
        ("page.html", "<!doctype html><html><body>Bad key</body></html>"),
    ] {
        desk.write(name, content);
        assert_eq!(desk.problems(name), [format!("{name}: {unknown}")]);
    }
    desk.write("x.json", "{\"data\": [");
    let run = desk.run(&["x.json", "--describe", "--format", "comtrade-json"]);
    assert!(run.err.starts_with("x.json:1:10: not valid JSON: "), "{run:?}");
    desk.write("x.gz", b"\x1f\x8b\x08\0\0\0");
    assert!(desk.problems("x.gz")[0].starts_with("x.gz: this file cannot be unpacked: "));
    desk.write("x.csv", format!("{}\n1\n", ["2023-01"; 6000].join(",")));
    assert_eq!(
        desk.problems("x.csv"),
        [
            "x.csv:1:1: more than 5000 columns, which no table has here; put each number on a row of its own, with its period and flow"
        ]
    );
}

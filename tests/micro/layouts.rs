//! Records in other layouts: amounts of both flows in one row, several reporters, UTF-16.

use std::fs;

use encoding_rs::UTF_16LE;

use tradedeck::domain::{Dataset, Flow};
use tradedeck::import::Choices;
use tradedeck::runtime::sources;

use super::files::{HEADER, folder, rows, total};

fn read(name: &str, bytes: impl AsRef<[u8]>, choices: &Choices) -> Dataset {
    let path = folder(&format!("layouts-{name}")).join("x.csv");
    fs::write(&path, bytes).unwrap();
    sources::dataset(&[path], choices).unwrap()
}

fn totals(dataset: &Dataset) -> (i64, i64) {
    (total(dataset, Flow::Export), total(dataset, Flow::Import))
}

/// Numbered rows with exports of n and imports of 2n: of every third one no imports, of every fifth none at all.
#[test]
fn both_flows_in_one_row() {
    let row = |n: i64| {
        let export = if n % 7 == 0 { "\"1,000\"".to_owned() } else { n.to_string() };
        let import = match n {
            n if n % 3 == 0 => String::new(),
            n if n % 5 == 0 => "0".to_owned(),
            n => (2 * n).to_string(),
        };
        format!("2023-{:02},85423100{:02},CN,{n},{export},{import},9\n", n % 12 + 1, n % 90)
    };
    for heading in ["expDlr,impDlr", "exp_usd,imp_usd", "수출금액,수입금액", "Exports (US$),Imports (US$)"] {
        let text: String = (1..=3000).map(row).collect();
        let text = format!("period,hs10,country,exp_kg,{heading},imp_kg\n{text}");
        let export: i64 = (1..=3000).map(|n| if n % 7 == 0 { 1000 } else { n }).sum();
        let import: i64 = (1..=3000).filter(|n| n % 3 != 0 && n % 5 != 0).map(|n| 2 * n).sum();
        assert_eq!(totals(&read("both", text, &Choices::default())), (export, import), "{heading}");
    }
}

#[test]
fn of_several_reporters_one_is_added_up_and_the_others_are_told() {
    let plain = totals(&read("plain", format!("{HEADER}{}", rows(600)), &Choices::default()));
    let of = |reporter: &str, count: usize| -> String {
        rows(count).lines().map(|line| format!("{reporter},{line}\n")).collect()
    };
    let text = format!("reporter,{HEADER}{}{}", of("\"KR\"", 600), of("JP", 200));
    let most = read("reporters", &text, &Choices::default());
    assert_eq!((totals(&most), most.name.en.as_str(), most.reporter.as_str()), (plain, "South Korea", "KR"));
    assert!(most.sources[0].title.en.contains("200 rows of other reporters left out"), "{}", most.sources[0].title.en);
    let japan = Choices { reporter: Some("Japan".to_owned()), ..Choices::default() };
    let sum = |from: i64| (from..=200).step_by(2).sum::<i64>();
    let japan = read("reporters", &text, &japan);
    assert_eq!((totals(&japan), japan.name.ko.as_str()), ((sum(1), sum(2)), "일본"));
}

#[test]
fn in_utf_16() {
    let text = format!("{HEADER}{}", rows(3_000));
    let plain = totals(&read("utf-8", &text, &Choices::default()));
    let units = |mark: &str| -> Vec<u8> { format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect() };
    assert_eq!(UTF_16LE.decode(&units("\u{feff}")).0, text);
    for mark in ["\u{feff}", ""] {
        assert_eq!(totals(&read("utf-16", units(mark), &Choices::default())), plain);
    }
}

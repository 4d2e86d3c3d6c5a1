//! What contradicts itself is named on the screen, and what rests on it is not said.

use std::sync::Arc;

use tradedeck::domain::{Dataset, View};
use tradedeck::export::Report;
use tradedeck::import::{self, Files, embedded::Embedded};
use tradedeck::ui::panels::PANELS;

use super::embedded::Corrupted;
use crate::screen::support::{Setup, korea, period};

/// The embedded dataset with one total of March 2022 off by a dollar, and the line of the printed balance.
fn corrupted(flow: &str) -> (Arc<Dataset>, usize) {
    let text = String::from_utf8(Embedded.read("totals.csv").unwrap().into_owned()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let row = |flow: &str| {
        let is_it = |line: &&str| line.starts_with(&format!("2022-03,,{flow},,,")) && line.contains(",USD,");
        lines.iter().position(is_it).unwrap()
    };
    let mut cells: Vec<String> = lines[row(flow)].split(',').map(str::to_owned).collect();
    cells[5] = (cells[5].parse::<i64>().unwrap() + 1).to_string();
    let files = Corrupted { line: row(flow) + 1, text: cells.join(",") };
    (Arc::new(import::load(&files, "dataset.toml").unwrap()), row("balance") + 1)
}

#[test]
fn one_dollar_turns_the_header_and_withholds_the_headline() {
    for flow in ["export", "import", "balance"] {
        let (dataset, line) = corrupted(flow);
        let named = format!("Balance, Mar 2022: balance is not exports less imports (totals.csv:{line})");
        let mut screen = Setup { month: Some(period("2022-03")), ..Setup::of(dataset) }.screen(120, 36);
        let rows: Vec<String> = screen.text().lines().map(str::to_owned).collect();
        assert!(rows.iter().any(|row| row.contains(&format!("! {named}"))), "{flow}: {rows:#?}");
        assert!(rows.iter().any(|row| row.contains(&format!("Withheld: it rests on {named}"))), "{flow}: {rows:#?}");
        for gone in ["Exports rose", "the deficit of", "in a row"] {
            assert!(!rows.iter().any(|row| row.contains(gone)), "{flow}: {gone}: {rows:#?}");
        }
        // The list has it with both numbers.
        screen.press("F4");
        let text = screen.text();
        assert!(text.contains("Errors: what rests on them is withheld") && text.contains("off by"), "{text}");
        // A month whose own numbers are sound is told; but nothing is called the most of all.
        screen.press("Esc");
        screen.go_to(period("2026-07"));
        let text = screen.text();
        assert!(text.contains(&format!("! {named}")) && text.contains("; the surplus of $30."), "{text}");
        assert!(!text.contains("on record") && !text.contains("second only to"), "{text}");
    }
}

/// Key numbers are withheld like the sentences, and only those that rest on what is wrong.
#[test]
fn key_numbers_are_withheld_too() {
    let (dataset, _) = corrupted("export");
    let sound = Setup::of(korea()).at("2022-03").screen(80, 24).text();
    assert!(rows_of(&sound).iter().all(|(_, shown)| shown != "!"), "{sound}");
    let mut screen = Setup::of(dataset).at("2022-03").screen(80, 24);
    let text = screen.text();
    let rows = rows_of(&text);
    assert_eq!(rows.len(), 8, "{text}");
    for (name, shown) in &rows {
        let rests = !["Days", "Chips"].contains(&name.as_str());
        assert_eq!(shown == "!", rests, "{name}\n{text}");
    }
    screen.resize(120, 36);
    let text = screen.text();
    assert!(text.matches("withheld: F4 says why").count() >= 3, "{text}");
    // A year later the month itself is sound, and its growth is not.
    screen.go_to(period("2023-03"));
    let text = screen.text();
    assert!(text.contains("! y/y") && !text.contains("withheld: F4 says why"), "{text}");
}

/// The last line marks what rests on it and gives no rank; nor does the list of the zoomed panel.
#[test]
fn the_last_line_and_the_zoomed_balance_withhold_the_rank() {
    let (dataset, _) = corrupted("export");
    let mut screen = Setup::of(dataset).at("2022-03").screen(120, 36);
    let text = screen.text();
    let last = text.lines().find(|line| line.contains("MAR 2022  exports")).unwrap_or_else(|| panic!("{text}"));
    assert!(last.contains("63.79! ") && last.contains("balance rank withheld: F4"), "{last}");
    screen.press("1");
    screen.press("Enter");
    let text = screen.text();
    let row = |name: &str| text.lines().find(|line| line.contains(name)).unwrap().to_owned();
    assert!(row("Rank of all").contains('!') && !row("Rank of all").contains(" of 3"), "{text}");
    assert!(row("Exports / imports").contains('!'), "{text}");
    // In the sound dataset they are there.
    let mut screen = Setup::of(korea()).at("2022-03").screen(120, 36);
    assert!(screen.text().contains("balance rank "), "{}", screen.text());
    screen.press("1");
    screen.press("Enter");
    assert!(!screen.text().contains("F4"), "{}", screen.text());
}

/// The key numbers of the small screen: their names and what stands beside them.
fn rows_of(text: &str) -> Vec<(String, String)> {
    let names = ["Exports", "Imports", "Balance", "Per day", "Days", "Chips", "Share", "Ex chips"];
    let row = |name: &&str| {
        // They stand in the right half.
        let right = text.lines().map(|line| line.chars().skip(48).collect::<String>());
        let rest = right
            .map(|line| line.trim_start().to_owned())
            .find_map(|line| line.strip_prefix(&format!("{name} ")).map(str::to_owned));
        let shown = rest?.split_whitespace().next()?.to_owned();
        Some(((*name).to_owned(), shown))
    };
    names.iter().filter_map(row).collect()
}

#[test]
fn the_report_withholds_the_same() {
    let (dataset, _) = corrupted("export");
    let setup = Setup { month: Some(period("2022-03")), ..Setup::of(dataset) };
    let screen = setup.screen(80, 24);
    let state = screen.state();
    let report = Report::new(state.view(), &state.deck).to_json();
    assert!(report.contains("\"headline\": \"Withheld: it rests on Balance, Mar 2022"), "{report}");
}

#[test]
fn nothing_true_is_withheld_of_the_embedded_figures() {
    let mornings = ["1995-06-01", "2010-03-01", "2021-12-15", "2022-06-01", "2023-03-03", "2024-07-20", "2026-10-05"];
    for as_of in mornings {
        let mut screen = Setup::korea(as_of).screen(200, 56);
        let (first, last) = screen.state().span();
        assert!(View::new(korea(), as_of.parse().ok()).as_of() == screen.state().view().as_of());
        for back in [0, 1, 2, 5, 12, 17, 30, 100] {
            screen.go_to(last.minus(back).max(first));
            let scene = screen.dashboard.scene();
            for sentence in PANELS.iter().map(|panel| panel.sentence(&scene)).chain([scene.wording().headline()]) {
                assert!(!sentence.contains("Withheld"), "{as_of}, {back} months before {last}: {sentence}");
            }
        }
    }
}

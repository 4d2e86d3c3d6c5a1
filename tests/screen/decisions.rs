//! What was decided while foreign files were read is told on the screen and in reports, in the language of the screen.

use std::borrow::Cow;
use std::sync::Arc;

use tradedeck::domain::{Dataset, Problem};
use tradedeck::import::{self, Choices, Files};

use super::support::Setup;
use crate::support::report_of;

const TOTALS: &str =
    "Month,Exports (USD million),Imports (USD million)\n2024-01,100,90\n2024-02,120,91\n2024-03,125,93\n";
const OTHER: &str = "Month,Exports (USD million)\n2024-02,110\n2024-03,125\n";

struct Two;

impl Files for Two {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        Ok(Cow::Borrowed(if name == "a.csv" { TOTALS.as_bytes() } else { OTHER.as_bytes() }))
    }

    fn read_if_there(&self, _name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        Ok(None)
    }
}

fn dataset(names: &[&str]) -> Arc<Dataset> {
    Arc::new(import::load_all(&Two, names, &Choices::default()).unwrap())
}

#[test]
fn a_contradiction_between_files_is_a_warning_on_the_screen() {
    let mut screen = Setup::of(dataset(&["a.csv", "b.csv"])).screen(120, 36);
    assert!(screen.text().contains("! 1 doubt about how the data was read (F4)"), "{}", screen.text());
    screen.press("F4");
    let text = screen.text();
    let doubt =
        "! 1 value differs between files; the later file holds (export 2024-02: 120,000,000 in a.csv, 110,000,000";
    assert!(text.contains("How the files were read") && text.contains(doubt), "{text}");
    assert!(text.contains("- columns are taken for period = Month, export = Exports (USD million)"), "{text}");
    let decisions = report_of(screen.state())["health"]["decisions"].clone();
    let doubtful: Vec<bool> =
        decisions.as_array().unwrap().iter().map(|one| one["doubtful"].as_bool().unwrap()).collect();
    assert_eq!(doubtful, [false, false, false, true], "{decisions}");
    assert_eq!(decisions[0]["file"], "a.csv");
}

#[test]
fn what_was_assumed_without_doubt_is_a_note() {
    let screen = Setup::of(dataset(&["a.csv"])).screen(120, 36);
    assert!(screen.text().contains("1 note on how the data was read (F4)"), "{}", screen.text());
    assert!(!screen.text().contains("doubt"));
}

#[test]
fn a_native_dataset_leaves_nothing_to_decide() {
    let mut screen = Setup::korea("2023-03-03").screen(120, 36);
    assert!(!screen.text().contains("was read"), "{}", screen.text());
    screen.press("F4");
    assert!(!screen.text().contains("How the files were read"), "{}", screen.text());
}

//! The layers hold, and the lists are complete.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tradedeck::config::shipped;
use tradedeck::import;
use tradedeck::ui::panels;

/// What only the outermost layer may name: files, threads, the clock, the environment.
const IMPURE: [&str; 11] = [
    "std::fs",
    "std::thread",
    "std::env",
    "std::process",
    "std::net",
    "env::var",
    "fs::",
    "thread::",
    "SystemTime",
    "Instant::now",
    "::now()",
];

/// What nothing left of `ui` may name.
const SCREEN: [&str; 2] = ["ratatui", "crossterm"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The order of the layers, from `src/lib.rs`.
fn layers() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let names = text.lines().filter_map(|line| line.strip_prefix("pub mod "));
    names.map(|name| name.trim_end_matches(';').to_owned()).collect()
}

/// All files below a folder with this ending, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of a file: without comments, and without the tests at its end.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
    // The two macros of `words` stand at the root of the crate.
    let code = code.replace("use crate::{say, word};", "");
    code.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The names out of `forbidden` that stand in the code of a folder's files.
fn named(folder: &Path, forbidden: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    let is_test = |file: &PathBuf| file.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("tests"));
    for file in files(folder, "rs").into_iter().filter(|file| !is_test(file)) {
        let code = code(&file);
        let is_word = |at: usize| !code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
        let used = |name: &&String| code.match_indices(name.as_str()).any(|(at, _)| is_word(at));
        faults.extend(forbidden.iter().filter(used).map(|name| format!("{}: {name}", file.display())));
    }
    faults
}

#[test]
fn a_layer_names_only_layers_to_its_left() {
    let layers = layers();
    assert_eq!(
        layers,
        ["words", "domain", "indicators", "claims", "import", "config", "app", "ui", "export", "runtime"]
    );
    let place = |name: &str| layers.iter().position(|layer| layer == name).unwrap();
    let mut faults = Vec::new();
    for (at, layer) in layers.iter().enumerate() {
        let mut forbidden: Vec<String> = layers[at + 1..].iter().map(|later| format!("crate::{later}")).collect();
        // A group would hide names from this test.
        forbidden.extend(["crate::{".to_owned(), "use crate::*".to_owned(), "tradedeck::".to_owned()]);
        if at < place("ui") {
            forbidden.extend(SCREEN.map(str::to_owned));
        }
        if at < place("runtime") {
            forbidden.extend(IMPURE.map(str::to_owned));
        }
        faults.extend(named(&root().join("src").join(layer), &forbidden));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn widgets_know_no_trade() {
    let layers = layers().into_iter().filter(|layer| layer != "ui").map(|layer| format!("crate::{layer}"));
    let panels = ["crate::ui::panels", "crate::ui::sentences", "crate::ui::scene", "super::super::"].map(str::to_owned);
    let faults = named(&root().join("src/ui/widgets"), &layers.chain(panels).collect::<Vec<_>>());
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_shipped_file_is_in_its_list() {
    let listed = |list: &[shipped::Shipped]| {
        let mut files: Vec<PathBuf> = list.iter().map(|shipped| root().join(shipped.file)).collect();
        files.sort();
        files
    };
    assert_eq!(listed(shipped::THEMES), files(&root().join("config/themes"), "toml"));
    assert_eq!(listed(shipped::LAYOUTS), files(&root().join("config/layouts"), "toml"));
    for shipped in shipped::THEMES.iter().chain(shipped::LAYOUTS) {
        assert_eq!(shipped.text, fs::read_to_string(root().join(shipped.file)).unwrap());
        assert!(shipped.file.ends_with(&format!("/{}.toml", shipped.name)));
    }
}

#[test]
fn every_panel_has_a_place_and_a_key() {
    let text = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    for panel in panels::names() {
        assert!(text("config/layouts/default.toml").contains(&format!("panel = \"{panel}\"")), "{panel}");
        assert!(text("config/keymap.toml").contains(&format!("command = \"panel.{panel}\"")), "{panel}");
    }
}

#[test]
fn the_compiled_dataset_is_the_folder() {
    let dataset = Arc::new(import::embedded::korea().unwrap());
    let on_disk = files(&root().join("assets/korea"), "csv");
    let embedded = fs::read_to_string(root().join("src/import/embedded.rs")).unwrap();
    for file in on_disk {
        let name = file.file_name().unwrap().to_str().unwrap();
        assert!(embedded.contains(&format!("\"{name}\"")), "{name} is not compiled in");
        let is_list = ["sources.csv", "holidays.csv", "working_days.csv"].contains(&name);
        assert!(is_list || dataset.files.iter().any(|read| read == name), "{name} is not read");
    }
}

//! Tables in the documents that are made from the program. `UPDATE_DOCS=1 cargo test documents` writes them anew.

use std::fmt::Write as _;
use std::fs;

use tradedeck::app::command_names;
use tradedeck::config::{Keymap, shipped};
use tradedeck::indicators::Quantity;
use tradedeck::indicators::figure::DEFINITIONS;
use tradedeck::ui::panels;

use super::document;

/// The document with `table` between the marks `<!-- NAME -->` and `<!-- end -->`.
fn renewed(name: &str, mark: &str, table: &str) -> String {
    let text = document(name);
    let begin = format!("<!-- {mark}: made from the program -->\n\n");
    let (before, after) = text.split_once(&begin).unwrap_or_else(|| panic!("docs/{name} has no mark {mark}"));
    let (_, after) = after.split_once("\n<!-- end -->").unwrap();
    format!("{before}{begin}{table}\n<!-- end -->{after}")
}

fn is_fresh(name: &str, mark: &str, table: &str) {
    let fresh = renewed(name, mark, table);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR")), &fresh).unwrap();
        return;
    }
    assert!(document(name) == fresh, "docs/{name} is stale: run `UPDATE_DOCS=1 cargo test documents`");
}

fn kind(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Money => "money",
        Quantity::MoneyChange => "change in money",
        Quantity::Balance => "balance",
        Quantity::MoneyPerDay => "money per working day",
        Quantity::Growth => "growth in percent",
        Quantity::Share => "percent",
        Quantity::Points => "percentage points",
        Quantity::Days => "working days",
    }
}

#[test]
fn figures() {
    let mut table = String::from("| id | is | decimals | formula |\n|---|---|---|---|\n");
    for definition in &DEFINITIONS {
        let name = definition.id.name("semiconductors");
        let (kind, decimals, formula) = (kind(definition.quantity), definition.decimals, definition.formula);
        _ = writeln!(table, "| `{name}` | {kind} | {decimals} | {formula} |");
    }
    is_fresh("indicators.md", "figures", &table);
}

#[test]
fn every_figure_is_explained() {
    let text = document("indicators.md");
    let (table, prose) = text.split_once("<!-- end -->").unwrap();
    for definition in &DEFINITIONS {
        let name = format!("`{}`", definition.id.name("semiconductors"));
        assert!(table.contains(&name) && prose.contains(&name), "{name} is not explained in docs/indicators.md");
    }
}

#[test]
fn formats() {
    let mut table = String::from("| name | is | known by |\n|---|---|---|\n");
    for importer in tradedeck::import::IMPORTERS {
        _ = writeln!(table, "| `{}` | {} | {} |", importer.name, (importer.title)(), (importer.known_by)());
    }
    is_fresh("formats.md", "formats", &table);
}

fn keymap() -> Keymap {
    let names = command_names(&panels::names());
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Keymap::shipped(&names).unwrap()
}

#[test]
fn keys() {
    let mut table = String::from("| keys | with a Korean input method | does | command |\n|---|---|---|---|\n");
    for bind in keymap().binds() {
        let keys: Vec<String> = bind.keys.iter().map(|key| format!("`{key}`")).collect();
        let jamo: Vec<String> = bind.keys.iter().filter_map(|key| key.jamo()).map(|jamo| format!("`{jamo}`")).collect();
        _ = writeln!(table, "| {} | {} | {} | `{}` |", keys.join(" "), jamo.join(" "), bind.about.en, bind.command);
    }
    is_fresh("keys.md", "keys", &table);
}

#[test]
fn every_command_has_a_key() {
    let keymap = keymap();
    for command in command_names(&panels::names()) {
        assert!(!keymap.keys(&command).is_empty(), "{command} has no key in {}", shipped::KEYMAP.file);
    }
}

#[test]
fn the_keymap_example_is_read() {
    let text = document("keys.md");
    let example = text.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let names = command_names(&panels::names());
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let merged = keymap().merged("keymap.toml", example, &names).unwrap();
    assert_eq!(merged.keys("theme.next").iter().map(ToString::to_string).collect::<Vec<_>>(), ["F2"]);
}

#[test]
fn files_and_folders_that_are_named_exist() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "benches/README.md"];
    let docs = ["claims.md", "formats.md", "report.md", "indicators.md", "keys.md"].map(|name| format!("docs/{name}"));
    for name in names.map(str::to_owned).iter().chain(&docs) {
        let text = fs::read_to_string(root.join(name)).unwrap();
        for word in text.split('`').skip(1).step_by(2) {
            let folder = word.split('/').next().unwrap_or("");
            let is_path =
                ["src", "docs", "config", "tests", "assets", "benches"].contains(&folder) && word.contains('/');
            assert!(
                !is_path || word.contains(' ') || root.join(word).exists(),
                "{name} names {word}, which is not there"
            );
        }
    }
}

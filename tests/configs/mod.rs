//! Every file of `tests/configs/valid` loads; every file of `tests/configs/invalid` gives the problems it announces.
//!
//! The first word of a file's name says what it is: `settings-`, `theme-`, `keymap-`, `layout-`. An invalid
//! file announces each problem in a comment, `# expect LINE:COLUMN some of its words`, in the order of the
//! file; there must be no others. A new case is a new file and nothing else.

#![allow(clippy::unwrap_used, clippy::panic)] // a test says so by failing

use std::fs;
use std::path::{Path, PathBuf};

use tradedeck::app::command_names;
use tradedeck::config::{Depth, Keymap, Layout, Names, Settings, Theme, shipped};
use tradedeck::domain::Problem;
use tradedeck::ui::{panels, view};

fn commands() -> Vec<String> {
    command_names(&panels::names())
}

fn names(commands: &[String]) -> Vec<&str> {
    commands.iter().map(String::as_str).collect()
}

fn cases(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/configs").join(folder);
    let paths = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|it| it == "toml")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no cases in {}", folder.display());
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

fn load(path: &Path, text: &str) -> Result<(), Vec<Problem>> {
    let file = path.file_name().unwrap().to_str().unwrap();
    match file.split('-').next().unwrap() {
        "settings" => {
            let (themes, layouts) = (shipped::theme_names(), shipped::layout_names());
            let names = Names { themes: &themes, layouts: &layouts };
            Settings::default().merged(file, text, names).map(drop)
        }
        "theme" => Depth::ALL.into_iter().try_for_each(|depth| Theme::parse(file, text, depth).map(drop)),
        "keymap" => Keymap::shipped(&names(&commands())).unwrap().merged(file, text, &names(&commands())).map(drop),
        "layout" => Layout::parse(file, text, &view::layout_names()).map(drop),
        other => panic!("{file}: no reader for `{other}-`"),
    }
}

/// Does `problem` answer to `LINE:COLUMN some of its words`?
fn answers(problem: &Problem, expected: &str) -> bool {
    let (place, words) = expected.split_once(' ').unwrap_or((expected, ""));
    place == format!("{}:{}", problem.line, problem.column) && problem.to_string().contains(words)
}

#[test]
fn valid_configurations_load() {
    for (path, text) in cases("valid") {
        let problems = load(&path, &text).err().unwrap_or_default();
        assert!(problems.is_empty(), "{}", listed(&problems));
    }
}

#[test]
fn invalid_configurations_name_line_and_column() {
    let wrong: String = cases("invalid").iter().filter_map(|(path, text)| disagreement(path, text)).collect();
    assert!(wrong.is_empty(), "{wrong}");
}

/// What a file announces and what is found, if they differ.
fn disagreement(path: &Path, text: &str) -> Option<String> {
    let expected: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("# expect ")).collect();
    let problems = load(path, text).err().unwrap_or_default();
    let agree = !expected.is_empty()
        && expected.len() == problems.len()
        && problems.iter().zip(&expected).all(|(problem, expected)| answers(problem, expected));
    let both = || format!("{}\nexpected:\n{}\nfound:\n{}\n", path.display(), expected.join("\n"), listed(&problems));
    (!agree).then(both)
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

//! Every text exists in both languages, with the same places, and is used; what the code asks for is there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tradedeck::words::{Language, TOPICS, entries, placeholders};

/// A key and the names that the code fills it with.
type Use = (String, Vec<String>);

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The inside of the parentheses that open at the start of `text`, with texts and nested ones skipped.
fn arguments(text: &str) -> &str {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return &text[1..at];
                }
            }
            _ => {}
        }
    }
    text
}

/// `name = value, other = value` as its names: what stands before an `=` at the outermost level.
fn names(arguments: &str) -> Vec<String> {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    let mut parts = vec![String::new()];
    for letter in arguments.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if depth == 0 && !quoted => parts.push(String::new()),
            _ => {}
        }
        if !(letter == ',' && depth == 0 && !quoted) {
            parts.last_mut().unwrap().push(letter);
        }
    }
    let name = |part: &String| part.split_once('=').map(|(name, _)| name.trim().to_owned());
    let mut names: Vec<String> = parts.iter().skip(1).filter_map(name).collect();
    names.sort();
    names.dedup();
    names
}

/// Every use of `say!` and `word!` in the code.
fn uses() -> Vec<Use> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for file in sources(&root).iter().filter(|file| !file.ends_with("words/mod.rs")) {
        let text = fs::read_to_string(file).unwrap();
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect();
        for call in ["say!(", "word!("] {
            for (at, _) in code.match_indices(call) {
                let is_name = code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
                let arguments = arguments(&code[at + call.len() - 1..]);
                let key = arguments.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
                if let Some((key, _)) = key.filter(|_| !is_name) {
                    found.push((key.to_owned(), names(arguments)));
                }
            }
        }
    }
    found
}

fn catalogue(language: Language) -> BTreeMap<String, &'static str> {
    let of_topic = |topic: &'static tradedeck::words::Topic| {
        entries(topic, language).iter().map(move |(key, text)| (format!("{}.{key}", topic.name), text.as_str()))
    };
    TOPICS.iter().flat_map(of_topic).collect()
}

#[test]
fn both_languages_say_the_same_things() {
    let (english, korean) = (catalogue(Language::English), catalogue(Language::Korean));
    let missing = |of: &BTreeMap<String, &str>, from: &BTreeMap<String, &str>| {
        of.keys().filter(|key| !from.contains_key(*key)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(missing(&english, &korean), Vec::<String>::new(), "not in Korean");
    assert_eq!(missing(&korean, &english), Vec::<String>::new(), "not in English");
    let differ = |(key, text): (&String, &&str)| {
        (placeholders(text) != placeholders(korean[key])).then(|| format!("{key}: {text} / {}", korean[key]))
    };
    assert_eq!(english.iter().filter_map(differ).collect::<Vec<_>>(), Vec::<String>::new(), "other places");
}

#[test]
fn the_code_and_the_catalogues_agree() {
    let english = catalogue(Language::English);
    let uses = uses();
    assert!(!uses.is_empty());
    let fault = |(key, names): &Use| match english.get(key) {
        None => Some(format!("{key} is in no catalogue")),
        Some(text) => {
            let wanted = placeholders(text);
            let unfilled = wanted.iter().any(|place| !names.iter().any(|name| name == place));
            let unused = names.iter().any(|name| !wanted.contains(&name.as_str()));
            (unfilled || unused).then(|| format!("{key}: the text has {wanted:?}, the code fills {names:?}"))
        }
    };
    assert_eq!(uses.iter().filter_map(fault).collect::<Vec<_>>(), Vec::<String>::new());
    let idle = english.keys().filter(|key| !uses.iter().any(|(used, _)| used == *key));
    assert_eq!(idle.collect::<Vec<_>>(), Vec::<&String>::new(), "nobody says these");
}

#[test]
fn every_catalogue_is_in_the_list() {
    for language in Language::ALL {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/lang").join(language.code());
        let mut files: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let mut listed: Vec<&str> = TOPICS.iter().map(|topic| topic.name).collect();
        listed.sort_unstable();
        assert_eq!(files, listed, "{}", language.code());
    }
}

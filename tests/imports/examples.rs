//! Every importer has a folder of small examples of our own in `tests/formats`, with the answers that they must give.

use std::fs;
use std::path::PathBuf;

use tradedeck::domain::{Dataset, Flow, ItemId, PartnerId, SeriesKey, Window};
use tradedeck::import::{Choices, IMPORTERS};

use super::{Folder, amount, source};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

/// The data files of an importer's folder: not the answers, not the mappings.
pub fn examples(importer: &str) -> (Folder, Vec<String>) {
    let folder = folder().join(importer);
    let names = fs::read_dir(&folder).unwrap_or_else(|_| panic!("tests/formats/{importer} is not there"));
    let mut names: Vec<String> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != "answers.txt" && !name.ends_with(".map.toml"));
    names.sort();
    assert!(!names.is_empty(), "tests/formats/{importer} has no example");
    (Folder(folder), names)
}

#[test]
fn every_importer_has_examples_and_every_folder_an_importer() {
    let mut folders: Vec<String> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let mut names: Vec<String> = IMPORTERS.iter().map(|importer| importer.name.to_owned()).collect();
    folders.sort();
    names.sort();
    assert_eq!(folders, names);
}

#[test]
fn every_file_of_an_importer_is_in_the_list() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/import/formats");
    let list = fs::read_to_string(root.join("mod.rs")).unwrap();
    let mut count = 0;
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            if !text.contains("pub const IMPORTER: Importer") {
                continue;
            }
            let module = path
                .strip_prefix(&root)
                .unwrap()
                .with_extension("")
                .to_str()
                .unwrap()
                .replace("/mod", "")
                .replace('/', "::");
            assert!(list.contains(&format!("&{module}::IMPORTER,")), "{module} is not in IMPORTERS");
            count += 1;
        }
    }
    assert_eq!(count, IMPORTERS.len());
}

#[test]
fn examples_are_told_by_their_content() {
    for importer in IMPORTERS {
        let (files, names) = examples(importer.name);
        for name in names {
            assert_eq!(source(&files, &name, &Choices::default()).format, importer.name, "{name}");
        }
    }
}

#[test]
fn examples_give_their_answers() {
    let mut faults = Vec::new();
    for importer in IMPORTERS {
        let (files, names) = examples(importer.name);
        let text = fs::read_to_string(files.0.join("answers.txt")).unwrap();
        for name in &names {
            let own = text.lines().filter_map(|line| line.strip_prefix(&format!("{name}: ")));
            let answers: Vec<&str> = own.collect();
            assert!(!answers.is_empty(), "{}: no answer for {name}", importer.name);
            let place = |what: &str| format!("{}/{name}: {what}", importer.name);
            match tradedeck::import::load_all(&files, &[name], &Choices::default()) {
                Ok(dataset) => {
                    faults.extend(answers.iter().filter_map(|answer| fault(&dataset, answer, &place(answer))))
                }
                Err(problems) => faults.push(place(&format!("{problems:?}"))),
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// `export 8542 410 2014 = 123`: flow, item and partner by id with `-` for the whole and `_` for a blank, period.
fn fault(dataset: &Dataset, answer: &str, place: &str) -> Option<String> {
    let (left, right) = answer.split_once(" = ").unwrap_or_else(|| panic!("{place}"));
    let [flow, item, partner, period] = left.split(' ').collect::<Vec<_>>()[..] else { panic!("{place}") };
    let id = |word: &str| if word == "-" { String::new() } else { word.replace('_', " ") };
    let item = dataset.items.iter().position(|other| other.id == id(item) || other.id == item);
    let partner = dataset.partners.iter().position(|other| other.id == id(partner) || other.id == partner);
    let Some((item, partner)) = item.zip(partner) else { return Some(format!("{place}: no such item or partner")) };
    let key = SeriesKey {
        flow: Flow::parse(flow).unwrap(),
        item: ItemId(item as u16),
        partner: PartnerId(partner as u16),
        window: Window::Whole,
    };
    let found = amount(dataset, key, period).map_or("none".to_owned(), |value| value.to_string());
    (found != right).then(|| format!("{place}, not {found}"))
}

/// The examples of an importer as bytes, for damage.
pub fn of(importer: &str) -> Vec<(String, Vec<u8>)> {
    let (files, names) = examples(importer);
    names.into_iter().map(|name| (name.clone(), fs::read(files.0.join(&name)).unwrap())).collect()
}

/// All examples.
pub fn all() -> Vec<(String, Vec<u8>)> {
    IMPORTERS.iter().flat_map(|importer| of(importer.name)).collect()
}

#[test]
fn there_are_examples_of_many_kinds() {
    assert!(all().len() > 40);
}

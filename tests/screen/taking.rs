//! `s` saves the screen, `p` writes the pack: off the thread that draws, and told in the notice line.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use tradedeck::app::Notice;
use tradedeck::config::Settings;
use tradedeck::runtime::dashboard::Taking;
use tradedeck::runtime::setup::Request;
use tradedeck::runtime::{Event, Program};

use super::support::{Screen, Setup};

/// A folder of its own that does not exist yet.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("taking").join(name);
    _ = fs::remove_dir_all(&folder);
    folder
}

fn screen(folder: &Path, sources: &[&str]) -> Screen {
    let setup = Setup::korea("2023-03-03").at("2023-02");
    let settings = Settings {
        pictures: folder.join("pictures").display().to_string(),
        pack: folder.join("pack").display().to_string(),
        ..Settings::default()
    };
    let request = Request { sources: sources.iter().map(PathBuf::from).collect(), ..Request::default() };
    let mut screen = setup.screen(80, 24);
    screen.dashboard = setup.dashboard().unwrap().with_taking(Taking::of(&request, &settings));
    screen.resize(80, 24);
    screen
}

fn notice(screen: &Screen) -> String {
    match screen.state().notices.as_slice() {
        [Notice::Done(words) | Notice::Words(words)] => words.clone(),
        other => panic!("{other:?}"),
    }
}

/// Presses a key, does what it asks the worker for, and gives the notice that follows.
fn press(screen: &mut Screen, key: &str) -> String {
    for effect in screen.press(key).effects {
        screen.dashboard.update(Event::Message(effect()), Instant::now());
    }
    notice(screen)
}

#[test]
fn pictures_are_named_by_what_they_show_and_never_replace_each_other() {
    let folder = folder("pictures");
    let mut screen = screen(&folder, &[]);
    let said = press(&mut screen, "s");
    let name = "2023-02_as-of-2023-03-03_screen";
    assert!(said.contains(&format!("{name}.png")) && said.contains(&format!("{name}.svg")), "{said}");
    assert!(screen.text().contains("✓ ") && !screen.text().contains("! "), "{}", screen.text());
    let first = fs::read_to_string(folder.join(format!("pictures/{name}.svg"))).unwrap();
    assert!(first.contains("as known on 2023-03-03") && first.contains("the deficit of $5.3bn"), "{first}");
    // The same once more, with the next letter of the same key by a Korean keyboard.
    let said = press(&mut screen, "ㄴ");
    assert!(said.contains(&format!("{name}-2.png")), "{said}");
    assert_eq!(fs::read_to_string(folder.join(format!("pictures/{name}-2.svg"))).unwrap(), first);
    screen.press("4");
    screen.press("Enter");
    let said = press(&mut screen, "s");
    assert!(said.contains("2023-02_as-of-2023-03-03_targets.png"), "{said}");
    assert_eq!(fs::read_dir(folder.join("pictures")).unwrap().count(), 6);
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let folder = folder("taken");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("pictures"), "a file").unwrap();
    let mut screen = screen(&folder, &[]);
    let said = press(&mut screen, "s");
    assert!(said.contains("screen.png cannot be written: "), "{said}");
    assert!(matches!(screen.state().notices.as_slice(), [Notice::Words(_)]), "{said}");
    fs::create_dir(folder.join("pack")).unwrap();
    fs::write(folder.join("pack/letter.txt"), "not ours").unwrap();
    let said = press(&mut screen, "p");
    assert!(said.contains("a folder with other files, and no pack"), "{said}");
    assert_eq!(fs::read_dir(folder.join("pack")).unwrap().count(), 1, "nothing was added");
}

#[test]
fn the_pack_is_of_what_is_looked_at() {
    let folder = folder("pack");
    let mut screen = screen(&folder, &[]);
    screen.press("Left");
    screen.press("d");
    let effects = screen.press("p").effects;
    assert!(notice(&screen).contains("writing the pack to"), "{}", notice(&screen));
    assert!(!folder.join("pack").exists(), "the worker writes it");
    for effect in effects {
        screen.dashboard.update(Event::Message(effect()), Instant::now());
    }
    assert!(notice(&screen).contains("There is no pack before this one."), "{}", notice(&screen));
    let report = fs::read_to_string(folder.join("pack/report.md")).unwrap();
    assert!(report.starts_with("# Korea, 2023-01, as known on 2023-03-03\n"), "{report}");
    assert!(report.contains("Lens: per working day"), "{report}");
}

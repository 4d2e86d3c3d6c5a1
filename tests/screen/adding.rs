//! `a` states the number at the cursor as a claim: in the file, and at once in panel 7.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use tradedeck::app::Notice;
use tradedeck::claims::Verdict;
use tradedeck::import::native::read_claims;
use tradedeck::runtime::{ClaimsFile, Event, Program};

use super::support::{Screen, Setup, korea, period};

/// A file of claims in a folder of its own that does not exist yet.
fn file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("adding").join(name);
    _ = fs::remove_dir_all(&folder);
    folder.join("new/claims.toml")
}

fn screen(file: &Path, as_of: &str, month: &str) -> Screen {
    let setup = Setup { month: Some(period(month)), ..Setup::korea(as_of) };
    let mut screen = setup.screen(120, 36);
    let dashboard = setup.dashboard().unwrap();
    screen.dashboard = dashboard.with_claims_file(ClaimsFile::of(Some(file), &[]));
    screen.resize(120, 36);
    screen
}

/// Presses `a`, does what it asks for, and hands the result back; the notice that follows.
fn add(screen: &mut Screen) -> String {
    let effects = screen.press("a").effects;
    for effect in effects {
        screen.dashboard.update(Event::Message(effect()), Instant::now());
    }
    match screen.state().notices.as_slice() {
        [Notice::Done(words) | Notice::Words(words)] => words.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_number_at_the_cursor_is_appended_and_judged() {
    let file = file("appended");
    let mut screen = screen(&file, "2023-03-03", "2023-02");
    let before = screen.state().judgements().len();
    screen.press("1");
    let said = add(&mut screen);
    assert!(said.contains("balance-2023-02-as-of-2023-03-03 added to") && said.contains("claims.toml"), "{said}");
    assert!(screen.text().contains("added to"), "{}", screen.text());
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("stated = \"-5.3\"\nunit = \"USD billion\"\nindicator = \"balance\"\n"), "{text}");
    let judgements = screen.state().judgements();
    assert_eq!(judgements.len(), before + 1);
    let last = judgements.last().unwrap();
    assert_eq!((last.then.verdict, last.now.verdict), (Verdict::Ok, Verdict::Ok));
    // What is picked in the explanation is what is claimed; a row's own numbers, too.
    for keys in [&["w", "Down", "Down", "Down"][..], &["Esc", "6"], &["5", "w", "Down"]] {
        keys.iter().for_each(|key| drop(screen.press(key)));
        let said = add(&mut screen);
        assert!(said.contains("added to"), "{said}");
    }
    let text = fs::read_to_string(&file).unwrap();
    for formula in ["growth(export)", "export[with ", "growth(export[semiconductors])"] {
        assert!(text.contains(&format!("indicator = \"{formula}")), "{formula}\n{text}");
    }
    let read = read_claims("claims.toml", text.as_bytes(), &korea()).unwrap();
    assert_eq!(read.len(), 4);
    for judgement in &screen.state().judgements()[before..] {
        assert!(matches!(judgement.now.verdict, Verdict::Ok | Verdict::Round), "{:?}", judgement.statement);
    }
    screen.press("Esc");
    screen.press("7");
    screen.press("Enter");
    assert!(screen.text().contains("Balance, 2023-02: -5.3 USD billion"), "{}", screen.text());
}

#[test]
fn what_stands_in_the_file_stays_and_nothing_is_added_twice() {
    let file = file("kept");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let own = "# mine\n[[claims]]\nid = \"mine\"\nsaid = 2023-03-01\nstated = \"50.1\"\nunit = \"USD billion\"\n\
               indicator = \"export\"\nperiod = \"2023-02\"";
    fs::write(&file, own.replace("2023-03-01", "\"2023-03-01\"")).unwrap();
    let own = fs::read_to_string(&file).unwrap();
    let mut screen = screen(&file, "2023-03-03", "2023-02");
    add(&mut screen);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with(&own) && text.len() > own.len(), "{text}");
    let said = add(&mut screen);
    assert!(said.contains("is in it already"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    // A file that is broken is not made worse.
    fs::write(&file, "[[claims]]\nid = ").unwrap();
    screen.press("3");
    let said = add(&mut screen);
    assert!(said.contains("claims.toml:2:"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "[[claims]]\nid = ");
}

#[test]
fn what_cannot_be_claimed_says_why() {
    let file = file("refused");
    let mut screen = screen(&file, "2023-03-03", "2023-02");
    for (keys, why) in [
        (&["7"][..], "no number to claim"),
        (&["1", "d"], "take the lens off first"),
        (
            &["d", "1", "w", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down"],
            "cannot be claimed",
        ),
    ] {
        keys.iter().for_each(|key| drop(screen.press(key)));
        let said = add(&mut screen);
        assert!(said.contains(why), "{keys:?}: {said}\n{}", screen.text());
    }
    screen.press("Esc");
    screen.press("Home");
    screen.press("3");
    assert_eq!(add(&mut screen), "what is not known cannot be claimed");
    assert!(!file.exists());
    // Where nothing can be written, that is said, too.
    let blocked = file.parent().unwrap().parent().unwrap().to_owned();
    fs::create_dir_all(blocked.parent().unwrap()).unwrap();
    fs::write(&blocked, "a file where a folder is needed").unwrap();
    screen.press("End");
    screen.press("1");
    let said = add(&mut screen);
    assert!(said.contains("claims.toml"), "{said}");
}

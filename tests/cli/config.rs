//! The user's own settings, keys, themes and layouts.

use super::Desk;

const SHOT: [&str; 3] = ["snapshot", "--out", "frame.txt"];

fn found(name: &str, file: &str, text: &str) -> String {
    let desk = Desk::new(&format!("config-{name}"));
    let run = desk.write(&format!("config/tradedeck/{file}"), text).run(&SHOT);
    assert_eq!((run.status, run.out.as_str()), (2, ""), "{run:?}");
    let folder = format!("{}/config/tradedeck/", desk.0.display());
    assert!(run.err.starts_with(&folder), "{}", run.err);
    run.err.replace(&folder, "")
}

#[test]
fn unknown_keys_are_named_with_a_suggestion() {
    assert_eq!(
        found("settings", "config.toml", "mosue = true\n"),
        "config.toml:1:1: unknown key `mosue`; did you mean `mouse`?\n"
    );
    assert_eq!(
        found("keymap", "keymap.toml", "[[bind]]\ncommand = \"theme.nxt\"\nkeys = [\"F2\"]\nkesy = []\n"),
        "keymap.toml:2:11: unknown command `theme.nxt`; did you mean `theme.next`?\n\
         keymap.toml:4:1: unknown key `kesy`; did you mean `keys`?\n"
    );
    assert!(
        found("theme", "themes/dark.toml", "inherits = \"dark\"\n[roles]\nsurplsu = { fg = \"#FF0000\" }\n")
            .starts_with("themes/dark.toml:3:1: unknown key `surplsu`; did you mean `surplus`?")
    );
}

#[test]
fn values_that_cannot_be() {
    assert_eq!(
        found("range", "config.toml", "range = 13\n"),
        "config.toml:1:9: `range` is not a range; use 12, 24, 36, 60, or \"all\"\n"
    );
    assert_eq!(
        found("key", "keymap.toml", "[[bind]]\ncommand = \"quit\"\nkeys = []\n"),
        "keymap.toml:3:8: no key quits; give `quit` at least one key\n"
    );
    assert_eq!(
        found("name", "config.toml", "theme = \"drak\"\n"),
        "config.toml:1:9: `theme` cannot be `drak`; did you mean `dark`?\n"
    );
    assert!(found("syntax", "config.toml", "theme = [\n").starts_with("config.toml:1:10: unclosed array; "));
}

#[test]
fn own_themes_and_layouts_have_names() {
    let desk = Desk::new("config-own");
    desk.write("config/tradedeck/themes/mine.toml", "inherits = \"light\"\n");
    let one = "[[tier]]\nrows = [{ panels = [{ panel = \"targets\" }] }]\n";
    desk.write("config/tradedeck/layouts/alone.toml", one);
    desk.write("config/tradedeck/config.toml", "theme = \"mine\"\nlayout = \"alone\"\n");
    let run = desk.run(&SHOT);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let frame = desk.read("frame.txt");
    assert!(frame.contains("Targets") && !frame.contains("Streaks"), "{frame}");
    assert_eq!(desk.run(&["snapshot", "--out", "frame.txt", "--theme", "mine"]).status, 0);
    let run = desk.run(&["snapshot", "--out", "frame.txt", "--layout", "tables"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let frame = desk.read("frame.txt");
    assert!(frame.contains("6 Partners") && !frame.contains("1 Balance"), "{frame}");
    let run = desk.run(&["snapshot", "--out", "frame.txt", "--layout", "alnoe"]);
    assert_eq!((run.status, run.err.as_str()), (2, "--layout: there is no layout `alnoe`; did you mean `alone`?\n"));
    desk.write("config/tradedeck/layouts/odd.toml", "[[tier]]\nrows = [{ panels = [{ panel = \"itmes\" }] }]\n");
    let run = desk.run(&["snapshot", "--out", "frame.txt", "--layout", "odd"]);
    assert!(run.err.contains("layouts/odd.toml:2:31: unknown panel `itmes`; did you mean `items`?"), "{}", run.err);
    let run = desk.run(&["snapshot", "--out", "frame.txt", "--theme", "mien"]);
    assert_eq!((run.status, run.err.as_str()), (2, "--theme: there is no theme `mien`; did you mean `mine`?\n"));
}

#[test]
fn a_settings_file_by_name() {
    let desk = Desk::new("config-file");
    desk.write("other.toml", "glyphs = \"ascii\"\n");
    let run = desk.run(&["snapshot", "--out", "frame.txt", "--config", "other.toml"]);
    assert_eq!(run.status, 0);
    let with_settings = desk.read("frame.txt");
    assert_eq!(desk.run(&["snapshot", "--out", "frame.txt", "--glyphs", "ascii"]).status, 0);
    assert_eq!(with_settings, desk.read("frame.txt"));
    assert_eq!(desk.run(&SHOT).status, 0);
    assert_ne!(with_settings, desk.read("frame.txt"));
    let run = desk.run(&["report", "--config", "missing.toml"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("missing.toml: there is no such file; "), "{}", run.err);
}

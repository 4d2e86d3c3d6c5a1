use super::*;

/// The commands that the shipped file binds: that the program knows them all is tested where it is put together.
fn commands() -> Vec<String> {
    let names = shipped::KEYMAP.text.lines().filter_map(|line| line.strip_prefix("command = \""));
    names.map(|name| name.trim_end_matches('"').to_owned()).collect()
}

fn parsed(read: impl FnOnce(&[&str]) -> Result<Keymap, Vec<Problem>>) -> Result<Keymap, Vec<Problem>> {
    let commands = commands();
    read(&commands.iter().map(String::as_str).collect::<Vec<_>>())
}

fn keymap() -> Keymap {
    parsed(Keymap::shipped).unwrap()
}

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

fn problems(text: &str) -> Vec<String> {
    let problems = parsed(|commands| keymap().merged("u.toml", text, commands)).unwrap_err();
    problems.iter().map(Problem::to_string).collect()
}

#[test]
fn the_shipped_keymap_binds_and_explains_every_command() {
    let keymap = keymap();
    for command in &commands() {
        assert!(!keymap.keys(command).is_empty(), "{command}");
    }
    let is_explained =
        |bind: &Bind| bind.about.en != bind.command && !bind.about.en.is_empty() && !bind.about.ko.is_empty();
    let unexplained: Vec<&Bind> = keymap.binds().iter().filter(|bind| !is_explained(bind)).collect();
    assert!(unexplained.is_empty(), "{unexplained:?}");
    assert_eq!(keymap.binds().len(), commands().len());
}

#[test]
fn korean_input_and_caps_lock_find_the_same_command() {
    let keymap = keymap();
    for (text, command) in [
        ("q", "quit"),
        ("Q", "quit"),
        ("ㅂ", "quit"),
        ("ㅃ", "quit"),
        ("Ctrl-c", "quit"),
        ("Ctrl-ㅊ", "quit"),
        ("ㅗ", "month.previous"),
        ("L", "month.next"),
        ("ㅣ", "month.next"),
        ("ㅏ", "row.up"),
        ("ㅓ", "row.down"),
        ("ㅆ", "theme.next"),
        ("+", "range.longer"),
        ("-", "range.shorter"),
        ("Esc", "panel.overview"),
        ("0", "panel.overview"),
        ("Shift-Tab", "panel.previous"),
        ("?", "help"),
    ] {
        assert_eq!(keymap.command(&key(text)), Some(command), "{text}");
    }
    for text in ["9", "Ctrl-9", "Ctrl-q", "Alt-q"] {
        assert_eq!(keymap.command(&key(text)), None, "{text}");
    }
}

#[test]
fn a_user_overrides_command_by_command() {
    let text = "[[bind]]\ncommand='quit'\nkeys=['F10']\n[[bind]]\ncommand='month.next'\nkeys=['q']\nabout='on'\n[[bind]]\ncommand='help'\nkeys=[]\nabout_ko='키'\n";
    let merged = parsed(|commands| keymap().merged("u.toml", text, commands)).unwrap();
    assert_eq!(merged.command(&key("F10")), Some("quit"));
    assert_eq!(merged.command(&key("q")), Some("month.next"));
    assert_eq!(merged.command(&key("Right")), None);
    assert_eq!(merged.command(&key("F1")), None);
    assert_eq!(merged.keys("help"), []);
    let about = |command| merged.binds().iter().find(|bind| bind.command == command).unwrap().about.clone();
    let text = |en: &str, ko: &str| Text { en: en.into(), ko: ko.into() };
    assert_eq!(about("quit"), text("leave the program", "프로그램 종료"));
    assert_eq!(about("month.next"), text("on", ""));
    assert_eq!(about("help"), text("help: these keys", "키"));
}

#[test]
fn one_key_never_means_two_commands() {
    let line = shipped::KEYMAP.text.lines().position(|line| line == "keys = [\"q\", \"Ctrl-c\"]").unwrap() + 1;
    assert_eq!(
        problems("[[bind]]\ncommand = \"theme.next\"\nkeys = [\"ㅂ\"]\n"),
        [format!(
            "u.toml:3:8: key `q` means `theme.next` here and `quit` at config/keymap.toml:{line}:8; \
             choose another key, or give `quit` other keys"
        )]
    );
}

#[test]
fn unknown_commands_and_keys_are_reported() {
    assert_eq!(
        problems("[[bind]]\ncommand='qiut'\nkeys=['F13', 1]\nkey=2\n[[bind]]\nkeys=['a']\n[[bind]]\ncommand='help'\n"),
        [
            "u.toml:2:9: unknown command `qiut`; did you mean `quit`?",
            "u.toml:3:7: unknown key name `F13`; did you mean `F1`?",
            "u.toml:3:14: `keys` is a whole number; write a string in double quotes",
            "u.toml:4:1: unknown key `key`; did you mean `keys`?",
            "u.toml:5:1: `command` is missing; add `command`: a string in double quotes",
            "u.toml:7:1: `keys` is missing; add `keys`: an array: [ … ]",
        ]
    );
}

#[test]
fn a_command_is_bound_once_per_file_and_quit_stays_reachable() {
    assert_eq!(
        problems("[[bind]]\ncommand='help'\nkeys=['9']\n[[bind]]\ncommand='help'\nkeys=['Alt-9']\n"),
        ["u.toml:6:6: `help` has keys already, at u.toml:3:6; put all keys of a command into one [[bind]]"]
    );
    assert_eq!(
        problems("[[bind]]\ncommand='quit'\nkeys=[]\n"),
        ["u.toml:3:6: no key quits; give `quit` at least one key"]
    );
}

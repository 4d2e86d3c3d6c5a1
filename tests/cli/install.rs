//! What belongs to an installed program: completions, the manual, its configuration.

use super::{Desk, is_tame};

#[test]
fn completions_know_every_subcommand() {
    let desk = Desk::new("completions");
    for (shell, mark) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef tradedeck"),
        ("fish", "complete -c tradedeck"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let run = desk.run(&["completions", shell]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert!(run.out.contains(mark), "{shell}");
        for word in ["report", "snapshot", "check", "import", "config", "per-day", "without"] {
            assert!(run.out.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(desk.run(&["completions", "tcsh"]).status, 2);
}

#[test]
fn the_manual_has_every_subcommand() {
    let run = Desk::new("man").run(&["man"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for page in ["tradedeck", "tradedeck-report", "tradedeck-snapshot", "tradedeck-config"] {
        assert!(run.out.contains(&format!(".TH {page} ")), "{page}");
    }
    assert!(run.out.contains("\\-\\-as\\-of") && is_tame(&run.out));
}

#[test]
fn the_default_configuration_is_valid_and_checked() {
    let desk = Desk::new("configuration");
    let folder = desk.run(&["config", "--path"]).out;
    assert!(folder.trim_end().ends_with("config/tradedeck"), "{folder}");
    assert_eq!(desk.run(&["config", "--check"]).out, "no files of your own: the defaults are in force\n");
    let [settings, keymap] = ["--default", "--keymap"].map(|option| desk.run(&["config", option]).out);
    desk.write("config/tradedeck/config.toml", settings).write("config/tradedeck/keymap.toml", keymap);
    let run = desk.run(&["config", "--check"]);
    assert_eq!((run.status, run.out.as_str()), (0, "config.toml: good\nkeymap.toml: good\n"), "{run:?}");
    desk.write("config/tradedeck/config.toml", "themes = \"dark\"\n");
    desk.write("config/tradedeck/themes/own.toml", "= 1\n").write("config/tradedeck/layouts/own.toml", "x = 1\n");
    let run = desk.run(&["config", "--check"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    for file in ["config.toml:1:1: ", "themes/own.toml:1:1: ", "layouts/own.toml:1:1: "] {
        assert!(run.err.contains(file), "{}", run.err);
    }
    desk.write("other.toml", "range = 24\nmice = true\n");
    let run = desk.run(&["config", "--check", "other.toml"]);
    assert!(run.status == 2 && run.err.starts_with("other.toml:"), "{run:?}");
    assert_eq!(desk.run(&["config"]).status, 2);
}

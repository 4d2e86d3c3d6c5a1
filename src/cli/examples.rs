//! What each subcommand's help ends with.

use tradedeck::{say, word};

pub(super) fn completions() -> String {
    say!("cli.examples-completions", fpath = "${fpath[1]}")
}

pub(super) fn config() -> &'static str {
    word!("cli.examples-config")
}

pub(super) fn check() -> &'static str {
    word!("cli.examples-check")
}

pub(super) fn formats() -> &'static str {
    word!("cli.examples-formats")
}

pub(super) fn import() -> &'static str {
    word!("cli.examples-import")
}

pub(super) fn man() -> &'static str {
    word!("cli.examples-man")
}

pub(super) fn pack() -> &'static str {
    word!("cli.examples-pack")
}

pub(super) fn report() -> String {
    say!("cli.examples-report", filter = "'.figures[] | {id, display, status}'")
}

pub(super) fn snapshot() -> &'static str {
    word!("cli.examples-snapshot")
}

pub(super) fn say() -> &'static str {
    word!("cli.examples-say")
}

pub(super) fn theme() -> &'static str {
    word!("cli.examples-theme")
}

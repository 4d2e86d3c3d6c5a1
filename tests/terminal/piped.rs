//! The dashboard on what comes through a pipe: keys come from the terminal, and what came is there as long as it runs.

use std::path::Path;

use portable_pty::CommandBuilder;

use super::deck::{BINARY, isolate};
use super::pty::{self, Pty};

const TABLE: &str =
    "Month,Abroad (USD million),Imports (USD million)\\n2024-01,100.5,90\\n2024-02,110,95\\n2024-03,120,100\\n";

/// The dashboard behind a shell's pipe.
fn behind(writer: &str) -> CommandBuilder {
    let line = format!("{writer} | \"$1\" -");
    let mut command = pty::command("sh", &["-c", &line, "sh", BINARY]);
    isolate(&mut command);
    command.cwd(Path::new(env!("CARGO_TARGET_TMPDIR")));
    command
}

#[test]
fn it_reads_a_pipe_again_and_takes_keys_from_the_terminal() {
    let mut pty = Pty::spawn(behind(&format!("printf '{TABLE}'")), 120, 36);
    pty.wait_taken();
    pty.wait_for("MAR 2024");
    pty.send("h");
    pty.wait_for("FEB 2024");
    // The column in other words than trade has is taken for exports, by the user.
    pty.send(":map\r");
    pty.wait_for("Columns");
    pty.send(":map export = Abroad (USD million)\r");
    pty.wait_for("exports 110.0");
    pty.send("g");
    pty.wait_for("2024년 2월");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
    pty.wait_given_back();
}

#[test]
fn it_can_be_left_while_nothing_comes() {
    let mut pty = Pty::spawn(behind("sleep 60"), 100, 30);
    pty.wait_taken();
    pty.wait_for("Reading standard input");
    pty.send("\x1b");
    // The shell waits for the one that writes.
    pty.wait_given_back();
    pty.wait_for("standard input: reading was stopped");
}

#[test]
fn a_terminal_is_no_source() {
    let mut command = pty::command(BINARY, &["-"]);
    isolate(&mut command);
    let mut pty = Pty::spawn(command, 100, 30);
    assert_eq!(pty.wait_exit(), 2);
    assert!(pty.text().contains("nothing is piped into the program"), "{}", pty.text());
}

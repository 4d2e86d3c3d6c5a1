//! `tradedeck completions` and `tradedeck man`: what a shell and a reader of manuals need.

use std::process::ExitCode;

use clap::{Args, Command, ValueEnum};
use clap_complete::Shell;
use clap_mangen::Man;

use tradedeck::domain::Problem;
use tradedeck::word;

use super::{print, spoken};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_enum, help = word!("cli.help-completions-shell"))]
    shell: ShellChoice,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ShellChoice {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
}

/// Prints the completions of a shell.
pub(super) fn completions(arguments: &Arguments, mut command: Command) -> Result<ExitCode, Vec<Problem>> {
    let shell = match arguments.shell {
        ShellChoice::Bash => Shell::Bash,
        ShellChoice::Zsh => Shell::Zsh,
        ShellChoice::Fish => Shell::Fish,
        ShellChoice::Powershell => Shell::PowerShell,
        ShellChoice::Elvish => Shell::Elvish,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "tradedeck", &mut script);
    print(&String::from_utf8_lossy(&script));
    Ok(ExitCode::SUCCESS)
}

/// Prints the manual: the page of the program, then those of its subcommands.
pub(super) fn man(command: Command) -> Result<ExitCode, Vec<Problem>> {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let mut page = Vec::new();
    for command in std::iter::once(&command).chain(command.get_subcommands()) {
        let title = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
        // Writing into memory does not fail.
        let _ = Man::new(command.clone()).title(title).render(&mut page);
    }
    print(&spoken::manual(&String::from_utf8_lossy(&page)));
    Ok(ExitCode::SUCCESS)
}

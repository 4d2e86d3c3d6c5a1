//! `tradedeck config`: the default settings, where one's own stand, and whether they are right.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use tradedeck::config::shipped;
use tradedeck::domain::Problem;
use tradedeck::runtime::config_check;
use tradedeck::runtime::setup::Request;

use super::{print, printable};

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct Arguments {
    /// Print the default settings with comments: a config.toml to start from
    #[arg(long)]
    default: bool,
    /// Print the default keys with comments: a keymap.toml to start from
    #[arg(long)]
    keymap: bool,
    /// Print the default briefing with comments: a briefing.toml to start from
    #[arg(long)]
    briefing: bool,
    /// Print the folder in which config.toml, keymap.toml, briefing.toml, themes and layouts are looked for
    #[arg(long)]
    path: bool,
    /// Check everything in that folder, or the FILE of settings given
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    check: Option<Option<PathBuf>>,
}

/// Prints what was asked for; exit status 2 where a file is wrong.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    if let Some(file) = &arguments.check {
        let checked = config_check::check(&Request { config: file.clone(), ..Request::default() })?;
        let lines: String = checked.iter().map(|name| format!("{name}: good\n")).collect();
        print(&printable(if lines.is_empty() { "no files of your own: the defaults are in force\n" } else { &lines }));
    } else if arguments.path {
        let folder = config_check::folder().ok_or_else(|| {
            vec![Problem::whole_file("config", "there is no home folder", "set HOME or XDG_CONFIG_HOME")]
        })?;
        print(&printable(&format!("{}\n", folder.display())));
    } else if arguments.keymap {
        print(shipped::KEYMAP.text);
    } else if arguments.briefing {
        print(shipped::BRIEFING.text);
    } else {
        print(shipped::SETTINGS.text);
    }
    Ok(ExitCode::SUCCESS)
}

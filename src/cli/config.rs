//! `tradedeck config`: the default settings, where one's own stand, and whether they are right.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use tradedeck::config::shipped;
use tradedeck::domain::Problem;
use tradedeck::runtime::config_check;
use tradedeck::runtime::setup::Request;
use tradedeck::{say, word};

use super::{print, printable};

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct Arguments {
    #[arg(long, help = word!("cli.help-config-default"))]
    default: bool,
    #[arg(long, help = word!("cli.help-config-keymap"))]
    keymap: bool,
    #[arg(long, help = word!("cli.help-config-briefing"))]
    briefing: bool,
    #[arg(long, help = word!("cli.help-config-path"))]
    path: bool,
    #[arg(long, value_name = "FILE", num_args = 0..=1, help = word!("cli.help-config-check"))]
    check: Option<Option<PathBuf>>,
}

/// Prints what was asked for; exit status 2 where a file is wrong.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    if let Some(file) = &arguments.check {
        let checked = config_check::check(&Request { config: file.clone(), ..Request::default() })?;
        let lines: String = checked.iter().map(|name| say!("cli.good", name = name)).collect();
        print(&printable(if lines.is_empty() { word!("cli.no-own-files") } else { &lines }));
    } else if arguments.path {
        let folder = config_check::folder().ok_or_else(|| {
            vec![Problem::whole_file("config", word!("cli.there-no-home-folder"), word!("cli.set-home-xdg-config"))]
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

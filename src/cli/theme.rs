//! `tradedeck theme`: how well a theme's colours can be seen and told apart.

use std::process::ExitCode;

use clap::Args;

use tradedeck::config::theme::check::{self, Line};
use tradedeck::config::{Depth, shipped};
use tradedeck::domain::Problem;
use tradedeck::runtime::setup;

use super::{print, printable};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Contrast of every role and distances for the colour-blind; exit status 1 where one falls short
    #[arg(long, required = true)]
    check: bool,
    /// A theme's name [default: all that are shipped]
    #[arg(value_name = "NAME")]
    names: Vec<String>,
}

/// Prints the table of every theme asked for.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let shipped = shipped::theme_names().into_iter().map(str::to_owned).collect();
    let names = if arguments.names.is_empty() { shipped } else { arguments.names.clone() };
    let mut is_good = true;
    for name in names {
        for depth in [Depth::True, Depth::X256] {
            let theme = setup::theme(&name, depth)?;
            let lines = check::lines(&theme);
            print(&printable(&check::table(&theme, &lines)));
            is_good &= lines.iter().all(Line::is_enough);
        }
    }
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

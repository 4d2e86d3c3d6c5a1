//! `tradedeck pack`: the morning pack.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use tradedeck::domain::Problem;
use tradedeck::runtime::pack;
use tradedeck::word;

use super::lens::LensOptions;
use super::options::Options;
use super::{print, printable};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    lens: LensOptions,
    #[arg(long, value_name = "DIR", help = word!("cli.help-pack-out"))]
    out: PathBuf,
    #[arg(long, value_name = "DIR", help = word!("cli.help-pack-since"))]
    since: Option<PathBuf>,
}

/// Writes the pack.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let Arguments { options, lens, out, since } = arguments;
    let words = pack::write(&options.request()?, |state| lens.apply(state), out, since.as_deref())?;
    print(&printable(&format!("{words}\n")));
    Ok(ExitCode::SUCCESS)
}

//! `tradedeck pack`: the morning pack.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use tradedeck::domain::Problem;
use tradedeck::runtime::pack;

use super::lens::LensOptions;
use super::options::Options;
use super::{print, printable};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    lens: LensOptions,
    /// The folder to write; empty, not there, or with an earlier pack, which is replaced
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Tell what changed since the pack in this folder [default: the one that is replaced]
    #[arg(long, value_name = "DIR")]
    since: Option<PathBuf>,
}

/// Writes the pack.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let Arguments { options, lens, out, since } = arguments;
    let words = pack::write(&options.request()?, |state| lens.apply(state), out, since.as_deref())?;
    print(&printable(&format!("{words}\n")));
    Ok(ExitCode::SUCCESS)
}

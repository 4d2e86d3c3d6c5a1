//! The log file, for every subcommand.

use std::path::PathBuf;

use clap::Args;

use tradedeck::domain::Problem;
use tradedeck::runtime::log_file;
use tradedeck::word;

// A comment of documentation would become the help of the command.
#[derive(Debug, Args)]
pub(super) struct LogOption {
    #[arg(long, value_name = "FILE", global = true, help = word!("cli.help-log"))]
    log: Option<PathBuf>,
}

impl LogOption {
    /// Starts the log where one is asked for, by the option or else by the environment.
    pub(super) fn start(&self) -> Result<(), Problem> {
        let asked = self
            .log
            .clone()
            .or_else(|| std::env::var_os(log_file::VARIABLE).filter(|file| !file.is_empty()).map(PathBuf::from));
        asked.map_or(Ok(()), |file| log_file::to_file(&file))
    }
}

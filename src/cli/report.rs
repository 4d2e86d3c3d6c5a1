//! `tradedeck report`: the figures of all panels, without a terminal.

use std::io::Write as _;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use tradedeck::domain::Problem;
use tradedeck::export::Report;
use tradedeck::runtime::setup;

use super::options::Options;
use super::printable;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    options: Options,
    /// How to write them
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ReportFormat {
    Text,
    Json,
}

/// Prints the report.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let request = arguments.options.request();
    let settings = setup::settings(&request)?;
    let state = setup::state(&request, &settings)?;
    let report = Report::new(state.view(), &state.deck);
    let text = match arguments.format {
        ReportFormat::Json => report.to_json(),
        ReportFormat::Text => printable(&report.to_text()),
    };
    // A reader that has seen enough (`head`) closes the pipe; that is no error of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}

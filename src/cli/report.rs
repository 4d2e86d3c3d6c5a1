//! `tradedeck report`: the figures of all panels, without a terminal.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use tradedeck::domain::Problem;
use tradedeck::export::Report;
use tradedeck::runtime::setup;
use tradedeck::ui::panels;
use tradedeck::word;

use super::lens::LensOptions;
use super::options::Options;
use super::{panel, print, printable};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    lens: LensOptions,
    #[arg(long, value_name = "NAME", help = word!("cli.help-report-panel"))]
    panel: Option<String>,
    #[arg(long, value_enum, default_value_t = ReportFormat::Text, help = word!("cli.help-report-format"))]
    format: ReportFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    Text,
    Json,
    Md,
    Csv,
    Html,
}

/// Prints the report.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let Arguments { options, lens, panel, format } = arguments;
    let request = options.request();
    let settings = setup::settings(&request)?;
    let mut state = setup::state(&request, &settings)?;
    lens.apply(&mut state)?;
    let mut report = Report::new(state.view(), &state.deck);
    if let Some(name) = panel {
        let place = panel::place(name)?;
        if *format == ReportFormat::Json {
            let hint = word!("cli.pick-from-key-choose");
            return Err(vec![Problem::whole_file("--panel", word!("cli.json-always-whole"), hint)]);
        }
        report = report.only(panels::names()[place]);
    }
    print(&match format {
        ReportFormat::Json => report.to_json(),
        ReportFormat::Text => printable(&report.to_text()),
        ReportFormat::Md => printable(&report.to_markdown()),
        ReportFormat::Csv => printable(&report.to_csv()),
        ReportFormat::Html => printable(&report.to_html()),
    });
    Ok(ExitCode::SUCCESS)
}

//! `tradedeck report`: the figures of all panels, without a terminal.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use tradedeck::app::State;
use tradedeck::domain::{Period, Problem};
use tradedeck::export::{Months, Report};
use tradedeck::runtime::setup;
use tradedeck::ui::panels;
use tradedeck::{say, word};

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
    let request = options.request_for_last();
    let settings = setup::settings(&request)?;
    let mut state = setup::state(&request, &settings)?;
    lens.apply(&mut state)?;
    let panel = panel.as_deref().map(|name| only(name, *format)).transpose()?;
    let text = match options.months() {
        Some((first, last)) if first != last => {
            let months = months(&mut state, first, last, |state| report(state, panel).noting(settings.negative))?;
            match format {
                ReportFormat::Json => months.to_json(),
                ReportFormat::Text => months.to_text(),
                ReportFormat::Md => months.to_markdown(),
                ReportFormat::Csv => months.to_csv(),
                ReportFormat::Html => months.to_html(),
            }
        }
        _ => {
            let report = report(&state, panel).noting(settings.negative);
            match format {
                ReportFormat::Json => report.to_json(),
                ReportFormat::Text => report.to_text(),
                ReportFormat::Md => report.to_markdown(),
                ReportFormat::Csv => report.to_csv(),
                ReportFormat::Html => report.to_html(),
            }
        }
    };
    // JSON has its own way of showing what commands a terminal.
    print(&if *format == ReportFormat::Json { text } else { printable(&text) });
    Ok(ExitCode::SUCCESS)
}

/// The panel of this name, where the format can do without the others.
fn only(name: &str, format: ReportFormat) -> Result<&'static str, Vec<Problem>> {
    let place = panel::place(name)?;
    if format == ReportFormat::Json {
        let hint = word!("cli.pick-from-key-choose");
        return Err(vec![Problem::whole_file("--panel", word!("cli.json-always-whole"), hint)]);
    }
    Ok(panels::names()[place])
}

fn report(state: &State, panel: Option<&'static str>) -> Report {
    let report = Report::new(state.view(), &state.deck);
    match panel {
        Some(panel) => report.only(panel),
        None => report,
    }
}

/// A report of every month from the first to the last, at which the state is.
fn months(
    state: &mut State,
    first: Period,
    last: Period,
    report: impl Fn(&State) -> Report,
) -> Result<Months, Vec<Problem>> {
    let (earliest, _) = state.span();
    if first < earliest {
        let what = say!("cli.nothing-known", first = first);
        return Err(vec![Problem::whole_file("--month", what, say!("cli.begin-later", earliest = earliest))]);
    }
    let months = (0..=last.since(first)).map(|periods| {
        state.go_to(first.plus(periods));
        report(state)
    });
    Ok(Months::new(months.collect()))
}

//! `tradedeck check`: is what was said true, on the figures of that day and on those of today?

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use tradedeck::claims;
use tradedeck::domain::{Problem, View};
use tradedeck::export::Check;
use tradedeck::indicators::health;
use tradedeck::runtime::setup;
use tradedeck::word;

use super::options::Options;
use super::printable;

/// Exit status where a claim is off.
const OFF: u8 = 1;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    options: Options,
    #[arg(long, help = word!("cli.help-check-health"))]
    health: bool,
    #[arg(long, value_enum, default_value_t = CheckFormat::Text, help = word!("cli.help-check-format"))]
    format: CheckFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CheckFormat {
    Text,
    Json,
    Md,
}

/// Prints the verdicts; exit status 1 where one is `OFF`.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let request = arguments.options.request()?;
    let settings = setup::settings(&request)?;
    let dataset = setup::dataset(&request, &settings, None).result?;
    if let Some(file) = &request.claims {
        // The dashboard may begin a file of claims; here one without any is a mistake.
        setup::claims(file, &dataset)?;
    }
    let view = View::new(Arc::clone(&dataset), request.as_of);
    // A file that is named must be there: the dashboard alone may begin a new one.
    let statements = match &request.claims {
        Some(file) => setup::claims(file, &dataset)?,
        None => dataset.statements.clone(),
    };
    let judgements = claims::judge_all(&view, &statements);
    let findings = arguments.health.then(|| health::inspect(&view));
    let mut check = Check::new(&view, &judgements).noting(settings.negative);
    if let Some(findings) = &findings {
        check = check.with_health(findings);
    }
    let text = match arguments.format {
        CheckFormat::Text => printable(&check.to_text()),
        CheckFormat::Md => printable(&check.to_markdown()),
        CheckFormat::Json => check.to_json(),
    };
    // A reader that has seen enough (`head`) closes the pipe; that is no error of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
    let is_off = judgements.iter().any(claims::Judgement::is_off);
    Ok(if is_off { ExitCode::from(OFF) } else { ExitCode::SUCCESS })
}

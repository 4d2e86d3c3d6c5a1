//! The command line: one file per subcommand, and exit codes.

mod briefing;
mod check;
mod completions;
mod config;
mod describe;
mod examples;
mod formats;
mod import;
mod language;
mod lens;
mod log_file;
mod options;
mod pack;
mod panel;
mod report;
mod snapshot;
mod say;
mod source;
mod spoken;
mod theme;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use tradedeck::domain::Problem;
use tradedeck::runtime::opening;
use tradedeck::runtime::setup::{self, Request};

use tradedeck::{word, words};

use language::LanguageOption;
use options::Options;

/// Exit status for input that cannot be used.
const BAD_INPUT: u8 = 2;

#[derive(Debug, Parser)]
#[command(version, about = word!("cli.about"), after_help = word!("cli.examples"), args_conflicts_with_subcommands = true, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    language: LanguageOption,
    #[command(flatten)]
    log: log_file::LogOption,
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    briefing: briefing::BriefingOptions,
    #[arg(long, help = word!("cli.help-say"))]
    say: bool,
    #[arg(long, value_name = "NAME", help = word!("cli.help-input-format"))]
    format: Option<String>,
    #[arg(long, help = word!("cli.help-describe"))]
    describe: bool,
    #[arg(long, requires = "describe", help = word!("cli.help-save-map"))]
    save_map: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(about = word!("cli.about-completions"), after_help = examples::completions())]
    Completions(completions::Arguments),
    #[command(about = word!("cli.about-config"), after_help = examples::config())]
    Config(config::Arguments),
    #[command(about = word!("cli.about-check"), after_help = examples::check())]
    Check(check::Arguments),
    #[command(about = word!("cli.about-formats"), after_help = examples::formats())]
    Formats,
    #[command(about = word!("cli.about-import"), after_help = examples::import())]
    Import(import::Arguments),
    #[command(about = word!("cli.about-man"), after_help = examples::man())]
    Man,
    #[command(about = word!("cli.about-pack"), after_help = examples::pack())]
    Pack(pack::Arguments),
    #[command(about = word!("cli.about-report"), after_help = examples::report())]
    Report(report::Arguments),
    #[command(about = word!("cli.about-snapshot"), after_help = examples::snapshot())]
    Snapshot(snapshot::Arguments),
    #[command(about = word!("cli.about-say"), after_help = examples::say())]
    Say(say::Arguments),
    #[command(about = word!("cli.about-theme"), after_help = examples::theme())]
    Theme(theme::Arguments),
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    words::in_language(language::take(&mut arguments), || answer(&arguments))
}

fn answer(arguments: &[OsString]) -> ExitCode {
    tradedeck::runtime::crash::keep_quiet();
    let parsed = spoken::command(Cli::command()).try_get_matches_from(arguments);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    if let Err(problem) = cli.log.start() {
        return refused(&[problem]);
    }
    log::info!("{} {} started", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    let done = match cli.command {
        None => cli.options.request().and_then(|mut request| {
            request.briefing = cli.briefing.request();
            request.choices.format = cli.format.or(request.choices.format);
            match (cli.describe, cli.say) {
                (true, _) => describe::run(&request, cli.save_map),
                (false, true) => say::run(&request),
                (false, false) => dashboard(&request),
            }
        }),
        Some(Command::Completions(arguments)) => completions::completions(&arguments, spoken::command(Cli::command())),
        Some(Command::Man) => completions::man(spoken::command(Cli::command())),
        Some(Command::Config(arguments)) => config::run(&arguments),
        Some(Command::Formats) => formats::run(),
        Some(Command::Import(arguments)) => import::run(&arguments),
        Some(Command::Check(arguments)) => check::run(&arguments),
        Some(Command::Pack(arguments)) => pack::run(&arguments),
        Some(Command::Report(arguments)) => report::run(&arguments),
        Some(Command::Snapshot(arguments)) => snapshot::run(&arguments),
        Some(Command::Say(arguments)) => arguments.request().and_then(|request| say::run(&request)),
        Some(Command::Theme(arguments)) => theme::run(&arguments),
    };
    let status = done.unwrap_or_else(|problems| refused(&problems));
    log::info!("ended");
    status
}

/// Tells what is wrong with the input.
fn refused(problems: &[Problem]) -> ExitCode {
    for problem in problems {
        log::error!("{problem}");
        eprintln!("{}", printable(&problem.to_string()).replace('\n', "\\n"));
    }
    ExitCode::from(BAD_INPUT)
}

/// Help and version go to standard output; what is wrong with the arguments to standard error, without
/// whatever they hold that commands a terminal.
fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        print!("{error}");
        return ExitCode::SUCCESS;
    }
    eprint!("{}", printable(&spoken::error(error)));
    ExitCode::from(BAD_INPUT)
}

fn dashboard(request: &Request) -> Result<ExitCode, Vec<Problem>> {
    let settings = setup::settings(request)?;
    let request = &setup::probed(request, &settings);
    let look = setup::look(request, &settings, setup::depth(request, &settings))?;
    match opening::run(request, settings, look)? {
        Ok(status) => Ok(ExitCode::from(status)),
        Err(error) => {
            // The terminal may be what went away: that is no reason to panic.
            let _ = writeln!(std::io::stderr(), "tradedeck: {error}");
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Writes to standard output. A reader that has seen enough (`head`) closes the pipe; that is no error of ours.
fn print(text: &str) {
    let _ = std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes());
}

/// The text with everything made visible that commands a terminal or turns the direction of reading.
fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => printable.push(letter),
            '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                printable.extend(letter.escape_unicode());
            }
            _ if letter.is_control() => printable.extend(letter.escape_default()),
            _ => printable.push(letter),
        }
    }
    printable
}

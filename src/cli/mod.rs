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
mod options;
mod pack;
mod panel;
mod report;
mod snapshot;
mod say;
mod source;
mod theme;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use tradedeck::domain::Problem;
use tradedeck::runtime::opening;
use tradedeck::runtime::setup::{self, Request};

use tradedeck::words;

use language::LanguageOption;
use options::Options;

/// Exit status for input that cannot be used.
const BAD_INPUT: u8 = 2;

const EXAMPLES: &str = "\
Examples:
  tradedeck                                       South Korea, as known today
  tradedeck --as-of 2023-03-03 --month 2023-02    as it looked on that morning
  tradedeck my-country/                           a folder with a dataset.toml
  tradedeck report --format json --month 2026-07  every figure with its evidence
  tradedeck check --claims said.toml              is what was said true, then and now?
  tradedeck report --format html > july.html      one page to print or send
  tradedeck snapshot --size 120x36 --out now.svg  a picture, no terminal needed
  tradedeck snapshot --panel balance --out b.svg  of one panel

Exit status: 0 done, 1 no terminal or a claim that is off, 2 bad input or arguments.";

/// A country's monthly trade statistics as a live briefing deck.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES, args_conflicts_with_subcommands = true, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    language: LanguageOption,
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    briefing: briefing::BriefingOptions,
    /// Print the briefing as plain sentences instead: `tradedeck say`
    #[arg(long)]
    say: bool,
    /// Format of the files, as `tradedeck formats` names it [default: found by content]
    #[arg(long, value_name = "NAME")]
    format: Option<String>,
    /// Say what the files are: format, encoding, periods, series, totals, what was skipped and why
    #[arg(long)]
    describe: bool,
    /// With --describe: write what was assumed about a table beside it, as FILE.map.toml
    #[arg(long, requires = "describe")]
    save_map: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print completions for a shell
    #[command(after_help = examples::COMPLETIONS)]
    Completions(completions::Arguments),
    /// The default configuration, where yours is, and whether it is right
    #[command(after_help = examples::CONFIG)]
    Config(config::Arguments),
    /// Judge statements about the figures, as known when they were made and as known now
    #[command(after_help = examples::CHECK)]
    Check(check::Arguments),
    /// List the formats that can be read
    #[command(after_help = examples::FORMATS)]
    Formats,
    /// Turn files in any known format into a dataset of the native one
    #[command(after_help = examples::IMPORT)]
    Import(import::Arguments),
    /// Print the manual, for `man -l`
    #[command(after_help = examples::MAN)]
    Man,
    /// Write the morning pack: report, figures, pictures, claims, changes, and a manifest with hashes
    #[command(after_help = examples::PACK)]
    Pack(pack::Arguments),
    /// Print the figures of all panels, without a terminal
    #[command(after_help = examples::REPORT)]
    Report(report::Arguments),
    /// Write one frame to a file: .txt, .ans with colours, or a picture as .svg, .html or .png
    #[command(after_help = examples::SNAPSHOT)]
    Snapshot(snapshot::Arguments),
    /// The briefing as plain sentences, for screen readers, phones and chats
    #[command(after_help = examples::SAY)]
    Say(say::Arguments),
    /// Check the colours of themes: contrast, and distances for the colour-blind
    #[command(after_help = examples::THEME)]
    Theme(theme::Arguments),
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    words::in_language(language::take(&mut arguments), || answer(&arguments))
}

fn answer(arguments: &[OsString]) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
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
        Some(Command::Completions(arguments)) => completions::completions(&arguments, Cli::command()),
        Some(Command::Man) => completions::man(Cli::command()),
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
    done.unwrap_or_else(|problems| {
        for problem in problems {
            eprintln!("{}", printable(&problem.to_string()).replace('\n', "\\n"));
        }
        ExitCode::from(BAD_INPUT)
    })
}

/// Help and version go to standard output; what is wrong with the arguments to standard error, without
/// whatever they hold that commands a terminal.
fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        print!("{error}");
        return ExitCode::SUCCESS;
    }
    eprint!("{}", printable(&error.to_string()));
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

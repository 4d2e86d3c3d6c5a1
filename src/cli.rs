//! Arguments, subcommands and exit codes.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use tradedeck::config::Depth;
use tradedeck::domain::{Date, Period, Problem};
use tradedeck::export::{Report, snapshot};
use tradedeck::runtime::dashboard::Dashboard;
use tradedeck::runtime::setup::{self, Request};
use tradedeck::ui::widgets::Glyphs;

/// Exit status for input that cannot be used.
const BAD_INPUT: u8 = 2;

const EXAMPLES: &str = "\
Examples:
  tradedeck                                       South Korea, as known today
  tradedeck --as-of 2023-03-03 --month 2023-02    as it looked on that morning
  tradedeck my-country/                           a folder with a dataset.toml
  tradedeck report --format json --month 2026-07  every figure with its evidence
  tradedeck snapshot --size 120x36 --out now.txt  one frame, no terminal needed

Exit status: 0 done, 1 no terminal, 2 bad input or arguments.";

/// A country's monthly trade statistics as a live briefing deck.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES, args_conflicts_with_subcommands = true, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the figures of all panels, without a terminal
    Report {
        #[command(flatten)]
        options: Options,
        /// How to write them
        #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
        format: ReportFormat,
    },
    /// Write one frame to a file: .txt, or .ans with colours
    Snapshot {
        #[command(flatten)]
        options: Options,
        /// Columns and rows
        #[arg(long, default_value = "120x36", value_parser = size, value_name = "WxH")]
        size: (u16, u16),
        /// The file; its ending chooses the format
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Show this panel alone, by its number
        #[arg(long, value_name = "N")]
        zoom: Option<usize>,
    },
}

#[derive(Debug, Clone, Args)]
struct Options {
    /// A folder with a dataset.toml, that file, or a tidy CSV [default: the embedded Korean dataset]
    source: Option<PathBuf>,
    /// Show only what was known on this date
    #[arg(long, value_parser = date, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// Start at this month [default: the last complete one]
    #[arg(long, value_parser = period, value_name = "YYYY-MM")]
    month: Option<Period>,
    /// dark, light, high-contrast, mono, or one of your own
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Characters to draw with
    #[arg(long, value_enum)]
    glyphs: Option<GlyphChoice>,
    /// Colours to draw with [default: what the terminal has; NO_COLOR is honoured]
    #[arg(long, value_enum)]
    color: Option<ColorChoice>,
    /// Settings file instead of your own
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ReportFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum GlyphChoice {
    Unicode,
    Ascii,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ColorChoice {
    True,
    #[value(name = "256")]
    X256,
    #[value(name = "16")]
    X16,
    None,
}

impl Options {
    fn request(&self) -> Request {
        Request {
            source: self.source.clone(),
            as_of: self.as_of,
            month: self.month,
            theme: self.theme.clone(),
            glyphs: self.glyphs.map(|choice| match choice {
                GlyphChoice::Unicode => Glyphs::Unicode,
                GlyphChoice::Ascii => Glyphs::Ascii,
            }),
            depth: self.color.map(|choice| match choice {
                ColorChoice::True => Depth::True,
                ColorChoice::X256 => Depth::X256,
                ColorChoice::X16 => Depth::X16,
                ColorChoice::None => Depth::None,
            }),
            config: self.config.clone(),
        }
    }
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let done = match cli.command {
        None => dashboard(&cli.options.request()),
        Some(Command::Report { options, format }) => report(&options.request(), format),
        Some(Command::Snapshot { options, size, out, zoom }) => write_snapshot(&options.request(), size, &out, zoom),
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
    let look = setup::look(request, &settings, setup::depth(request, &settings))?;
    let state = setup::state(request, &settings)?;
    match tradedeck::runtime::run(Dashboard::new(state, look)) {
        Ok(status) => Ok(ExitCode::from(status)),
        Err(error) => {
            eprintln!("tradedeck: {error}");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn report(request: &Request, format: ReportFormat) -> Result<ExitCode, Vec<Problem>> {
    let settings = setup::settings(request)?;
    let state = setup::state(request, &settings)?;
    let report = Report::new(state.view(), &state.deck);
    let text = match format {
        ReportFormat::Json => report.to_json(),
        ReportFormat::Text => printable(&report.to_text()),
    };
    // A reader that has seen enough (`head`) closes the pipe; that is no error of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}

fn write_snapshot(
    request: &Request,
    (width, height): (u16, u16),
    out: &std::path::Path,
    zoom: Option<usize>,
) -> Result<ExitCode, Vec<Problem>> {
    let in_colour = match out.extension().and_then(|ending| ending.to_str()) {
        Some("txt") => false,
        Some("ans") => true,
        _ => {
            let problem = Problem::whole_file(
                out.display().to_string(),
                "unknown kind of snapshot",
                "end the name with .txt or .ans",
            );
            return Err(vec![problem]);
        }
    };
    let settings = setup::settings(request)?;
    let depth = request.depth.unwrap_or(if in_colour { Depth::True } else { Depth::None });
    let mut state = setup::state(request, &settings)?;
    if let Some(panel) = zoom {
        if !(1..=state.panels.len()).contains(&panel) {
            let hint = format!("choose 1 to {}", state.panels.len());
            return Err(vec![Problem::whole_file("--zoom", format!("there is no panel {panel}"), hint)]);
        }
        state.focus = panel - 1;
        state.zoomed = true;
    }
    let dashboard = Dashboard::new(state, setup::look(request, &settings, depth)?);
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    tradedeck::ui::draw(&dashboard.scene(), &mut buffer);
    let text = if in_colour { snapshot::to_ansi(&buffer) } else { snapshot::to_text(&buffer) };
    std::fs::write(out, text).map_err(|error| {
        vec![Problem::whole_file(
            out.display().to_string(),
            format!("cannot be written: {error}"),
            "choose another place with --out",
        )]
    })?;
    Ok(ExitCode::SUCCESS)
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

fn date(text: &str) -> Result<Date, String> {
    text.parse().ok().filter(|_| text.len() == 10).ok_or_else(|| "not a date; write YYYY-MM-DD".to_owned())
}

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| "not a period; write YYYY-MM (or YYYY-Q1, YYYY)".to_owned())
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let parts = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let fits = |(width, height): &(u16, u16)| (1..=1000).contains(width) && (1..=500).contains(height);
    parts.filter(fits).ok_or_else(|| "not a size; write columns x rows, such as 120x36, at most 1000x500".to_owned())
}

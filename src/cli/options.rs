//! The options that every subcommand takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use tradedeck::config::Depth;
use tradedeck::domain::{Date, Period};
use tradedeck::runtime::setup::Request;
use tradedeck::ui::widgets::Glyphs;

use super::source::SourceOptions;

#[derive(Debug, Clone, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: SourceOptions,
    /// Show only what was known on this date
    #[arg(long, value_parser = date, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// Start at this month [default: the last complete one]
    #[arg(long, value_parser = period, value_name = "YYYY-MM")]
    month: Option<Period>,
    /// dark, light, high-contrast, mono, or one of your own
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// How the overview is arranged: default, or one of your own
    #[arg(long, value_name = "NAME")]
    layout: Option<String>,
    /// Characters to draw with
    #[arg(long, value_enum)]
    glyphs: Option<GlyphChoice>,
    /// Colours to draw with [default: what the terminal has; NO_COLOR is honoured]
    #[arg(long, value_enum)]
    color: Option<ColorChoice>,
    /// A TOML file of [[claims]] instead of those of the dataset; `a` adds to it
    #[arg(long, value_name = "FILE")]
    claims: Option<PathBuf>,
    /// Settings file instead of your own
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
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
    /// What they ask of the library.
    pub(super) fn request(&self) -> Request {
        Request {
            sources: self.source.sources.clone(),
            choices: self.source.choices(None),
            as_of: self.as_of,
            month: self.month,
            theme: self.theme.clone(),
            layout: self.layout.clone(),
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
            claims: self.claims.clone(),
            config: self.config.clone(),
            briefing: Default::default(),
        }
    }
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().ok().filter(|_| text.len() == 10).ok_or_else(|| "not a date; write YYYY-MM-DD".to_owned())
}

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| "not a period; write YYYY-MM (or YYYY-Q1, YYYY)".to_owned())
}
